using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace PublicDisclosure.Core.ApiKeys;

/// <summary>The secret a business system shows (<c>pdk_</c> and 256 random bits in hex). It is told once; the database keeps the hash only.</summary>
public sealed record ApiKeySecret
{
    /// <summary>How every key begins, so that scanners for lost secrets know one when they see it.</summary>
    public const string Start = "pdk_";

    /// <summary>Characters that are kept and shown, by which people tell keys apart: the rest still holds 224 bits.</summary>
    public const int PrefixLength = 12;

    /// <summary>Length of the kept hash, SHA-256 in lower-case hex.</summary>
    public const int HashLength = 64;

    private const int Bytes = 32;

    private readonly string _written;

    private ApiKeySecret(string written) => _written = written;

    /// <summary>The whole key, for the one time that it is shown.</summary>
    public string Written => _written;

    /// <summary>The part that may be shown later.</summary>
    public string Prefix => _written[..PrefixLength];

    /// <summary>A new key from the system's random numbers.</summary>
    public static ApiKeySecret New() => new(Start + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>Reads what a program presented; anything that cannot be a key is none.</summary>
    public static bool TryParse(string? presented, [NotNullWhen(true)] out ApiKeySecret? secret)
    {
        secret = null;
        if (presented is null || presented.Length != Start.Length + (2 * Bytes) || !presented.StartsWith(Start, StringComparison.Ordinal)) return false;
        if (!presented.Skip(Start.Length).All(char.IsAsciiHexDigitLower)) return false;
        secret = new ApiKeySecret(presented);
        return true;
    }

    /// <summary>
    /// What is kept of a key. A plain hash is right here: nobody can try 2^256 keys, so salt and slowness, which protect what people
    /// think up, would protect nothing and cost every request.
    /// </summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(_written)));

    /// <summary>Whether it is the key whose hash was kept; takes the same time whether right or wrong.</summary>
    public bool Matches(string keptHash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash()), Encoding.ASCII.GetBytes(keptHash));

    /// <summary>Says nothing, so that no log can hold a key.</summary>
    public override string ToString() => "（密钥）";
}
