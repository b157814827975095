using System.Security.Cryptography;
using System.Text;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>
/// Makes the stable code of a catalogue item, <c>05-7K3QD</c>: the domain's two digits and five characters taken from a hash of
/// the level names at the time of its first entry. Later editions carry the code on, whatever the row is then called.
/// </summary>
public static class ItemCode
{
    // Crockford's base 32: no I, L, O, U, so that a code can be read out over the telephone.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The code of a new item; <paramref name="taken"/> tells codes already in use, and the code moves on past them.</summary>
    public static string Create(string domainCode, string level1, string level2, string level3, Predicate<string> taken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var code = $"{domainCode}-{Hash($"{domainCode}\n{level1}\n{level2}\n{level3}\n{attempt}")}";
            if (!taken(code)) return code;
        }
    }

    private static string Hash(string text)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return string.Create(5, bytes, static (span, hash) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = Alphabet[hash[i] % 32];
        });
    }
}
