using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace PublicDisclosure.Core.Shared;

/// <summary>
/// What a citizen without an account gets in order to find a matter again: 80 random bits, written in four groups of four
/// signs that cannot be mistaken for each other on paper. The database keeps the hash only.
/// </summary>
public sealed record QueryCode
{
    /// <summary>Signs without the dashes.</summary>
    public const int Length = 16;

    /// <summary>Length of the kept hash, SHA-256 in lower-case hex.</summary>
    public const int HashLength = 64;

    // Crockford's alphabet: no I, L, O, U.
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Group = 4;

    private readonly string _signs;

    private QueryCode(string signs) => _signs = signs;

    /// <summary>A new code from the system's random numbers.</summary>
    public static QueryCode New() => new(RandomNumberGenerator.GetString(Signs, Length));

    /// <summary>
    /// Reads what somebody typed: small letters, full-width signs, spaces and dashes anywhere, O for 0, I and L for 1.
    /// </summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out QueryCode? code)
    {
        code = null;
        // Longer than any way to write a code: not worth reading.
        if (typed is null || typed.Length > 4 * Length) return false;
        var signs = new StringBuilder(Length);
        foreach (var given in typed.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsWhiteSpace(given) || given is '-' or '－' or '—' or '–' or '‐' or '_') continue;
            var sign = char.ToUpperInvariant(given) switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
            if (!Signs.Contains(sign, StringComparison.Ordinal) || signs.Length == Length) return false;
            signs.Append(sign);
        }

        if (signs.Length != Length) return false;
        code = new QueryCode(signs.ToString());
        return true;
    }

    /// <summary>
    /// What is kept of a code. A plain hash is enough: nobody can try 2^80 codes, so salt and slowness would protect nothing,
    /// and the hash can be looked up by an index.
    /// </summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(_signs)));

    /// <summary>Whether the code is the one whose hash was kept; takes the same time whether right or wrong.</summary>
    public bool Matches(string keptHash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash()), Encoding.ASCII.GetBytes(keptHash));

    /// <summary>As printed on a receipt: <c>K7QM-2F8D-0XTA-9HWB</c>.</summary>
    public string Written => string.Join('-', _signs.Chunk(Group).Select(group => new string(group)));

    /// <summary>Says nothing, so that no log can hold a code.</summary>
    public override string ToString() => "（查询码）";
}
