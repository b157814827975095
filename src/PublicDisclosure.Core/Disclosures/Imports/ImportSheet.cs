using System.Text.RegularExpressions;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Tables;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Disclosures.Imports;

/// <summary>What the rows of an import file are read against.</summary>
/// <param name="Today">Beijing date.</param>
/// <param name="OrganisationId">For rows that name no organisation.</param>
/// <param name="ItemCode">For rows that name no item; or empty.</param>
/// <param name="Organisations">Organisations the person may import for, by slug, name and short name.</param>
/// <param name="Headings">Own headings by field.</param>
/// <param name="MostRows">Most rows of a file.</param>
/// <param name="LargestFile">Most bytes of an attachment.</param>
internal sealed record ImportTerms(
    DateOnly Today, Guid OrganisationId, string ItemCode, IReadOnlyDictionary<string, Guid> Organisations, IReadOnlyDictionary<string, string[]> Headings, int MostRows, long LargestFile);

/// <summary>Reads an import file: every row becomes a draft or says why not.</summary>
internal static partial class ImportSheet
{
    private static readonly ImportField[] Required = [ImportField.Title, ImportField.PublishedOn];

    /// <summary>Reads the package; the refusal concerns the whole file.</summary>
    public static OutcomeOf<ImportReading> Read(ImportPackage package, ImportTerms terms)
    {
        var table = package.Table;
        if (ImportHeadings.Find(table, terms.Headings) is not { } found) return new Refusal(table.Rows.Count == 0 ? "TableFile.Empty" : "ImportFile.NoHeadings", "File");
        var missing = Required.Where(f => !found.Columns.ContainsKey(f)).Select(ImportHeadings.NameOf).ToList();
        if (!found.Columns.ContainsKey(ImportField.Body) && !found.Columns.ContainsKey(ImportField.Files)) missing.Add(ImportHeadings.NameOf(ImportField.Body));
        if (missing.Count > 0) return new Refusal("BatchFile.ColumnsMissing", "File", string.Join('、', missing));
        var filled = Enumerable.Range(found.Row + 1, table.Rows.Count - found.Row - 1)
            .Where(r => table.Rows[r].Broken is not null || table.Rows[r].Cells.Any(c => c.Text.Length > 0)).ToList();
        if (filled.Count == 0) return new Refusal("BatchFile.NoRows", "File");
        if (filled.Count > terms.MostRows)
            return new Refusal("BatchFile.TooManyRows", "File", filled.Count, terms.MostRows, (filled.Count + terms.MostRows - 1) / terms.MostRows);
        var headings = Enumerable.Range(0, table.Width).Select(c => table.At(found.Row, c).Text).ToList();
        return new ImportReading(headings, WithoutDoubles([.. filled.Select(r => Row(package, r, found.Columns, headings, terms))]));
    }

    private static ImportRow Row(ImportPackage package, int at, IReadOnlyDictionary<ImportField, int> columns, List<string> headings, ImportTerms terms)
    {
        var raw = package.Table.Rows[at];
        var cells = headings.Select((_, c) => package.Table.At(at, c).Text).ToList();
        var row = new ImportRow(new SheetRow(raw.Number, cells, null, []), terms.OrganisationId, terms.ItemCode, null, "", [], []);
        if (raw.Broken is { } broken) return row.With(broken);
        var problems = new List<Refusal>();
        var body = columns.GetValueOrDefault(ImportField.Body, -1);
        foreach (var c in Enumerable.Range(0, headings.Count).Where(c => c != body))
        {
            if (package.Table.At(at, c).IsFormula) problems.Add(new Refusal("BatchRow.Formula", headings[c]));
            if (package.Table.At(at, c).HadHidden) problems.Add(new Refusal("BatchRow.HiddenCharacters", headings[c]));
        }

        string Of(ImportField field) => columns.TryGetValue(field, out var c) ? cells[c] : "";
        foreach (var field in Required.Where(f => Of(f).Length == 0)) problems.Add(new Refusal("BatchRow.Missing", ImportHeadings.NameOf(field)));
        if (Of(ImportField.Body).Length == 0 && Of(ImportField.Files).Length == 0) problems.Add(new Refusal("BatchRow.Missing", ImportHeadings.NameOf(ImportField.Body)));
        var organisation = Of(ImportField.Organisation) is { Length: > 0 } named ? Named(named, terms, problems) : terms.OrganisationId;
        var code = Of(ImportField.ItemCode) is { Length: > 0 } given ? given : terms.ItemCode;
        if (code.Length == 0) problems.Add(new Refusal("BatchRow.Missing", ImportHeadings.NameOf(ImportField.ItemCode)));
        var published = Date(ImportField.PublishedOn, Of, terms, problems);
        var (documentDate, formedOn) = (Date(ImportField.DocumentDate, Of, terms, problems), Date(ImportField.FormedOn, Of, terms, problems));
        if (!OldAddress.IsGood(Of(ImportField.Address))) problems.Add(new Refusal("ImportRow.BadAddress", ImportHeadings.NameOf(ImportField.Address), Disclosure.OriginalAddressLength));
        var parts = Files(package, Of(ImportField.Files), terms, problems);
        var read = ImportBody.Read(Of(ImportField.Body), Of(ImportField.BodyFormat), Of(ImportField.Title), parts.Select(p => p.FileName));
        problems.AddRange(read.Refusals.Select(r => r with { Field = ImportHeadings.NameOf(r.Code == "ImportRow.FormatUnknown" ? ImportField.BodyFormat : ImportField.Body) }));
        row = row with { OrganisationId = organisation, ItemCode = code, PublishedOn = published, Address = OldAddress.Normalise(Of(ImportField.Address)) };
        if (read.Value is not { } text) return row.With(problems);
        var number = Number(Of(ImportField.Number), text, problems);
        parts.AddRange(text.Pictures.Select(p => new ImportPart(p.FileName, "", p.Image.Content)));
        if (parts.Count > DisclosureAttachment.MostPerDisclosure) problems.Add(new Refusal("Attachment.TooMany", ImportHeadings.NameOf(ImportField.Files), DisclosureAttachment.MostPerDisclosure));
        if (problems.Count > 0) return row.With(problems);
        documentDate ??= text.Date;
        var written = new DisclosureText
        {
            Title = CellText.OneLine(Of(ImportField.Title)),
            Body = text.Markdown,
            DocumentNumber = number,
            DocumentDate = documentDate,
            // The date of the old page is none of these: where nothing tells, the clerk fills it in.
            FormedOn = formedOn ?? documentDate,
            Summary = Of(ImportField.Summary) is { Length: > 0 } summary ? summary : WordDraft.Summarise(text.Markdown),
        };
        return (row with { Sheet = row.Sheet with { Text = written }, Parts = parts, Warnings = [.. text.Warnings, .. Doubts(documentDate, published)] }).With(DisclosureText.Check(written).Select(r => r with { Field = NameOf(r.Field) }));
    }

    /// <summary>A document is not published before it was made: a date that the old site, or the file, has wrong.</summary>
    private static IEnumerable<ImportWarning> Doubts(DateOnly? documentDate, DateOnly? published) =>
        documentDate > published ? [new ImportWarning("ImportRow.MadeAfterPublication", 1)] : [];

    private static Guid Named(string name, ImportTerms terms, List<Refusal> problems)
    {
        if (terms.Organisations.TryGetValue(name, out var id)) return id;
        problems.Add(new Refusal("ImportRow.OrganisationUnknown", ImportHeadings.NameOf(ImportField.Organisation), name));
        return terms.OrganisationId;
    }

    private static DateOnly? Date(ImportField field, Func<ImportField, string> of, ImportTerms terms, List<Refusal> problems)
    {
        if (of(field).Length == 0) return null;
        var date = DecisionDates.Read(TimeOfDay().Replace(of(field), ""));
        if (date is null) problems.Add(new Refusal("BatchRow.BadDate", ImportHeadings.NameOf(field), of(field)));
        else if (date > terms.Today) problems.Add(new Refusal("BatchRow.DateInFuture", ImportHeadings.NameOf(field), date.Value));
        return date;
    }

    private static string Number(string given, ImportedBody text, List<Refusal> problems)
    {
        if (given.Length == 0) return DocumentNumber.TryParse(text.Number, out var found) ? found.ToString() : "";
        if (!DocumentNumber.TryParse(given, out var number)) problems.Add(new Refusal("BatchRow.BadNumber", ImportHeadings.NameOf(ImportField.Number), given));
        else if (DocumentNumber.TryParse(text.Number, out var other) && other != number)
            problems.Add(new Refusal("ImportRow.OtherNumber", ImportHeadings.NameOf(ImportField.Number), number.ToString(), other.ToString()));
        return number?.ToString() ?? "";
    }

    private static List<ImportPart> Files(ImportPackage package, string cell, ImportTerms terms, List<Refusal> problems)
    {
        var parts = new List<ImportPart>();
        var heading = ImportHeadings.NameOf(ImportField.Files);
        foreach (var named in cell.Split(['\n', ';', '；', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct())
        {
            var part = ImportPackage.Within(named) is { } path ? new ImportPart(SafeFileName.Of(path), path) : null;
            if (part is null) problems.Add(new Refusal("ImportFile.UnsafePath", heading, named));
            else if (package.Read(part.Path) is not { } content) problems.Add(new Refusal("ImportRow.FileMissing", heading, named));
            else if (parts.Exists(p => p.FileName == part.FileName)) problems.Add(new Refusal("ImportFile.SameNameTwice", heading, part.FileName));
            else
            {
                problems.AddRange(ContentSniffer.Sniff(part.FileName, new MemoryStream(content), terms.LargestFile).Refusals.Select(r => r with { Field = heading }));
                parts.Add(part);
            }
        }

        return parts;
    }

    private static string? NameOf(string? field) => field switch
    {
        nameof(DisclosureText.Title) => ImportHeadings.NameOf(ImportField.Title),
        nameof(DisclosureText.Summary) => ImportHeadings.NameOf(ImportField.Summary),
        nameof(DisclosureText.Body) => ImportHeadings.NameOf(ImportField.Body),
        _ => field,
    };

    private static List<ImportRow> WithoutDoubles(List<ImportRow> rows)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. rows.Select(row =>
        {
            if (row.Sheet.Text is not { } text) return row;
            var (own, title) = (row.OrganisationId + " ", $"{row.OrganisationId} {text.Title} {row.PublishedOn:yyyyMMdd}");
            // Several pages of one title and day are one only where an address is missing that could tell them apart.
            string[] asked = row.Address.Length == 0 ? [title] : [(OldAddress.IsFromRoot(row.Address) ? own : "") + OldAddress.Key(row.Address), title + " 无网址"];
            string[] kept = row.Address.Length == 0 ? [title, title + " 无网址"] : [asked[0], title];
            string[] number = text.DocumentNumber.Length == 0 ? [] : [own + text.DocumentNumber];
            if (asked.Concat(number).FirstOrDefault(first.ContainsKey) is { } key) return row.With(new Refusal("BatchRow.TwiceInFile", ImportHeadings.NameOf(ImportField.Title), first[key]));
            foreach (var k in kept.Concat(number)) first.TryAdd(k, row.Sheet.Number);
            return row;
        })];
    }

    [GeneratedRegex(@"[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$")]
    private static partial Regex TimeOfDay();
}
