using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Where staff fetch the files of a working copy. The public never reaches these addresses.</summary>
public static class StaffFiles
{
    /// <summary>Address of one file.</summary>
    public static string Address(Guid disclosureId, Guid attachmentId) => $"/admin/disclosures/{disclosureId}/attachments/{attachmentId}";

    /// <summary>Finds the address of a file by its name, for pictures and links in a body.</summary>
    public static Func<string, string?> AddressIn(Disclosure disclosure) => name =>
        disclosure.Attachments.OrderBy(a => a.SortOrder).FirstOrDefault(a => a.FileName == name) is { } file ? Address(disclosure.Id, file.Id) : null;
}
