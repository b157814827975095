using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Sets the Beijing time from which the job publishes; the publication bears the server’s time when it happens.</summary>
public sealed class ScheduleModel(DisclosureAccess access, OverviewReader reader, DisclosureWorkflow workflow) : VerbPage(access, reader)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "自动发布的时间"), Required]
        [Range(typeof(DateTime), "2000-01-01", "2100-12-31", ParseLimitsInInvariantCulture = true, ErrorMessage = "请填写2000年至2100年之间的时间。")]
        public DateTime? At { get; set; }
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => RunAsync(
        id, by => workflow.ScheduleAsync(new ScheduleDisclosure(id, SeenRevision, BusinessClock.Utc(DateOnly.FromDateTime(Input.At!.Value), TimeOnly.FromDateTime(Input.At.Value)), by), stop), "已定时，到时自动发布。", stop);
}
