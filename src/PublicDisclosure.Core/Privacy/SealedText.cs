using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PublicDisclosure.Core.Privacy;

/// <summary>
/// A text as it lies in the database: encrypted, opaque, of no use without the key ring. Only <see cref="FieldSealer"/> makes
/// and opens one, so that no query, log, audit row or export can meet the plain words by accident
/// (《个人信息保护法》第五十一条第三项：采取相应的加密、去标识化等安全技术措施).
/// </summary>
public sealed record SealedText
{
    private SealedText(string cipher) => Cipher = cipher;

    /// <summary>The cipher text, base64url.</summary>
    public string Cipher { get; }

    /// <summary>Takes up a stored cipher text; it is not checked before it is opened.</summary>
    internal static SealedText FromStorage(string cipher) => new(cipher);

    /// <summary>Says nothing of the content.</summary>
    public override string ToString() => "（已加密）";
}

/// <summary>Keeps a sealed text in one column.</summary>
internal sealed class SealedTextConverter() : ValueConverter<SealedText, string>(text => text.Cipher, cipher => SealedText.FromStorage(cipher));
