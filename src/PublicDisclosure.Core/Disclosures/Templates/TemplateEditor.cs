using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures.Templates;

/// <summary>Makes a template.</summary>
/// <param name="OrganisationId">Whose; null for every organisation.</param>
/// <param name="ItemCode">The item.</param>
/// <param name="Name">What staff call it.</param>
/// <param name="Text">What a draft begins with.</param>
/// <param name="By">Who makes it.</param>
public sealed record CreateTemplate(Guid? OrganisationId, string ItemCode, string Name, DisclosureText Text, Guid By);

/// <summary>Changes a template.</summary>
public sealed record EditTemplate(Guid Id, int SeenRevision, string Name, DisclosureText Text, Guid By);

/// <summary>
/// Keeps templates. One that a person may not keep looks like none. Those for every organisation are kept by whoever may
/// keep the templates of the whole city.
/// </summary>
public sealed class TemplateEditor(DisclosureDb db, BusinessClock clock, StaffAuthority authority)
{
    /// <summary>Makes a template and tells its id.</summary>
    public async Task<OutcomeOf<Guid>> CreateAsync(CreateTemplate command, CancellationToken stop = default)
    {
        if (!await MayKeepAsync(command.By, command.OrganisationId, stop)) return Outcome.NotFound;
        var refusals = DisclosureTemplate.Check(command.ItemCode, command.Name, command.Text).ToList();
        if (refusals.Count == 0 && !await db.Items.AnyAsync(i => i.Code == command.ItemCode && i.Confirmation != ItemConfirmation.Struck, stop))
            refusals.Add(new Refusal("Template.ItemMissing", "Item"));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var now = clock.Now;
        var template = DisclosureTemplate.Create(Guid.CreateVersion7(now), command.OrganisationId, command.ItemCode, command.Name, command.Text, now);
        db.Add(template);
        db.Add(AuditEntry.Record(now, command.By, "Template.Create", template.OrganisationId, template.Id, template.Name, template.ItemCode));
        await db.SaveChangesAsync(stop);
        return template.Id;
    }

    /// <summary>Changes a template.</summary>
    public Task<Outcome> EditAsync(EditTemplate command, CancellationToken stop = default) =>
        ChangeAsync(command.Id, command.SeenRevision, command.By, "Template.Edit", (t, now) => t.Edit(command.Name, command.Text, now), stop);

    /// <summary>Takes a template out of use.</summary>
    public Task<Outcome> RetireAsync(Guid id, int seenRevision, Guid by, CancellationToken stop = default) =>
        ChangeAsync(id, seenRevision, by, "Template.Retire", (t, now) => t.Retire(now), stop);

    private async Task<Outcome> ChangeAsync(Guid id, int seenRevision, Guid by, string act, Action<DisclosureTemplate, DateTime> change, CancellationToken stop)
    {
        var template = await db.Templates.SingleOrDefaultAsync(t => t.Id == id, stop);
        if (template is null || !await MayKeepAsync(by, template.OrganisationId, stop)) return Outcome.NotFound;
        if (template.Revision != seenRevision) return Outcome.EditedMeanwhile;
        return await db.ActAndSaveAsync(() =>
        {
            change(template, clock.Now);
            db.Add(AuditEntry.Record(clock.Now, by, act, template.OrganisationId, template.Id, template.Name, template.ItemCode));
        }, stop);
    }

    private async Task<bool> MayKeepAsync(Guid by, Guid? organisationId, CancellationToken stop)
    {
        var scope = (await authority.RightsOfAsync(by, stop)).ScopeOf(Permission.TemplatesKeep);
        return organisationId is { } id ? scope.Contains(id) : scope.IsWholeCity;
    }
}
