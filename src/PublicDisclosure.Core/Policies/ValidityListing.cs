using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Policies;

/// <summary>Carries the dates that follow from the acts into the rows that lists, search and feeds read.</summary>
internal static class ValidityListing
{
    /// <summary>
    /// Waits for whoever else changes this document's listing, within the caller's transaction; false when the document is
    /// not public.
    /// </summary>
    public static async Task<bool> LockAsync(DisclosureDb db, Guid disclosureId, DateTime now, CancellationToken stop) =>
        await db.Listings.Where(l => l.DisclosureId == disclosureId).ExecuteUpdateAsync(u => u.SetProperty(l => l.ValidityActAt, now), stop) == 1;

    /// <summary>Writes the dates anew from the public version and the stored acts. Save the acts before.</summary>
    public static async Task RenewAsync(DisclosureDb db, Guid disclosureId, CancellationToken stop)
    {
        var text = await TextAsync(db, disclosureId, stop);
        var dates = ValidityDates.Of(text.EffectiveOn, text.ExpiresOn, await ActsAsync(db, disclosureId, stop));
        await db.Listings.Where(l => l.DisclosureId == disclosureId).ExecuteUpdateAsync(
            u => u.SetProperty(l => l.EffectiveOn, dates.EffectiveOn).SetProperty(l => l.ExpiresOn, dates.ExpiresOn)
                .SetProperty(l => l.AmendedOn, dates.AmendedOn).SetProperty(l => l.RepealedOn, dates.RepealedOn), stop);
        await db.ListingDomains.Where(d => d.DisclosureId == disclosureId).ExecuteUpdateAsync(
            u => u.SetProperty(l => l.EffectiveOn, dates.EffectiveOn).SetProperty(l => l.ExpiresOn, dates.ExpiresOn)
                .SetProperty(l => l.AmendedOn, dates.AmendedOn).SetProperty(l => l.RepealedOn, dates.RepealedOn), stop);
    }

    /// <summary>Everything recorded about a document.</summary>
    public static Task<List<ValidityAct>> ActsAsync(DisclosureDb db, Guid disclosureId, CancellationToken stop) =>
        db.ValidityActs.AsNoTracking().Where(a => a.DisclosureId == disclosureId).ToListAsync(stop);

    /// <summary>Genre and dates of the version that is public.</summary>
    public static async Task<ValidityText> TextAsync(DisclosureDb db, Guid disclosureId, CancellationToken stop) =>
        await db.Disclosures.Where(d => d.Id == disclosureId)
            .Join(db.Versions, d => new { d.Id, Number = d.CurrentVersion }, v => new { Id = v.DisclosureId, v.Number }, (d, v) =>
                new ValidityText(d.OrganisationId, v.Text.Title, v.Text.Genre, v.Text.EffectiveOn, v.Text.ExpiresOn))
            .FirstAsync(stop);
}

/// <summary>What the public version says about its validity.</summary>
internal sealed record ValidityText(Guid OrganisationId, string Title, Disclosures.DisclosureGenre Genre, DateOnly? EffectiveOn, DateOnly? ExpiresOn);
