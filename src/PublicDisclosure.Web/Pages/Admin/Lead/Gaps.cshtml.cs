using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Lead;

/// <summary>What a township owes in a led domain, and the reminder that is sent about it.</summary>
public sealed class GapsModel(DisclosureDb db, CatalogueAuthority authority, LeadDesk desk, ReminderDesk reminders) : LeadPage(db, authority)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<LeadGap> Gaps { get; private set; } = [];

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        public List<string> Items { get; set; } = [];

        [Display(Name = "提醒内容")]
        public string? Words { get; set; }

        [Display(Name = "请对方办理的期限")]
        public DateOnly? DueOn { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadAsync(stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var sent = await reminders.SendAsync(new SendReminder(Of.Key, At.Key, Input.Items, Input.Words ?? "", Input.DueOn, User.GetStaffId()), stop);
        return this.Answer(sent.Outcome, () =>
        {
            this.Flash($"提醒已发给{At.Name}。");
            return Redirect($"/admin/reminders/{sent.Value}");
        });
    }

    private async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop)) return false;
        Gaps = await desk.GapsAsync(Of.Id, At.Id, stop);
        return true;
    }
}
