using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.OpinionCases;

/// <summary>Gives a file of a case to those who may see the case, always as a download.</summary>
public sealed class FileModel(CaseQueries queries, CaseFiles files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid fileId, CancellationToken stop)
    {
        var sheet = await queries.FindAsync(User.ScopeOf(Permission.CasesView), id, stop);
        if (sheet?.Case.Files.FirstOrDefault(f => f.Id == fileId) is not { } file) return NotFound();
        Response.Headers.XContentTypeOptions = "nosniff";
        return new FileStreamResult(await files.OpenAsync(file, stop), FileKind.OfExtension(file.Kind)?.MimeType ?? "application/octet-stream") { FileDownloadName = file.FileName };
    }
}
