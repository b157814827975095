namespace PublicDisclosure.Core.Disclosures;

/// <summary>A file on the working copy. Its content lies in the attachment store under the hash.</summary>
public sealed class DisclosureAttachment
{
    public const int FileNameLength = 200;
    public const int HashLength = 64;

    /// <summary>How many files a disclosure may carry.</summary>
    public const int MostPerDisclosure = 50;

    private DisclosureAttachment()
    {
    }

    public DisclosureAttachment(Guid id, Guid disclosureId, string fileName, string kind, string hash, long size, bool isOriginal, int sortOrder, DateTime at, Guid by) =>
        (Id, DisclosureId, FileName, Kind, Hash, Size, IsOriginal, SortOrder, UploadedAt, UploadedBy) =
        (id, disclosureId, fileName, kind, hash, size, isOriginal, sortOrder, at, by);

    public Guid Id { get; private set; }

    public Guid DisclosureId { get; private set; }

    /// <summary>The name it was uploaded with, made safe.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Kind found by content, not by name: pdf, docx, xlsx ...</summary>
    public string Kind { get; private set; } = "";

    /// <summary>SHA-256 in lower-case hex.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Size in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>The document itself in its original form (原件), not an annex.</summary>
    public bool IsOriginal { get; private set; }

    public int SortOrder { get; private set; }

    public DateTime UploadedAt { get; private set; }

    public Guid UploadedBy { get; private set; }

    internal void Become(string fileName, string hash, long size, DateTime at, Guid by) =>
        (FileName, Hash, Size, UploadedAt, UploadedBy) = (fileName, hash, size, at, by);

    internal void Place(int sortOrder, bool isOriginal) => (SortOrder, IsOriginal) = (sortOrder, isOriginal);
}

/// <summary>A file as frozen with a version; its address is /disclosures/{address}/versions/{n}/attachments/{k}/{name}.</summary>
public sealed class VersionAttachment
{
    private VersionAttachment()
    {
    }

    internal VersionAttachment(Guid versionId, int ordinal, DisclosureAttachment file) =>
        (VersionId, Ordinal, FileName, Kind, Hash, Size, IsOriginal) =
        (versionId, ordinal, file.FileName, file.Kind, file.Hash, file.Size, file.IsOriginal);

    public Guid VersionId { get; private set; }

    /// <summary>1, 2, 3 ... within the version.</summary>
    public int Ordinal { get; private set; }

    public string FileName { get; private set; } = "";

    public string Kind { get; private set; } = "";

    public string Hash { get; private set; } = "";

    public long Size { get; private set; }

    public bool IsOriginal { get; private set; }
}
