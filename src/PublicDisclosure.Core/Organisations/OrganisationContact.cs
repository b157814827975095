namespace PublicDisclosure.Core.Organisations;

/// <summary>
/// How the public reaches an organisation's disclosure office. Every part may be unknown (null), which pages show as 待填写.
/// </summary>
public sealed record OrganisationContact
{
    public const int TextLength = 200;

    /// <summary>Name of the office that handles disclosure (信息公开工作机构).</summary>
    public string? OfficeName { get; init; }

    public string? Phone { get; init; }

    public string? Fax { get; init; }

    public string? Email { get; init; }

    public string? Address { get; init; }

    public string? PostalCode { get; init; }

    /// <summary>Office hours as the public should read them.</summary>
    public string? OfficeHours { get; init; }
}
