using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Limits;

/// <summary>Settles how 及时, 实时 and 按期 are read.</summary>
public sealed class WordsModel(LimitReader reader, LimitDesk desk, CatalogueAuthority authority, BusinessClock clock) : PageModel
{
    public IReadOnlyList<ReadingLine> Lines { get; private set; } = [];

    [BindProperty]
    public WordInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Input = new WordInput { From = clock.Today };
        return await LoadAsync(stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadAsync(stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        return this.Answer(await desk.SettleAsync(new SettleWord(Input.Word, Input.Amount ?? 0, Input.Unit, Input.From, Input.Note ?? "", User.GetStaffId()), stop), () =>
        {
            this.Flash("已保存并公布。系统随即重新计算尚未公开信息的应公开日期。");
            return RedirectToPage();
        });
    }

    private async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!(await authority.OfAsync(User.GetStaffId(), stop)).IsCitySteward) return false;
        Lines = await reader.ReadingsAsync(stop);
        return true;
    }

    /// <summary>A reading as typed.</summary>
    public sealed record WordInput
    {
        [Display(Name = "词"), EnumDataType(typeof(SettledWord))]
        public SettledWord Word { get; init; }

        [Display(Name = "数量"), Range(1, LimitSpan.MostAmount), Required]
        public int? Amount { get; init; }

        [Display(Name = "单位"), EnumDataType(typeof(LimitUnit))]
        public LimitUnit Unit { get; init; }

        [Display(Name = "从哪一天起"), Required]
        public DateOnly? From { get; init; }

        [Display(Name = "依据"), Required, StringLength(SettledReading.NoteLength)]
        public string? Note { get; init; }
    }
}
