using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Withdrawals;

/// <summary>What the register says of an act, on its page and in its feed.</summary>
public static class ActWords
{
    /// <summary>The notice of a withdrawal, where it is open.</summary>
    public static PublicWithdrawal? NoticeOf(RegisterLine line) =>
        line.Act == StandingAction.ConfirmWithdrawal && line.Record.Shows(PublicPart.Notice) ? line.Record.Withdrawal : null;

    /// <summary>What was done, of every act but a withdrawal with an open notice.</summary>
    public static string Of(RegisterLine line) => line.Act switch
    {
        StandingAction.EndDisplay => Words.Of(PublicStanding.DisplayEnded),
        StandingAction.LiftSuspension => "恢复公开",
        StandingAction.Publish when line.ClosedThrough == 1 => "第 1 版停止公开",
        StandingAction.Publish => $"第 1 至 {line.ClosedThrough} 版停止公开",
        _ => "停止公开",
    };

    /// <summary>All of it in one sentence.</summary>
    public static string Sentence(RegisterLine line) => NoticeOf(line) is { } notice ? $"撤回（{Words.Of(notice.Reason)}）。{notice.Notice}" : Of(line) + "。";
}
