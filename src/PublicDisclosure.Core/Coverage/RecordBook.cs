using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Coverage;

/// <summary>Reads what stands behind items, published or not: disclosures and confirmed postings off the web.</summary>
public sealed class RecordBook(DisclosureDb db, DueDates dues)
{
    private const int MostInQuery = 50;
    private const int MostIds = 400;

    /// <summary>The records of an organisation under some items, by item.</summary>
    /// <param name="organisationId">Whose.</param>
    /// <param name="codes">Which items; null for all of its.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<ILookup<string, RecordFacts>> ReadAsync(Guid organisationId, IReadOnlyCollection<string>? codes, CancellationToken stop)
    {
        // Few are asked for by name; many are cheaper read whole and sorted out here.
        var named = codes?.Count <= MostInQuery ? codes.ToList() : null;
        var lines = await LinesAsync(organisationId, named, stop);
        lines.AddRange(await LeftAsync(organisationId, named, stop));
        var listed = await ListedAsync(named is null ? organisationId : null, lines, stop);
        var shelved = await ShelvedAsync([.. lines.Where(l => l.FirstPublishedAt is not null && !listed.Contains(l.Id)).Select(l => l.Id).Distinct()], stop);
        var changes = await ChangesAsync(lines, organisationId, named is null, stop);
        var shared = await SharedAsync([.. lines.Where(l => l.DueItem != l.Code).Select(l => l.Id).Distinct()], stop);
        var found = new List<(string Code, RecordFacts Facts)>();
        foreach (var line in lines)
            if (await FactsAsync(organisationId, line, shared.Contains(line.Id), listed, shelved, changes, stop) is { } facts) found.Add((line.Code, facts));
        found.AddRange(await PostingsAsync(organisationId, named, stop));
        return found.ToLookup(f => f.Code, f => f.Facts);
    }

    /// <summary>Fills in whose an item is in rows written before items said so; one organisation at a time, so that no writer waits long.</summary>
    internal static async Task NameOwnersAsync(DisclosureDb db, CancellationToken stop)
    {
        var nameless = db.Set<DisclosureItem>().Where(i => i.OrganisationId == Guid.Empty);
        if (!await nameless.AnyAsync(stop)) return;
        foreach (var owner in await db.Organisations.Select(o => o.Id).ToListAsync(stop))
        {
            var ids = await db.Disclosures.IgnoreQueryFilters().Where(d => d.OrganisationId == owner).Join(nameless, d => d.Id, i => i.DisclosureId, (d, _) => d.Id).Distinct().ToListAsync(stop);
            foreach (var part in ids.Chunk(MostIds))
                await nameless.Where(i => part.Contains(i.DisclosureId)).ExecuteUpdateAsync(u => u.SetProperty(i => i.OrganisationId, owner), stop);
        }
    }

    private async Task<RecordFacts?> FactsAsync(
        Guid organisationId, Line line, bool isShared, ILookup<Guid, PublicItem> listed, IReadOnlyDictionary<Guid, ShelvedListing> shelved, ILookup<Guid, ChangeFacts> changes, CancellationToken stop)
    {
        // The public stands behind the items of the published version, not behind what the working copy says by now.
        if (line.FirstPublishedAt is not null && !StandsBehind(line, listed, shelved)) return null;
        var carried = listed[line.Id].FirstOrDefault(l => l.Code == line.Code)?.Elements ?? line.Elements;
        var due = line.IsImported ? null : await DueAsync(organisationId, line, isShared, stop);
        return new RecordFacts
        {
            Id = line.Id,
            Title = line.Title,
            FormedOn = line.FormedOn,
            DueOn = due?.On,
            Span = due?.Span ?? LimitSpan.Statutory,
            PublishedOn = line.FirstPublishedAt is { } at ? BusinessClock.BeijingDate(at) : null,
            Covers = Covers(line),
            DisplayEndedOn = line.DisplayEndedOn,
            IsImported = line.IsImported,
            CarriesAll = carried is null,
            Elements = (carried ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Changes = [.. changes[line.Id], .. Pending(line)],
        };
    }

    private static bool StandsBehind(Line line, ILookup<Guid, PublicItem> listed, IReadOnlyDictionary<Guid, ShelvedListing> shelved) =>
        listed.Contains(line.Id) ? listed[line.Id].Any(l => l.Code == line.Code) : !shelved.TryGetValue(line.Id, out var aside) || aside.Codes.Contains(line.Code);

    /// <summary>What was taken back for a fault does not count, nor what is suspended; what was replaced was right while it stood.</summary>
    private static bool Covers(Line line) => line.FirstPublishedAt is not null && !line.IsSuspended
        && (line.State != DisclosureState.Withdrawn || line.Withdrawn == WithdrawalReason.Replaced);

    private static IEnumerable<ChangeFacts> Pending(Line line) =>
        line is { PendingChangedOn: { } changed, PendingDueOn: { } due } ? [new ChangeFacts(line.CurrentVersion + 1, changed, due, null)] : [];

    /// <summary>
    /// The last day in time for this item. The stored date is that of the item whose limit ends first; behind several items each
    /// has its own.
    /// </summary>
    private async Task<(DateOnly On, LimitSpan Span)?> DueAsync(Guid organisationId, Line line, bool isShared, CancellationToken stop)
    {
        if (!isShared || line.DueItem == line.Code) return line.DueOn is { } on ? (on, new LimitSpan(line.DueAmount, line.DueUnit)) : null;
        if (line.FormedOn is not { } formed) return null;
        return await dues.CountAsync(organisationId, [line.Code], line.Genre, formed, trigger: line.TriggerOn, stop: stop) is { } counted ? (counted.DueOn, counted.Span) : null;
    }

    private async Task<List<Line>> LinesAsync(Guid organisationId, List<string>? codes, CancellationToken stop)
    {
        var items = db.Set<DisclosureItem>().AsNoTracking();
        if (codes is null) return await ReadAsync(Behind(items), organisationId, stop);
        // In two steps: in one SQLite walks through everything the organisation has.
        var ids = await items.Where(i => i.OrganisationId == organisationId && codes.Contains(i.ItemCode)).Select(i => i.DisclosureId).Distinct().ToListAsync(stop);
        var lines = new List<Line>();
        foreach (var part in ids.Chunk(MostIds))
            lines.AddRange(await ReadAsync(Behind(items.Where(i => part.Contains(i.DisclosureId) && codes.Contains(i.ItemCode))), null, stop));
        return lines;
    }

    private static IQueryable<ItemLine> Behind(IQueryable<DisclosureItem> items) =>
        items.Select(i => new ItemLine { DisclosureId = i.DisclosureId, ItemCode = i.ItemCode, Elements = i.Elements });

    /// <summary>Items that a correction under way has taken off: until it is published the public finds the page behind them.</summary>
    private Task<List<Line>> LeftAsync(Guid organisationId, List<string>? codes, CancellationToken stop)
    {
        var items = db.ListingItems.AsNoTracking().Where(l => l.OrganisationId == organisationId && !db.Set<DisclosureItem>().Any(i => i.DisclosureId == l.DisclosureId && i.ItemCode == l.ItemCode));
        if (codes is not null) items = items.Where(i => codes.Contains(i.ItemCode));
        return ReadAsync(items.Select(i => new ItemLine { DisclosureId = i.DisclosureId, ItemCode = i.ItemCode, Elements = null }), organisationId, stop);
    }

    /// <param name="items">What stands behind which items.</param>
    /// <param name="organisationId">Whose; null where the items are known to be one organisation's.</param>
    /// <param name="stop">Ends the work.</param>
    private Task<List<Line>> ReadAsync(IQueryable<ItemLine> items, Guid? organisationId, CancellationToken stop)
    {
        var disclosures = db.Disclosures.Where(d => d.State != DisclosureState.Filed && d.Text.Attribute == DisclosureAttribute.Active);
        if (organisationId is { } mine) disclosures = disclosures.Where(d => d.OrganisationId == mine);
        return items.Join(
                disclosures,
                i => i.DisclosureId, d => d.Id, (i, d) => new { i, d })
            .GroupJoin(db.DueDates.Where(due => due.Version == 1), x => x.d.Id, due => due.DisclosureId, (x, due) => new { x.i, x.d, due })
            .SelectMany(x => x.due.DefaultIfEmpty(), (x, due) => new Line(
                x.i.ItemCode, x.i.Elements, x.d.Id, x.d.Text.Title, x.d.Text.FormedOn, x.d.Text.Genre, x.d.State, x.d.CurrentVersion, x.d.FirstPublishedAt,
                x.d.SuspendedAt != null, x.d.DisplayEndedOn, x.d.ImportedAt != null, x.d.PendingChangedOn)
            {
                TriggerOn = x.d.Text.TriggerOn,
                DueOn = due == null ? null : due.DueOn,
                DueAmount = due == null ? 0 : due.Amount,
                DueUnit = due == null ? LimitUnit.WorkingDay : due.Unit,
                DueItem = due == null ? "" : due.ItemCode,
                Withdrawn = x.d.State == DisclosureState.Withdrawn ? db.Set<Withdrawal>().Where(w => w.DisclosureId == x.d.Id).Select(w => (WithdrawalReason?)w.Reason).FirstOrDefault() : null,
                PendingDueOn = x.d.PendingChangedOn == null ? null
                    : db.DueDates.Where(p => p.DisclosureId == x.d.Id && p.Version == x.d.CurrentVersion + 1).Select(p => (DateOnly?)p.DueOn).FirstOrDefault(),
            }).ToListAsync(stop);
    }

    /// <summary>The items behind which listed disclosures stand, with what each carries: of the disclosures found, or of the whole organisation.</summary>
    private async Task<ILookup<Guid, PublicItem>> ListedAsync(Guid? organisationId, List<Line> lines, CancellationToken stop)
    {
        var listed = new List<(Guid Id, PublicItem Item)>();
        var parts = organisationId is { } whole
            ? [db.ListingItems.Where(l => l.OrganisationId == whole)]
            : lines.Select(l => l.Id).Distinct().Chunk(MostIds).Select(part => db.ListingItems.Where(l => part.Contains(l.DisclosureId)));
        foreach (var part in parts)
            foreach (var row in await part.AsNoTracking().Select(l => new { l.DisclosureId, l.ItemCode, l.Elements }).ToListAsync(stop)) listed.Add((row.DisclosureId, new PublicItem(row.ItemCode, row.Elements)));
        return listed.ToLookup(l => l.Id, l => l.Item);
    }

    /// <summary>Which of some disclosures stand behind several items.</summary>
    private async Task<HashSet<Guid>> SharedAsync(List<Guid> ids, CancellationToken stop)
    {
        var shared = new HashSet<Guid>();
        foreach (var part in ids.Chunk(MostIds))
            shared.UnionWith(await db.Set<DisclosureItem>().Where(i => part.Contains(i.DisclosureId)).GroupBy(i => i.DisclosureId).Where(g => g.Count() > 1).Select(g => g.Key).ToListAsync(stop));
        return shared;
    }

    /// <summary>What of published disclosures was put aside with their listing.</summary>
    private async Task<Dictionary<Guid, ShelvedListing>> ShelvedAsync(List<Guid> ids, CancellationToken stop)
    {
        var found = new Dictionary<Guid, ShelvedListing>();
        foreach (var part in ids.Chunk(MostIds))
            foreach (var shelved in await db.Set<ShelvedListing>().AsNoTracking().Where(s => part.Contains(s.DisclosureId)).ToListAsync(stop)) found[shelved.DisclosureId] = shelved;
        return found;
    }

    private async Task<ILookup<Guid, ChangeFacts>> ChangesAsync(List<Line> lines, Guid organisationId, bool all, CancellationToken stop)
    {
        var changed = db.Versions.AsNoTracking().Where(v => v.Change == ChangeKind.Update && v.ChangedOn != null && v.DueOn != null);
        var ids = lines.Where(l => l.CurrentVersion > 1).Select(l => l.Id).Distinct().ToList();
        if (ids.Count == 0) return Array.Empty<(Guid, ChangeFacts)>().ToLookup(c => c.Item1, c => c.Item2);
        changed = all || ids.Count > MostInQuery ? changed.Where(v => db.Disclosures.Any(d => d.Id == v.DisclosureId && d.OrganisationId == organisationId)) : changed.Where(v => ids.Contains(v.DisclosureId));
        var rows = await changed.Select(v => new { v.DisclosureId, v.Number, ChangedOn = v.ChangedOn!.Value, DueOn = v.DueOn!.Value, v.PublishedAt }).ToListAsync(stop);
        return rows.ToLookup(r => r.DisclosureId, r => new ChangeFacts(r.Number, r.ChangedOn, r.DueOn, BusinessClock.BeijingDate(r.PublishedAt)));
    }

    private async Task<IEnumerable<(string Code, RecordFacts Facts)>> PostingsAsync(Guid organisationId, List<string>? codes, CancellationToken stop)
    {
        var postings = db.Postings.AsNoTracking().Where(p => p.OrganisationId == organisationId && p.ConfirmedNumber > 0);
        if (codes is not null) postings = postings.Where(p => codes.Contains(p.ItemCode));
        var rows = await postings.SelectMany(p => p.Records.Where(r => r.Number == p.ConfirmedNumber), (p, r) => new { p.Id, p.ItemCode, r.Details.What, r.Details.From }).ToListAsync(stop);
        return rows.Select(r => (r.ItemCode, new RecordFacts
        {
            Id = r.Id,
            Title = r.What,
            FormedOn = r.From,
            PublishedOn = r.From,
            Covers = true,
            IsPosting = true,
        }));
    }

    private sealed record PublicItem(string Code, string? Elements);

    private sealed class ItemLine
    {
        public Guid DisclosureId { get; init; }

        public string ItemCode { get; init; } = "";

        public string? Elements { get; init; }
    }

    private sealed record Line(
        string Code, string? Elements, Guid Id, string Title, DateOnly? FormedOn, DisclosureGenre Genre, DisclosureState State, int CurrentVersion, DateTime? FirstPublishedAt,
        bool IsSuspended, DateOnly? DisplayEndedOn, bool IsImported, DateOnly? PendingChangedOn)
    {
        public DateOnly? TriggerOn { get; init; }

        public DateOnly? DueOn { get; init; }

        public int DueAmount { get; init; }

        public LimitUnit DueUnit { get; init; }

        public string DueItem { get; init; } = "";

        public WithdrawalReason? Withdrawn { get; init; }

        public DateOnly? PendingDueOn { get; init; }
    }
}
