using PublicDisclosure.Core.Storage;

namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>The new file, at its start.</summary>
/// <param name="File">Its content.</param>
/// <param name="HasContent">False when nothing was left to show: every sheet was hidden.</param>
public sealed record MaskedContent(MemoryStream File, bool HasContent = true);

/// <summary>Makes a masked copy of the kinds that can be masked.</summary>
public static class FileMasker
{
    /// <summary>Whether files of this kind can be masked here; others are saved as .docx, .xlsx or .csv by their maker first.</summary>
    public static bool CanMask(string kind) => kind is "docx" or "xlsx" or "csv";

    /// <summary>Runs the pass over the file and writes the new one.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read to its end.</exception>
    public static MaskedContent Mask(string kind, Stream content, MaskingPass pass)
    {
        content.Position = 0;
        try
        {
            var made = kind switch
            {
                "docx" => WordMasker.Mask(content, pass),
                "xlsx" => WorkbookMasker.Mask(content, pass),
                "csv" => CsvMasker.Mask(content, pass),
                _ => throw new InvalidDataException("This kind cannot be masked."),
            };
            if (kind == "csv" || !made.HasContent) return made;
            var file = FileKind.OfExtension(kind)!;
            LeftBehind.Count(FileInspector.Inspect(file, content), FileInspector.Inspect(file, new MemoryStream(made.File.ToArray())), pass);
            return made;
        }
        catch (Exception problem) when (problem is System.Xml.XmlException or DocumentFormat.OpenXml.Packaging.OpenXmlPackageException or FormatException
            or ArgumentException or KeyNotFoundException or IOException or InvalidOperationException or System.IO.InvalidDataException)
        {
            throw new InvalidDataException("The file cannot be read.", problem);
        }
    }
}
