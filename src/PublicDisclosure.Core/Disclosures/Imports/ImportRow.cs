using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Disclosures.Imports;

/// <summary>A file of a row: one that lies in the archive, or a picture out of its HTML.</summary>
/// <param name="FileName">Name that it gets on the draft.</param>
/// <param name="Path">Where it lies in the archive; empty for a picture.</param>
/// <param name="Picture">The picture's bytes.</param>
public sealed record ImportPart(string FileName, string Path, byte[]? Picture = null);

/// <summary>A page of the old site as it was understood.</summary>
/// <param name="Sheet">The row with what is wrong with it.</param>
/// <param name="OrganisationId">Whose it is.</param>
/// <param name="ItemCode">Behind which item it stands.</param>
/// <param name="PublishedOn">The date of publication that the old site shows; never one of this portal.</param>
/// <param name="Address">Its address there, or empty.</param>
/// <param name="Parts">Its files.</param>
/// <param name="Warnings">What was left out of its HTML.</param>
public sealed record ImportRow(
    SheetRow Sheet, Guid OrganisationId, string ItemCode, DateOnly? PublishedOn, string Address, IReadOnlyList<ImportPart> Parts, IReadOnlyList<ImportWarning> Warnings)
{
    /// <summary>The row with one more thing wrong with it: it becomes no draft.</summary>
    public ImportRow With(params IEnumerable<Refusal> problems) => this with { Sheet = Sheet with { Problems = [.. Sheet.Problems, .. problems] } };
}

/// <summary>An import file as it was understood.</summary>
/// <param name="Headings">The headings as written.</param>
/// <param name="Rows">Every row below them that is not empty.</param>
public sealed record ImportReading(IReadOnlyList<string> Headings, IReadOnlyList<ImportRow> Rows)
{
    /// <summary>Rows that become drafts.</summary>
    public IEnumerable<ImportRow> Good => Rows.Where(r => r.Sheet.IsGood);

    /// <summary>The rows as a sheet, for the list of what is wrong and the file of rejected rows.</summary>
    public SheetReading Sheet => new(Headings, [.. Rows.Select(r => r.Sheet)]);
}
