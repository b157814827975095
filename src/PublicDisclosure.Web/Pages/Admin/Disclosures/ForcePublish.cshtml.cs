using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>The disclosure office publishes in an emergency; another person makes up for the signature afterwards.</summary>
public sealed class ForcePublishModel(DisclosureAccess access, OverviewReader reader, ForcedPublicationDesk desk, IOptions<ReviewOptions> options) : VerbPage(access, reader)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>Working days for the later review.</summary>
    public int ReviewDays => options.Value.ForcedReviewWorkingDays;

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "应急发布的原因"), StringLength(ForcedPublication.ReasonLength)]
        public string? Reason { get; set; }
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => RunAsync(
        id, by => desk.ForceAsync(new ForceDisclosure(id, SeenRevision, Input.Reason ?? "", by, GivenReasons), stop), "已应急发布。请通知审核人尽快补办审签。", stop);
}
