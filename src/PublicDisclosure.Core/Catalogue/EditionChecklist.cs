using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>Every reason why an edition cannot be put in force.</summary>
public static class EditionChecklist
{
    /// <summary>All the reasons at once; empty when it may.</summary>
    /// <param name="edition">The draft.</param>
    /// <param name="items">Its rows.</param>
    /// <param name="isDemo">On a demo site, which says so on every page, unconfirmed rows do not block.</param>
    public static IReadOnlyList<Refusal> Check(CatalogueEdition edition, IReadOnlyCollection<StandardItem> items, bool isDemo)
    {
        var refusals = new List<Refusal>();
        if (edition.Status != EditionStatus.Draft) refusals.Add(new Refusal("Edition.NotDraft"));
        var counted = items.Where(i => i.Confirmation != ItemConfirmation.Struck).ToList();
        if (counted.Count == 0) refusals.Add(new Refusal("Edition.Empty"));
        var unconfirmed = counted.Count(i => i.NeedsChecking);
        if (unconfirmed > 0 && !isDemo) refusals.Add(new Refusal("Edition.RowsUnconfirmed", null, unconfirmed));
        var pending = counted.Count(i => i.Adoption == ItemAdoption.Pending);
        if (pending > 0) refusals.Add(new Refusal("Edition.ItemsPending", null, pending));
        var unclassified = counted.Count(i => i.Aspects == DisclosureAspects.None);
        if (unclassified > 0) refusals.Add(new Refusal("Edition.RowsUnclassified", null, unclassified));
        var nameless = counted.Count(i => i.Levels == GovernmentLevels.None);
        if (nameless > 0) refusals.Add(new Refusal("Edition.RowsWithoutLevel", null, nameless));
        return refusals;
    }
}
