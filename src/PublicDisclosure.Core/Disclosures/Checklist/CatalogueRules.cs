using PublicDisclosure.Core.Catalogue;
using static PublicDisclosure.Core.Disclosures.ChecklistRule;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Rules about the standard items behind which a document stands.</summary>
internal static class CatalogueRules
{
    public static IReadOnlyList<ChecklistRule> All { get; } =
    [
        Error("ItemMissing", "Items", "国办发〔2019〕54号: publish by the standard catalogue",
            s => When(s.Text.Genre.Rule().NeedsItem && s.Disclosure.Items.Count == 0)),
        Error("ItemNotInForce", "Items", "国办发〔2019〕54号: the edition in force",
            s => s.Disclosure.Items.Where(i => !s.Facts.Items.ContainsKey(i.ItemCode)).Select(i => new object[] { i.ItemCode })),
        Warning("ItemNotOurDuty", "Items", "条例第十条: who makes the information publishes it",
            s => Known(s).Where(f => !f.OrganisationHasDuty).Select(f => new object[] { f.Name })),
        Warning("ItemOnApplication", "Items", "catalogue column 公开方式",
            s => Known(s).Where(f => f.Mode == DisclosureMode.OnApplication).Select(f => new object[] { f.Name })),
        Warning("ElementsMissing", "Items", "catalogue column 公开内容（要素）",
            s => s.Disclosure.Items
                .Where(i => i.Elements.Length == 0 && s.Facts.Items.TryGetValue(i.ItemCode, out var f) && f.Elements.Length > 0)
                .Select(i => new object[] { s.Facts.Items[i.ItemCode].Name })),
        Error("AspectMissing", "Aspects", "国办发〔2016〕80号: 五公开", s => When(s.Text.Aspects == DisclosureAspects.None)),
        Warning("MandatoryClassMissing", "MandatoryClass", "条例第二十条、第二十一条", s => When(s.Text.MandatoryClass is null)),
        Warning("ChannelsMissing", "Channels", "catalogue column 公开渠道和载体", s => When(s.Text.Channels.Length == 0)),
        Error("OrganisationCodeMissing", null, "house: the index number begins with the credit code",
            s => When(!s.Facts.OrganisationHasCode, s.Facts.OrganisationName)),
        Error("OrganisationDissolved", null, "条例第十条", s => When(!s.Facts.OrganisationIsActive, s.Facts.OrganisationName)),
    ];

    private static IEnumerable<ItemFacts> Known(ChecklistSubject subject) =>
        subject.Disclosure.Items.Select(i => subject.Facts.Items.GetValueOrDefault(i.ItemCode)).OfType<ItemFacts>();
}
