using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;

namespace PublicDisclosure.Core.Text;

/// <summary>
/// Turns a .docx into Markdown as official documents are written: numbered headings typed or automatic, tables with
/// merged cells, pictures, notes, title, document number, signature and date. Whatever the file, the answer is a result
/// or a refusal, never an exception.
/// </summary>
public static class WordImport
{
    /// <summary>Bytes of a document to import: 30 MB.</summary>
    public const long MaxBytes = 30L * 1024 * 1024;

    private const int MaxXmlDepth = 300;
    private const long MaxXmlElements = 3_000_000;

    /// <summary>
    /// Reads a document. Refusals: <c>WordImport.Empty</c>, <c>TooLarge</c>, <c>Encrypted</c>, <c>OldFormat</c> (.doc and
    /// .wps: the text says how to save as .docx), <c>NotWord</c>, <c>Broken</c>, <c>TooComplex</c>.
    /// </summary>
    /// <param name="document">Seekable.</param>
    public static OutcomeOf<WordImportResult> Read(Stream document)
    {
        try
        {
            return Judge(document) is { } refusal ? refusal : Convert(document);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or ObjectDisposedException))
        {
            // The package reader meets damaged relationships, parts and XML with exceptions of a dozen types.
            return Refused("Broken");
        }
    }

    private static Refusal? Judge(Stream document)
    {
        if (document.Length == 0) return Refused("Empty");
        if (document.Length > MaxBytes) return Refused("TooLarge", MaxBytes / 1024 / 1024);
        document.Position = 0;
        var head = new byte[8];
        var read = document.ReadAtLeast(head, 8, false);
        document.Position = 0;
        if (head.AsSpan().StartsWith(CompoundFile.Signature))
        {
            var file = CompoundFile.Open(document);
            return file is null ? Refused("Broken") : file.Has("EncryptedPackage") ? Refused("Encrypted") : file.Has("WordDocument") ? Refused("OldFormat") : Refused("NotWord");
        }

        if (read < 4 || !head.AsSpan().StartsWith("PK\u0003\u0004"u8)) return Refused(head.AsSpan().StartsWith("{\\rtf"u8) ? "OldFormat" : "NotWord");
        return ZipGuard.Check(document) switch
        {
            ZipVerdict.Bomb => Refused("TooComplex"),
            ZipVerdict.Broken => Refused("Broken"),
            _ => Parts(document),
        };
    }

    /// <summary>Deep or endless XML would exhaust the stack of the package reader; a plain reader looks first.</summary>
    private static Refusal? Parts(Stream document)
    {
        using var archive = new ZipArchive(document, ZipArchiveMode.Read, true);
        if (archive.GetEntry("[Content_Types].xml") is null || !archive.Entries.Any(e => e.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase))) return Refused("NotWord");
        var elements = 0L;
        foreach (var entry in archive.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || e.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            using var stream = entry.Open();
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false });
            while (reader.Read())
            {
                if (reader.Depth > MaxXmlDepth || (reader.NodeType == XmlNodeType.Element && ++elements > MaxXmlElements)) return Refused("TooComplex");
            }
        }

        return null;
    }

    private static OutcomeOf<WordImportResult> Convert(Stream stream)
    {
        stream.Position = 0;
        using var document = WordprocessingDocument.Open(stream, false, new OpenSettings { AutoSave = false });
        if (document.MainDocumentPart is not { Document.Body: { } body } main) return Refused("NotWord");
        var reader = new WordReader(main);
        reader.Read(body, reader.Blocks);
        return Assemble(reader.Blocks, reader.Notes(), reader.Images, reader.Warnings);
    }

    /// <summary>Takes head and signature out of the blocks and writes the rest.</summary>
    internal static WordImportResult Assemble(List<WordBlock> blocks, List<string> notes, List<ImportedImage> images, IReadOnlyList<ImportWarning> warnings)
    {
        var (title, number) = OfficialLayout.TakeHead(blocks);
        var (signedBy, on) = OfficialLayout.Signature(blocks);
        return new WordImportResult(BlockMarkdown.Write(blocks, notes), title, number, on, signedBy, images, warnings);
    }

    private static Refusal Refused(string reason, params object[] arguments) => new("WordImport." + reason, "File", arguments);
}
