using static PublicDisclosure.Core.Coverage.ZeroReportState;

namespace PublicDisclosure.Core.Coverage;

/// <summary>
/// What may follow what with a declaration of 本期无信息. <c>docs/transitions.md</c> repeats it and a test holds the two together. A
/// returned or cancelled one stays as it is: the period is declared anew.
/// </summary>
public static class ZeroReportTransitions
{
    /// <summary>Acts as the audit log calls them.</summary>
    public const string Declare = "ZeroReport.Declare", Confirm = "ZeroReport.Confirm", Return = "ZeroReport.Return", Cancel = "ZeroReport.Cancel";

    /// <summary>Every row; the first begins from nothing.</summary>
    public static IReadOnlyList<(ZeroReportState? From, string Act, ZeroReportState To)> All { get; } =
    [
        (null, Declare, Declared), (Declared, Confirm, Confirmed), (Declared, Return, Returned), (Declared, Cancel, Cancelled), (Confirmed, Cancel, Cancelled),
    ];

    /// <summary>Whether the act is in the table for the state.</summary>
    public static bool Has(ZeroReportState from, string act) => All.Any(row => row.From == from && row.Act == act);
}
