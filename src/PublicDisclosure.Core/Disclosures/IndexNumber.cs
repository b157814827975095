using System.Globalization;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Index number (索引号): the organisation's credit code, the year and five digits, <c>11450881…/2026-00012</c>. The public
/// address carries the same year and digits behind the organisation's slug, and neither ever changes once issued.
/// </summary>
public sealed record IndexNumber(string OrganisationCodeText, int Year, int Number)
{
    /// <summary>Longest number stored, in characters.</summary>
    public const int MaxLength = OrganisationCode.Length + 1 + 4 + 1 + 5;

    /// <summary>Largest number of a year; the official form has five digits.</summary>
    public const int Largest = 99_999;

    /// <summary>Reads the official form.</summary>
    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IndexNumber? number)
    {
        number = null;
        var parts = (text ?? "").Trim().ToUpperInvariant().Split('/', '-');
        if (parts is not [{ Length: OrganisationCode.Length } code, { Length: 4 } year, { Length: 5 } digits]) return false;
        if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y)) return false;
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n)) return false;
        number = new IndexNumber(code, y, n);
        return true;
    }

    /// <summary>The last part of the public address, <c>mzj-2026-00012</c>.</summary>
    public static string Address(string organisationSlug, int year, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{organisationSlug}-{year}-{number:D5}");

    /// <summary>The official form.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{OrganisationCodeText}/{Year}-{Number:D5}");
}
