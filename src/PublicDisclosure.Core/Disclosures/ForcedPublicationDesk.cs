using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Publication in an emergency (应急发布) and the review that makes up for the missing signature. Only the disclosure office
/// forces; its right is read from the database at the moment of the act, whatever the page believed.
/// </summary>
public sealed class ForcedPublicationDesk(
    DisclosureDb db, DisclosurePublishing publishing, StaffAuthority authority, BusinessClock clock, CalendarStore calendars, IOptions<ReviewOptions> options)
{
    /// <summary>Publishes at once. It skips 审签 and nothing else.</summary>
    public async Task<Outcome> ForceAsync(ForceDisclosure command, CancellationToken stop = default)
    {
        var organisation = await db.Disclosures.Where(d => d.Id == command.Id).Select(d => (Guid?)d.OrganisationId).SingleOrDefaultAsync(stop);
        if (organisation is null || !(await authority.RightsOfAsync(command.By, stop)).Has(Permission.DisclosuresForce, organisation.Value)) return Outcome.NotFound;
        if (ForcedPublication.CheckReason(command.Reason) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var dueOn = (await calendars.GetAsync(stop)).AddWorkingDays(clock.Today, options.Value.ForcedReviewWorkingDays);
        return await publishing.ForceAsync(new PublishDisclosure(command.Id, command.SeenRevision, command.By, command.Reasons), command.Reason, dueOn, stop);
    }

    /// <summary>
    /// Another person looks at it afterwards: a reviewer of the organisation or somebody of the office, who neither forced nor
    /// wrote it.
    /// </summary>
    public async Task<Outcome> ReviewAsync(ReviewForcedPublication command, CancellationToken stop = default)
    {
        var forced = await db.ForcedPublications.Include(f => f.Authors).SingleOrDefaultAsync(f => f.Id == command.Id, stop);
        var about = forced is null ? null : await db.Disclosures.Where(d => d.Id == forced.DisclosureId).Select(d => new { d.Id, d.OrganisationId, d.Text.Title }).SingleAsync(stop);
        if (forced is null || about is null || !MayReview(await authority.RightsOfAsync(command.By, stop), about.OrganisationId)) return Outcome.NotFound;
        if (forced.Revision != command.SeenRevision) return Outcome.EditedMeanwhile;
        return await db.ActAndSaveAsync(() =>
        {
            forced.Review(command.Outcome, command.Remark, clock.Now, command.By);
            db.Add(AuditEntry.Record(clock.Now, command.By, "ForcedPublication." + command.Outcome, about.OrganisationId, about.Id, about.Title, forced.ReviewRemark));
        }, stop);
    }

    /// <summary>Whether these rights allow a review for the organisation at all.</summary>
    public static bool MayReview(StaffRights rights, Guid organisationId) =>
        rights.Has(Permission.DisclosuresReview, organisationId) || rights.Has(Permission.DisclosuresForce, organisationId);
}
