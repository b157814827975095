namespace PublicDisclosure.Core.Coverage;

/// <summary>What a cell of the matrix says at a glance: the worst that is in it. An earlier value goes before a later one.</summary>
public enum CellState
{
    /// <summary>有逾期未公开</summary>
    Missing,

    /// <summary>有逾期公开</summary>
    Late,

    /// <summary>全部按时</summary>
    OnTime,

    /// <summary>尚未到期</summary>
    Waiting,

    /// <summary>无须公开: nothing formed in the period, or the item does not apply.</summary>
    Nothing,

    /// <summary>待核对: nobody has answered for the items yet, so nothing is judged.</summary>
    Unrated,
}

/// <summary>The one rule from counts to state.</summary>
public static class CellStateRule
{
    /// <summary>The state of some units together.</summary>
    public static CellState State(this CoverageShare share) => share switch
    {
        { Overdue: > 0 } => CellState.Missing,
        { Late: > 0 } => CellState.Late,
        { OnTime: > 0 } => CellState.OnTime,
        { DueSoon: > 0 } or { NotDue: > 0 } => CellState.Waiting,
        { All: > 0 } => CellState.Nothing,
        _ => CellState.Unrated,
    };
}
