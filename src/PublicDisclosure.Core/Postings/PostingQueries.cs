using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Postings;

/// <summary>A posting in the staff list: its newest record.</summary>
public sealed record PostingRow(
    Guid Id, string OrganisationName, string ItemCode, string What, DateOnly From, DateOnly To, DateTime RecordedAt, PostingDecision? Decision,
    int Number, int ConfirmedNumber);

/// <summary>Reads staff lists of postings.</summary>
public sealed class PostingQueries(DisclosureDb db)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 30;

    /// <summary>A page of postings, the last recorded first.</summary>
    /// <param name="postings">Those the person may see.</param>
    /// <param name="onlyOpen">Only those that wait for a second person.</param>
    /// <param name="after">Place of the last row seen.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<Page<PostingRow>> ListAsync(IQueryable<OffsitePosting> postings, bool onlyOpen, ListPosition? after, CancellationToken stop)
    {
        if (onlyOpen) postings = postings.Where(p => p.Records.Any(r => r.Decision == null));
        if (after is { } a) postings = postings.Where(p => p.CreatedAt < a.At || (p.CreatedAt == a.At && p.Id.CompareTo(a.Id) < 0));
        var records = db.Set<PostingRecord>();
        var found = await postings
            .Join(records.Where(r => !records.Any(later => later.PostingId == r.PostingId && later.Number > r.Number)), p => p.Id, r => r.PostingId, (p, r) => new { p, r })
            .Join(db.Organisations, x => x.p.OrganisationId, o => o.Id, (x, o) => new { x.p, x.r, o })
            .OrderByDescending(x => x.p.CreatedAt).ThenByDescending(x => x.p.Id).Take(PageSize + 1)
            .Select(x => new
            {
                x.p.CreatedAt,
                Row = new PostingRow(
                    x.p.Id, x.o.ShortName, x.p.ItemCode, x.r.Details.What, x.r.Details.From, x.r.Details.To, x.r.RecordedAt, x.r.Decision, x.r.Number, x.p.ConfirmedNumber),
            })
            .ToListAsync(stop);
        var next = found.Count > PageSize ? new ListPosition(found[PageSize - 1].CreatedAt, found[PageSize - 1].Row.Id).ToString() : null;
        return new Page<PostingRow>([.. found.Take(PageSize).Select(f => f.Row)], next, null);
    }

    /// <summary>How many confirmed postings the organisation has for each of its items.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(Guid organisationId, CancellationToken stop) =>
        await db.Postings.AsNoTracking().Where(p => p.OrganisationId == organisationId && p.ConfirmedNumber > 0)
            .GroupBy(p => p.ItemCode).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
}
