using System.Text;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Text.Media;

namespace PublicDisclosure.Core.Privacy.Readers;

/// <summary>Gives a content to the reader of its kind; files inside files come back here.</summary>
internal static class ContentReader
{
    private static readonly HashSet<string> Zips = ["docx", "xlsx", "pptx", "ofd"];

    /// <summary>Reads a file whose kind is known.</summary>
    public static void Read(byte[] bytes, string extension, InspectionBuilder builder)
    {
        if (Zips.Contains(extension)) ZipReader.Read(bytes, builder);
        else if (extension == "pdf") PdfReader.Read(bytes, builder);
        else if (extension is "jpg" or "png") Picture(bytes, builder);
        else if (extension == "csv") DelimitedText.Read(bytes, builder);
        else if (extension == "vtt") builder.Add("字幕", string.Join('\n', CaptionFile.Read(TextEncodings.Utf8(bytes) ?? "").Cues.Select(c => c.Text)));
        else CompoundReader.Read(bytes, extension, builder);
    }

    /// <summary>Reads a file inside another, whose kind only its first bytes tell.</summary>
    public static void ReadInside(string name, byte[] bytes, InspectionBuilder builder) => builder.Inside(name, () =>
    {
        var start = bytes.AsSpan();
        if (start.StartsWith("PK\u0003\u0004"u8)) ZipReader.Read(bytes, builder);
        else if (start.StartsWith("%PDF-"u8)) PdfReader.Read(bytes, builder);
        else if (start.StartsWith(CompoundFile.Signature)) CompoundReader.Read(bytes, "", builder);
        else if (PictureReader.IsPicture(start)) PictureReader.Read(bytes, builder);
        else if (TextEncodings.Decode(bytes) is { } text && !text.Contains('\0', StringComparison.Ordinal)) builder.Add("内容", text, true);
        else builder.Add("内容", BinaryText.Find(bytes, builder), true);
    });

    private static void Picture(byte[] bytes, InspectionBuilder builder)
    {
        builder.Note(FileTrait.ImageOnly, "");
        PictureReader.Read(bytes, builder);
    }
}

/// <summary>Reads .csv as a table.</summary>
internal static class DelimitedText
{
    public static void Read(byte[] bytes, InspectionBuilder builder)
    {
        if (TextEncodings.Decode(bytes) is { } text) builder.Add("表格内容", ToTabs(text));
        else builder.Note(FileTrait.Unreadable, "");
    }

    /// <summary>Cells parted by tabs; what is quoted keeps its commas and loses its line breaks.</summary>
    private static string ToTabs(string text)
    {
        var result = new StringBuilder(text.Length);
        var firstLine = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end : text.Length);
        var delimiter = firstLine.Count(';') > firstLine.Count(',') ? ';' : ',';
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"') result.Append(text[i++]);
            else if (c == '"') quoted = !quoted;
            else if (quoted && (c is '\n' or '\r')) result.Append(' ');
            else if (!quoted && c == delimiter) result.Append('\t');
            else result.Append(c);
        }

        return result.ToString();
    }
}
