using static PublicDisclosure.Core.Disclosures.PublicStanding;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>What the public may see of a disclosure, whatever happens to its working copy (<see cref="DisclosureState"/>).</summary>
public enum PublicStanding
{
    /// <summary>未公开: never published.</summary>
    None,

    /// <summary>公开</summary>
    Public,

    /// <summary>暂停公开: closed at once by one person until a second one confirms or lifts it.</summary>
    Suspended,

    /// <summary>公示期满: a list of persons whose display is over. It was right to show it, so nothing was taken back.</summary>
    DisplayEnded,

    /// <summary>已撤回</summary>
    Withdrawn,
}

/// <summary>What changes the standing. <see cref="StandingTransitions"/> says from where and to where.</summary>
public enum StandingAction
{
    /// <summary>发布: a version goes out.</summary>
    Publish,

    /// <summary>暂停公开</summary>
    Suspend,

    /// <summary>恢复公开: a second person finds nothing in the way.</summary>
    LiftSuspension,

    /// <summary>确认停止公开: a second person turns the suspension into a withdrawal.</summary>
    ConfirmSuspension,

    /// <summary>提出撤回</summary>
    ProposeWithdrawal,

    /// <summary>同意撤回: by another person than the one who proposed it.</summary>
    ConfirmWithdrawal,

    /// <summary>不同意撤回</summary>
    DeclineWithdrawal,

    /// <summary>公示期满: the display of a list has ended.</summary>
    EndDisplay,

    /// <summary>关闭全部内容: what a withdrawal had left readable closes too.</summary>
    CloseWithdrawn,
}

/// <summary>
/// The one table of the public standing: (from, action) to the next. <c>docs/transitions.md</c> repeats it and a test holds the
/// two together. An action that is not in the table throws; it is never ignored.
/// </summary>
public static class StandingTransitions
{
    private static readonly Dictionary<(PublicStanding From, StandingAction Action), PublicStanding> Table = new()
    {
        [(None, StandingAction.Publish)] = Public,
        [(Public, StandingAction.Publish)] = Public,
        [(Public, StandingAction.Suspend)] = Suspended,
        [(Public, StandingAction.ProposeWithdrawal)] = Public,
        [(Public, StandingAction.ConfirmWithdrawal)] = Withdrawn,
        [(Public, StandingAction.DeclineWithdrawal)] = Public,
        [(Public, StandingAction.EndDisplay)] = DisplayEnded,
        [(Suspended, StandingAction.Publish)] = Public,
        [(Suspended, StandingAction.LiftSuspension)] = Public,
        [(Suspended, StandingAction.ConfirmSuspension)] = Withdrawn,
        [(DisplayEnded, StandingAction.Publish)] = Public,
        [(DisplayEnded, StandingAction.Suspend)] = Suspended,
        [(DisplayEnded, StandingAction.ProposeWithdrawal)] = DisplayEnded,
        [(DisplayEnded, StandingAction.ConfirmWithdrawal)] = Withdrawn,
        [(DisplayEnded, StandingAction.DeclineWithdrawal)] = DisplayEnded,
        [(Withdrawn, StandingAction.CloseWithdrawn)] = Withdrawn,
    };

    /// <summary>Every row, in the order of the table.</summary>
    public static IEnumerable<(PublicStanding From, StandingAction Action, PublicStanding To)> All =>
        Table.Select(row => (row.Key.From, row.Key.Action, row.Value));

    /// <summary>Whether the action is in the table for the standing.</summary>
    public static bool Has(PublicStanding from, StandingAction action) => Table.ContainsKey((from, action));

    /// <summary>The standing an action leads to.</summary>
    /// <exception cref="InvalidOperationException">The action is not in the table for the standing.</exception>
    public static PublicStanding Next(PublicStanding from, StandingAction action) =>
        Table.TryGetValue((from, action), out var to)
            ? to
            : throw new InvalidOperationException($"No transition {action} from {from}.");
}
