using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Admin.OpinionCases;

/// <summary>Asks organisations for their opinion, or enters that of a body outside the directory with its paper.</summary>
public sealed class ConsultModel(CaseQueries queries, CaseDesk desk, OrganisationDirectory directory) : CasePage(queries)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <inheritdoc/>
    public override string Doing => CaseTransitions.Consult;

    /// <summary>What both forms carry; which of them was sent says <see cref="IsOutside"/>.</summary>
    public sealed record Fields
    {
        [Display(Name = "会商单位")]
        public List<Guid> Organisations { get; set; } = [];

        [Display(Name = "需要会商的问题"), StringLength(OpinionCase.NoteLength)]
        public string? Text { get; set; }

        [Display(Name = "回复期限"), Range(typeof(DateTime), "2000-01-01", "2100-12-31", ParseLimitsInInvariantCulture = true, ErrorMessage = "请填写2000年至2100年之间的时间。")]
        public DateTime? DueAt { get; set; }

        public bool IsOutside { get; set; }

        [Display(Name = "单位名称"), StringLength(OpinionCase.NameLength)]
        public string? Name { get; set; }

        [Display(Name = "来文日期")]
        public DateOnly? PaperOn { get; set; }

        [Display(Name = "意见"), StringLength(OpinionCase.TextLength)]
        public string? Opinion { get; set; }

        [Display(Name = "来文")]
        public IFormFile? File { get; set; }
    }

    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        var answer = await base.OnGetAsync(id, stop);
        if (answer is not NotFoundResult) await ListAsync(stop);
        return answer;
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        await ListAsync(stop);
        if (Input.IsOutside && Input.File is null) ModelState.AddModelError("Input.File", "请选择来文的文件。");
        if (Input.IsOutside && Input.PaperOn is null) ModelState.AddModelError("Input.PaperOn", "请填写来文日期。");
        if (!Input.IsOutside && Input.DueAt is null) ModelState.AddModelError("Input.DueAt", "请填写回复期限。");
        return await RunAsync(id, by => Input.IsOutside
            ? desk.ConsultOutsideAsync(new ConsultOutside(id, SeenRevision, new OutsideOpinion(Input.Name ?? "", Input.PaperOn!.Value, Input.Opinion ?? ""), Input.File!.FileName, Input.File.OpenReadStream(), by), stop)
            : desk.ConsultAsync(new ConsultOrganisations(id, SeenRevision, Input.Organisations, Input.Text ?? "", Utc(Input.DueAt!.Value), by), stop),
            Input.IsOutside ? "已登记该单位的意见。" : "已发起会商，会商单位会在待办事项中看到。", stop);
    }

    private async Task ListAsync(CancellationToken stop) =>
        Organisations = [.. (await directory.ReadAsync(stop)).Select(o => new SelectListItem(o.ShortName, o.Id.ToString()))];
}
