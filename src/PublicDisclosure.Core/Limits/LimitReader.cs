using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Limits;

/// <summary>A wording of the city's edition in force, with how it is read today.</summary>
/// <param name="Wording">As it stands there.</param>
/// <param name="Rows">In how many rows.</param>
/// <param name="Limit">How it is read.</param>
public sealed record WordingLine(string Wording, int Rows, TimeLimit Limit);

/// <summary>An item with its limit.</summary>
public sealed record ItemLimitLine(string Code, string Name, string DomainName, string DomainSlug, string Wording, TimeLimit Limit);

/// <summary>A running due date that moved, for the desk.</summary>
public sealed record MoveLine(Guid DisclosureId, string Title, string OrganisationName, DateOnly From, DateOnly To, DueMoveCause Cause, string Source, DateTime At)
{
    /// <summary>The date as it stands, with what explains it; null where it has moved again or is gone.</summary>
    public DueLine? Due { get; init; }
}

/// <summary>How a word is read, and since when.</summary>
public sealed record ReadingLine(SettledWord Word, LimitSpan Span, DateOnly? From, string Note);

/// <summary>What pages about limits and due dates read.</summary>
public sealed class LimitReader(DisclosureDb db, LimitBook book, BusinessClock clock)
{
    private const int MovesShown = 30;

    /// <summary>How many days a moved date stands on the desk.</summary>
    public const int MovesStandDays = 14;

    /// <summary>How words are read today.</summary>
    public Task<SettledWords> WordsAsync(CancellationToken stop = default) => book.WordsAsync(clock.Today, stop);

    /// <summary>Every wording of the city's edition in force, those that were not understood first, then by rows.</summary>
    public async Task<IReadOnlyList<WordingLine>> WordingsAsync(CancellationToken stop = default)
    {
        var rows = await db.Items.OfCityEdition(db).AsNoTracking().GroupBy(i => i.Text.TimeLimit).Select(g => new { Wording = g.Key, Rows = g.Count() }).ToListAsync(stop);
        var lines = new List<WordingLine>();
        foreach (var row in rows) lines.Add(new WordingLine(row.Wording, row.Rows, await book.ForAsync("", row.Wording, clock.Today, stop)));
        return [.. lines.OrderByDescending(l => l.Limit.NeedsSteward).ThenByDescending(l => l.Rows).ThenBy(l => l.Wording, StringComparer.Ordinal)];
    }

    /// <summary>The items with a wording, with rulings of their own applied.</summary>
    public async Task<IReadOnlyList<ItemLimitLine>> ItemsAsync(string wording, CancellationToken stop = default) => await LinesAsync(i => i.Text.TimeLimit == wording, stop);

    /// <summary>One item of the city's edition in force, or null.</summary>
    public async Task<ItemLimitLine?> ItemAsync(string code, CancellationToken stop = default) => await LinesAsync(i => i.Code == code, stop) is [var line, ..] ? line : null;

    /// <summary>
    /// One item as an organisation's own edition in force words it (a township's), with the organisation's short name; null where it
    /// has no edition of its own or the item is not in it.
    /// </summary>
    public async Task<(ItemLimitLine Line, string Organisation)?> OwnItemAsync(string code, string slug, CancellationToken stop = default)
    {
        var own = await db.Editions.AsNoTracking().Where(e => e.Status == EditionStatus.InForce && e.BasedOnEditionId != null)
            .Join(db.Organisations.Where(o => o.Slug == slug), e => e.OwnerOrganisationId, o => o.Id, (e, o) => new { e.Id, o.ShortName }).FirstOrDefaultAsync(stop);
        if (own is null) return null;
        var rows = db.Items.AsNoTracking().Where(i => i.EditionId == own.Id && i.Confirmation != ItemConfirmation.Struck && i.Code == code);
        return await LinesAsync(rows, stop) is [var line, ..] ? (line, own.ShortName) : null;
    }

    /// <summary>The rulings on a wording or an item, newest first, with who made them.</summary>
    public async Task<IReadOnlyList<(LimitRuling Ruling, string By)>> RulingsAsync(string itemCode, string wording, CancellationToken stop = default)
    {
        var phrase = itemCode.Length > 0 ? "" : TimeLimitParser.Flat(wording);
        var rows = await db.LimitRulings.AsNoTracking().Where(r => r.ItemCode == itemCode && r.Phrase == phrase).OrderByDescending(r => r.ValidFrom)
            .Select(r => new { Ruling = r, Name = db.Users.Where(u => u.Id == r.By).Select(u => u.DisplayName).FirstOrDefault() }).ToListAsync(stop);
        return [.. rows.Select(r => (r.Ruling, r.Name ?? ""))];
    }

    /// <summary>How the words are read today and will be read, in the order of the words and of time.</summary>
    public async Task<IReadOnlyList<ReadingLine>> ReadingsAsync(CancellationToken stop = default)
    {
        var settled = await db.SettledReadings.AsNoTracking().OrderBy(r => r.From).ThenBy(r => r.At).ToListAsync(stop);
        return
        [
            .. Enum.GetValues<SettledWord>().SelectMany(word => settled.Where(r => r.Word == word)
                .Select(r => new ReadingLine(word, new LimitSpan(r.Amount, r.Unit), r.From, r.Note))
                .Prepend(new ReadingLine(word, SettledWords.Defaults.Of(word), null, ""))),
        ];
    }

    /// <summary>The released days of an item, in order.</summary>
    public async Task<IReadOnlyList<ReleaseDate>> ReleasesAsync(string code, CancellationToken stop = default) =>
        await db.ReleaseDates.AsNoTracking().Where(r => r.ItemCode == code).OrderBy(r => r.On).ToListAsync(stop);

    /// <summary>The due dates of a disclosure, by version.</summary>
    public async Task<IReadOnlyList<DueDate>> DueDatesAsync(Guid disclosureId, CancellationToken stop = default) =>
        await db.DueDates.AsNoTracking().Where(d => d.DisclosureId == disclosureId).OrderBy(d => d.Version).ToListAsync(stop);

    /// <summary>Running due dates of some organisations that moved of late, the newest first.</summary>
    public async Task<IReadOnlyList<MoveLine>> MovesAsync(OrganisationScope scope, CancellationToken stop = default)
    {
        var since = clock.Now.AddDays(-MovesStandDays);
        var moves = await scope.Apply(db.DueDateMoves.AsNoTracking().Where(m => m.At >= since), m => m.OrganisationId)
            .OrderByDescending(m => m.At).ThenBy(m => m.Id).Take(MovesShown)
            .Join(db.Disclosures, m => m.DisclosureId, d => d.Id, (m, d) => new { m, d })
            .OrderByDescending(p => p.m.At).ThenBy(p => p.m.Id)
            .Select(p => new MoveLine(p.d.Id, p.d.Text.Title, db.Organisations.Where(o => o.Id == p.m.OrganisationId).Select(o => o.ShortName).First(), p.m.From, p.m.To, p.m.Cause, p.m.Source, p.m.At))
            .ToListAsync(stop);
        var ids = moves.Select(m => m.DisclosureId).Distinct().ToList();
        var running = (await db.DueDates.AsNoTracking().Where(d => ids.Contains(d.DisclosureId) && d.SettledAt == null).ToListAsync(stop)).ToLookup(d => d.DisclosureId);
        return [.. moves.Select(m => running[m.DisclosureId].FirstOrDefault(d => d.DueOn == m.To) is { } due ? m with { Due = DueLine.Of(due) } : m)];
    }

    private Task<IReadOnlyList<ItemLimitLine>> LinesAsync(System.Linq.Expressions.Expression<Func<StandardItem, bool>> which, CancellationToken stop) =>
        LinesAsync(db.Items.OfCityEdition(db).AsNoTracking().Where(which), stop);

    private async Task<IReadOnlyList<ItemLimitLine>> LinesAsync(IQueryable<StandardItem> items, CancellationToken stop)
    {
        var rows = await items.OrderBy(i => i.SortOrder)
            .Join(db.Domains, i => i.DomainId, d => d.Id, (i, d) => new { i.Code, i.Text, d.Name, d.Slug }).ToListAsync(stop);
        var lines = new List<ItemLimitLine>();
        foreach (var row in rows) lines.Add(new ItemLimitLine(row.Code, row.Text.FullName, row.Name, row.Slug, row.Text.TimeLimit, await book.ForAsync(row.Code, row.Text.TimeLimit, clock.Today, stop)));
        return lines;
    }
}
