using System.ComponentModel.DataAnnotations;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>What the forms of second review and signature carry: a remark, and a leader's signature on paper if there is one.</summary>
public record PaperFields
{
    [Display(Name = "备注"), StringLength(DisclosureTransition.RemarkLength)]
    public string? Remark { get; set; }

    [Display(Name = "签批领导姓名"), StringLength(PaperSignature.NameLength)]
    public string? SignerName { get; set; }

    [Display(Name = "职务"), StringLength(PaperSignature.PostLength)]
    public string? SignerPost { get; set; }

    [Display(Name = "签批日期")]
    public DateOnly? SignedOn { get; set; }

    [Display(Name = "签批页扫描件")]
    public IFormFile? Scan { get; set; }

    private bool IsEmpty => string.IsNullOrWhiteSpace(SignerName) && string.IsNullOrWhiteSpace(SignerPost) && SignedOn is null && Scan is null;

    /// <summary>
    /// The signature as entered, its scan kept in the closed store; null when nothing was entered. Whether it is complete is
    /// the disclosure's to say.
    /// </summary>
    public async Task<OutcomeOf<SignedPaper?>> ReadAsync(SignatureScans scans, CancellationToken stop)
    {
        if (IsEmpty) return new OutcomeOf<SignedPaper?>(Outcome.Done, null);
        ClosedFile? file = null;
        if (Scan is not null)
        {
            await using var content = Scan.OpenReadStream();
            var kept = await scans.KeepAsync(Scan.FileName, content, stop);
            if (!kept.IsDone) return kept.Outcome;
            file = kept.Value;
        }

        return new SignedPaper(SignerName ?? "", SignerPost ?? "", SignedOn, file);
    }
}
