using PublicDisclosure.Core.Limits;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>One sentence on where a due date comes from, where it is not simply the item's limit.</summary>
public static class DueBasisWords
{
    /// <summary>The sentence; empty where there is nothing to say.</summary>
    public static string Of(DueLine due) => due.Basis == DueBasis.Item ? "" : Words.Of(due.Basis) + "。";
}
