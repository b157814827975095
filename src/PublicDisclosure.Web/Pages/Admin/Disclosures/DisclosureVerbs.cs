using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>A step that staff take on a page of its own.</summary>
/// <param name="Page">Name of the page; its address is the name in small letters below the disclosure.</param>
/// <param name="Permission">What the person needs for the disclosure's organisation.</param>
/// <param name="Text">The word on the button.</param>
/// <param name="Style">Class of the button beside <c>button</c>.</param>
/// <param name="Actions">Actions of the table any of which opens the step.</param>
public sealed record DisclosureVerb(string Page, Permission Permission, string Text, string Style, params DisclosureAction[] Actions)
{
    /// <summary>Changes of the public standing any of which opens the step.</summary>
    public IReadOnlyList<StandingAction> Standings { get; init; } = [];

    /// <summary>Whether the step is open now at all.</summary>
    public bool IsOpen(Disclosure disclosure) => Actions.Any(disclosure.Can) || Standings.Any(disclosure.Can);

    /// <summary>What stands in the way of a person whatever is filled in.</summary>
    public IReadOnlyList<Refusal> Barriers(Disclosure disclosure, Guid by) =>
        Actions.Select(action => DisclosureGuards.Check(disclosure, action, by))
            .Concat(Standings.Select(action => StandingGuards.Check(disclosure, action, by))).MinBy(reasons => reasons.Count) ?? [];
}

/// <summary>The steps, in the order in which their buttons stand.</summary>
public static class DisclosureVerbs
{
    public static IReadOnlyList<DisclosureVerb> All { get; } =
    [
        new("Submit", Permission.DisclosuresDraft, "提交审查", "", DisclosureAction.Submit),
        new("Review", Permission.DisclosuresReview, "保密审查", "", DisclosureAction.PassSecrecyReview, DisclosureAction.ReferForDetermination),
        new("SecondReview", Permission.DisclosuresReview, "复审", "", DisclosureAction.PassSecondReview),
        new("Opinion", Permission.DisclosuresForce, "提出意见", "", DisclosureAction.GiveOpinion),
        new("Approve", Permission.DisclosuresReview, "审签", "", DisclosureAction.Approve),
        new("File", Permission.DisclosuresReview, "不公开归档", "", DisclosureAction.File),
        new("Publish", Permission.DisclosuresPublish, "发布", "", DisclosureAction.Publish),
        new("Schedule", Permission.DisclosuresPublish, "定时发布", "button-quiet", DisclosureAction.Schedule),
        new("ForcePublish", Permission.DisclosuresForce, "应急发布", "button-quiet", DisclosureAction.ForcePublish),
        new("Reexamine", Permission.DisclosuresReview, "重新审查", "", DisclosureAction.Reexamine),
        new("BeginCorrection", Permission.DisclosuresDraft, "更正或更新", "button-quiet", DisclosureAction.BeginCorrection),
        new("Recall", Permission.DisclosuresDraft, "取回修改", "button-quiet", DisclosureAction.Recall),
        new("Return", Permission.DisclosuresReview, "退回", "button-quiet", DisclosureAction.Return),
        new("AbandonCorrection", Permission.DisclosuresDraft, "放弃更正", "button-quiet", DisclosureAction.AbandonCorrection),
        new("DecideSuspension", Permission.WithdrawalsDecide, "复核暂停公开", "") { Standings = [StandingAction.ConfirmSuspension, StandingAction.LiftSuspension] },
        new("DecideWithdrawal", Permission.WithdrawalsDecide, "复核撤回", "") { Standings = [StandingAction.ConfirmWithdrawal, StandingAction.DeclineWithdrawal] },
        new("Suspend", Permission.WithdrawalsDecide, "暂停公开", "button-quiet") { Standings = [StandingAction.Suspend] },
        new("ProposeWithdrawal", Permission.WithdrawalsPropose, "提出撤回", "button-quiet") { Standings = [StandingAction.ProposeWithdrawal] },
        new("CloseWithdrawn", Permission.WithdrawalsDecide, "关闭全部内容", "button-quiet") { Standings = [StandingAction.CloseWithdrawn] },
    ];

    /// <summary>The steps open now to a person with these rights.</summary>
    public static IEnumerable<DisclosureVerb> OpenTo(StaffRights rights, Disclosure disclosure) =>
        All.Where(verb => verb.IsOpen(disclosure) && rights.Has(verb.Permission, disclosure.OrganisationId));
}
