using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Letters;

namespace PublicDisclosure.Web.Pages.Admin.Letters;

/// <summary>The frequently asked questions, for the office that keeps them.</summary>
public sealed class QuestionsModel(LetterReader reader) : PageModel
{
    public IReadOnlyList<QuestionRow> List { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => List = await reader.QuestionsAsync(stop);
}
