using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Letters;

namespace PublicDisclosure.Web.Pages.Admin.Letters;

/// <summary>The texts that become public: masked by the machine, finished by a person, looked at by another.</summary>
public sealed class PublicationModel(LetterCases cases, LetterPublishing publishing, PublicCatalogue catalogue) : LetterStepPage(cases)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Domains { get; private set; } = [];

    protected override IReadOnlyList<LetterAct> Acts { get; } = [LetterAct.ProposePublication];

    public sealed record Fields
    {
        [Display(Name = "公开的标题")]
        public string? Title { get; set; }

        [Display(Name = "公开的留言")]
        public string? Question { get; set; }

        [Display(Name = "公开的答复")]
        public string? Answer { get; set; }

        [Display(Name = "领域")]
        public Guid? DomainId { get; set; }
    }

    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        await ChooseAsync(stop);
        var result = await base.OnGetAsync(id, stop);
        if (Sheet is null) return result;
        var draft = await publishing.DraftAsync(Sheet, stop);
        Input = new Fields { Title = draft.Title, Question = draft.Question, Answer = draft.Answer, DomainId = draft.DomainId };
        return result;
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        await ChooseAsync(stop);
        var text = new PublicLetterText(Input.Title ?? "", Input.Question ?? "", Input.Answer ?? "", Input.DomainId);
        return await RunAsync(id, LetterAct.ProposePublication, by => publishing.ProposeAsync(new ProposePublicLetter(id, SeenRevision, text, by), stop), "已提交，等待另一人审核公开。", stop);
    }

    private async Task ChooseAsync(CancellationToken stop) =>
        Domains = [.. (await catalogue.DomainsAsync(stop)).Select(d => new SelectListItem(d.Name, d.Id.ToString()))];
}
