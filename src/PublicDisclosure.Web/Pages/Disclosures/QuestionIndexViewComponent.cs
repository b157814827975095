using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Web.Pages.Disclosures;

/// <summary>The questions of a 简明问答 above its text, each leading down to its answer and out to its own page; nothing for other texts.</summary>
[ViewComponent(Name = "QuestionIndex")]
public sealed class QuestionIndexViewComponent(QuestionReader questions) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(PublicRecord record, PublicVersion version) =>
        View(new Index(record, version.Number == record.CurrentVersion, await questions.PairsAsync(version, HttpContext.RequestAborted)));

    /// <summary>What the view shows.</summary>
    /// <param name="Record">What stands behind the address.</param>
    /// <param name="IsNewest">Only pairs of the newest version have pages of their own.</param>
    /// <param name="Pairs">The pairs in order.</param>
    public sealed record Index(PublicRecord Record, bool IsNewest, IReadOnlyList<QuestionPair> Pairs);
}
