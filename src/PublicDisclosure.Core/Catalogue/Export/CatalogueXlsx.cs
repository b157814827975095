using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PublicDisclosure.Core.Catalogue.Import;

namespace PublicDisclosure.Core.Catalogue.Export;

/// <summary>
/// Writes rows as .xlsx in the official layout: a sheet per domain with its title, two heading rows, shared cells merged
/// downwards, the whole channel list, landscape pages that repeat the headings.
/// </summary>
public static class CatalogueXlsx
{
    /// <summary>The whole file.</summary>
    /// <param name="rows">Rows of one or more domains, in order.</param>
    /// <param name="reportedBy">Text of the line 填报单位 under the title, or null for none.</param>
    public static byte[] Write(IReadOnlyCollection<CatalogueRow> rows, string? reportedBy = null)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = XlsxStyles.Create();
            var sheets = new Sheets();
            var names = new DefinedNames();
            foreach (var domain in rows.GroupBy(r => r.Domain))
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                var sheet = new OfficialSheet(domain.Key, [.. domain], reportedBy);
                part.Worksheet = sheet.Create();
                var index = (uint)sheets.Count();
                var name = SheetName(domain.Key, sheets);
                sheets.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = index + 1, Name = name });
                names.Append(new DefinedName($"'{name}'!$1:${sheet.HeaderRows}") { Name = "_xlnm.Print_Titles", LocalSheetId = index });
            }

            workbook.Workbook = new Workbook(sheets, names);
        }

        return stream.ToArray();
    }

    /// <summary>A sheet name that Excel accepts and that no other sheet has.</summary>
    private static string SheetName(string domain, Sheets sheets)
    {
        var name = new string([.. domain.Where(c => !"[]:*?/\\'".Contains(c)).Take(25)]);
        if (name.Length == 0) name = "目录";
        var taken = sheets.Elements<Sheet>().Select(s => s.Name?.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return taken.Contains(name) ? $"{name} {taken.Count + 1}" : name;
    }
}
