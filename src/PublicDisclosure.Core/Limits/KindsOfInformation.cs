using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Limits;

/// <summary>Which kind of information a document under an item is, for rules that tell between kinds.</summary>
public static class KindsOfInformation
{
    /// <summary>
    /// By the names of the item (行政许可类事项, 行政处罚 ...); where they say nothing, enforcement documents (行政执法) count as such.
    /// 审批 and 核准 are not taken for permits: not all are, and a wrong guess makes somebody late.
    /// </summary>
    public static InformationKinds Of(StandardItemText item, DisclosureGenre? genre = null)
    {
        var name = $"{item.Level1} {item.Level2} {item.Level3}";
        var kinds = InformationKinds.None;
        if (name.Contains("许可", StringComparison.Ordinal)) kinds |= InformationKinds.Permit;
        if (name.Contains("处罚", StringComparison.Ordinal)) kinds |= InformationKinds.Penalty;
        if (name.Contains("强制", StringComparison.Ordinal)) kinds |= InformationKinds.Enforcement;
        if (name.Contains("管理信息", StringComparison.Ordinal)) kinds |= InformationKinds.Management;
        return kinds == InformationKinds.None && genre == DisclosureGenre.Enforcement ? InformationKinds.Enforcement : kinds;
    }
}
