using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Postings;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Postings;

/// <summary>One posting with every record of it; the second person decides here.</summary>
public sealed class DetailsModel(PostingAccess access, PostingDesk desk, ClosedStore closed) : PageModel
{
    [BindProperty]
    public int SeenRevision { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public OffsitePosting Posting { get; private set; } = null!;

    public PostingNames Names { get; private set; } = null!;

    public bool MayDecide { get; private set; }

    public bool MayCorrect { get; private set; }

    /// <summary>Why this person cannot decide.</summary>
    public IReadOnlyList<Refusal> Barriers { get; private set; } = [];

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "处理意见"), StringLength(PostingRecord.ReasonLength)]
        public string? Remark { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        SeenRevision = Posting.Revision;
        return Page();
    }

    /// <summary>A photograph, decrypted for who may see the posting; never kept by the browser.</summary>
    public async Task<IActionResult> OnGetPhotoAsync(Guid id, int number, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Permission.DisclosuresView, stop) is not { } found) return NotFound();
        if (found.Records.FirstOrDefault(r => r.Number == number)?.Photo is not { } photo || !closed.Exists(photo.Hash)) return NotFound();
        Response.Headers.CacheControl = "no-store";
        Response.Headers.XContentTypeOptions = "nosniff";
        return File(await closed.OpenAsync(photo.Hash, stop), "application/octet-stream", photo.FileName);
    }

    /// <summary>Confirms or declines the record that waits.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, bool confirms, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Permission.DisclosuresReview, stop) is null) return NotFound();
        if (!ModelState.IsValid) return await LoadAsync(id, stop) ? this.Invalid() : NotFound();
        var outcome = await desk.DecideAsync(new DecidePosting(id, SeenRevision, confirms, Input.Remark ?? "", User.GetStaffId()), stop);
        if (outcome.IsDone)
        {
            this.Flash(confirms ? "已确认，网站公布地点和起止日期。" : "已退回登记人更正。");
            return RedirectToPage("Details", new { id });
        }

        if (!await LoadAsync(id, stop)) return NotFound();
        ModelState.Remove(nameof(SeenRevision));
        SeenRevision = Posting.Revision;
        return this.Answer(outcome, NotFound);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Permission.DisclosuresView, stop) is not { } found) return false;
        Posting = found;
        Names = await access.NamesAsync(found, stop);
        var rights = User.GetRights();
        MayDecide = found.Open is not null && rights.Has(Permission.DisclosuresReview, found.OrganisationId);
        MayCorrect = found.Open is null && rights.Has(Permission.DisclosuresDraft, found.OrganisationId);
        Barriers = MayDecide ? found.CheckDecision(User.GetStaffId()) : [];
        return true;
    }
}
