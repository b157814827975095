namespace PublicDisclosure.Core.Coverage;

/// <summary>A heap of work on the desk for duties (公开责任).</summary>
public enum DutyView
{
    /// <summary>逾期未公开</summary>
    Overdue,

    /// <summary>即将到期</summary>
    DueSoon,

    /// <summary>待申报本期无信息: the period has ended, nothing is known of it and nobody has declared it empty.</summary>
    ToDeclare,

    /// <summary>待核对内容: standing pages whose named check is due soon or overdue.</summary>
    ToCheck,

    /// <summary>要素不全</summary>
    Incomplete,

    /// <summary>从未公开: one line a duty.</summary>
    NeverPublished,
}

/// <summary>How many lines each heap has.</summary>
public sealed record DutyCounts(IReadOnlyDictionary<DutyView, int> Of)
{
    /// <summary>The lines of one heap.</summary>
    public int this[DutyView view] => Of.GetValueOrDefault(view);

    /// <summary>There is any.</summary>
    public bool Any => Of.Values.Any(count => count > 0);
}
