namespace PublicDisclosure.Web.Pages.Admin.Catalogue;

/// <summary>A page with the form of an item: the new one and the changed one share their fields.</summary>
public interface IItemForm
{
    ItemInput Input { get; }

    /// <summary>A township's own item has the level 乡级 and no choice.</summary>
    bool IsTownship { get; }

    /// <summary>Help under the five disclosures.</summary>
    string AspectsHint { get; }
}
