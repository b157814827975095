using System.IO.Compression;
using System.Xml;
using PublicDisclosure.Core.Storage;

namespace PublicDisclosure.Core.Privacy.Metadata;

/// <summary>
/// Rewrites an Open Packaging container (.docx, .xlsx, .pptx; ECMA-376 Part 2) without its metadata. Parts are known by
/// their relationships, not by their names, which a maker may choose freely.
/// </summary>
internal static class PackageMetadata
{
    /// <summary>Relationship types (their last segment) whose parts are emptied: the part stays, its root bare.</summary>
    private static readonly HashSet<string> Emptied = ["coreproperties", "extendedproperties", "customproperties"];

    /// <summary>Relationship types whose parts go, with the relationship.</summary>
    private static readonly HashSet<string> Dropped =
    [
        "thumbnail", "printersettings", "customxml", "attachedtemplate", "mailmergesource", "mailmergeheadersource", "recipientdata", "transform",
        "people", "keymapcustomizations", "attachedtoolbars", "revisionheaders", "usernames", "changesinfo", "revisioninfo", "origin", "signature",
        "extensibility",
    ];

    /// <summary>The same time for every entry: when a file was zipped says who worked when, and equal contents should have equal hashes.</summary>
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The container without metadata, in memory, at its start.</summary>
    /// <exception cref="InvalidDataException">A part is not well-formed XML.</exception>
    public static MemoryStream Strip(Stream content, int nesting)
    {
        content.Position = 0;
        using var source = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        var parts = source.Entries.Where(e => !e.FullName.EndsWith('/')).DistinctBy(e => e.FullName, StringComparer.OrdinalIgnoreCase).ToList();
        try
        {
            return Write(parts, PackageLinks.Read(parts, Dropped, Emptied), nesting);
        }
        catch (XmlException problem)
        {
            throw new InvalidDataException("A part of the package is not well-formed.", problem);
        }
    }

    private static MemoryStream Write(List<ZipArchiveEntry> parts, PackageLinks links, int nesting)
    {
        var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                var name = part.FullName.TrimStart('/');
                if (links.Drops(name)) continue;
                var entry = archive.CreateEntry(part.FullName, CompressionLevel.Optimal);
                entry.LastWriteTime = EntryTime;
                using var to = entry.Open();
                using var from = part.Open();
                Copy(name, part.Length, from, to, links, nesting);
            }
        }

        target.Position = 0;
        return target;
    }

    private static void Copy(string name, long length, Stream from, Stream to, PackageLinks links, int nesting)
    {
        var lower = name.ToLowerInvariant();
        if (lower == "[content_types].xml" || lower.EndsWith(".rels", StringComparison.Ordinal)) PackageXml.Copy(from, to, new LinkFilter(links, name));
        else if (links.Empties(name)) PackageXml.WriteBareRoot(from, to);
        else if (lower.EndsWith(".xml", StringComparison.Ordinal)) PackageXml.Copy(from, to, new AuthorFilter());
        else CopyBinary(name, length, from, to, nesting);
    }

    /// <summary>Pictures and embedded documents are judged by their content; what cannot be read stays as it is inside the document.</summary>
    private static void CopyBinary(string name, long length, Stream from, Stream to, int nesting)
    {
        using var buffer = new MemoryStream((int)Math.Min(length, ZipGuard.MaxUncompressed));
        from.CopyTo(buffer);
        var bytes = buffer.ToArray();
        try
        {
            if (MediaMetadata.Strip(bytes, name) is { } picture) bytes = picture;
            else if (bytes.AsSpan().StartsWith(CompoundFile.Signature)) CompoundMetadata.Blank(bytes);
            else if (nesting > 0 && bytes.AsSpan().StartsWith("PK\u0003\u0004"u8)) bytes = Strip(new MemoryStream(bytes), nesting - 1).ToArray();
        }
        catch (Exception problem) when (problem is InvalidDataException or XmlException)
        {
            bytes = buffer.ToArray();
        }

        to.Write(bytes);
    }
}
