namespace PublicDisclosure.Core.Text.Charts;

/// <summary>A chart as read from its block: what is drawn and what stands in the table below it.</summary>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Title">What it shows; never empty.</param>
/// <param name="Unit">Unit of all values, or empty.</param>
/// <param name="Heading">Heading of the first column (类别, 年份).</param>
/// <param name="Categories">One per row of the table.</param>
/// <param name="Series">One per column of values; a pie has one; a flow none.</param>
/// <param name="Flow">Steps and ways of a flow; null for the others.</param>
public sealed record Chart(
    ChartKind Kind, string Title, string Unit, string Heading, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series, ChartFlow? Flow = null);

/// <summary>One column of values.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Values">One per category; null where the cell says 无, — or nothing.</param>
/// <param name="Texts">The cells as they were typed, for the table.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values, IReadOnlyList<string> Texts);

/// <summary>Steps in the order in which they are written, and the ways between them.</summary>
public sealed record ChartFlow(IReadOnlyList<FlowStep> Steps, IReadOnlyList<FlowArrow> Arrows);

/// <summary>One step.</summary>
/// <param name="Key">What arrows call it: 1, 2, 甲.</param>
/// <param name="Name">What is done.</param>
public sealed record FlowStep(string Key, string Name);

/// <summary>A way from one step to another.</summary>
/// <param name="From">Place of the first step, from 0.</param>
/// <param name="To">Place of the second.</param>
/// <param name="Label">On what condition (材料不全), or empty.</param>
public sealed record FlowArrow(int From, int To, string Label);
