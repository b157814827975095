using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Text.Charts;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Makes a chart from a table that the clerk pastes, shows it, and puts it into the text.</summary>
public sealed class ChartModel(DisclosureAccess access, FigureDesk desk) : FigurePage(access)
{
    [BindProperty]
    public ChartInput Input { get; set; } = new();

    /// <summary>Which chart of the text is being changed, from 0; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Place { get; set; }

    /// <summary>The charts the text has already.</summary>
    public IReadOnlyList<ChartText> Charts { get; private set; } = [];

    /// <summary>The drawing, when it was asked for and can be drawn.</summary>
    public string? Preview { get; private set; }

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<ChartKind>().Select(k => new SelectListItem(ChartKinds.Word(k), ChartKinds.Word(k)));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await ReadAsync(id, stop) is { } other) return other;
        if (Place is { } place && place >= 0 && place < Charts.Count) Input = ChartInput.Of(Charts[place]);
        else Place = null;
        return Shown(Page);
    }

    /// <summary>Shows the drawing; nothing is saved.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(Guid id, CancellationToken stop)
    {
        if (await ReadAsync(id, stop) is { } other) return other;
        var reading = Input.ToText().Read();
        Preview = reading.Chart is { } chart ? ChartFigure.Html(chart) : null;
        return reading.Faults.Count == 0 ? Page() : this.Refused(reading.Faults.Select(f => f with { Field = "Data" }));
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await ReadAsync(id, stop) is { } other) return other;
        if (!ModelState.IsValid) return this.Invalid();
        return await AnswerAsync(
            await desk.PutChartAsync(Edit, Place, Input.ToText(), stop), "图表已放进正文，草稿已保存。", () => RedirectToPage("Edit", new { id }), stop);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, int remove, CancellationToken stop)
    {
        if (await ReadAsync(id, stop) is { } other) return other;
        ModelState.Clear();
        return await AnswerAsync(await desk.RemoveChartAsync(Edit, remove, stop), "图表已从正文中删除。", () => RedirectToPage("Chart", new { id, place = (int?)null }), stop);
    }

    private async Task<IActionResult?> ReadAsync(Guid id, CancellationToken stop)
    {
        if (await LoadAsync(id, stop) is { } other) return other;
        Charts = [.. FenceText.Find(Disclosure.Text.Body, FigureDesk.ChartWord).Select(ChartText.Of)];
        return null;
    }
}

/// <summary>The form of a chart.</summary>
public sealed record ChartInput
{
    [Display(Name = "图表种类"), Required(ErrorMessage = "请选择图表种类。")]
    public string? Kind { get; set; } = ChartKinds.Word(ChartKind.Bar);

    [Display(Name = "标题"), Required(ErrorMessage = "请填写标题。"), StringLength(ChartLimits.Text, ErrorMessage = "标题不能超过60个字。")]
    public string? Title { get; set; }

    [Display(Name = "单位"), StringLength(ChartLimits.Text, ErrorMessage = "单位不能超过60个字。")]
    public string? Unit { get; set; }

    [Display(Name = "数据"), Required(ErrorMessage = "请粘贴数据。"), StringLength(20_000, ErrorMessage = "数据太长，画不成一张图。")]
    public string? Data { get; set; }

    public static ChartInput Of(ChartText chart) => new() { Kind = chart.Kind, Title = chart.Title, Unit = chart.Unit, Data = chart.Data };

    public ChartText ToText() => new(Kind ?? "", Title ?? "", Unit ?? "", Data ?? "");
}
