using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.EndToEndTests.Pages;

/// <summary>Addresses of seeded things, to fill the routes with.</summary>
/// <param name="Corrected">Address of a disclosure with at least two versions.</param>
/// <param name="WithFiles">Address of a disclosure with attachments.</param>
/// <param name="Withdrawn">Address of a withdrawn disclosure.</param>
/// <param name="Domain">Slug of the domain with most items.</param>
/// <param name="Item">Code of an item of that domain with something published behind it.</param>
internal sealed record Samples(string Corrected, string WithFiles, string Withdrawn, string Domain, string Item)
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static Samples? _loaded;

    /// <summary>Reads them once.</summary>
    public static async Task<Samples> OfAsync(Site site)
    {
        await Gate.WaitAsync();
        try
        {
            return _loaded ??= await LoadAsync(site);
        }
        finally
        {
            Gate.Release();
        }
    }

    private static Task<Samples> LoadAsync(Site site) => site.ReadAsync(async db =>
    {
        var corrected = await db.Listings.Where(l => l.VersionNumber > 1).OrderBy(l => l.Address).Select(l => l.Address).FirstAsync();
        var withFiles = await db.Listings.Where(l => l.AttachmentCount > 1).OrderBy(l => l.Address).Select(l => l.Address).FirstAsync();
        var withdrawn = await db.Disclosures.Where(d => d.State == DisclosureState.Withdrawn && d.Address != null)
            .OrderBy(d => d.Address).Select(d => d.Address!).FirstAsync();
        var place = await (from listed in db.ListingItems
                           join item in db.Items on listed.ItemCode equals item.Code
                           join domain in db.Domains on item.DomainId equals domain.Id
                           where domain.Name == "社会救助"
                           orderby item.Code
                           select new { domain.Slug, item.Code }).FirstAsync();
        return new Samples(corrected, withFiles, withdrawn, place.Slug, place.Code);
    });
}
