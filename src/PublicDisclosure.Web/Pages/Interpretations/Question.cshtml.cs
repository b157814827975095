using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Web.Pages.Interpretations;

/// <summary>One pair of a 简明问答 at its lasting address, from the frozen text of the newest version; 410 when the whole is closed or a later version left the pair out.</summary>
public sealed class QuestionModel(DisclosureReader reader, QuestionReader questions) : PageModel
{
    public PublicRecord Record { get; private set; } = null!;

    /// <summary>The version; null when what the page shows is closed.</summary>
    public PublicVersion? Version { get; private set; }

    public QuestionPair? Pair { get; private set; }

    /// <summary>The piece of the frozen text, heading left out: the page has it as its title.</summary>
    public string AnswerHtml { get; private set; } = "";

    public IReadOnlyList<QuestionPair> Pairs { get; private set; } = [];

    public IReadOnlyList<ExplainedPolicy> Policies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string address, int number, CancellationToken stop)
    {
        var reading = await reader.ReadAsync(address, PublicPart.Body, null, stop);
        if (reading.Record is not { Genre: DisclosureGenre.Interpretation } record) return NotFound();
        Record = record;
        Response.StatusCode = reading.Status;
        if (!reading.IsOpen) return Page();
        Pairs = await questions.PairsAsync(reading.Version, stop);
        if (Pairs.FirstOrDefault(p => p.Number == number) is not { } pair)
        {
            return StatusCode(await questions.WasThereAsync(record.Id, number, stop) ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound);
        }

        // Replaced, its text can still be read; the answer says so, as the page of the whole does.
        if (record.Withdrawal is not null) Response.StatusCode = StatusCodes.Status410Gone;
        (Version, Pair) = (reading.Version, pair);
        Policies = await questions.PoliciesAsync(record.Id, stop);
        var html = QuestionList.HtmlOf(Version.Html, pair);
        var end = html.IndexOf($"</h{pair.Level}>", StringComparison.Ordinal);
        AnswerHtml = end < 0 ? html : html[(end + $"</h{pair.Level}>".Length)..];
        return Page();
    }
}
