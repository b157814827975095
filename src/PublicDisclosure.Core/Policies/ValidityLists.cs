using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Policies;

/// <summary>What staff look at when they keep up the validity of their documents.</summary>
public enum ValidityView
{
    /// <summary>将到期</summary>
    Ending,

    /// <summary>待确认</summary>
    Pending,

    /// <summary>已到期失效</summary>
    Expired,

    /// <summary>没有失效日期</summary>
    Open,

    /// <summary>替代文件已停止公开</summary>
    Doubtful,

    /// <summary>全部</summary>
    All,
}

/// <summary>The staff's lists of documents with a validity, within the organisations of a person.</summary>
public sealed class ValidityLists(DisclosureDb db, BusinessClock clock, IOptions<ValidityOptions> options)
{
    private const int PageSize = 50;

    /// <summary>Longest text searched for.</summary>
    public const int LongestWords = 100;

    /// <summary>The last day that counts as soon.</summary>
    public DateOnly Soon => clock.Today.AddMonths(options.Value.EndsWithinMonths);

    /// <summary>How many months count as soon.</summary>
    public int Months => options.Value.EndsWithinMonths;

    /// <summary>How many documents each view holds.</summary>
    public async Task<IReadOnlyDictionary<ValidityView, int>> CountsAsync(OrganisationScope scope, CancellationToken stop)
    {
        var counts = new Dictionary<ValidityView, int>();
        foreach (var view in Enum.GetValues<ValidityView>().Where(v => v != ValidityView.All)) counts[view] = await Rows(scope, view).CountAsync(stop);
        return counts;
    }

    /// <summary>How many documents one view holds.</summary>
    public Task<int> CountAsync(OrganisationScope scope, ValidityView view, CancellationToken stop) => Rows(scope, view).CountAsync(stop);

    /// <summary>A page of a view; what ends first stands first, everything else newest first.</summary>
    public async Task<Page<ValidityRow>> ReadAsync(OrganisationScope scope, ValidityView view, string? words, ListPosition? after, CancellationToken stop)
    {
        var rows = Rows(scope, view);
        if (words?.Trim() is { Length: > 0 and <= LongestWords } text) rows = rows.Where(l => l.Title.Contains(text) || l.DocumentNumber.Contains(text));
        if (view == ValidityView.Ending)
        {
            if (after is { } p && BusinessClock.BeijingDate(p.At) is var day)
                rows = rows.Where(l => l.ExpiresOn >= day && (l.ExpiresOn > day || l.DisclosureId.CompareTo(p.Id) > 0));
            rows = rows.OrderBy(l => l.ExpiresOn).ThenBy(l => l.DisclosureId);
        }
        else
        {
            if (after is { } p) rows = rows.Where(l => l.FirstPublishedAt <= p.At && (l.FirstPublishedAt < p.At || l.DisclosureId.CompareTo(p.Id) < 0));
            rows = rows.OrderByDescending(l => l.FirstPublishedAt).ThenByDescending(l => l.DisclosureId);
        }

        var found = await rows.Take(PageSize + 1).Select(l => new ValidityRow(
            l.DisclosureId, l.Address, l.Title, l.DocumentNumber, db.Organisations.Where(o => o.Id == l.OrganisationId).Select(o => o.ShortName).First(),
            l.Genre, l.FirstPublishedAt, l.EffectiveOn, l.ExpiresOn, l.AmendedOn, l.RepealedOn,
            db.ValidityActs.Any(a => a.DisclosureId == l.DisclosureId && a.State == ValidityActState.Pending))).ToListAsync(stop);
        var more = found.Count > PageSize;
        if (more) found.RemoveAt(PageSize);
        return new Page<ValidityRow>(found, more ? After(found[^1], view) : null, null);
    }

    /// <summary>One public document with everything recorded about it; null when it is not public or has no validity.</summary>
    public async Task<ValiditySheet?> SheetAsync(Guid id, CancellationToken stop)
    {
        var found = await db.Listings.AsNoTracking().Where(l => l.DisclosureId == id && l.HasValidity).Select(l => new
        {
            l.OrganisationId,
            Row = new ValidityRow(
                l.DisclosureId, l.Address, l.Title, l.DocumentNumber, db.Organisations.Where(o => o.Id == l.OrganisationId).Select(o => o.ShortName).First(),
                l.Genre, l.FirstPublishedAt, l.EffectiveOn, l.ExpiresOn, l.AmendedOn, l.RepealedOn, false),
        }).FirstOrDefaultAsync(stop);
        if (found is null) return null;
        var acts = await ValidityListing.ActsAsync(db, id, stop);
        var people = acts.SelectMany(a => new[] { a.RecordedBy, a.DecidedBy ?? a.RecordedBy }).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, stop);
        var bases = acts.Select(a => a.BasisDisclosureId).OfType<Guid>().Distinct().ToList();
        var addresses = await db.Disclosures.Where(d => bases.Contains(d.Id) && d.Address != null).ToDictionaryAsync(d => d.Id, d => d.Address!, stop);
        var counting = ValidityDates.Counting(acts);
        return new ValiditySheet(found.OrganisationId, found.Row, counting, [.. acts.OrderByDescending(a => a.RecordedAt).ThenByDescending(a => a.Id).Select(a => new ValiditySheetLine(
            a, names.GetValueOrDefault(a.RecordedBy, ""), a.DecidedBy is { } by ? names.GetValueOrDefault(by, "") : "",
            a.BasisDisclosureId is { } basis ? addresses.GetValueOrDefault(basis) : null,
            a.State == ValidityActState.Confirmed && counting.All(c => c.Id != a.Id)))]);
    }

    /// <summary>The public document behind an address as people paste it: the whole one, its path, or its last part.</summary>
    public async Task<Guid?> IdOfAsync(string? typed, CancellationToken stop)
    {
        var address = (typed ?? "").Trim().Split('?', '#')[0].TrimEnd('/').Split('/')[^1];
        return address.Length is 0 or > 40 ? null : await db.Listings.Where(l => l.Address == address).Select(l => (Guid?)l.DisclosureId).FirstOrDefaultAsync(stop);
    }

    private static string After(ValidityRow row, ValidityView view) => new ListPosition(
        view == ValidityView.Ending ? BusinessClock.Utc(row.ExpiresOn!.Value, TimeOnly.MinValue) : row.FirstPublishedAt, row.Id).ToString();

    private IQueryable<PublicListing> Rows(OrganisationScope scope, ValidityView view)
    {
        var (today, soon) = (clock.Today, Soon);
        var rows = scope.Apply(db.Listings.AsNoTracking().Where(l => l.HasValidity), l => l.OrganisationId);
        return view switch
        {
            ValidityView.Ending => rows.Where(l => l.ExpiresOn >= today && l.ExpiresOn <= soon && (l.RepealedOn == null || l.RepealedOn > today)),
            ValidityView.Expired => rows.Where(l => l.ExpiresOn < today && (l.RepealedOn == null || l.RepealedOn > today)),
            ValidityView.Open => rows.Where(l => l.ExpiresOn == null && (l.RepealedOn == null || l.RepealedOn > today)),
            ValidityView.Pending => rows.Where(l => db.ValidityActs.Any(a => a.DisclosureId == l.DisclosureId && a.State == ValidityActState.Pending)),
            // Repealed by a document that is not public any more: somebody must say whether the repeal still stands.
            ValidityView.Doubtful => rows.Where(l => db.ValidityActs.Any(a => a.DisclosureId == l.DisclosureId && a.IsByReplacement
                && a.Kind == ValidityActKind.Repeal && a.State == ValidityActState.Confirmed
                && !db.Listings.Any(b => b.DisclosureId == a.BasisDisclosureId)
                && !db.ValidityActs.Any(c => c.DisclosureId == l.DisclosureId && c.RecordedAt > a.RecordedAt && c.State == ValidityActState.Confirmed))),
            _ => rows,
        };
    }
}

/// <summary>A document with everything recorded about its validity, newest first.</summary>
/// <param name="OrganisationId">Whose it is.</param>
/// <param name="Row">The document.</param>
/// <param name="Correctable">The acts that count now; a further act may correct one of them.</param>
/// <param name="Acts">Everything recorded.</param>
public sealed record ValiditySheet(Guid OrganisationId, ValidityRow Row, IReadOnlyList<ValidityAct> Correctable, IReadOnlyList<ValiditySheetLine> Acts);

/// <summary>A recorded act with the names of its people.</summary>
public sealed record ValiditySheetLine(ValidityAct Act, string RecordedBy, string DecidedBy, string? BasisAddress, bool IsCorrected);

/// <summary>A document in a staff list.</summary>
public sealed record ValidityRow(
    Guid Id, string Address, string Title, string DocumentNumber, string OrganisationName, DisclosureGenre Genre, DateTime FirstPublishedAt,
    DateOnly? EffectiveOn, DateOnly? ExpiresOn, DateOnly? AmendedOn, DateOnly? RepealedOn, bool IsPending)
{
    /// <summary>Validity on a day.</summary>
    public Validity On(DateOnly day) => new ValidityDates(EffectiveOn, ExpiresOn, AmendedOn, RepealedOn).On(day, Genre);
}
