using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>The secret part of a preview link: 256 random bits, far beyond guessing.</summary>
public static class PreviewToken
{
    /// <summary>Length of a token in an address.</summary>
    public const int Length = 43;

    /// <summary>Length of the kept hash, SHA-256 in lower-case hex.</summary>
    public const int HashLength = 64;

    private const int Bytes = 32;

    /// <summary>A new token for an address.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>
    /// What is kept of a token. A plain hash is enough: nobody can try 2^256 tokens, so salt and slowness would protect nothing.
    /// </summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
}
