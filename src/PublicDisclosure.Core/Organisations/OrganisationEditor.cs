using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Organisations;

/// <summary>A new body of the directory. Slug and kind never change afterwards.</summary>
public sealed record CreateOrganisation(string Slug, string Name, string ShortName, OrganisationKind Kind, string DivisionCode, Guid? By);

/// <summary>New names and credit code; an empty code is unknown.</summary>
public sealed record ReviseOrganisation(
    Guid Id, int SeenRevision, string Name, string ShortName, bool NameConfirmed, string? CreditCode, Guid? By);

/// <summary>A new contact of the disclosure office of an organisation.</summary>
public sealed record UpdateContact(Guid Id, int SeenRevision, OrganisationContact Contact, Guid? By);

/// <summary>Sets the number of review steps, 2 or 3.</summary>
public sealed record SetReviewSteps(Guid Id, int SeenRevision, int Steps, Guid? By);

/// <summary>Marks an organisation as existing or dissolved.</summary>
public sealed record SetOrganisationActive(Guid Id, int SeenRevision, bool Active, Guid? By);

/// <summary>
/// Keeps the directory. Names, codes and existence are the platform's to change; the contact is kept by the organisation's
/// own admin as well.
/// </summary>
public sealed class OrganisationEditor(DisclosureDb db, BusinessClock clock, StaffAuthority authority)
{
    /// <summary>Enters a body.</summary>
    public async Task<OutcomeOf<Guid>> CreateAsync(CreateOrganisation command, CancellationToken stop)
    {
        if (!(await authority.RightsOfAsync(command.By, stop)).Has(Permission.PlatformManage)) return Outcome.NotFound;
        var slug = command.Slug.Trim();
        var refusals = Organisation.Check(slug, command.Name, command.ShortName).Concat(CheckNames(command.Name, command.ShortName)).ToList();
        if (!IsDivisionCode(command.DivisionCode.Trim())) refusals.Add(new Refusal("Organisation.DivisionCodeInvalid", "DivisionCode"));
        if (await db.Organisations.AnyAsync(o => o.Slug == slug, stop)) refusals.Add(new Refusal("Organisation.SlugTaken", "Slug"));
        if (await db.Organisations.AnyAsync(o => o.Name == command.Name.Trim(), stop)) refusals.Add(new Refusal("Organisation.NameTaken", "Name"));
        if (refusals.Count > 0) return Outcome.Refused(refusals);

        var last = await db.Organisations.MaxAsync(o => (int?)o.SortOrder, stop) ?? 0;
        var organisation = Organisation.Create(
            Guid.CreateVersion7(clock.Now), slug, command.Name, command.ShortName, command.Kind, command.DivisionCode.Trim(), last + 10);
        db.Add(organisation);
        var saved = await SaveAsync(organisation, "Organisation.Create", command.By, stop);
        return saved.IsDone ? organisation.Id : saved;
    }

    /// <summary>Changes names and credit code. Addresses and index numbers already issued stay as they are.</summary>
    public async Task<Outcome> ReviseAsync(ReviseOrganisation command, CancellationToken stop)
    {
        var found = await FindAsync(command.Id, command.SeenRevision, Permission.PlatformManage, command.By, stop);
        if (found.Value is not { } organisation) return found.Outcome;
        var refusals = Organisation.Check(organisation.Slug, command.Name, command.ShortName).Concat(CheckNames(command.Name, command.ShortName)).ToList();
        if (await db.Organisations.AnyAsync(o => o.Id != command.Id && o.Name == command.Name.Trim(), stop))
            refusals.Add(new Refusal("Organisation.NameTaken", "Name"));
        OrganisationCode? code = null;
        if (!string.IsNullOrWhiteSpace(command.CreditCode) && !OrganisationCode.TryParse(command.CreditCode, out code))
            refusals.Add(new Refusal("Organisation.CreditCodeInvalid", "CreditCode"));
        else if (code is not null && await db.Organisations.AnyAsync(o => o.Id != command.Id && o.CreditCode == code, stop))
            refusals.Add(new Refusal("Organisation.CreditCodeTaken", "CreditCode"));
        if (refusals.Count > 0) return Outcome.Refused(refusals);

        organisation.Rename(command.Name, command.ShortName, command.NameConfirmed);
        // A code that stays what it was stays marked as it was; a typed one is taken for a real one.
        if (code != organisation.CreditCode) organisation.AssignCreditCode(code, isDemo: false);
        return await SaveAsync(organisation, "Organisation.Revise", command.By, stop);
    }

    /// <summary>Replaces the contact.</summary>
    public async Task<Outcome> UpdateContactAsync(UpdateContact command, CancellationToken stop)
    {
        var found = await FindAsync(command.Id, command.SeenRevision, Permission.OrganisationManage, command.By, stop);
        if (found.Value is not { } organisation) return found.Outcome;
        var contact = ContactRule.Tidy(command.Contact);
        var refusals = ContactRule.Check(contact);
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        organisation.UpdateContact(contact);
        return await SaveAsync(organisation, "Organisation.UpdateContact", command.By, stop);
    }

    /// <summary>Sets how many steps its reviews have from the next submission on.</summary>
    public async Task<Outcome> SetReviewStepsAsync(SetReviewSteps command, CancellationToken stop)
    {
        var found = await FindAsync(command.Id, command.SeenRevision, Permission.OrganisationManage, command.By, stop);
        if (found.Value is not { } organisation) return found.Outcome;
        if (command.Steps is < Organisation.FewestReviewSteps or > Organisation.MostReviewSteps) return Outcome.Refused("Organisation.ReviewStepsInvalid", "Steps");
        var before = organisation.ReviewSteps;
        organisation.SetReviewSteps(command.Steps);
        return await SaveAsync(organisation, "Organisation.SetReviewSteps", command.By, stop, $"{before} → {command.Steps}");
    }

    /// <summary>Marks it as existing or dissolved. Its addresses and documents stay.</summary>
    public async Task<Outcome> SetActiveAsync(SetOrganisationActive command, CancellationToken stop)
    {
        var found = await FindAsync(command.Id, command.SeenRevision, Permission.PlatformManage, command.By, stop);
        if (found.Value is not { } organisation) return found.Outcome;
        organisation.SetActive(command.Active);
        return await SaveAsync(organisation, command.Active ? "Organisation.Activate" : "Organisation.Deactivate", command.By, stop);
    }

    private async Task<OutcomeOf<Organisation>> FindAsync(Guid id, int seenRevision, Permission permission, Guid? by, CancellationToken stop)
    {
        var rights = await authority.RightsOfAsync(by, stop);
        var organisation = rights.Has(permission, id) ? await db.Organisations.SingleOrDefaultAsync(o => o.Id == id, stop) : null;
        if (organisation is null) return Outcome.NotFound;
        return organisation.Revision == seenRevision ? organisation : Outcome.EditedMeanwhile;
    }

    private async Task<Outcome> SaveAsync(Organisation organisation, string act, Guid? by, CancellationToken stop, string detail = "")
    {
        db.Add(AuditEntry.Record(clock.Now, by, act, organisation.Id, organisation.Id, organisation.Name, detail));
        try
        {
            await db.SaveChangesAsync(stop);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.EditedMeanwhile;
        }
    }

    private static IEnumerable<Refusal> CheckNames(string name, string shortName)
    {
        if (ChineseText.HasForbiddenCharacters(name)) yield return new Refusal("Text.ForbiddenCharacters", "Name");
        if (ChineseText.HasForbiddenCharacters(shortName)) yield return new Refusal("Text.ForbiddenCharacters", "ShortName");
    }

    private static bool IsDivisionCode(string code) => code.Length is 6 or 9 or 12 && code.All(char.IsAsciiDigit);
}
