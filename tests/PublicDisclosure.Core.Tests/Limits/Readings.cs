using System.Globalization;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Tests.Limits;

/// <summary>The table <c>readings.csv</c>: every wording of the seeded rows with how often it stands there and how it is to be read, by hand.</summary>
internal static class Readings
{
    public static IReadOnlyList<(int Rows, string Text, string Reading)> All { get; } =
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Limits", "readings.csv")).Skip(1).Where(l => l.Length > 0).Select(l => l.Split('|'))
            .Select(c => (int.Parse(c[0], CultureInfo.InvariantCulture), c[1], c[2])),
    ];

    /// <summary>A limit in the short form of the table.</summary>
    public static string Short(TimeLimit limit) => string.Join(" + ", limit.Rules.Select(Short));

    private static string Short(TimeLimitRule rule)
    {
        var whose = rule.Kinds != InformationKinds.None ? List(rule.Kinds) + ": " : rule.Except != InformationKinds.None ? $"not {List(rule.Except)}: " : "";
        var where = rule.Channel == LimitChannel.Any ? "" : $"{rule.Channel}: ";
        var length = rule.Word?.ToString() ?? $"{rule.Amount} {rule.Unit}";
        return whose + where + rule.Kind switch
        {
            TimeLimitRuleKind.Due => $"Due {rule.Anchor} {(rule.Direction == LimitDirection.Before ? "before " : "")}{length}{(rule.OrSchedule ? " or schedule" : "")}",
            TimeLimitRuleKind.Duration => $"Duration {rule.Purpose} {length}",
            TimeLimitRuleKind.WithDocument => $"WithDocument {rule.Document}",
            TimeLimitRuleKind.Recurring => $"Recurring {rule.Every} {(rule.FirstMonthDay > 0 ? $"day {rule.FirstMonthDay}" : length)}",
            _ => rule.Kind.ToString(),
        };
    }

    private static string List(InformationKinds kinds) => kinds.ToString().Replace(" ", "", StringComparison.Ordinal);
}
