using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Templates;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Second step of a new disclosure: the form as the item fills it, or a Word document that fills the rest.</summary>
[RequestSizeLimit(DraftUploads.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = DraftUploads.LargestRequest)]
public sealed class CreateModel(DraftSaver saver, DutyItems duties, TemplateQueries templates, DisclosureCopying copying) : PageModel
{
    [BindProperty]
    public DraftInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Organisation { get; set; }

    /// <summary>Given out with the form, so that sending it twice makes one draft.</summary>
    [BindProperty]
    public Guid DraftId { get; set; }

    public DraftForm Form { get; private set; } = null!;

    /// <summary>Templates of the item.</summary>
    public IReadOnlyList<TemplateOffer> Templates { get; private set; } = [];

    /// <summary>The last published one of the item, to start from.</summary>
    public CopySource? Last { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? item, string? genre, string? period, Guid? template, CancellationToken stop)
    {
        if (!User.GetRights().Has(Permission.DisclosuresDraft, Organisation)) return NotFound();
        DraftId = Guid.NewGuid();
        var proposal = item is { Length: > 0 and <= 40 } ? await duties.ProposeAsync(Organisation, item, ReportingPeriod.Parse(period), stop) : new DisclosureText
        {
            Genre = Enum.GetNames<DisclosureGenre>().Contains(genre) ? Enum.Parse<DisclosureGenre>(genre!) : DisclosureGenre.Other,
            Channels = nameof(Core.Catalogue.Channel.Website),
        };
        if (proposal is not null && item is not null)
        {
            (Templates, Last) = (await templates.OffersAsync(Organisation, item, stop), await copying.LastOfAsync(Organisation, item, stop));
            if (template is { } chosen) proposal = await templates.ApplyAsync(chosen, Organisation, item, proposal, stop);
        }

        if (proposal is null) return NotFound();
        Input = proposal.ToInput(item is null ? [] : [new ItemChoice(item, "")], []);
        await FillAsync(stop);
        foreach (var chosen in Input.Items) chosen.Elements = [.. Form.ElementsOf(chosen)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!User.GetRights().Has(Permission.DisclosuresDraft, Organisation)) return NotFound();
        // The document brings its own title.
        if (Input.Word is not null && string.IsNullOrWhiteSpace(Input.Title)) ModelState.Remove("Input.Title");
        await FillAsync(stop);
        if (!ModelState.IsValid) return this.Invalid();
        var command = new CreateDisclosure(Organisation, Input.ToText(), Input.ToItems(), User.GetStaffId(), DraftId == Guid.Empty ? null : DraftId);
        var saved = await saver.CreateAsync(command, Input.Word.ToUpload(), stop);
        return this.Answer(saved.Outcome, () =>
        {
            this.Flash(DraftUploads.Message(saved.Value!, Input.Word is null ? "草稿已保存。" : "Word 文件已导入，草稿已保存。请核对正文和各项内容。"));
            return RedirectToPage("Edit", new { id = saved.Value!.Id });
        });
    }

    private async Task FillAsync(CancellationToken stop) => Form = new DraftForm
    {
        Input = Input,
        Items = await duties.FindAsync(Organisation, [.. Input.Items.Select(i => i.Code ?? "")], stop),
        TriggerAnchor = await duties.AnchorAsync(Organisation, [.. Input.ToItems().Select(i => i.ItemCode)], Input.Genre, Input.FormedOn ?? Input.DocumentDate, stop),
    };
}
