using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Gives staff a file of the working copy: pictures and pdf in the page under a sandbox, the rest as a download.</summary>
public sealed class AttachmentModel(DisclosureAccess access, IAttachmentStore store) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid attachmentId, CancellationToken stop)
    {
        var found = await access.FindAsync(User, id, Permission.DisclosuresView, stop);
        if (found?.Attachments.FirstOrDefault(a => a.Id == attachmentId) is not { } file || !store.Exists(file.Hash)) return NotFound();
        var kind = FileKind.OfExtension(file.Kind);
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
        return new FileStreamResult(store.Open(file.Hash), kind?.MimeType ?? "application/octet-stream")
        {
            EnableRangeProcessing = true,
            FileDownloadName = kind is { MayShowInline: true } ? "" : file.FileName,
        };
    }
}
