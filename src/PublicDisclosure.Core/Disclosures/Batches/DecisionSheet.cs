using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Privacy.Masking;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Tables;

namespace PublicDisclosure.Core.Disclosures.Batches;

/// <summary>What the rows of a file are read against.</summary>
/// <param name="Today">Beijing date.</param>
/// <param name="OrganisationName">For whom the rows are entered.</param>
/// <param name="Proposal">What item and template propose for each row.</param>
/// <param name="NameMask">The masking rules by which names of natural persons are masked; null where they stay.</param>
/// <param name="Headings">Own headings by field.</param>
/// <param name="MostRows">Most rows of a file.</param>
public sealed record SheetTerms(
    DateOnly Today, string OrganisationName, DisclosureText Proposal, MaskingRules? NameMask, IReadOnlyDictionary<string, string[]> Headings, int MostRows);

/// <summary>Reads a spreadsheet of administrative decisions: every row becomes a draft or says why not.</summary>
internal static class DecisionSheet
{
    private const int LongestCell = 5000;

    private static readonly DecisionField[] Required = [DecisionField.Subject, DecisionField.Category, DecisionField.Facts, DecisionField.DecidedOn];

    /// <summary>Reads the bytes; the refusal concerns the whole file.</summary>
    public static OutcomeOf<SheetReading> Read(byte[] file, SheetTerms terms, CancellationToken cancel = default)
    {
        var kind = TableFileSniffer.Sniff(file);
        if (kind is TableFileKind.Unknown or TableFileKind.Docx) return new Refusal("BatchFile.NotASpreadsheet", "File");
        if (TableReader.RefusalFor(file, kind) is { } refusal) return refusal with { Field = "File" };
        var read = TableReader.Read(file, kind, cancel: cancel);
        if (read.Value is not { } tables) return Outcome.Refused([.. read.Refusals.Select(r => r with { Field = "File" })]);
        foreach (var table in tables)
            if (DecisionHeadings.Find(table, terms.Headings) is { } found) return Understand(table, found.Row, found.Columns, terms);
        return new Refusal(tables.All(t => t.Rows.Count == 0) ? "TableFile.Empty" : "BatchFile.NoHeadings", "File");
    }

    private static OutcomeOf<SheetReading> Understand(RawTable table, int head, IReadOnlyDictionary<DecisionField, int> columns, SheetTerms terms)
    {
        var missing = Required.Where(f => !columns.ContainsKey(f)).Select(DecisionHeadings.NameOf).ToList();
        if (!columns.ContainsKey(DecisionField.Number) && !columns.ContainsKey(DecisionField.LicenceNumber)) missing.Add(DecisionHeadings.NameOf(DecisionField.Number));
        if (missing.Count > 0) return new Refusal("BatchFile.ColumnsMissing", "File", string.Join("、", missing));
        var filled = Enumerable.Range(head + 1, table.Rows.Count - head - 1)
            .Where(r => table.Rows[r].Broken is not null || table.Rows[r].Cells.Any(c => c.Text.Length > 0)).ToList();
        if (filled.Count == 0) return new Refusal("BatchFile.NoRows", "File");
        if (filled.Count > terms.MostRows)
            return new Refusal("BatchFile.TooManyRows", "File", filled.Count, terms.MostRows, (filled.Count + terms.MostRows - 1) / terms.MostRows);
        var width = table.Width;
        var headings = Enumerable.Range(0, width).Select(c => table.At(head, c).Text).ToList();
        var isLicence = headings.Exists(h => h.Contains("许可", StringComparison.Ordinal)) && !headings.Exists(h => h.Contains("处罚", StringComparison.Ordinal));
        var rows = filled.Select(r => Row(table, r, columns, headings, isLicence, terms)).ToList();
        return new SheetReading(headings, WithoutDoubles(rows));
    }

    private static SheetRow Row(
        RawTable table, int at, IReadOnlyDictionary<DecisionField, int> columns, List<string> headings, bool isLicence, SheetTerms terms)
    {
        var raw = table.Rows[at];
        var cells = headings.Select((_, c) => table.At(at, c).Text).ToList();
        if (raw.Broken is { } broken) return new SheetRow(raw.Number, cells, null, [broken]);
        var problems = new List<Refusal>();
        for (var c = 0; c < headings.Count; c++)
        {
            var cell = table.At(at, c);
            if (cell.IsFormula) problems.Add(new Refusal("BatchRow.Formula", headings[c]));
            if (cell.HadHidden) problems.Add(new Refusal("BatchRow.HiddenCharacters", headings[c]));
            if (cell.Text.Length > LongestCell) problems.Add(new Refusal("BatchRow.TooLong", headings[c], LongestCell, cell.Text.Length));
            // An own column of our file of rejected rows tells the reason, not the number itself; still nothing escapes the look.
            foreach (var hit in PersonalDataFinder.Find(cell.Text).Where(h => h.Kind is PersonalDataKind.IdentityNumber or PersonalDataKind.BankCard).Take(1))
                problems.Add(new Refusal("BatchRow.PersonalNumber", headings[c], hit.Masked));
        }

        string Of(DecisionField field) => columns.TryGetValue(field, out var c) ? cells[c].Trim() : "";
        foreach (var field in Required.Where(f => Of(f).Length == 0)) problems.Add(new Refusal("BatchRow.Missing", headings[columns[field]]));
        var number = Number(Of(DecisionField.Number), Of(DecisionField.LicenceNumber), problems);
        var decided = DecisionDates.Read(Of(DecisionField.DecidedOn));
        if (Of(DecisionField.DecidedOn).Length > 0 && decided is null) problems.Add(new Refusal("BatchRow.BadDate", headings[columns[DecisionField.DecidedOn]], Of(DecisionField.DecidedOn)));
        if (decided > terms.Today) problems.Add(new Refusal("BatchRow.DateInFuture", headings[columns[DecisionField.DecidedOn]], decided.Value));
        if (problems.Count > 0) return new SheetRow(raw.Number, cells, null, problems);
        var text = DecisionText.Write(Of, number, decided!.Value, isLicence, terms);
        problems.AddRange(DisclosureText.Check(text).Select(r => new Refusal("BatchRow.TooLong", headings[columns[DecisionField.Subject]], r.Arguments)));
        return new SheetRow(raw.Number, cells, text, problems);
    }

    /// <summary>A document number in official form; a licence may bear its licence number alone.</summary>
    private static string Number(string number, string licence, List<Refusal> problems)
    {
        if (number.Length == 0)
        {
            if (licence.Length == 0) problems.Add(new Refusal("BatchRow.Missing", DecisionHeadings.NameOf(DecisionField.Number)));
            return "";
        }

        if (DocumentNumber.TryParse(number, out var parsed)) return parsed.ToString();
        problems.Add(new Refusal("BatchRow.BadNumber", DecisionHeadings.NameOf(DecisionField.Number), number));
        return "";
    }

    private static List<SheetRow> WithoutDoubles(List<SheetRow> rows)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. rows.Select(row =>
        {
            if (row.Text is not { } text) return row;
            var key = text.DocumentNumber.Length > 0 ? text.DocumentNumber : text.Title;
            if (first.TryAdd(key, row.Number)) return row;
            return row with { Text = null, Problems = [.. row.Problems, new Refusal("BatchRow.TwiceInFile", DecisionHeadings.NameOf(DecisionField.Number), first[key])] };
        })];
    }
}
