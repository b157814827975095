using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Responses;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Responses;

/// <summary>Starts the draft of a response: to a case, or to a public document that is misread.</summary>
public sealed class NewModel(ResponseDesk desk, ResponsePolicies policies, CaseQueries cases) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Organisation { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Case { get; set; }

    /// <summary>Id given out with the form, so that a form sent twice makes one draft.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty, Display(Name = "标题"), Required, StringLength(DisclosureText.TitleLength)]
    public string? Title { get; set; }

    [BindProperty]
    public ResponseInput Input { get; set; } = new();

    /// <summary>Title of the case behind it; null for none.</summary>
    public string? CaseTitle { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? policy, CancellationToken stop)
    {
        if (!await MayAsync(stop)) return NotFound();
        NewId = Guid.NewGuid();
        if (policy is { } id && await policies.LinkAsync(id, stop) is { } link) Input = Input with { Policy = link.Path, ClarifiesMisreading = true };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await MayAsync(stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var (policy, unknown) = await policies.FindAsync(Input.Policy, stop);
        if (unknown is not null) return this.Refused([unknown]);
        var drafted = await desk.DraftAsync(new DraftResponse(Organisation, Case, Title ?? "", Input.ToFacts(policy), User.GetStaffId(), NewId), stop);
        return this.Answer(drafted.Outcome, () =>
        {
            this.Flash("草稿已建立，请写正文，再按程序审查、发布。");
            return Redirect($"/admin/disclosures/{drafted.Value}/edit");
        });
    }

    private async Task<bool> MayAsync(CancellationToken stop)
    {
        if (!User.GetRights().Has(Permission.DisclosuresDraft, Organisation)) return false;
        if (Case is not { } id) return true;
        if (!User.GetRights().Has(Permission.CasesHandle, Organisation)) return false;
        var sheet = await cases.FindAsync(new OrganisationScope([Organisation]), id, stop);
        CaseTitle = sheet?.Case.Title;
        return sheet is not null;
    }
}
