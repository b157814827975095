using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>A step that staff take on a page of its own.</summary>
/// <param name="Page">Name of the page; its address is the name in small letters below the disclosure.</param>
/// <param name="Permission">What the person needs for the disclosure's organisation.</param>
/// <param name="Text">The word on the button.</param>
/// <param name="Style">Class of the button beside <c>button</c>.</param>
/// <param name="Actions">Actions of the table any of which opens the step.</param>
public sealed record DisclosureVerb(string Page, Permission Permission, string Text, string Style, params DisclosureAction[] Actions);

/// <summary>The steps, in the order in which their buttons stand.</summary>
public static class DisclosureVerbs
{
    public static IReadOnlyList<DisclosureVerb> All { get; } =
    [
        new("Submit", Permission.DisclosuresDraft, "提交审查", "", DisclosureAction.Submit),
        new("Review", Permission.DisclosuresReview, "保密审查", "", DisclosureAction.PassSecrecyReview, DisclosureAction.ReferForDetermination),
        new("Approve", Permission.DisclosuresReview, "审签", "", DisclosureAction.Approve),
        new("File", Permission.DisclosuresReview, "不公开归档", "", DisclosureAction.File),
        new("Publish", Permission.DisclosuresPublish, "发布", "", DisclosureAction.Publish),
        new("Schedule", Permission.DisclosuresPublish, "定时发布", "button-quiet", DisclosureAction.Schedule),
        new("BeginCorrection", Permission.DisclosuresDraft, "更正或更新", "button-quiet", DisclosureAction.BeginCorrection),
        new("Recall", Permission.DisclosuresDraft, "取回修改", "button-quiet", DisclosureAction.Recall),
        new("Return", Permission.DisclosuresReview, "退回", "button-quiet", DisclosureAction.Return),
        new("AbandonCorrection", Permission.DisclosuresDraft, "放弃更正", "button-quiet", DisclosureAction.AbandonCorrection),
        new("Withdraw", Permission.DisclosuresPublish, "撤回", "button-quiet", DisclosureAction.Withdraw),
    ];

    /// <summary>The steps open now to a person with these rights.</summary>
    public static IEnumerable<DisclosureVerb> OpenTo(StaffRights rights, Disclosure disclosure) =>
        All.Where(verb => verb.Actions.Any(disclosure.Can) && rights.Has(verb.Permission, disclosure.OrganisationId));
}
