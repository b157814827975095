using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Letters;

/// <summary>Suggestions, each with what became of it and why.</summary>
public sealed class SuggestionsModel(LetterReader reader) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Adoption { get; set; }

    public Adoption? Shown => ListQuery.Read<Adoption>(Adoption);

    public Page<SuggestionRow> List { get; private set; } = new([], null, null);

    public async Task OnGetAsync(string? after, string? before, CancellationToken stop) =>
        List = await reader.SuggestionsAsync(Shown, ListPosition.Read(after), ListPosition.Read(before), stop);
}
