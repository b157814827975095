using System.IO.Compression;
using System.Text;
using System.Xml;
using ExcelDataReader;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Text.Media;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace PublicDisclosure.Core.Text;

/// <summary>The words of a file, for search and for scans.</summary>
/// <param name="Text">What was found, perhaps nothing.</param>
/// <param name="IsComplete">False when a limit was met or the file could not be read to its end.</param>
public sealed record ExtractedText(string Text, bool IsComplete);

/// <summary>
/// Takes the words out of attachments: docx, pptx, xlsx, xls, et, ofd, csv and pdf. Other kinds, and whatever cannot be
/// read, give an empty or shortened text; nothing throws.
/// </summary>
public static class TextExtractor
{
    /// <summary>Characters taken from one file.</summary>
    public const int MaxLength = 2_000_000;

    /// <summary>Time for one file unless the caller says otherwise.</summary>
    public static readonly TimeSpan DefaultTime = TimeSpan.FromSeconds(20);

    private static readonly ExtractedText Nothing = new("", false);

    /// <summary>Reads a file whose kind <see cref="ContentSniffer"/> has told.</summary>
    /// <remarks>A reader that overruns its time is left to end by itself on its own copy of the file.</remarks>
    public static ExtractedText Extract(FileKind kind, Stream content, TimeSpan? time = null)
    {
        if (kind.IsFilm || content.Length is 0 or > ContentSniffer.DefaultMaxBytes) return Nothing;
        var bytes = new byte[content.Length];
        content.Position = 0;
        content.ReadExactly(bytes);
        using var timeout = new CancellationTokenSource(time ?? DefaultTime);
        var text = new TextCollector(timeout.Token);
        var work = Task.Factory.StartNew(() => Read(kind, bytes, text), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            var inTime = work.Wait((time ?? DefaultTime) + TimeSpan.FromSeconds(1));
            return text.Result(inTime && work.Result);
        }
        catch (AggregateException)
        {
            // Readers meet damaged files with exceptions of many types; what they had read by then stays.
            return text.Result(false);
        }
    }

    private static bool Read(FileKind kind, byte[] bytes, TextCollector text)
    {
        using var stream = new MemoryStream(bytes);
        if (bytes.AsSpan().StartsWith("PK"u8) && ZipGuard.Check(stream) != ZipVerdict.Sound) return false;
        switch (kind.Extension)
        {
            case "docx": return Xml(stream, name => name is "word/document.xml" or "word/footnotes.xml", ["t"], ["p", "tr"], ["tc", "tab", "br"], text);
            case "pptx": return Xml(stream, name => name.StartsWith("ppt/slides/slide", StringComparison.OrdinalIgnoreCase), ["t"], ["p"], [], text);
            case "ofd": return Xml(stream, name => name.EndsWith("Content.xml", StringComparison.OrdinalIgnoreCase), ["TextCode"], ["TextObject"], [], text);
            case "xlsx" or "xls" or "et": return Table(stream, text);
            case "vtt": return text.Add(string.Join('\n', CaptionFile.Read(TextEncodings.Utf8(bytes) ?? "").Cues.Select(c => c.Text)));
            case "csv": return text.Add(TextEncodings.Decode(bytes) ?? "");
            case "pdf": return Pdf(bytes, text);
            default: return false;
        }
    }

    private static bool Xml(Stream stream, Func<string, bool> part, string[] words, string[] lines, string[] gaps, TextCollector text)
    {
        using var archive = new ZipArchive(stream);
        foreach (var entry in archive.Entries.Where(e => part(e.FullName)).OrderBy(e => e.FullName.Length).ThenBy(e => e.FullName, StringComparer.Ordinal))
        {
            using var content = entry.Open();
            using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false });
            var inWords = false;
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element) inWords = words.Contains(reader.LocalName) && !reader.IsEmptyElement;
                if (inWords && (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) && !text.Add(reader.Value)) return false;
                if (reader.NodeType != XmlNodeType.EndElement && !(reader.NodeType == XmlNodeType.Element && reader.IsEmptyElement)) continue;
                inWords = false;
                if (lines.Contains(reader.LocalName)) text.Add("\n");
                else if (gaps.Contains(reader.LocalName)) text.Add(" ");
            }
        }

        return true;
    }

    private static bool Table(Stream stream, TextCollector text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        do
        {
            text.Add(reader.Name + "\n");
            while (reader.Read())
            {
                for (var c = 0; c < Math.Min(reader.FieldCount, 500); c++)
                {
                    if (reader.GetValue(c) is { } value && !text.Add(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) + " ")) return false;
                }

                if (!text.Add("\n")) return false;
            }
        }
        while (reader.NextResult());
        return true;
    }

    private static bool Pdf(byte[] bytes, TextCollector text)
    {
        using var document = PdfDocument.Open(bytes);
        foreach (var page in document.GetPages())
        {
            if (!text.Add(ContentOrderTextExtractor.GetText(page) + "\n")) return false;
        }

        return true;
    }

    /// <summary>Collects up to the limits; shared between the reading thread and the one that waits for it.</summary>
    private sealed class TextCollector(CancellationToken stop)
    {
        private readonly StringBuilder _text = new();

        /// <summary>False when reading should end.</summary>
        public bool Add(string words)
        {
            lock (_text)
            {
                var room = MaxLength - _text.Length;
                _text.Append(words.Length <= room ? words : words[..Math.Max(0, room)]);
                return words.Length <= room && !stop.IsCancellationRequested;
            }
        }

        public ExtractedText Result(bool complete)
        {
            lock (_text)
            {
                var lines = ChineseText.RemoveForbidden(_text.ToString()).Split('\n').Select(ChineseText.TidySpaces).Where(line => line.Length > 0);
                return new ExtractedText(string.Join('\n', lines), complete);
            }
        }
    }
}
