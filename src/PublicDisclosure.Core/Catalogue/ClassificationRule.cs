namespace PublicDisclosure.Core.Catalogue;

/// <summary>
/// One editable line of the table that proposes aspects and mandatory classes (推定): an item whose names or elements contain
/// one of the words, in the given domain or any, gets these.
/// </summary>
public sealed class ClassificationRule
{
    public const int WordsLength = 300;

    public Guid Id { get; init; }

    /// <summary>Domain code, or "*" for every domain.</summary>
    public string DomainCode { get; set; } = "*";

    /// <summary>Where the words are looked for.</summary>
    public ClassificationReach Reach { get; set; }

    /// <summary>Words separated by 、; empty means every item of the domain that no earlier rule has fully classified.</summary>
    public string Words { get; set; } = "";

    /// <summary>Aspects the rule adds; none when it only speaks of the mandatory class.</summary>
    public DisclosureAspects Aspects { get; set; }

    /// <summary>Mandatory class the rule gives; the first matching rule wins.</summary>
    public MandatoryClass? MandatoryClass { get; set; }

    public int SortOrder { get; set; }

    /// <summary>Concurrency token, raised by the editor.</summary>
    public int Revision { get; set; }
}

/// <summary>Which cells of an item a classification rule reads.</summary>
public enum ClassificationReach
{
    /// <summary>The names of the levels.</summary>
    Names,

    /// <summary>The names and the content elements.</summary>
    NamesAndElements,
}
