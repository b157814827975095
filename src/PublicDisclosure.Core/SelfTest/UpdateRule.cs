using System.Globalization;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>How often a column must show something new: a number of days or of months, or no rule at all.</summary>
/// <param name="Days">Days, where the rule counts days.</param>
/// <param name="Months">Months, where it counts months.</param>
public sealed record UpdateRule(int Days, int Months)
{
    private const int Most = 120;

    /// <summary>No rule: what stands there is valid until it changes.</summary>
    public static UpdateRule None { get; } = new(0, 0);

    /// <summary>The rule asks for nothing.</summary>
    public bool IsNone => this == None;

    /// <summary>Reads <c>14d</c>, <c>6m</c> or <c>none</c>; null for anything else.</summary>
    public static UpdateRule? Read(string? text)
    {
        if (text == "none") return None;
        if (text is not { Length: >= 2 } || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        return number is < 1 or > Most ? null : text[^1] switch
        {
            'd' => new UpdateRule(number, 0),
            'm' => new UpdateRule(0, number),
            _ => null,
        };
    }

    /// <summary>Whether a column whose newest information is of a day is late on another: the period itself is still in time.</summary>
    public bool IsLate(DateOnly newest, DateOnly today) => !IsNone && newest.AddMonths(Months).AddDays(Days) < today;

    /// <inheritdoc/>
    public override string ToString() => IsNone ? "none" : Days > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Days}d") : string.Create(CultureInfo.InvariantCulture, $"{Months}m");
}
