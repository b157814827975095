using System.Globalization;

namespace PublicDisclosure.Core.Audit;

/// <summary>Position of a row in the log, newest first: its instant and, among rows of one instant, its id.</summary>
internal readonly record struct AuditPosition(DateTime At, Guid Id)
{
    /// <summary>For an address: <c>638761234567890000-0199…</c></summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}-{Id:N}");

    /// <summary>Reads an address part; null for anything that is not a position.</summary>
    public static AuditPosition? Parse(string? text)
    {
        var parts = text?.Split('-', 2);
        return parts is [var ticks, var id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks
            && Guid.TryParseExact(id, "N", out var guid)
            ? new AuditPosition(new DateTime(at, DateTimeKind.Utc), guid)
            : null;
    }
}
