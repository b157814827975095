using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Letters;

namespace PublicDisclosure.Web.Pages.Letters;

/// <summary>Frequently asked questions, made of public answers.</summary>
public sealed class QuestionsModel(LetterReader reader) : PageModel
{
    public IReadOnlyList<IGrouping<string, QuestionRow>> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) =>
        Groups = [.. (await reader.QuestionsAsync(stop)).GroupBy(q => q.DomainName.Length > 0 ? q.DomainName : "其他").OrderBy(g => g.Key, StringComparer.Ordinal)];
}
