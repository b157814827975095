using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>A new draft of the city's catalogue, from the edition in force.</summary>
public sealed record DraftEditionOfCity(string Name, int Year, Guid By);

/// <summary>What a person types about an item.</summary>
public sealed record ItemContent(
    string Sequence, StandardItemText Text, GovernmentLevels Levels, DisclosureMode Mode, DisclosureAspects Aspects, MandatoryClass? MandatoryClass);

/// <summary>A new item of a draft. Without aspects or class the rule table proposes them.</summary>
public sealed record AddItem(Guid EditionId, int SeenRevision, Guid DomainId, ItemContent Content, Guid By);

/// <summary>Other cells of an item; its code stays.</summary>
public sealed record EditItem(Guid ItemId, int SeenRevision, ItemContent Content, Guid By);

/// <summary>Takes an item out of a draft. Documents published under its code stay.</summary>
public sealed record RetireItem(Guid ItemId, int SeenRevision, Guid By);

/// <summary>Throws a draft away.</summary>
public sealed record DiscardDraft(Guid EditionId, int SeenRevision, Guid By);

/// <summary>Makes drafts and changes what they say. Only a draft changes; what is in force was read by the public.</summary>
public sealed class EditionEditor(DisclosureDb db, BusinessClock clock, CatalogueStore store, CatalogueAuthority authority)
{
    /// <summary>Starts a draft with every item of the edition in force under its code. One draft at a time.</summary>
    public async Task<OutcomeOf<Guid>> DraftAsync(DraftEditionOfCity command, CancellationToken stop)
    {
        var rights = await authority.OfAsync(command.By, stop);
        if (!rights.IsCitySteward) return Outcome.NotFound;
        var refusals = CheckName(command.Name, command.Year).ToList();
        var owner = rights.GovernmentId;
        if (await db.Editions.AnyAsync(e => e.OwnerOrganisationId == owner && e.Status == EditionStatus.Draft, stop))
            refusals.Add(new Refusal("Edition.DraftExists"));
        if (refusals.Count > 0) return Outcome.Refused(refusals);

        var draft = CatalogueEdition.Draft(Guid.CreateVersion7(clock.Now), owner, command.Name, command.Year, null, clock.Now, command.By);
        var former = await db.Items.AsNoTracking()
            .Where(i => db.Editions.Any(e => e.Id == i.EditionId && e.OwnerOrganisationId == owner && e.Status == EditionStatus.InForce)
                && i.Confirmation != ItemConfirmation.Struck).OrderBy(i => i.SortOrder).ToListAsync(stop);
        foreach (var item in former) draft.Add(item.CopyTo(Guid.CreateVersion7(clock.Now), draft.Id, ItemAdoption.Applies));
        db.Add(draft);
        store.Record(CatalogueActs.Draft, draft, command.By, detail: $"沿用 {former.Count} 项");
        var saved = await store.SaveAsync(stop);
        return saved.IsDone ? draft.Id : saved;
    }

    /// <summary>Adds an item with a code of its own.</summary>
    public async Task<OutcomeOf<Guid>> AddAsync(AddItem command, CancellationToken stop)
    {
        var found = await store.FindDraftAsync(command.EditionId, command.SeenRevision, command.By, stop);
        if (found.Value is not { } edition) return found.Outcome;
        var domain = await db.Domains.AsNoTracking().SingleOrDefaultAsync(d => d.Id == command.DomainId, stop);
        var refusals = Check(command.Content).ToList();
        if (domain is null) refusals.Add(new Refusal("Item.DomainMissing", "DomainId"));
        if (refusals.Count > 0 || domain is null) return Outcome.Refused(refusals);

        var content = command.Content;
        var isLocal = edition.OwnerOrganisationId != (await authority.OfAsync(command.By, stop)).GovernmentId;
        // A code once given out is never given to another item, in whatever edition.
        var taken = (await db.Items.AsNoTracking().Where(i => i.DomainId == domain.Id).Select(i => i.Code).Distinct().ToListAsync(stop)).ToHashSet();
        var code = ItemCode.Create(domain.Code, content.Text.Level1, content.Text.Level2, content.Text.Level3, taken.Contains);
        var last = edition.Items.Where(i => i.DomainId == domain.Id).Select(i => i.SortOrder).DefaultIfEmpty(0).Max();
        var item = edition.Add(StandardItem.Create(
            Guid.CreateVersion7(clock.Now), edition.Id, domain.Id, code, content.Sequence.Trim(), last + 1, content.Text,
            isLocal ? GovernmentLevels.Township : content.Levels, content.Mode, ItemProvenance.Entered));
        if (isLocal) item.MarkLocal();
        var rules = await db.ClassificationRules.AsNoTracking().ToListAsync(stop);
        var proposal = ItemClassifier.Propose(domain.Code, content.Text, rules);
        item.ClassifyAspects(content.Aspects == DisclosureAspects.None ? proposal.Aspects : content.Aspects, content.Aspects != DisclosureAspects.None);
        item.ClassifyMandatory(content.MandatoryClass ?? proposal.MandatoryClass, content.MandatoryClass is not null);
        // Who enters a row by hand answers for it.
        item.Confirm(clock.Now, command.By);
        db.Add(item);
        store.Record(CatalogueActs.AddItem, edition, command.By, item);
        var saved = await store.SaveAsync(stop);
        return saved.IsDone ? item.Id : saved;
    }

    /// <summary>Changes an item. Changed cells must be confirmed again; aspects and class chosen here count as confirmed.</summary>
    public async Task<Outcome> EditAsync(EditItem command, CancellationToken stop)
    {
        var found = await store.FindDraftItemAsync(command.ItemId, command.SeenRevision, command.By, stop);
        if (found.Value is not { } at) return found.Outcome;
        var (item, content) = (at.Item, command.Content);
        if (at.Edition.BasedOnEditionId is not null && !item.IsLocal) return Outcome.Refused("Item.NotLocal");
        var refusals = Check(content).ToList();
        if (content.Aspects == DisclosureAspects.None) refusals.Add(new Refusal("Item.AspectMissing", "Aspects"));
        if (refusals.Count > 0) return Outcome.Refused(refusals);

        var levels = item.IsLocal ? GovernmentLevels.Township : content.Levels;
        if (item.Text != content.Text || item.Levels != levels || item.Mode != content.Mode || item.Sequence != content.Sequence.Trim())
            item.Edit(content.Sequence.Trim(), content.Text, levels, content.Mode);
        item.ClassifyAspects(content.Aspects, confirmed: true);
        if (content.MandatoryClass is { } mandatoryClass) item.ClassifyMandatory(mandatoryClass, confirmed: true);
        at.Edition.Touch();
        store.Record(CatalogueActs.EditItem, at.Edition, command.By, item);
        return await store.SaveAsync(stop);
    }

    /// <summary>Takes an item out.</summary>
    public async Task<Outcome> RetireAsync(RetireItem command, CancellationToken stop)
    {
        var found = await store.FindDraftItemAsync(command.ItemId, command.SeenRevision, command.By, stop);
        if (found.Value is not { } at) return found.Outcome;
        if (at.Edition.BasedOnEditionId is not null && !at.Item.IsLocal) return Outcome.Refused("Item.NotLocal");
        db.Remove(at.Item);
        at.Edition.Touch();
        store.Record(CatalogueActs.RetireItem, at.Edition, command.By, at.Item);
        return await store.SaveAsync(stop);
    }

    /// <summary>Throws the whole draft away.</summary>
    public async Task<Outcome> DiscardAsync(DiscardDraft command, CancellationToken stop)
    {
        var found = await store.FindDraftAsync(command.EditionId, command.SeenRevision, command.By, stop);
        if (found.Value is not { } edition) return found.Outcome;
        // The very first draft of the city is what everything else is made from.
        if (!await db.Editions.AnyAsync(e => e.OwnerOrganisationId == edition.OwnerOrganisationId && e.Id != edition.Id, stop)
            && edition.BasedOnEditionId is null) return Outcome.Refused("Edition.OnlyOne");
        db.Remove(edition);
        store.Record(CatalogueActs.Discard, edition, command.By, detail: $"{edition.Items.Count} 项");
        return await store.SaveAsync(stop);
    }

    private static IEnumerable<Refusal> CheckName(string name, int year)
    {
        if (string.IsNullOrWhiteSpace(name)) yield return new Refusal("Edition.NameMissing", "Name");
        else if (name.Trim().Length > CatalogueEdition.NameLength) yield return new Refusal("Edition.NameTooLong", "Name", CatalogueEdition.NameLength);
        else if (ChineseText.HasForbiddenCharacters(name)) yield return new Refusal("Text.ForbiddenCharacters", "Name");
        if (year is < 2000 or > 2100) yield return new Refusal("Edition.YearInvalid", "Year");
    }

    private static IEnumerable<Refusal> Check(ItemContent content)
    {
        foreach (var refusal in StandardItemText.Check(content.Text)) yield return refusal;
        if (content.Sequence.Trim().Length > StandardItem.SequenceLength) yield return new Refusal("Item.TextTooLong", "Sequence", StandardItem.SequenceLength);
        if (content.Levels == GovernmentLevels.None) yield return new Refusal("Item.LevelMissing", "Levels");
        foreach (var (field, value) in content.Text.Cells())
            if (ChineseText.HasForbiddenCharacters(value)) yield return new Refusal("Text.ForbiddenCharacters", field);
        if (ChineseText.HasForbiddenCharacters(content.Sequence)) yield return new Refusal("Text.ForbiddenCharacters", "Sequence");
    }
}
