namespace PublicDisclosure.Core.Storage;

/// <summary>
/// Keeps file contents outside the web root under their SHA-256, each content once. Names, kinds and rights live in the
/// database.
/// </summary>
public interface IAttachmentStore
{
    /// <summary>Stores the content and tells its hash (lower-case hex) and size in bytes. Storing the same content again changes nothing.</summary>
    Task<StoredFile> StoreAsync(Stream content, CancellationToken stop);

    /// <summary>Opens a stored content for reading, seekable.</summary>
    /// <exception cref="FileNotFoundException">Nothing is stored under the hash.</exception>
    Stream Open(string hash);

    /// <summary>Whether a content is stored under the hash.</summary>
    bool Exists(string hash);

    /// <summary>Deletes a content. Only <see cref="OpenFileRemoval"/> calls it, after asking who uses it.</summary>
    void Remove(string hash);
}

/// <summary>A stored content.</summary>
/// <param name="Hash">SHA-256, lower-case hex.</param>
/// <param name="Size">Bytes.</param>
public sealed record StoredFile(string Hash, long Size);
