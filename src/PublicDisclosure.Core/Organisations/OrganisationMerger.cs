using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Organisations;

/// <summary>Dissolves one body into another.</summary>
public sealed record MergeOrganisation(Guid Id, int SeenRevision, Guid SuccessorId, Guid? By);

/// <summary>
/// Merges bodies (机构撤并). Addresses, numbers and documents stay under the old name; open drafts go to the successor, whose
/// people also keep what the old body published (条例第十条：由承继其职权的行政机关负责公开). All in one save: nothing is lost between
/// the two.
/// </summary>
public sealed class OrganisationMerger(DisclosureDb db, BusinessClock clock, StaffAuthority authority)
{
    /// <summary>How many drafts were handed over, or why nothing was done.</summary>
    public async Task<OutcomeOf<int>> MergeAsync(MergeOrganisation command, CancellationToken stop)
    {
        if (!(await authority.RightsOfAsync(command.By, stop)).Has(Permission.PlatformManage)) return Outcome.NotFound;
        var organisation = await db.Organisations.Include(o => o.Predecessors).SingleOrDefaultAsync(o => o.Id == command.Id, stop);
        if (organisation is null) return Outcome.NotFound;
        if (organisation.Revision != command.SeenRevision) return Outcome.EditedMeanwhile;
        var successor = await db.Organisations.SingleOrDefaultAsync(o => o.Id == command.SuccessorId, stop);
        if (organisation.CheckMerge(successor) is { Count: > 0 } refusals) return Outcome.Refused(refusals);

        var now = clock.Now;
        organisation.MergeInto(successor!);
        // Whoever was merged into this body before is now kept by the same successor.
        foreach (var predecessor in organisation.Predecessors.ToList()) predecessor.MergeInto(successor!);
        var handedOver = await HandOverAsync(organisation, successor!, now, command.By, stop);
        await HandDutiesAsync(organisation.Id, successor!.Id, now, stop);
        db.Add(AuditEntry.Record(now, command.By, "Organisation.Merge", organisation.Id, organisation.Id, organisation.Name, $"{successor.Name} {handedOver}"));
        var saved = await db.TrySaveAsync(stop);
        return saved.IsDone ? handedOver : saved;
    }

    private async Task<int> HandOverAsync(Organisation organisation, Organisation successor, DateTime now, Guid? by, CancellationToken stop)
    {
        var states = DisclosureTransitions.HandedOver;
        var open = await db.Disclosures.Include(d => d.Items).Where(d => d.OrganisationId == organisation.Id && d.CurrentVersion == 0 && states.Contains(d.State)).ToListAsync(stop);
        foreach (var disclosure in open)
        {
            disclosure.HandOver(successor.Id, $"{organisation.Name}已撤并，由{successor.Name}承接。", now, by ?? Guid.Empty);
            db.Add(AuditEntry.Record(now, by, "Disclosure.HandOver", successor.Id, disclosure.Id, disclosure.Text.Title, organisation.Name));
        }

        return open.Count;
    }

    /// <summary>
    /// Duties end for the old body today and begin for the successor: what had fallen due stays with the old name, the running
    /// period is the successor's.
    /// </summary>
    private async Task HandDutiesAsync(Guid from, Guid to, DateTime now, CancellationToken stop)
    {
        var today = BusinessClock.BeijingDate(now);
        var held = await db.Duties.Where(d => d.OrganisationId == to).ToDictionaryAsync(d => d.ItemCode, stop);
        foreach (var duty in await db.Duties.Where(d => d.OrganisationId == from && d.IsActive).ToListAsync(stop))
        {
            duty.SetActive(false, today);
            if (!held.TryGetValue(duty.ItemCode, out var own)) db.Add(own = Duty.Create(Guid.CreateVersion7(now), to, duty.DomainId, duty.ItemCode, duty.Level, today));
            own.TakeOver(duty, today);
        }
    }
}
