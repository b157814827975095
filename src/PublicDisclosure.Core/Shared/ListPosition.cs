using System.Globalization;

namespace PublicDisclosure.Core.Shared;

/// <summary>
/// A place in a list sorted by time and id, newest first. Written into addresses (<c>?after=…</c>), so that the last page
/// of a long list costs what the first does.
/// </summary>
/// <param name="At">Sort time of the row, UTC.</param>
/// <param name="Id">Id of the row, for rows of the same instant.</param>
/// <param name="Group">Leading sort key of lists that have one (search: 0 title hit, 1 text hit), else 0.</param>
public sealed record ListPosition(DateTime At, Guid Id, int Group = 0)
{
    /// <summary>Reads a position from an address; anything else counts as no position.</summary>
    public static ListPosition? Read(string? text)
    {
        if (text is null || text.Length > 80 || text.Split('-') is not [var group, var ticks, var id]) return null;
        if (!int.TryParse(group, NumberStyles.None, CultureInfo.InvariantCulture, out var g)) return null;
        if (!long.TryParse(ticks, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var t)) return null;
        if (t < DateTime.MinValue.Ticks || t > DateTime.MaxValue.Ticks || !Guid.TryParseExact(id, "N", out var guid)) return null;
        return new ListPosition(new DateTime(t, DateTimeKind.Utc), guid, g);
    }

    /// <summary>The form used in addresses.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Group}-{At.Ticks:x}-{Id:N}");
}
