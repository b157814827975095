using System.ComponentModel.DataAnnotations;

namespace PublicDisclosure.Core.Disclosures.Batches;

/// <summary>Settings of section <c>Batches</c>: spreadsheets of decisions, imports from an old site.</summary>
public sealed class BatchOptions
{
    public const string Section = "Batches";

    /// <summary>Most rows of one file; 1,000 unless set. The drafts of a file are written in one save.</summary>
    [Range(1, 20_000)]
    public int MostRows { get; set; } = 1000;

    /// <summary>Largest spreadsheet in MB; 20 unless set.</summary>
    [Range(1, 50)]
    public int LargestSheetMegabytes { get; set; } = 20;

    /// <summary>
    /// Largest import from an old site in MB, files included; 50 unless set. The proxy in front has to let a little more through.
    /// </summary>
    [Range(1, 500)]
    public int LargestImportMegabytes { get; set; } = 50;

    /// <summary>Days that an uploaded file that nobody confirmed, and rejected rows, are kept; 30 unless set.</summary>
    [Range(1, 3650)]
    public int KeepUploadsDays { get; set; } = 30;

    /// <summary>
    /// Further headings by the name of <c>DecisionField</c> or <c>ImportField</c>, for files of one's own systems:
    /// <c>Batches:Headings:Subject:0 = 被处罚人</c>.
    /// </summary>
    public Dictionary<string, string[]> Headings { get; set; } = [];
}
