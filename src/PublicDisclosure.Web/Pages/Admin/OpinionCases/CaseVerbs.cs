using PublicDisclosure.Core.OpinionCases;

namespace PublicDisclosure.Web.Pages.Admin.OpinionCases;

/// <summary>A step that one text does.</summary>
/// <param name="Name">Its word in the address.</param>
/// <param name="Act">The act.</param>
/// <param name="Text">The button.</param>
/// <param name="Label">Label of the text; empty where none is asked.</param>
/// <param name="Hint">Help below it.</param>
/// <param name="Done">What is said afterwards.</param>
/// <param name="Length">Longest text.</param>
public sealed record CaseVerb(string Name, string Act, string Text, string Label, string Hint, string Done, int Length);

/// <summary>The steps of <c>Act.cshtml</c>.</summary>
public static class CaseVerbs
{
    public static IReadOnlyList<CaseVerb> All { get; } =
    [
        new("assess", CaseTransitions.Assess, "研判", "研判意见", "是否属实，影响多大，涉及哪些部门，级别是否恰当。", "已记入研判意见。", OpinionCase.TextLength),
        new("handle", CaseTransitions.Handle, "处置", "处置情况", "对事情本身做了什么、准备做什么，由谁负责。", "已转入处置。", OpinionCase.TextLength),
        new("respond", CaseTransitions.Respond, "决定公开回应", "怎样回应", "由谁、用什么形式、在哪里发布。", "已决定公开回应，请起草回应并按程序发布。", OpinionCase.NoteLength),
        new("silence", CaseTransitions.ProposeSilence, "提出不公开回应", "不公开回应的理由", "须由政务公开主管部门的另一人批准后生效。", "已提出，等待政务公开主管部门批准。", OpinionCase.NoteLength),
        new("evaluate", CaseTransitions.Evaluate, "转入评估", "", "", "已转入评估。", 0),
        new("reopen", CaseTransitions.Reopen, "重新办理", "重新办理的理由", "事情有新的发展，或者回应没有解决问题。", "已重新办理，回到处置阶段。", OpinionCase.NoteLength),
    ];

    /// <summary>The step of an address, or null.</summary>
    public static CaseVerb? Find(string? name) => All.FirstOrDefault(v => v.Name == name);
}
