using PublicDisclosure.Core.Catalogue;
using static PublicDisclosure.Core.Disclosures.ChecklistRule;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Rules about what does not belong on the web by its catalogue row: particular groups, and channels without 政府网站.</summary>
internal static class AudienceRules
{
    public static IReadOnlyList<ChecklistRule> All { get; } =
    [
        Warning("AudienceIsParticular", "Items", "catalogue column 公开对象: 特定群众; the approver answers",
            s => Known(s).Where(f => !ItemReach.IsForEveryone(f.Audience)).Select(f => new object[] { f.Name, f.Audience })) with { ForApprover = true },
        Warning("ItemNotForTheWeb", "Items", "catalogue column 公开渠道和载体: 政府网站 not ticked",
            s => Known(s).Where(f => !ItemReach.TicksWebsite(f.Channels)).Select(f => new object[] { f.Name })),
    ];

    private static IEnumerable<ItemFacts> Known(ChecklistSubject subject) =>
        subject.Disclosure.Items.Select(i => subject.Facts.Items.GetValueOrDefault(i.ItemCode)).OfType<ItemFacts>();
}
