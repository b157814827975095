using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PublicDisclosure.Core.Organisations;

/// <summary>
/// Unified social credit code (统一社会信用代码), 18 characters with a check character, after GB 32100-2015. Index numbers
/// begin with it.
/// </summary>
public sealed record OrganisationCode
{
    /// <summary>Number of characters.</summary>
    public const int Length = 18;

    // The 31 characters of GB 32100-2015: digits and capital letters without I, O, S, V, Z.
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private OrganisationCode(string value) => Value = value;

    /// <summary>The 18 characters, upper case.</summary>
    public string Value { get; }

    /// <summary>Parses a code and checks its last character; surrounding blanks and lower case are accepted.</summary>
    /// <exception cref="FormatException">The text is no valid code.</exception>
    public static OrganisationCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException("Not a valid unified social credit code.");

    /// <summary>Parses a code and checks its last character.</summary>
    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out OrganisationCode? code)
    {
        code = null;
        var value = text?.Trim().ToUpperInvariant();
        if (value is not { Length: Length } || value.Any(c => !Alphabet.Contains(c))) return false;
        if (CheckCharacter(value[..17]) != value[17]) return false;
        code = new OrganisationCode(value);
        return true;
    }

    /// <summary>The check character of 17 characters: weights are powers of 3 modulo 31 (GB 32100-2015, 4.5).</summary>
    public static char CheckCharacter(string first17)
    {
        var sum = 0;
        var weight = 1;
        foreach (var c in first17)
        {
            sum += Alphabet.IndexOf(c, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }

    /// <summary>
    /// A code for demonstrations: valid by its check character, of the category "government organ" (11) in a division, with
    /// the body "DEM0" and a running number no authority issues.
    /// </summary>
    public static OrganisationCode Demo(string divisionCode, int number)
    {
        var first17 = $"11{divisionCode[..6]}DEM0{number:D5}";
        return new OrganisationCode(first17 + CheckCharacter(first17));
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Stores the code as its 18 characters.</summary>
    public sealed class Converter() : ValueConverter<OrganisationCode, string>(code => code.Value, text => new OrganisationCode(text));
}
