using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Letters;

/// <summary>Changes a channel, from now on: former directions keep what they said.</summary>
public sealed class ChannelModel(LetterChannels channels) : PageModel
{
    [BindProperty]
    public int SeenRevision { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public LetterChannel Channel { get; private set; } = null!;

    public sealed record Fields
    {
        [Display(Name = "名称")]
        public string? Name { get; set; }

        [Display(Name = "地址")]
        public string? Address { get; set; }

        [Display(Name = "电话")]
        public string? Phone { get; set; }

        [Display(Name = "依据")]
        public string? Basis { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(string kind, CancellationToken stop)
    {
        if (!await LoadAsync(kind, stop)) return NotFound();
        SeenRevision = Channel.Revision;
        Input = new Fields { Name = Channel.Name, Address = Channel.Address, Phone = Channel.Phone, Basis = Channel.Basis };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, CancellationToken stop)
    {
        if (!await LoadAsync(kind, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await channels.ChangeAsync(Channel.Kind, SeenRevision, new LetterChannelText(Input.Name ?? "", Input.Address ?? "", Input.Phone ?? "", Input.Basis ?? ""), User.GetStaffId(), stop);
        if (outcome.Kind == OutcomeKind.EditedMeanwhile)
        {
            await LoadAsync(kind, stop);
            ModelState.Remove(nameof(SeenRevision));
            SeenRevision = Channel.Revision;
        }

        return this.Answer(outcome, () =>
        {
            this.Flash("已保存。");
            return RedirectToPage("Channels");
        });
    }

    private async Task<bool> LoadAsync(string kind, CancellationToken stop)
    {
        if (ListQuery.Read<LetterChannelKind>(kind) is not { } which || (await channels.ReadAsync(stop)).FirstOrDefault(c => c.Kind == which) is not { } found) return false;
        Channel = found;
        return true;
    }
}
