using System.ComponentModel.DataAnnotations;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>
/// Settings of section <c>Interpretation</c>: what has to be interpreted and by how much material. The figures are not in a source
/// that could be checked; pages show them as 本市规定, 未核实 until the city has confirmed them.
/// </summary>
public sealed class InterpretationOptions
{
    public const string Section = "Interpretation";

    /// <summary>Genres that have to be interpreted, names separated by commas; beside them everything marked as touching rights, the public interest or the market.</summary>
    [Required]
    public string Genres { get; set; } = nameof(DisclosureGenre.Normative);

    /// <summary>How many different forms of material a policy needs.</summary>
    [Range(1, 7)]
    public int LeastForms { get; set; } = 2;

    /// <summary>One of the forms is 文字解读.</summary>
    public bool NeedsText { get; set; } = true;

    /// <summary>Within how many working days after the policy the material follows where the office allowed it to go out without.</summary>
    [Range(1, 60)]
    public int DebtWorkingDays { get; set; } = 3;

    /// <summary>Hosts of official sites, separated by commas: where the interpretation of an issuing level may stand, they or a host under them.</summary>
    [Required]
    public string OfficialHosts { get; set; } = "gov.cn";

    /// <summary>The official hosts one by one.</summary>
    public IReadOnlyList<string> Hosts => OfficialHosts.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The least material as one value.</summary>
    public LeastForms Least => new(LeastForms, NeedsText);

    /// <summary>Whether a document has to be interpreted: by its genre, or because it is marked. Only what is to be public (主动公开), and never an interpretation itself.</summary>
    public bool Asks(DisclosureText text) => text.Attribute == DisclosureAttribute.Active && text.Genre != DisclosureGenre.Interpretation
        && (text.Concerns != PublicConcerns.None || Genres.Split(',', StringSplitOptions.TrimEntries).Contains(text.Genre.ToString()));
}
