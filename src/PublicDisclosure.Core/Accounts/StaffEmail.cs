using System.Text;
using System.Text.RegularExpressions;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Accounts;

/// <summary>
/// The e-mail address of a member of staff: optional, for notices only. Nobody signs in by it and no password is sent to it, so
/// two accounts may share one (a section's common mailbox).
/// </summary>
public static partial class StaffEmail
{
    public const int Longest = 100;

    /// <summary>As it is stored: without spaces around, full-width letters and signs as their plain ones. Null for none.</summary>
    public static string? Normalize(string? text)
    {
        var plain = text?.Trim().Normalize(NormalizationForm.FormKC).Trim() ?? "";
        return plain.Length > 0 ? plain : null;
    }

    /// <summary>Every reason why an address, normalized, cannot be stored; none for no address.</summary>
    public static IReadOnlyList<Refusal> Check(string? address, string field = "Email") =>
        string.IsNullOrEmpty(address) ? []
        : address.Length > Longest ? [new Refusal("StaffUser.EmailTooLong", field, Longest)]
        : !Form().IsMatch(address) ? [new Refusal("StaffUser.EmailInvalid", field)] : [];

    // Plain addresses only (RFC 5321 without quoted local parts, comments, literals and non-ASCII): what mail servers here take.
    [GeneratedRegex(
        @"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
