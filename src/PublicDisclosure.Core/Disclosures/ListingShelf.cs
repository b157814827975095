using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Takes the row of a disclosure off the lists and puts it back, in the caller's save. Lists, columns, feeds, search and sitemap
/// read nothing but these rows, so that what is off is off everywhere in the same transaction.
/// </summary>
public sealed class ListingShelf(DisclosureDb db)
{
    /// <summary>Takes the row off; what only the row knew is kept aside.</summary>
    public async Task TakeOffAsync(Guid disclosureId, CancellationToken stop)
    {
        var listing = await db.Listings.Include(l => l.Items).Include(l => l.Domains).SingleOrDefaultAsync(l => l.DisclosureId == disclosureId, stop);
        if (listing is null) return;
        if (await FindAsync(disclosureId, stop) is { } former) db.Remove(former);
        db.Add(new ShelvedListing(listing));
        db.Remove(listing);
    }

    /// <summary>Puts the row of the current version back, behind the items and with the due date it had.</summary>
    public async Task PutBackAsync(Disclosure disclosure, CancellationToken stop)
    {
        var shelved = await FindAsync(disclosure.Id, stop);
        var codes = shelved?.Codes ?? [];
        var version = await db.Versions.AsNoTracking().Include(v => v.Attachments)
            .SingleAsync(v => v.DisclosureId == disclosure.Id && v.Number == disclosure.CurrentVersion, stop);
        var domains = await db.Items.AsNoTracking().Where(i => codes.Contains(i.Code)).Select(i => i.DomainId).Distinct().ToListAsync(stop);
        var listing = PublicListing.From(
            disclosure, version, domains, BusinessClock.BeijingDate(disclosure.FirstPublishedAt!.Value), shelved?.DueOn, codes);
        // What was decided about its validity meanwhile holds too.
        listing.FollowActs(await ValidityListing.ActsAsync(db, disclosure.Id, stop), null);
        db.Add(listing);
        if (shelved is not null) db.Remove(shelved);
    }

    /// <summary>What was kept aside, to be removed by whoever lists the disclosure anew; null when it was never off.</summary>
    public Task<ShelvedListing?> FindAsync(Guid disclosureId, CancellationToken stop) =>
        db.Set<ShelvedListing>().SingleOrDefaultAsync(s => s.DisclosureId == disclosureId, stop);
}
