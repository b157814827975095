using System.ComponentModel.DataAnnotations;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>
/// What the site says about itself: the header, the footer and the page tags that the guidelines for government websites
/// ask for (国办发〔2017〕47号). Settings <c>Site:*</c>; what is unknown reads 待填写 and is never invented.
/// </summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>Text shown for a setting nobody has filled in yet.</summary>
    public const string Unknown = "待填写";

    /// <summary>Official name of the site, also the page tag <c>SiteName</c>.</summary>
    [Required, MaxLength(60)]
    public string Name { get; init; } = "桂平市基层政务公开平台";

    /// <summary>The host unit (主办单位).</summary>
    [Required, MaxLength(60)]
    public string HostUnit { get; init; } = "桂平市人民政府";

    /// <summary>Name of the office in charge of disclosure, whose contact is given to readers.</summary>
    [Required, MaxLength(60)]
    public string DisclosureOffice { get; init; } = "桂平市大数据发展和政务局";

    /// <summary>Phone of the disclosure office.</summary>
    [Required, MaxLength(60)]
    public string Phone { get; init; } = Unknown;

    /// <summary>Postal address of the disclosure office.</summary>
    [Required, MaxLength(120)]
    public string PostalAddress { get; init; } = Unknown;

    /// <summary>E-mail address of the disclosure office.</summary>
    [Required, MaxLength(120)]
    public string Email { get; init; } = Unknown;

    /// <summary>Office hours of the disclosure office.</summary>
    [Required, MaxLength(120)]
    public string Hours { get; init; } = Unknown;

    /// <summary>Website identification code (网站标识码): ten digits beginning with the division code.</summary>
    [Required, RegularExpression(@"^(\d{10}|待填写)$", ErrorMessage = "Site:IdCode must be ten digits or 待填写.")]
    public string IdCode { get; init; } = Unknown;

    /// <summary>ICP filing number.</summary>
    [Required, MaxLength(60)]
    public string Icp { get; init; } = Unknown;

    /// <summary>Public security filing number (公安机关备案号).</summary>
    [Required, MaxLength(60)]
    public string PoliceFiling { get; init; } = Unknown;

    /// <summary>
    /// Public address of the site without a final slash, e.g. <c>https://www.example.gov.cn</c>; used in feeds, prints and
    /// QR codes. Empty: the address the reader used.
    /// </summary>
    [RegularExpression(@"^(https?://[^/\s]+)?$", ErrorMessage = "Site:Address must be like https://host, without a final slash.")]
    public string Address { get; init; } = "";
}
