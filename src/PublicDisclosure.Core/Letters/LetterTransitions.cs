using static PublicDisclosure.Core.Letters.LetterAct;
using static PublicDisclosure.Core.Letters.LetterState;

namespace PublicDisclosure.Core.Letters;

/// <summary>Where a letter stands.</summary>
public enum LetterState
{
    /// <summary>待分办: the disclosure office decides whose it is.</summary>
    AwaitingTriage,

    /// <summary>办理中: an organisation has it.</summary>
    InHand,

    /// <summary>答复待审核: another person looks at the reply.</summary>
    AwaitingReview,

    /// <summary>已答复: the writer reads the answer.</summary>
    Answered,

    /// <summary>已转出: it belongs to 信访, 依申请公开, 监察举报 or 12345; the writer was told where. Never counted as answered.</summary>
    Directed,

    /// <summary>不予受理</summary>
    Declined,

    /// <summary>已合并: the answer to another letter is the answer to this one.</summary>
    Merged,
}

/// <summary>What is done with a letter.</summary>
public enum LetterAct
{
    Receive,
    Assign,
    Transfer,
    SendBack,
    Direct,
    Decline,
    Merge,
    AskPart,
    GivePart,
    DropPart,
    ProposeExtension,
    ConfirmExtension,
    RefuseExtension,
    SubmitReply,
    ReturnReply,
    Answer,
    Reopen,
    Rate,
    ProposePublication,
    ReturnPublication,
    Publish,
    TakeDown,
    Forget,
}

/// <summary>A row of the table.</summary>
/// <param name="From">Where the letter stands; null before it is there.</param>
/// <param name="Act">What is done.</param>
/// <param name="To">Where it stands then.</param>
public sealed record LetterTransition(LetterState? From, LetterAct Act, LetterState To);

/// <summary>
/// What may follow what with a letter. <c>docs/transitions.md</c> repeats it and a test holds the two together. An act that is not
/// listed for a state is refused.
/// </summary>
public static class LetterTransitions
{
    /// <summary>Every row.</summary>
    public static IReadOnlyList<LetterTransition> All { get; } =
    [
        // Written without an addressee, or to an organisation.
        new(null, Receive, AwaitingTriage),
        new(null, Receive, InHand),
        new(AwaitingTriage, Assign, InHand),
        new(AwaitingTriage, Direct, Directed),
        new(AwaitingTriage, Decline, Declined),
        new(AwaitingTriage, Merge, Merged),
        new(InHand, Transfer, InHand),
        new(InHand, SendBack, AwaitingTriage),
        new(InHand, Merge, Merged),
        new(InHand, AskPart, InHand),
        new(InHand, GivePart, InHand),
        new(InHand, DropPart, InHand),
        new(InHand, ProposeExtension, InHand),
        new(InHand, ConfirmExtension, InHand),
        new(InHand, RefuseExtension, InHand),
        new(InHand, SubmitReply, AwaitingReview),
        new(AwaitingReview, ReturnReply, InHand),
        new(AwaitingReview, Answer, Answered),
        new(Answered, Reopen, InHand),
        new(Answered, Rate, Answered),
        new(Answered, ProposePublication, Answered),
        new(Answered, ReturnPublication, Answered),
        new(Answered, Publish, Answered),
        // A page can be closed at any time, also while the letter is being answered anew.
        new(Answered, TakeDown, Answered),
        new(InHand, TakeDown, InHand),
        new(AwaitingReview, TakeDown, AwaitingReview),
        new(AwaitingTriage, TakeDown, AwaitingTriage),
        new(Answered, Forget, Answered),
        new(Directed, Forget, Directed),
        new(Declined, Forget, Declined),
        new(Merged, Forget, Merged),
    ];

    /// <summary>Whether the act is in the table for the state.</summary>
    public static bool Has(LetterState from, LetterAct act) => All.Any(row => row.From == from && row.Act == act);

    /// <summary>Where the act leads from the state; null where it is not in the table.</summary>
    public static LetterState? To(LetterState from, LetterAct act) => All.FirstOrDefault(row => row.From == from && row.Act == act)?.To;

    /// <summary>Somebody still has to act.</summary>
    public static bool IsOpen(LetterState state) => state is AwaitingTriage or InHand or AwaitingReview;

    /// <summary>What the audit log calls an act.</summary>
    public static string AuditOf(LetterAct act) => "Letter." + act;

    /// <summary>What the audit log calls a look at the original.</summary>
    public const string Look = "Letter.Look";
}
