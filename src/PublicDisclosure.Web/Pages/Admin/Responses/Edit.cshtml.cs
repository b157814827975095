using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Responses;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Responses;

/// <summary>What a response answers; can be changed while it is a draft, and goes out with the text.</summary>
public sealed class EditModel(DisclosureAccess access, DisclosureDb db, ResponseDesk desk, ResponsePolicies policies) : PageModel
{
    [BindProperty]
    public int SeenRevision { get; set; }

    [BindProperty]
    public ResponseInput Input { get; set; } = new();

    /// <summary>Title of the draft.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Its revision as it stands.</summary>
    private int Revision { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await LoadAsync(id, stop) is not { } response) return NotFound();
        Input = ResponseInput.Of(response.Facts, response.PolicyId is { } policy ? await policies.LinkAsync(policy, stop) : null);
        SeenRevision = Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await LoadAsync(id, stop) is null) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var (policy, unknown) = await policies.FindAsync(Input.Policy, stop);
        if (unknown is not null) return this.Refused([unknown]);
        var outcome = await desk.DescribeAsync(new DescribeResponse(id, SeenRevision, Input.ToFacts(policy), User.GetStaffId()), stop);
        if (outcome.Kind == OutcomeKind.EditedMeanwhile)
        {
            ModelState.Remove(nameof(SeenRevision));
            SeenRevision = Revision;
        }

        return this.Answer(outcome, () =>
        {
            this.Flash("已保存，与正文一起审查和发布。");
            return Redirect($"/admin/disclosures/{id}");
        });
    }

    private async Task<PublicResponse?> LoadAsync(Guid id, CancellationToken stop)
    {
        var found = await access.For(User, Permission.DisclosuresDraft).Where(d => d.Id == id).Select(d => new { d.Text.Title, d.Revision }).SingleOrDefaultAsync(stop);
        if (found is null) return null;
        (Subject, Revision) = (found.Title, found.Revision);
        return await db.Responses.AsNoTracking().SingleOrDefaultAsync(r => r.DisclosureId == id, stop);
    }
}
