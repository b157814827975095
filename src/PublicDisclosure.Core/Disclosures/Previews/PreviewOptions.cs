using System.ComponentModel.DataAnnotations;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Settings of section <c>Preview</c>: links to drafts for people outside.</summary>
public sealed class PreviewOptions
{
    public const string Section = "Preview";

    /// <summary>Longest life of a link that any setting may allow, in days.</summary>
    public const int MostDays = 30;

    /// <summary>Days a link lives when nobody says otherwise.</summary>
    [Range(1, MostDays)]
    public int DefaultDays { get; set; } = 7;

    /// <summary>Longest life of a link in days.</summary>
    [Range(1, MostDays)]
    public int LongestDays { get; set; } = MostDays;

    /// <summary>How many addresses of previews one network address may ask for in a minute, right or wrong.</summary>
    [Range(1, 100_000)]
    public int RequestsPerMinute { get; set; } = 60;
}
