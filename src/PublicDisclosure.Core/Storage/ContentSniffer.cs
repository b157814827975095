using System.Buffers.Binary;
using System.IO.Compression;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Text.Media;

namespace PublicDisclosure.Core.Storage;

/// <summary>
/// Tells what a file is by its content and refuses what may not be attached. The name is believed only where content
/// cannot tell two kinds apart (.doc and .wps, .xls and .et), and must agree with the content.
/// </summary>
public static class ContentSniffer
{
    /// <summary>Bytes an attachment may have unless the settings say otherwise: 50 MB.</summary>
    public const long DefaultMaxBytes = 50L * 1024 * 1024;

    /// <summary>The kind, or the one reason why not (<c>Attachment.*</c>). Bad content never throws.</summary>
    /// <param name="fileName">The name the file came with.</param>
    /// <param name="content">Seekable; its position afterwards is the start.</param>
    /// <param name="maxBytes">Limit in bytes.</param>
    public static OutcomeOf<FileKind> Sniff(string? fileName, Stream content, long maxBytes = DefaultMaxBytes)
    {
        var name = SafeFileName.Of(fileName);
        if (content.Length == 0) return Refused("Empty", name);
        if (content.Length > maxBytes) return Refused("TooLarge", name, maxBytes / 1024 / 1024);
        content.Position = 0;
        var head = new byte[(int)Math.Min(content.Length, 4096)];
        content.ReadExactly(head);
        try
        {
            var found = Judge(name, head, content);
            if (found.Value is not { } kind) return found;
            var extension = SafeFileName.Extension(name);
            return FileKind.OfExtension(extension) == kind ? kind : Refused("ExtensionDisagrees", name, kind.DisplayName, kind.Extension);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return Refused("Broken", name);
        }
        finally
        {
            content.Position = 0;
        }
    }

    private static OutcomeOf<FileKind> Judge(string name, byte[] head, Stream content)
    {
        ReadOnlySpan<byte> start = head;
        if (IsProgram(start)) return Refused("Executable", name);
        if (start.StartsWith("PK\u0003\u0004"u8)) return Zip(name, content);
        if (start.StartsWith(CompoundFile.Signature)) return Compound(name, content);
        if (start.StartsWith("%PDF-"u8)) return Pdf(name, content);
        if (start.Length > 20 && start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return FileKind.Jpeg;
        if (start.Length > 32 && start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) && start[12..16].SequenceEqual("IHDR"u8)) return FileKind.Png;
        if (Mp4File.Looks(start)) return Film(name, Mp4File.Read(content).Verdict, FileKind.Mp4);
        if (Mp3File.Looks(start)) return Film(name, Mp3File.Check(content), FileKind.Mp3);
        // Readers accept a PDF header within the first kilobyte; what stands before it may be a page that a browser runs.
        if (start[..Math.Min(1024, start.Length)].IndexOf("%PDF-"u8) > 0 || IsActiveText(start)) return Refused("Disguised", name);
        return SafeFileName.Extension(name) switch
        {
            "csv" => Csv(name, content),
            "vtt" => Captions(name, content),
            "mp4" => Refused("NotAVideo", name),
            "mp3" => Refused("NotASound", name),
            _ => Refused("KindNotAllowed", name),
        };
    }

    private static bool IsProgram(ReadOnlySpan<byte> start) =>
        start.StartsWith("MZ"u8) || start.StartsWith("\u007FELF"u8) || start.StartsWith("#!"u8)
        || (start.Length >= 4 && BinaryPrimitives.ReadUInt32BigEndian(start) is 0xCAFEBABE or 0xFEEDFACE or 0xFEEDFACF or 0xCEFAEDFE or 0xCFFAEDFE or 0x4C000000);

    private static bool IsActiveText(ReadOnlySpan<byte> start)
    {
        var text = System.Text.Encoding.Latin1.GetString(start).ToLowerInvariant();
        return text.TrimStart('ï', '»', '¿', 'ÿ', 'þ', ' ', '\t', '\r', '\n').StartsWith('<')
            || text.Contains("<script", StringComparison.Ordinal) || text.Contains("<html", StringComparison.Ordinal) || text.Contains("<svg", StringComparison.Ordinal) || text.Contains("<?php", StringComparison.Ordinal);
    }

    private static OutcomeOf<FileKind> Zip(string name, Stream content)
    {
        switch (ZipGuard.Check(content))
        {
            case ZipVerdict.Bomb: return Refused("ZipBomb", name);
            case ZipVerdict.Broken: return Refused("Broken", name);
        }

        content.Position = 0;
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        var entries = archive.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (entries.Any(e => e.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)) || IsMacroEnabled(archive)) return Refused("HasMacros", name);
        FileKind? kind = entries.Contains("OFD.xml") ? FileKind.Ofd
            : !entries.Contains("[Content_Types].xml") ? null
            : entries.Contains("word/document.xml") ? FileKind.Docx
            : entries.Contains("xl/workbook.xml") ? FileKind.Xlsx
            : entries.Contains("ppt/presentation.xml") ? FileKind.Pptx : null;
        return kind is null ? Refused("KindNotAllowed", name) : kind;
    }

    private static bool IsMacroEnabled(ZipArchive archive)
    {
        if (archive.GetEntry("[Content_Types].xml") is not { } entry) return false;
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd().Contains("macroEnabled", StringComparison.OrdinalIgnoreCase);
    }

    private static OutcomeOf<FileKind> Compound(string name, Stream content)
    {
        if (CompoundFile.Open(content) is not { } file) return Refused("Broken", name);
        if (file.Has("EncryptedPackage") || IsEncrypted(file)) return Refused("Encrypted", name);
        if (file.Names.Any(n => n.StartsWith("_VBA_PROJECT", StringComparison.OrdinalIgnoreCase)) || file.Has("VBA")) return Refused("HasMacros", name);
        var extension = SafeFileName.Extension(name);
        if (file.Has("WordDocument")) return extension == "wps" ? FileKind.Wps : FileKind.Doc;
        if (file.Has("Workbook") || file.Has("Book")) return extension == "et" ? FileKind.Et : FileKind.Xls;
        return file.Has("PowerPoint Document") ? FileKind.Ppt : Refused("KindNotAllowed", name);
    }

    /// <summary>[MS-DOC] FibBase.fEncrypted; [MS-XLS] a FilePass record (0x2F) right behind the first BOF.</summary>
    internal static bool IsEncrypted(CompoundFile file)
    {
        var word = file.Head("WordDocument", 512);
        if (word.Length > 12 && (word[11] & 0x01) != 0) return true;
        var book = file.Head(file.Has("Workbook") ? "Workbook" : "Book", 512);
        for (var at = 0; at + 4 <= book.Length && at < 100;)
        {
            var record = BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at));
            if (record == 0x2F) return true;
            at += 4 + BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at + 2));
        }

        return file.Has("EncryptedSummary");
    }

    private static OutcomeOf<FileKind> Pdf(string name, Stream content)
    {
        var scan = PdfScan.Of(ReadAll(content));
        if (scan.Encrypted) return Refused("Encrypted", name);
        if (scan.Acts) return Refused("PdfActs", name);
        return scan.Unreadable ? Refused("Broken", name) : FileKind.Pdf;
    }

    private static OutcomeOf<FileKind> Csv(string name, Stream content) =>
        TextEncodings.Decode(ReadAll(content)) is null ? Refused("CsvNotText", name) : FileKind.Csv;

    private static OutcomeOf<FileKind> Film(string name, MediaVerdict verdict, FileKind kind) => verdict switch
    {
        MediaVerdict.Sound => kind,
        MediaVerdict.CutOff => Refused("MediaCutOff", name),
        MediaVerdict.NoPicture => Refused("VideoWithoutPicture", name),
        MediaVerdict.Codec => Refused("VideoNotPlayable", name),
        _ => Refused(kind == FileKind.Mp4 ? "NotAVideo" : "NotASound", name),
    };

    private static OutcomeOf<FileKind> Captions(string name, Stream content)
    {
        if (content.Length > CaptionFile.LargestFile) return Refused("TooLarge", name, CaptionFile.LargestFile / 1024 / 1024);
        if (TextEncodings.Utf8(ReadAll(content)) is not { } text) return Refused("CaptionsNotUtf8", name);
        var captions = CaptionFile.Read(text);
        return captions.Faults.Count == 0 ? FileKind.Vtt : Outcome.Refused(captions.Faults);
    }

    private static byte[] ReadAll(Stream content)
    {
        var bytes = new byte[content.Length];
        content.Position = 0;
        content.ReadExactly(bytes);
        return bytes;
    }

    private static Refusal Refused(string reason, params object[] arguments) => new("Attachment." + reason, "File", arguments);
}
