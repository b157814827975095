using System.ComponentModel.DataAnnotations;
using PublicDisclosure.Core.Accounts;

namespace PublicDisclosure.Core.Mail;

/// <summary>What mail is handed to.</summary>
public enum MailDelivery
{
    /// <summary>A folder from which a mail server, or a person, fetches .eml files.</summary>
    Pickup,

    /// <summary>A mail server, by SMTP.</summary>
    Smtp,
}

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>TLS begins after the greeting (usually port 587); refused where the server does not offer it.</summary>
    StartTls,

    /// <summary>TLS from the first byte (usually port 465).</summary>
    Tls,

    /// <summary>None: for a server on the same machine or network, without a password.</summary>
    None,
}

/// <summary>Settings of section <c>Mail</c>.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>Where the site tells its own address; <see cref="SiteAddress"/> comes from here where it is not set itself.</summary>
    public const string SiteAddressSetting = "Site:Address";

    private const string LocalSender = "no-reply@localhost";

    /// <summary>What mail is handed to.</summary>
    public MailDelivery Delivery { get; set; } = MailDelivery.Pickup;

    /// <summary>Folder for .eml files. Relative paths start at the data folder.</summary>
    [Required]
    public string PickupFolder { get; set; } = "mail";

    /// <summary>Address in <c>From</c>; required for SMTP.</summary>
    public string From { get; set; } = "";

    /// <summary>Name in <c>From</c>.</summary>
    [Required, MaxLength(60)]
    public string FromName { get; set; } = "政务公开平台";

    /// <summary>Public address of the site without a final slash, for the links; required for SMTP.</summary>
    [RegularExpression(@"^(https?://[^/\s]+)?$", ErrorMessage = "Mail:SiteAddress must be like https://host, without a final slash.")]
    public string SiteAddress { get; set; } = "";

    /// <summary>Tries after which a mail is given up; with the growing waits between them 12 take about a day.</summary>
    [Range(1, 50)]
    public int MostAttempts { get; set; } = 12;

    /// <summary>Name of the mail server; required for SMTP.</summary>
    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Account on the mail server; empty where it wants none.</summary>
    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>Seconds after which the mail server counts as not answering.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>The address mails come from.</summary>
    public string Sender => From.Length > 0 ? From : LocalSender;

    /// <summary>The address of a page of the site; its path alone where the site's address is not known.</summary>
    public string Link(string path) => SiteAddress + path;

    /// <summary>What is wrong with the settings beyond their form, in words for the operator; null when nothing is.</summary>
    public string? Problem() =>
        From.Length > 0 && StaffEmail.Check(From).Count > 0 ? "Mail:From is not an e-mail address."
        : Delivery == MailDelivery.Pickup ? null
        : Host.Length == 0 ? "Mail:Delivery is Smtp, but Mail:Host is empty."
        : From.Length == 0 ? "Mail:Delivery is Smtp, but Mail:From is empty."
        : SiteAddress.Length == 0 ? "Mail:Delivery is Smtp, but neither Mail:SiteAddress nor Site:Address is set; links in mails would lead nowhere."
        : UserName.Length > 0 && Security == MailSecurity.None ? "Mail:UserName is set, but Mail:Security is None; the password would travel in the clear."
        : null;
}
