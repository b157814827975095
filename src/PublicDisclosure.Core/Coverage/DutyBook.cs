using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Catalogue.Import;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Limits;

namespace PublicDisclosure.Core.Coverage;

/// <summary>Reads what is known of duties from the editions, rulings and settled words. Lives for one unit of work.</summary>
public sealed class DutyBook(DisclosureDb db, LimitBook limits, IOptions<CoverageOptions> options)
{
    private readonly Dictionary<string, List<ItemRow>> _city = [];
    private readonly Dictionary<(Guid Row, DateOnly From), TrackSpan> _spans = [];
    private HashSet<Guid>? _cityInForce;

    /// <summary>The facts of some duties of one organisation, with the item's five disclosures as bits.</summary>
    public async Task<IReadOnlyDictionary<Guid, (DutyFacts Facts, int AspectBits)>> ReadAsync(Guid organisationId, IReadOnlyCollection<Duty> duties, CancellationToken stop)
    {
        var codes = duties.Select(d => d.ItemCode).Distinct().ToList();
        await LoadCityAsync(codes, stop);
        var own = (await RowsAsync(db.Editions.Where(e => e.OwnerOrganisationId == organisationId && e.BasedOnEditionId != null), codes, stop)).ToLookup(r => r.Code);
        var result = new Dictionary<Guid, (DutyFacts, int)>();
        foreach (var duty in duties) result[duty.Id] = await FactsAsync(duty, [.. own[duty.ItemCode], .. _city[duty.ItemCode]], stop);
        return result;
    }

    private async Task<(DutyFacts Facts, int AspectBits)> FactsAsync(Duty duty, IReadOnlyList<ItemRow> rows, CancellationToken stop)
    {
        var present = rows.FirstOrDefault(r => r.SupersededOn is null) ?? (rows.Count > 0 ? rows[0] : null);
        if (present is null) return (new DutyFacts(duty.Id, duty.TrackedFrom, duty.IsActive ? null : duty.EndedOn ?? duty.TrackedFrom, true, false, [], [new TrackSpan(DateOnly.MinValue, [new DutyTrack.ByRecord()])]), 0);
        // 不适用 was agreed for the city's edition from which the township's was made, and lapses with it.
        var notApplicable = rows.Any(r => r is { SupersededOn: null, Adoption: ItemAdoption.NotApplicable, BasedOn: { } basis } && _cityInForce!.Contains(basis));
        // A township's copy that says the same as a confirmed row of the city is confirmed with it.
        var confirmed = rows.Any(r => r is { SupersededOn: null, Confirmation: ItemConfirmation.Confirmed } && r.Text == present.Text);
        // Rows of an older database do not say when a duty ended: nothing is followed of those.
        var endedOn = duty.IsActive || notApplicable ? (DateOnly?)null : duty.EndedOn ?? duty.TrackedFrom;
        var elements = ContentElement.Parse(present.Text.Elements).Where(e => e.IsRequired).Select(e => e.Text).Distinct().ToList();
        var facts = new DutyFacts(
            duty.Id, duty.TrackedFrom, endedOn, !notApplicable, confirmed, elements, await SpansAsync(rows, stop))
        {
            RecordsFrom = duty.RecordsFrom is { } since && since < duty.TrackedFrom ? since : duty.TrackedFrom,
        };
        return (facts, (int)present.Aspects);
    }

    /// <summary>One span for every day from which an edition, a ruling or a reading says something else.</summary>
    private async Task<IReadOnlyList<TrackSpan>> SpansAsync(IReadOnlyList<ItemRow> rows, CancellationToken stop)
    {
        var turns = new SortedSet<DateOnly> { DateOnly.MinValue };
        foreach (var row in rows)
        {
            if (row.InForceOn is { } from) turns.Add(from);
            turns.UnionWith(await limits.TurnsAsync(row.Code, row.Text.TimeLimit, stop));
        }

        var spans = new List<TrackSpan>();
        foreach (var turn in turns)
        {
            var row = rows.FirstOrDefault(r => r.HeldOn(turn)) ?? (turn == DateOnly.MinValue ? rows.MinBy(r => r.InForceOn)! : rows[0]);
            spans.Add(await SpanAsync(row, turn, stop));
        }

        return spans;
    }

    private async Task<TrackSpan> SpanAsync(ItemRow row, DateOnly from, CancellationToken stop)
    {
        if (_spans.TryGetValue((row.Id, from), out var known)) return known;
        var words = await limits.WordsAsync(from, stop);
        var limit = await limits.ForAsync(row.Code, row.Text.TimeLimit, from, stop);
        var kind = KindsOfInformation.Of(row.Text);
        return _spans[(row.Id, from)] = new TrackSpan(from, TrackReader.Read(limit, kind, words, options.Value.CheckMonths), TrackReader.LeastDisplay(limit, kind, words));
    }

    private async Task LoadCityAsync(List<string> codes, CancellationToken stop)
    {
        _cityInForce ??= [.. await db.Editions.CityInForce(db).Select(e => e.Id).ToListAsync(stop)];
        var missing = codes.Where(c => !_city.ContainsKey(c)).ToList();
        if (missing.Count == 0) return;
        foreach (var code in missing) _city[code] = [];
        foreach (var row in await RowsAsync(db.Editions.Where(e => e.BasedOnEditionId == null), missing, stop)) _city[row.Code].Add(row);
    }

    /// <summary>The rows of editions that are or were in force, the newest first; struck ones are none.</summary>
    private async Task<List<ItemRow>> RowsAsync(IQueryable<CatalogueEdition> editions, List<string> codes, CancellationToken stop)
    {
        var rows = db.Items.AsNoTracking().Where(i => i.Confirmation != ItemConfirmation.Struck);
        if (codes.Count <= MostInQuery) rows = rows.Where(i => codes.Contains(i.Code));
        var found = await rows.Join(editions.Where(e => e.Status != EditionStatus.Draft), i => i.EditionId, e => e.Id, (i, e) => new ItemRow(
            i.Id, i.Code, i.Text, i.Aspects, i.Confirmation, i.Adoption, e.InForceOn, e.SupersededOn, e.BasedOnEditionId)).ToListAsync(stop);
        var wanted = codes.ToHashSet();
        return [.. found.Where(r => wanted.Contains(r.Code)).OrderByDescending(r => r.InForceOn)];
    }

    private const int MostInQuery = 50;

    private sealed record ItemRow(
        Guid Id, string Code, StandardItemText Text, DisclosureAspects Aspects, ItemConfirmation Confirmation, ItemAdoption Adoption, DateOnly? InForceOn,
        DateOnly? SupersededOn, Guid? BasedOn)
    {
        public bool HeldOn(DateOnly day) => day >= InForceOn && (SupersededOn is null || day < SupersededOn);
    }
}
