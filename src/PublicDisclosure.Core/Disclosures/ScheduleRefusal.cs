using System.Text.Json;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Why a scheduled disclosure did not go out when its time had come. It stands on the desk until somebody publishes, schedules
/// anew, returns or recalls it.
/// </summary>
public sealed class ScheduleRefusal
{
    public const int ReasonsLength = 4000;

    private ScheduleRefusal()
    {
    }

    internal ScheduleRefusal(Guid disclosureId, IReadOnlyList<Refusal> reasons, DateTime now)
    {
        (DisclosureId, FirstAt) = (disclosureId, now);
        Renew(reasons, now);
    }

    public Guid DisclosureId { get; private set; }

    /// <summary>UTC instant of the first vain attempt.</summary>
    public DateTime FirstAt { get; private set; }

    /// <summary>UTC instant of the latest.</summary>
    public DateTime LastAt { get; private set; }

    /// <summary>The reasons of the latest attempt, as stored; read them by <see cref="Read()"/>.</summary>
    public string Reasons { get; private set; } = "";

    /// <summary>The reasons, codes with their values.</summary>
    public IReadOnlyList<Refusal> Read() => Read(Reasons);

    /// <summary>Reads stored reasons.</summary>
    public static IReadOnlyList<Refusal> Read(string reasons) => reasons.Length == 0 ? []
        : [.. JsonSerializer.Deserialize<string[][]>(reasons)!.Select(parts => new Refusal(parts[0], null, [.. parts[1..].Cast<object>()]))];

    internal void Renew(IReadOnlyList<Refusal> reasons, DateTime now)
    {
        LastAt = now;
        var kept = reasons.ToList();
        // As many as fit: a cut list still says what to do first.
        while ((Reasons = Write(kept)).Length > ReasonsLength) kept.RemoveAt(kept.Count - 1);
    }

    private static string Write(IEnumerable<Refusal> reasons) => JsonSerializer.Serialize(
        reasons.Select(r => new[] { r.Code }.Concat(r.Arguments.Select(a => Convert.ToString(a, System.Globalization.CultureInfo.InvariantCulture) ?? ""))).ToArray());
}
