using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace PublicDisclosure.Web.Security.PublicForms;

/// <summary>When which form was opened, protected so that nobody can make one up. It knows nothing of who opened it.</summary>
/// <param name="Form">Name of the form.</param>
/// <param name="OpenedAt">Instant (UTC) of the first opening; sending an improved form keeps it.</param>
/// <param name="Nonce">Random words, so that two tickets differ.</param>
public sealed record FormTicket(string Form, DateTime OpenedAt, string Nonce)
{
    private const string Purpose = "PublicDisclosure.FormTicket.v1";

    /// <summary>A ticket for a form opened now, or opened when the former ticket says.</summary>
    public static FormTicket Issue(string form, DateTime openedAt) =>
        new(form, openedAt, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));

    /// <summary>As it travels in the hidden field.</summary>
    public string Write(IDataProtectionProvider keyRing) =>
        keyRing.CreateProtector(Purpose).Protect(string.Create(CultureInfo.InvariantCulture, $"{Form}|{OpenedAt.Ticks}|{Nonce}"));

    /// <summary>Reads a hidden field; false for anything but a ticket of this site.</summary>
    public static bool TryRead(string? written, IDataProtectionProvider keyRing, [NotNullWhen(true)] out FormTicket? ticket)
    {
        ticket = null;
        if (string.IsNullOrEmpty(written) || written.Length > 1000) return false;
        string plain;
        try
        {
            plain = keyRing.CreateProtector(Purpose).Unprotect(written);
        }
        catch (CryptographicException)
        {
            return false;
        }

        var parts = plain.Split('|');
        if (parts.Length != 3 || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)) return false;
        ticket = new FormTicket(parts[0], new DateTime(ticks, DateTimeKind.Utc), parts[2]);
        return true;
    }
}
