using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace PublicDisclosure.Core.Storage;

/// <summary>
/// Keeps what must never be served: originals with personal data, scans of signatures, photographs of postings. The folder
/// <c>closed</c> of the data folder, each content once under its SHA-256, encrypted with the site's key ring. No endpoint
/// opens it by hash; a page that shows one of its files to staff decides first who may see it.
/// </summary>
/// <remarks>
/// A file is <c>PDCS1</c>, a random id of 16 bytes, and blocks of up to a megabyte, each length (4 bytes) and cipher text. Id,
/// place and "last" are part of what a block is protected for, so blocks cannot be swapped, dropped or cut off unseen.
/// </remarks>
public sealed class ClosedStore(string folder, IDataProtectionProvider keyRing)
{
    /// <summary>Folder below the data folder. Backups hold it; the key ring is in the database.</summary>
    public const string FolderName = "closed";

    private const int BlockSize = 1024 * 1024;
    private static ReadOnlySpan<byte> Mark => "PDCS1"u8;
    private readonly IDataProtector _protector = keyRing.CreateProtector("PublicDisclosure.ClosedStore.v1");

    /// <summary>Encrypts and keeps a content; its plain bytes never touch the disk. Keeping the same content again changes nothing.</summary>
    public async Task<StoredFile> KeepAsync(Stream content, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $"keep-{Guid.NewGuid():N}.tmp");
        try
        {
            StoredFile stored;
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stored = await EncryptAsync(content, file, stop);
                file.Flush(flushToDisk: true);
            }

            var target = PathOf(stored.Hash);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            // Moving last makes a content appear whole or not at all, also when the machine stops in between.
            if (!File.Exists(target)) File.Move(temporary, target, overwrite: true);
            return stored;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Decrypts a kept content into memory, seekable, and checks it against its hash.</summary>
    /// <exception cref="FileNotFoundException">Nothing is kept under the hash.</exception>
    /// <exception cref="CryptographicException">The file was altered, or the key ring that protected it is gone.</exception>
    public async Task<Stream> OpenAsync(string hash, CancellationToken stop = default)
    {
        await using var file = new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);
        var plain = await DecryptAsync(file, stop);
        if (Convert.ToHexStringLower(SHA256.HashData(plain.GetBuffer().AsSpan(0, (int)plain.Length))) != hash)
            throw new CryptographicException("The kept file is not the one its name says.");
        return plain;
    }

    /// <summary>Whether a content is kept under the hash.</summary>
    public bool Exists(string hash) => IsHash(hash) && File.Exists(PathOf(hash));

    /// <summary>Deletes a content. Only the rule that deletes what came with a letter calls it, on the letters' own folder.</summary>
    internal void Remove(string hash)
    {
        if (Exists(hash)) File.Delete(PathOf(hash));
    }

    private async Task<StoredFile> EncryptAsync(Stream content, FileStream file, CancellationToken stop)
    {
        var id = RandomNumberGenerator.GetBytes(16);
        file.Write(Mark);
        file.Write(id);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BlockSize];
        var length = new byte[4];
        var size = 0L;
        for (var place = 0; ; place++)
        {
            var read = await content.ReadAtLeastAsync(buffer, BlockSize, throwOnEndOfStream: false, stop);
            hash.AppendData(buffer, 0, read);
            size += read;
            var block = BlockProtector(id, place, isLast: read < BlockSize).Protect(buffer[..read]);
            BinaryPrimitives.WriteInt32BigEndian(length, block.Length);
            await file.WriteAsync(length, stop);
            await file.WriteAsync(block, stop);
            if (read < BlockSize) break;
        }

        CryptographicOperations.ZeroMemory(buffer);
        return new StoredFile(Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }

    private async Task<MemoryStream> DecryptAsync(FileStream file, CancellationToken stop)
    {
        var head = new byte[Mark.Length + 16];
        var length = new byte[4];
        if (await file.ReadAtLeastAsync(head, head.Length, false, stop) < head.Length || !head.AsSpan().StartsWith(Mark)) throw Damaged();
        var id = head[Mark.Length..];
        var plain = new MemoryStream();
        for (var place = 0; ; place++)
        {
            if (await file.ReadAtLeastAsync(length, 4, false, stop) < 4) throw Damaged();
            var size = BinaryPrimitives.ReadInt32BigEndian(length);
            if (size <= 0 || size > file.Length - file.Position) throw Damaged();
            var block = new byte[size];
            await file.ReadExactlyAsync(block, stop);
            var isLast = file.Position == file.Length;
            plain.Write(BlockProtector(id, place, isLast).Unprotect(block));
            if (isLast) break;
        }

        plain.Position = 0;
        return plain;
    }

    private IDataProtector BlockProtector(byte[] id, int place, bool isLast) =>
        _protector.CreateProtector(Convert.ToHexStringLower(id), place.ToString(CultureInfo.InvariantCulture), isLast ? "last" : "more");

    private static CryptographicException Damaged() => new("The kept file is damaged.");

    private static bool IsHash(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower);

    private string PathOf(string hash) =>
        IsHash(hash) ? Path.Combine(folder, hash[..2], hash[2..]) : throw new FileNotFoundException("Not a kept file.");
}
