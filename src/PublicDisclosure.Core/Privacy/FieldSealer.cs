using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace PublicDisclosure.Core.Privacy;

/// <summary>
/// Encrypts single fields that name a person (name, contact, the words of a letter) with the site's key ring. In production the
/// ring is itself encrypted by a certificate outside the database, so a stolen database gives away nothing.
/// </summary>
/// <remarks>
/// The purpose is part of the encryption: a text sealed for one field of one record does not open as another's, so nobody can
/// copy cipher texts from row to row unseen. Old keys stay in the ring, so what was sealed years ago still opens.
/// </remarks>
public sealed class FieldSealer(IDataProtectionProvider keyRing)
{
    private readonly IDataProtector _protector = keyRing.CreateProtector("PublicDisclosure.Field.v1");

    /// <summary>Encrypts a text.</summary>
    /// <param name="plain">The text; may be empty.</param>
    /// <param name="purpose">Field and record, e.g. <c>Letter.Contact:{id}</c>; the same words open it.</param>
    public SealedText Seal(string plain, string purpose) => SealedText.FromStorage(Protector(purpose).Protect(plain));

    /// <summary>Decrypts a text. The caller answers for who sees it and for the audit row.</summary>
    /// <exception cref="CryptographicException">Altered, sealed for another purpose, or the key is gone.</exception>
    public string Open(SealedText text, string purpose)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Protector(purpose).Unprotect(text.Cipher);
    }

    private IDataProtector Protector(string purpose)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        return _protector.CreateProtector(purpose);
    }
}
