using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Postings;

/// <summary>
/// What the public learns of postings off the web: the confirmed fact, never list, photograph or note (the query does not even
/// read them).
/// </summary>
public sealed class PostingReader(DisclosureDb db)
{
    /// <summary>Facts shown on one page.</summary>
    public const int Shown = 20;

    /// <summary>The newest postings for an item, of all organisations.</summary>
    public Task<PostingFacts> OfItemAsync(string itemCode, CancellationToken stop) =>
        ReadAsync(db.Postings.Where(p => p.ItemCode == itemCode), stop);

    /// <summary>The newest postings of an organisation, for all items.</summary>
    public Task<PostingFacts> OfOrganisationAsync(Guid organisationId, CancellationToken stop) =>
        ReadAsync(db.Postings.Where(p => p.OrganisationId == organisationId), stop);

    private async Task<PostingFacts> ReadAsync(IQueryable<OffsitePosting> postings, CancellationToken stop)
    {
        var confirmed = postings.AsNoTracking().Where(p => p.ConfirmedNumber > 0);
        var total = await confirmed.CountAsync(stop);
        if (total == 0) return PostingFacts.None;
        var rows = await confirmed
            .Join(db.Set<PostingRecord>(), p => new { PostingId = p.Id, Number = p.ConfirmedNumber }, r => new { r.PostingId, r.Number }, (p, r) => new { p, r })
            .Join(db.Organisations, x => x.p.OrganisationId, o => o.Id, (x, o) => new { x.p, x.r, o })
            .OrderByDescending(x => x.r.Details.From).ThenByDescending(x => x.p.Id).Take(Shown)
            .Select(x => new PostingFact(
                x.o.Name, x.o.Slug, x.r.Details.What, x.r.Details.Places, x.r.Details.From, x.r.Details.To, x.r.Details.Channel,
                x.r.Number > 1 ? x.r.DecidedAt : null))
            .ToListAsync(stop);
        return new PostingFacts(total, rows);
    }
}

/// <summary>Confirmed postings: how many, and the newest.</summary>
public sealed record PostingFacts(int Total, IReadOnlyList<PostingFact> Newest)
{
    public static PostingFacts None { get; } = new(0, []);
}

/// <summary>A posting as the public learns of it.</summary>
/// <param name="OrganisationName">Who posted.</param>
/// <param name="OrganisationSlug">Its column.</param>
/// <param name="What">What was posted, in words.</param>
/// <param name="Places">Where, one place a line.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Channel">The channel of the catalogue.</param>
/// <param name="CorrectedAt">When a correction of the record was confirmed, UTC; null when it stands as first recorded.</param>
public sealed record PostingFact(
    string OrganisationName, string OrganisationSlug, string What, string Places, DateOnly From, DateOnly To, Catalogue.Channel Channel, DateTime? CorrectedAt);
