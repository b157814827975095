using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace PublicDisclosure.Web.Security.PublicForms;

/// <summary>
/// A number that is dear to find and cheap to check: SHA-256 over <c>ticket:number</c> begins with so many zero bits. Made by
/// <c>js/form-guard.js</c> in the browser; no third party takes part.
/// </summary>
public static class ProofOfWork
{
    /// <summary>Whether the number proves the work for the ticket.</summary>
    /// <param name="ticket">The hidden field as sent.</param>
    /// <param name="number">What the browser found.</param>
    /// <param name="bits">Zero bits asked for.</param>
    public static bool Proves(string ticket, string? number, int bits)
    {
        if (number is null || number.Length is 0 or > 20 || !number.All(char.IsAsciiDigit)) return false;
        return LeadingZeroBits(SHA256.HashData(Encoding.ASCII.GetBytes($"{ticket}:{number}"))) >= bits;
    }

    private static int LeadingZeroBits(byte[] hash)
    {
        var bits = 0;
        foreach (var part in hash)
        {
            if (part != 0) return bits + BitOperations.LeadingZeroCount(part) - 24;
            bits += 8;
        }

        return bits;
    }
}
