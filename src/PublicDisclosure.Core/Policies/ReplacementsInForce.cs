using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Policies;

/// <summary>
/// What a publication does to the documents it replaces, within the publishing transaction: a repeal that the clerk declared
/// becomes an act on the older document. A later version that declares otherwise is a further act that corrects the first.
/// </summary>
internal static class ReplacementsInForce
{
    public static async Task ApplyAsync(DisclosureDb db, Disclosure disclosure, DisclosureVersion version, DateTime now, CancellationToken stop)
    {
        var repealed = version.Replacements.Where(r => r.Repeals).Select(r => r.ReplacedId).ToHashSet();
        var earlier = await db.ValidityActs.AsNoTracking().Where(a => a.BasisDisclosureId == disclosure.Id && a.IsByReplacement)
            .Select(a => a.DisclosureId).Distinct().ToListAsync(stop);
        foreach (var id in repealed.Union(earlier).Order())
        {
            if (!await ValidityListing.LockAsync(db, id, now, stop)) continue;
            var text = await ValidityListing.TextAsync(db, id, stop);
            if (!text.Genre.Rule().HasValidity) continue;
            var from = version.Text.EffectiveOn ?? BusinessClock.BeijingDate(now);
            var acts = await ValidityListing.ActsAsync(db, id, stop);
            var latest = acts.Where(a => a.IsByReplacement && a.BasisDisclosureId == disclosure.Id).OrderBy(a => a.RecordedAt).ThenBy(a => a.Id).LastOrDefault();
            var counts = latest is not null && ValidityDates.Counting(acts).Any(a => a.Id == latest.Id);
            if (Next(disclosure, version, id, repealed.Contains(id) ? from : null, latest, counts, now) is not { } command) continue;
            db.Add(ValidityAct.ByReplacement(text.OrganisationId, command, version.ApprovedBy ?? version.PublishedBy, now));
            await db.SaveChangesAsync(stop);
            await ValidityListing.RenewAsync(db, id, stop);
        }
    }

    /// <summary>
    /// The act that brings what was declared last to what is declared now; null when they agree, also where staff have
    /// corrected the first by hand since.
    /// </summary>
    private static RecordValidityAct? Next(
        Disclosure disclosure, DisclosureVersion version, Guid id, DateOnly? repealedFrom, ValidityAct? latest, bool counts, DateTime now)
    {
        var corrects = latest is { Kind: ValidityActKind.Repeal } && counts ? latest.Id : (Guid?)null;
        var title = ShortText.Of(version.Text.Title, 150);
        var by = disclosure.SubmittedBy ?? version.PublishedBy;
        if (repealedFrom is { } from)
        {
            return latest is { Kind: ValidityActKind.Repeal } && latest.EffectiveOn == from
                ? null
                : new RecordValidityAct(id, ValidityActKind.Repeal, from, null, disclosure.Id, "", $"由《{title}》替代。", corrects, by);
        }

        return corrects is null
            ? null
            : new RecordValidityAct(id, ValidityActKind.Continue, BusinessClock.BeijingDate(now), null, disclosure.Id, "", $"《{title}》更正后不再废止本文件。", corrects, by);
    }
}
