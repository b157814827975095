using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.WordLists;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Admin.WordLists;

/// <summary>The word lists, by search.</summary>
public sealed class IndexModel(WordReader reader) : PageModel
{
    public string Text { get; private set; } = "";

    /// <summary>Lines that are switched off are listed too.</summary>
    public bool WithOff { get; private set; }

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public Page<WordRule> List { get; private set; } = new([], null, null);

    public async Task OnGetAsync(string? q, string? list, bool off, string? after, CancellationToken stop)
    {
        var kind = ListQuery.Read<WordListKind>(list);
        (Text, WithOff) = (q is { Length: <= WordReader.LongestWords } ? q : "", off);
        Kinds = [.. Enum.GetValues<WordListKind>().Select(k => new SelectListItem(Words.Of(k), k.ToString(), k == kind))];
        List = await reader.RulesAsync(kind, Text, off, after, stop);
    }
}
