using System.ComponentModel.DataAnnotations;

namespace PublicDisclosure.Core.Organisations;

/// <summary>
/// Settings of section <c>DisclosureOffice</c>: which organisation is in charge of disclosure (政府信息公开工作主管部门, 条例第三条).
/// </summary>
public sealed class DisclosureOfficeOptions
{
    public const string Section = "DisclosureOffice";

    /// <summary>Address slug of the organisation.</summary>
    [Required, MaxLength(Organisation.SlugLength)]
    public string Slug { get; set; } = "dsjzwj";
}
