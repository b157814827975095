using PublicDisclosure.Core.Accounts;
using static PublicDisclosure.Core.OpinionCases.CaseStage;

namespace PublicDisclosure.Core.OpinionCases;

/// <summary>
/// What may follow what with a public-opinion case, and who may do it. <c>docs/transitions.md</c> repeats the table and a test holds
/// the two together. An act that is not listed for a stage is refused.
/// </summary>
public static class CaseTransitions
{
    /// <summary>Acts as history and audit log call them.</summary>
    public const string
        Register = "OpinionCase.Register", Assess = "OpinionCase.Assess", ChangeGrade = "OpinionCase.ChangeGrade", Consult = "OpinionCase.Consult",
        Answer = "OpinionCase.Answer", Handle = "OpinionCase.Handle", Respond = "OpinionCase.Respond", ProposeSilence = "OpinionCase.ProposeSilence",
        ApproveSilence = "OpinionCase.ApproveSilence", DeclineSilence = "OpinionCase.DeclineSilence", Evaluate = "OpinionCase.Evaluate",
        Close = "OpinionCase.Close", Reopen = "OpinionCase.Reopen", RequestTime = "OpinionCase.RequestTime", ConfirmTime = "OpinionCase.ConfirmTime",
        DeclineTime = "OpinionCase.DeclineTime", AddFile = "OpinionCase.AddFile", DraftResponse = "OpinionCase.DraftResponse";

    private static readonly CaseStage[] Open = [Collecting, Assessing, Consulting, Handling, Responding, Evaluating];

    /// <summary>Every row; the first begins from nothing.</summary>
    public static IReadOnlyList<(CaseStage? From, string Act, CaseStage To)> All { get; } =
    [
        (null, Register, Collecting),
        (Collecting, Assess, Assessing),
        (Assessing, Consult, Consulting), (Consulting, Consult, Consulting), (Handling, Consult, Consulting),
        .. Open[2..].Select(s => ((CaseStage?)s, Answer, s)),
        (Assessing, Handle, Handling), (Consulting, Handle, Handling),
        (Handling, Respond, Responding),
        (Handling, ProposeSilence, Handling), (Handling, ApproveSilence, Evaluating), (Handling, DeclineSilence, Handling),
        (Responding, Evaluate, Evaluating),
        (Evaluating, Close, Closed),
        (Evaluating, Reopen, Handling), (Closed, Reopen, Handling),
        .. Open.Select(s => ((CaseStage?)s, ChangeGrade, s)),
        .. Open.Select(s => ((CaseStage?)s, RequestTime, s)), .. Open.Select(s => ((CaseStage?)s, ConfirmTime, s)), .. Open.Select(s => ((CaseStage?)s, DeclineTime, s)),
        .. Open.Select(s => ((CaseStage?)s, AddFile, s)),
        // The first information is out within hours, whatever stage the work is in.
        .. Open[..5].Select(s => ((CaseStage?)s, DraftResponse, s)),
    ];

    private static readonly Dictionary<string, Permission> Needs = new()
    {
        [Register] = Permission.CasesHandle,
        [Assess] = Permission.CasesHandle,
        [ChangeGrade] = Permission.CasesConfirm,
        [Consult] = Permission.CasesHandle,
        [Answer] = Permission.CasesHandle,
        [Handle] = Permission.CasesHandle,
        [Respond] = Permission.CasesConfirm,
        [ProposeSilence] = Permission.CasesHandle,
        [ApproveSilence] = Permission.CasesOversee,
        [DeclineSilence] = Permission.CasesOversee,
        [Evaluate] = Permission.CasesHandle,
        [Close] = Permission.CasesConfirm,
        [Reopen] = Permission.CasesConfirm,
        [RequestTime] = Permission.CasesHandle,
        [ConfirmTime] = Permission.CasesConfirm,
        [DeclineTime] = Permission.CasesConfirm,
        [AddFile] = Permission.CasesHandle,
        [DraftResponse] = Permission.CasesHandle,
    };

    /// <summary>Every act.</summary>
    public static IReadOnlyList<string> Acts { get; } = [.. All.Select(row => row.Act).Distinct()];

    /// <summary>Where an act leads from a stage; null where it is not in the table.</summary>
    public static CaseStage? To(CaseStage from, string act) => All.Where(row => row.From == from && row.Act == act).Select(row => (CaseStage?)row.To).FirstOrDefault();

    /// <summary>What a person must hold, in the organisation of the case, to do it; for an answer in the organisation that was asked.</summary>
    public static Permission PermissionFor(string act) => Needs[act];
}
