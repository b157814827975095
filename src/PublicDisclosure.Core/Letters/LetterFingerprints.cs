using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Letters;

/// <summary>The site's key for fingerprints of letters, sealed by the key ring. One row.</summary>
public sealed class LetterFingerprintKey
{
    /// <summary>The one row's id.</summary>
    public static readonly Guid TheOne = new("6c657474-6572-0000-0000-000000000001");

    private LetterFingerprintKey()
    {
    }

    internal LetterFingerprintKey(SealedText key) => (Id, Key) = (TheOne, key);

    public Guid Id { get; private set; }

    public SealedText Key { get; private set; } = null!;
}

internal sealed class LetterFingerprintKeyConfiguration : IEntityTypeConfiguration<LetterFingerprintKey>
{
    public void Configure(EntityTypeBuilder<LetterFingerprintKey> builder)
    {
        builder.ToTable("LetterFingerprintKeys");
        builder.Property(k => k.Key).HasMaxLength(LetterSeals.RemarkCipherLength);
    }
}

/// <summary>
/// Knows the same letter again without keeping its words: a keyed hash of what was written, to whom and by whom. Without the key,
/// which is sealed, nobody can try out whether a certain sentence was written.
/// </summary>
internal sealed class LetterFingerprints(DisclosureDb db, FieldSealer sealer)
{
    private const string Purpose = "Letter.FingerprintKey";

    private byte[]? _key;

    /// <summary>The fingerprint. Spaces and line breaks do not make another letter; another writer or addressee does.</summary>
    public async Task<string> OfAsync(LetterText text, LetterKind kind, Guid? addressedToId, CancellationToken stop)
    {
        var parts = new[] { kind.ToString(), addressedToId?.ToString("N") ?? "", text.Title, text.Text, text.Name, text.Contact };
        var written = string.Join('\n', parts.Select(ChineseText.WithoutSpaces));
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key ??= await KeyAsync(stop), Encoding.UTF8.GetBytes(written)));
    }

    private async Task<byte[]> KeyAsync(CancellationToken stop)
    {
        if (await FindAsync(stop) is { } known) return known;
        db.Add(new LetterFingerprintKey(sealer.Seal(Convert.ToHexString(RandomNumberGenerator.GetBytes(32)), Purpose)));
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Another node made the row in the same moment.
            db.ChangeTracker.Clear();
        }

        return await FindAsync(stop) ?? throw new InvalidOperationException("The key for fingerprints of letters could not be kept.");
    }

    private async Task<byte[]?> FindAsync(CancellationToken stop) =>
        await db.Set<LetterFingerprintKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Id == LetterFingerprintKey.TheOne, stop) is { } row
            ? Convert.FromHexString(sealer.Open(row.Key, Purpose)) : null;
}
