using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Calendar;

/// <summary>Enters a notice from its printed text or a table; nothing counts before it is signed off.</summary>
public sealed class ImportModel(CalendarDesk desk, BusinessClock clock) : PageModel
{
    [BindProperty]
    public NoticeInput Input { get; set; } = new();

    public void OnGet() => Input = new NoticeInput { Year = clock.Today.Year + 1 };

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return this.Invalid();
        if (Input.Csv is { Length: > HolidayNoticeFile.LargestFile }) return this.Refused([new Refusal("Calendar.FileTooLarge", "Csv")]);
        byte[]? csv = null;
        if (Input.Csv is not null)
        {
            using var content = new MemoryStream();
            await Input.Csv.CopyToAsync(content, stop);
            csv = content.ToArray();
        }

        var head = new NoticeHead(Input.Layer, Input.Year!.Value, Input.IsAmendment, Input.Number ?? "", Input.Title ?? "", Input.IssuedOn!.Value, Input.SourceAddress ?? "");
        var entered = await desk.EnterAsync(new EnterNotice(head, csv, Input.Text ?? "", User.GetStaffId()), stop);
        return this.Answer(entered.Outcome, () =>
        {
            this.Flash("通知已录入，请对照原文核对后签发。");
            return RedirectToPage("Notice", new { id = entered.Value });
        });
    }

    /// <summary>The notice as typed.</summary>
    public sealed record NoticeInput
    {
        [Display(Name = "年份"), Required, Range(HolidayNotice.FirstYear, HolidayNotice.LastYear)]
        public int? Year { get; init; }

        [Display(Name = "层级"), EnumDataType(typeof(CalendarLayer))]
        public CalendarLayer Layer { get; init; }

        [Display(Name = "这是对已有通知的调整")]
        public bool IsAmendment { get; init; }

        [Display(Name = "发文字号"), Required, StringLength(HolidayNotice.NumberLength)]
        public string? Number { get; init; }

        [Display(Name = "标题"), Required, StringLength(HolidayNotice.TitleLength)]
        public string? Title { get; init; }

        [Display(Name = "成文日期"), Required]
        public DateOnly? IssuedOn { get; init; }

        [Display(Name = "原文网址"), StringLength(HolidayNotice.SourceLength)]
        public string? SourceAddress { get; init; }

        [Display(Name = "放假安排"), StringLength(HolidayNoticeText.LongestText)]
        public string? Text { get; init; }

        [Display(Name = "CSV 文件")]
        public IFormFile? Csv { get; init; }
    }
}
