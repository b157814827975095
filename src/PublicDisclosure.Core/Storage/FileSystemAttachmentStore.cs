using System.Security.Cryptography;

namespace PublicDisclosure.Core.Storage;

/// <summary>Stores contents as files, <c>ab/cdef…</c>, in the folder <c>files</c> of the data folder.</summary>
public sealed class FileSystemAttachmentStore(string folder) : IAttachmentStore
{
    /// <inheritdoc/>
    public async Task<StoredFile> StoreAsync(Stream content, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $"upload-{Guid.NewGuid():N}.tmp");
        try
        {
            long size;
            string hash;
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
            {
                await content.CopyToAsync(file, stop);
                await file.FlushAsync(stop);
                size = file.Length;
                file.Position = 0;
                hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
            }

            var target = PathOf(hash);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            // Moving last makes a content appear whole or not at all, also when the machine stops in between.
            if (!File.Exists(target)) File.Move(temporary, target, overwrite: true);
            return new StoredFile(hash, size);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <inheritdoc/>
    public Stream Open(string hash) => new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);

    /// <inheritdoc/>
    public bool Exists(string hash) => File.Exists(PathOf(hash));

    /// <inheritdoc/>
    public void Remove(string hash) => File.Delete(PathOf(hash));

    private string PathOf(string hash)
    {
        if (hash.Length != 64 || hash.Any(c => !char.IsAsciiHexDigitLower(c))) throw new FileNotFoundException("Not a stored file.");
        return Path.Combine(folder, hash[..2], hash[2..]);
    }
}
