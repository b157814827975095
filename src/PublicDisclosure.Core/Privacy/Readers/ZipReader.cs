using System.IO.Compression;
using System.Xml;
using PublicDisclosure.Core.Storage;

namespace PublicDisclosure.Core.Privacy.Readers;

/// <summary>
/// Opens .docx, .xlsx, .pptx and .ofd. The readers of each kind take the parts they know; every other part of the container is
/// read all the same, so that nothing can lie where nobody looks.
/// </summary>
internal static class ZipReader
{
    public static void Read(byte[] bytes, InspectionBuilder builder)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        switch (ZipGuard.Check(stream))
        {
            case ZipVerdict.Bomb: builder.Note(FileTrait.NotReadToEnd, ""); return;
            case ZipVerdict.Broken: builder.Note(FileTrait.Unreadable, ""); return;
        }

        using var archive = new ZipArchive(stream);
        if (archive.Comment.Length > 0) builder.Add("压缩包注释", archive.Comment, true);
        var parts = new ZipParts(archive, builder);
        if (parts.Has("word/document.xml")) WordFile.Read(parts, builder);
        else if (parts.Has("xl/workbook.xml")) WorkbookFile.Read(parts, builder);
        else if (parts.Has("ppt/presentation.xml")) SlidesFile.Read(parts, builder);
        else if (parts.Has("OFD.xml")) OfdFile.Read(parts, builder);
        OtherParts.Read(parts, builder);
    }
}

/// <summary>The entries of a container; remembers which were read.</summary>
internal sealed class ZipParts(ZipArchive archive, InspectionBuilder builder)
{
    private readonly Dictionary<string, ZipArchiveEntry> _left = archive.Entries.Where(e => e.Length > 0 || !e.FullName.EndsWith('/'))
        .GroupBy(e => e.FullName.Replace('\\', '/'), StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.Last(), StringComparer.OrdinalIgnoreCase);

    public bool Has(string name) => _left.ContainsKey(name);

    /// <summary>Names not read yet below a folder, in the order of their numbers.</summary>
    public IReadOnlyList<string> Names(string start = "") =>
        [.. _left.Keys.Where(n => n.StartsWith(start, StringComparison.OrdinalIgnoreCase)).OrderBy(n => n.Length).ThenBy(n => n, StringComparer.Ordinal)];

    /// <summary>Reads an XML part once; a broken one is searched as bytes, and noted.</summary>
    public void Xml(string name, Action<Stream> read)
    {
        if (!_left.Remove(name, out var entry)) return;
        builder.ThrowIfOver();
        try
        {
            using var content = entry.Open();
            read(content);
        }
        catch (XmlException)
        {
            builder.Note(FileTrait.Unreadable, name);
            builder.Add(name, BinaryText.Find(Bytes(entry), builder), true);
        }
    }

    /// <summary>The bytes of a part, once; empty when there is none.</summary>
    public byte[] Take(string name) => _left.Remove(name, out var entry) ? Bytes(entry) : [];

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
