using System.ComponentModel.DataAnnotations;

namespace PublicDisclosure.Core.Postings;

/// <summary>Measures of postings off the web.</summary>
public sealed class PostingOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Postings";

    /// <summary>Default of <see cref="LeastDays"/>.</summary>
    public const int DefaultLeastDays = 7;

    /// <summary>Days a posting should hang at least; a shorter one needs a note. The rules of each field differ: 未核实.</summary>
    [Range(1, 365)]
    public int LeastDays { get; set; } = DefaultLeastDays;
}
