using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using CellLooks = PublicDisclosure.Core.Privacy.Readers.CellLooks;
using CellText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>
/// Makes a new workbook with what a reader of the old one sees: visible sheets, rows and columns, values instead of formulas,
/// number formats, widths and merged cells. Nothing else is carried over, so nothing can hide in it.
/// </summary>
internal static class WorkbookMasker
{
    public static MaskedContent Mask(Stream content, MaskingPass pass)
    {
        using var source = SpreadsheetDocument.Open(SoundPackage.Workbook(content, pass), false);
        var book = source.WorkbookPart ?? throw new InvalidDataException("No workbook.");
        var strings = new SharedStrings(book);
        var looks = Looks(book);
        var sheets = new List<SheetCopy>();
        foreach (var sheet in book.Workbook!.Descendants<Sheet>())
        {
            if (sheet.Id?.Value is not { } id || !book.TryGetPartById(id, out var part)) continue;
            if (part is not WorksheetPart worksheet) { pass.Took(MaskingKind.EmbeddedObject); continue; }
            if ((sheet.State?.Value ?? SheetStateValues.Visible) != SheetStateValues.Visible) { pass.Took(MaskingKind.HiddenSheet); continue; }
            var copy = SheetCopy.Read(sheet.Name?.Value ?? "", worksheet, strings, looks, pass);
            pass.Process(copy.Block);
            sheets.Add(copy);
        }

        pass.Finish();
        if (sheets.Count == 0) return new MaskedContent(new MemoryStream(), HasContent: false);
        var target = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook))
        {
            var to = document.AddWorkbookPart();
            if (book.WorkbookStylesPart?.Stylesheet is { } styles)
            {
                var kept = (Stylesheet)styles.CloneNode(true);
                kept.RemoveAllChildren<StylesheetExtensionList>();
                to.AddNewPart<WorkbookStylesPart>().Stylesheet = kept;
            }

            if (book.ThemePart is { } theme)
            {
                using var colours = theme.GetStream(FileMode.Open, FileAccess.Read);
                to.AddNewPart<ThemePart>().FeedData(colours);
            }

            var list = new Sheets();
            for (var i = 0; i < sheets.Count; i++)
            {
                var part = to.AddNewPart<WorksheetPart>();
                part.Worksheet = sheets[i].Write();
                list.Append(new Sheet { Name = Name(sheets[i].NameSegment.Result(), i), SheetId = (uint)i + 1, Id = to.GetIdOfPart(part) });
            }

            to.Workbook = new Workbook(list);
        }

        target.Position = 0;
        // The writer stamps parts with the clock; equal contents should have equal hashes.
        return new MaskedContent(Metadata.PackageMetadata.Strip(target, 0));
    }

    /// <summary>Which formats show nothing, by the same rules as the checklist's reader.</summary>
    private static CellLooks Looks(WorkbookPart book)
    {
        var looks = new CellLooks();
        if (book.WorkbookStylesPart is not { } styles) return looks;
        using var content = styles.GetStream(FileMode.Open, FileAccess.Read);
        looks.Read(content);
        return looks;
    }

    /// <summary>At most 31 characters, none of those that Excel refuses (a masked number is full of stars).</summary>
    private static string Name(string name, int index)
    {
        var clean = string.Concat(name.Replace('*', 'x').Where(c => c is not (':' or '\\' or '/' or '?' or '[' or ']'))).Trim('\'', ' ');
        return clean.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"Sheet{index + 1}") : clean[..Math.Min(31, clean.Length)];
    }
}

/// <summary>The shared strings of a workbook as a reader sees them: without phonetic hints.</summary>
internal sealed class SharedStrings
{
    private readonly List<string> _strings;

    public SharedStrings(WorkbookPart book) => _strings =
        [.. (book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>() ?? []).Select(Text)];

    /// <summary>The text at an index, empty for an index that is none.</summary>
    public string At(string? index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < _strings.Count ? _strings[i] : "";

    /// <summary>Text of a rich or plain string item.</summary>
    public static string Text(OpenXmlElement item) =>
        string.Concat(item.Descendants<CellText>().Where(t => t.Parent is not PhoneticRun).Select(t => t.Text));
}
