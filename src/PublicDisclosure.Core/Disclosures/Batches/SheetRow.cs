using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures.Batches;

/// <summary>A row of a file as it was understood.</summary>
/// <param name="Number">Row number as the file's own program shows it.</param>
/// <param name="Cells">The cells as written, for the file of rejected rows.</param>
/// <param name="Text">The draft that it becomes; null when it cannot become one.</param>
/// <param name="Problems">Everything that is wrong with it; the field names the column.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells, DisclosureText? Text, IReadOnlyList<Refusal> Problems)
{
    /// <summary>It can become a draft.</summary>
    public bool IsGood => Text is not null && Problems.Count == 0;
}

/// <summary>A file as it was understood, row by row.</summary>
/// <param name="Headings">The headings as written.</param>
/// <param name="Rows">Every row below them that is not empty.</param>
public sealed record SheetReading(IReadOnlyList<string> Headings, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>Rows that become drafts.</summary>
    public IEnumerable<SheetRow> Good => Rows.Where(r => r.IsGood);

    /// <summary>Rows that stay out.</summary>
    public IEnumerable<SheetRow> Rejected => Rows.Where(r => !r.IsGood);
}
