using System.IO.Compression;
using System.Text;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Tables;

namespace PublicDisclosure.Core.Disclosures.Imports;

/// <summary>
/// An import file opened: its table and, of a .zip, the files that lie with it. Nothing is unpacked to the disk, and an archive
/// that names places outside itself is refused as a whole.
/// </summary>
internal sealed class ImportPackage : IDisposable
{
    private readonly Dictionary<string, ZipArchiveEntry> _files = new(StringComparer.OrdinalIgnoreCase);
    private ZipArchive? _archive;
    private string _folder = "";

    private ImportPackage()
    {
    }

    /// <summary>The rows.</summary>
    public RawTable Table { get; private set; } = null!;

    /// <summary>Opens the bytes; the refusal concerns the whole file.</summary>
    public static OutcomeOf<ImportPackage> Open(byte[] file)
    {
        if (file.AsSpan().IndexOfAnyExcept("\0 \r\n"u8) < 0) return new Refusal("TableFile.Empty", "File");
        var package = new ImportPackage();
        var refusal = file.AsSpan().StartsWith("PK\u0003\u0004"u8) || file.AsSpan().StartsWith("PK\u0005\u0006"u8) ? package.OpenZip(file) : package.ReadTable(file);
        if (refusal is null) return package;
        package.Dispose();
        return refusal with { Field = "File" };
    }

    /// <summary>A path that stays within the archive, with forward strokes; null for one that does not.</summary>
    public static string? Within(string path)
    {
        var plain = path.Trim().Replace('\\', '/');
        while (plain.StartsWith("./", StringComparison.Ordinal)) plain = plain[2..];
        return plain.Length == 0 || plain.StartsWith('/') || plain.Contains(':', StringComparison.Ordinal) || plain.Contains('\0', StringComparison.Ordinal) || plain.Split('/').Any(p => p is ".." or ".")
            ? null : plain;
    }

    /// <summary>The content of a file beside the table; null when there is none.</summary>
    public byte[]? Read(string path)
    {
        if (!_files.TryGetValue(_folder + path, out var entry) && !_files.TryGetValue(path, out entry)) return null;
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => _archive?.Dispose();

    private Refusal? OpenZip(byte[] file)
    {
        var content = new MemoryStream(file, writable: false);
        if (Outside(content) is { } refusal) return refusal;
        switch (ZipGuard.Check(content))
        {
            case ZipVerdict.Bomb: return new Refusal("TableFile.TooMuchInside");
            case ZipVerdict.Broken: return new Refusal("TableFile.Damaged");
        }

        // Names without the UTF-8 mark come as they are, byte by byte, and are read below.
        _archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: false, Encoding.Latin1);
        foreach (var entry in _archive.Entries.Where(e => !IsFolder(e.FullName)))
        {
            var name = NameOf(entry.FullName);
            if (Within(name) is not { } path) return new Refusal("ImportFile.UnsafePath", null, name);
            if (!_files.TryAdd(path, entry)) return new Refusal("ImportFile.SameNameTwice", null, path);
        }

        var tables = _files.Keys.Where(IsTable).GroupBy(Depth).OrderBy(g => g.Key).FirstOrDefault()?.ToList() ?? [];
        if (tables.Count != 1) return tables.Count == 0 ? new Refusal("ImportFile.NoTable") : new Refusal("ImportFile.SeveralTables", null, string.Join('、', tables.Take(5)));
        _folder = tables[0][..(tables[0].LastIndexOf('/') + 1)];
        return ReadTable(Read(tables[0][_folder.Length..])!);
    }

    /// <summary>What the directory of the archive tells before anything is unpacked.</summary>
    private static Refusal? Outside(Stream content)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Any(e => e.IsEncrypted)) return new Refusal("ImportFile.Encrypted");
            return archive.Entries.Any(e => e.FullName is "xl/workbook.xml" or "word/document.xml") ? new Refusal("ImportFile.NotATable") : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            return new Refusal("TableFile.Damaged");
        }
    }

    private Refusal? ReadTable(byte[] file)
    {
        if (file.AsSpan().IndexOfAnyExcept("\0 \r\n"u8) < 0) return new Refusal("TableFile.Empty");
        if (TableFileSniffer.Sniff(file) != TableFileKind.Text) return new Refusal("ImportFile.NotATable");
        if (TextDecoding.Decode(file) is not { } text) return new Refusal("TableFile.UnknownEncoding");
        if (!ImportJson.IsJson(text))
        {
            Table = DelimitedReader.Read(text, text.Split('\n', 2)[0].Contains('\t', StringComparison.Ordinal) ? '\t' : ',', "表格");
            return null;
        }

        var read = ImportJson.Read(text);
        if (read.Value is not { } table) return read.Refusals[0];
        Table = table;
        return null;
    }

    private static bool IsFolder(string name) => name.EndsWith('/') || name.EndsWith('\\');

    // What the Finder of a Mac puts beside the files.
    private static bool IsTable(string path) =>
        !path.StartsWith("__MACOSX/", StringComparison.Ordinal) && Path.GetExtension(path).ToLowerInvariant() is ".csv" or ".json";

    private static int Depth(string path) => path.Count(c => c == '/');

    /// <summary>Programs of Chinese Windows write names in GB18030, others in UTF-8 without saying so.</summary>
    private static string NameOf(string name) =>
        name.All(c => c <= '\u00ff') && name.Any(c => c >= '\u0080') ? TextDecoding.Decode(Encoding.Latin1.GetBytes(name)) ?? name : name;
}
