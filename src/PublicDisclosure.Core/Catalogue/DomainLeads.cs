using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>Names the department that leads a domain, or takes it away. SeenLeadId is what the person had on the screen.</summary>
public sealed record AssignLead(string DomainCode, Guid? SeenLeadId, Guid? LeadId, Guid By);

/// <summary>Keeps which department leads which domain (牵头部门). It is the city steward's to say.</summary>
public sealed class DomainLeads(DisclosureDb db, BusinessClock clock, CatalogueAuthority authority)
{
    /// <summary>Names the lead. A township or village leads nothing; a department that was dissolved cannot be named.</summary>
    public async Task<Outcome> AssignAsync(AssignLead command, CancellationToken stop = default)
    {
        var rights = await authority.OfAsync(command.By, stop);
        var domain = await db.Domains.SingleOrDefaultAsync(d => d.Code == command.DomainCode, stop);
        if (domain is null || !rights.IsCitySteward) return Outcome.NotFound;
        if (domain.LeadOrganisationId != command.SeenLeadId) return Outcome.EditedMeanwhile;
        if (command.LeadId == command.SeenLeadId) return Outcome.Done;
        var lead = command.LeadId is { } id
            ? await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id && o.IsActive && o.Kind == OrganisationKind.Department, stop)
            : null;
        if (command.LeadId is not null && lead is null) return Outcome.Refused("Domain.LeadMustBeADepartment", "LeadId");
        var former = await db.Organisations.AsNoTracking().Where(o => o.Id == domain.LeadOrganisationId).Select(o => o.ShortName).SingleOrDefaultAsync(stop);
        domain.AssignLead(lead?.Id);
        db.Add(AuditEntry.Record(clock.Now, command.By, CatalogueActs.AssignLead, lead?.Id, domain.Id, domain.Name, $"{former ?? "无"} → {lead?.ShortName ?? "无"}"));
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }
}
