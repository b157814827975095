using System.Text.RegularExpressions;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Organisations;

/// <summary>What an organisation's contact must be. Every part may be unknown; what is given must be usable.</summary>
public static partial class ContactRule
{
    /// <summary>The contact with blanks taken off and empty parts made unknown.</summary>
    public static OrganisationContact Tidy(OrganisationContact contact) => new()
    {
        OfficeName = Part(contact.OfficeName),
        Phone = Part(contact.Phone),
        Fax = Part(contact.Fax),
        Email = Part(contact.Email),
        Address = Part(contact.Address),
        PostalCode = Part(contact.PostalCode),
        OfficeHours = Part(contact.OfficeHours),
    };

    /// <summary>Every reason why a tidied contact cannot be kept.</summary>
    public static IReadOnlyList<Refusal> Check(OrganisationContact contact)
    {
        var refusals = new List<Refusal>();
        foreach (var (field, text) in Parts(contact))
        {
            if (text is null) continue;
            if (text.Length > OrganisationContact.TextLength) refusals.Add(new Refusal("Text.TooLong", field, OrganisationContact.TextLength));
            if (ChineseText.HasForbiddenCharacters(text)) refusals.Add(new Refusal("Text.ForbiddenCharacters", field));
        }

        if (contact.Email is { } email && !EmailForm().IsMatch(email)) refusals.Add(new Refusal("Organisation.EmailInvalid", nameof(contact.Email)));
        if (contact.PostalCode is { } code && !PostalCodeForm().IsMatch(code))
            refusals.Add(new Refusal("Organisation.PostalCodeInvalid", nameof(contact.PostalCode)));
        if (contact.Phone is { } phone && !PhoneForm().IsMatch(phone)) refusals.Add(new Refusal("Organisation.PhoneInvalid", nameof(contact.Phone)));
        if (contact.Fax is { } fax && !PhoneForm().IsMatch(fax)) refusals.Add(new Refusal("Organisation.PhoneInvalid", nameof(contact.Fax)));
        return refusals;
    }

    private static IEnumerable<(string Field, string? Text)> Parts(OrganisationContact contact) =>
    [
        (nameof(contact.OfficeName), contact.OfficeName), (nameof(contact.Phone), contact.Phone), (nameof(contact.Fax), contact.Fax),
        (nameof(contact.Email), contact.Email), (nameof(contact.Address), contact.Address), (nameof(contact.PostalCode), contact.PostalCode),
        (nameof(contact.OfficeHours), contact.OfficeHours),
    ];

    private static string? Part(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex(@"^[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex EmailForm();

    [GeneratedRegex(@"^[0-9]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PostalCodeForm();

    // Several numbers, extensions and short remarks are common: 0775-1234567转801、12345（工作日）.
    [GeneratedRegex(@"^(?=.*[0-9]{5})[0-9 ()（）+\-－、，,;；/转分机号码\p{IsCJKUnifiedIdeographs}:：]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneForm();
}
