using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Gives staff the scan of a signed sheet under a sandbox; that they saw it stays in the audit log.</summary>
public sealed class SignatureModel(DisclosureAccess access, SignatureScans scans) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid signatureId, CancellationToken stop)
    {
        if (!await access.MayAsync(User, id, Permission.DisclosuresView, stop)) return NotFound();
        if (await scans.OpenAsync(id, signatureId, User.GetStaffId(), stop) is not var (signature, content)) return NotFound();
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
        return new FileStreamResult(content, FileKind.OfExtension(signature.ScanKind)?.MimeType ?? "application/octet-stream");
    }
}
