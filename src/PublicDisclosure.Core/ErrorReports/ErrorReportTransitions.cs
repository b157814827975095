using static PublicDisclosure.Core.ErrorReports.ErrorReportState;

namespace PublicDisclosure.Core.ErrorReports;

/// <summary>What may follow what with an error report; <c>docs/transitions.md</c> repeats it and a test holds the two together.</summary>
public static class ErrorReportTransitions
{
    /// <summary>Acts as the audit log calls them.</summary>
    public const string Receive = "ErrorReport.Receive", Transfer = "ErrorReport.Transfer", Answer = "ErrorReport.Answer", Merge = "ErrorReport.Merge", See = "ErrorReport.SeeContact", Forget = "ErrorReport.Forget";

    /// <summary>Acts of people and of the system, with those that move nothing.</summary>
    public static IReadOnlyList<string> Acts { get; } = [Receive, Transfer, Answer, Merge, See, Forget];

    /// <summary>Every row; the first begins from nothing.</summary>
    public static IReadOnlyList<(ErrorReportState? From, string Act, ErrorReportState To)> All { get; } =
        [(null, Receive, Received), (Received, Transfer, Received), (Received, Answer, Answered), (Received, Merge, Merged)];

    internal static ErrorReportState To(ErrorReportState from, string act) => All.Single(row => row.From == from && row.Act == act).To;
}
