using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>What second review and signature share: the text with its checklist, a remark, and a leader's signature on paper.</summary>
public abstract class SigningPage(DisclosureAccess access, OverviewReader reader, SignatureScans scans) : VerbPage(access, reader)
{
    [BindProperty]
    public PaperFields Input { get; set; } = new();

    /// <summary>The interpretation of a policy is signed off in the same step (审签).</summary>
    public virtual bool SignsMaterial => false;

    /// <summary>The word on the button.</summary>
    public abstract string Button { get; }

    /// <summary>Runs the step with the paper that was entered; half a signature ends it.</summary>
    protected Task<IActionResult> SignAsync(Guid id, Func<Guid, SignedPaper?, Task<Outcome>> act, string done, CancellationToken stop) => RunAsync(id, async by =>
    {
        var paper = await Input.ReadAsync(scans, stop);
        return paper.IsDone ? await act(by, paper.Value) : paper.Outcome;
    }, done, stop);
}
