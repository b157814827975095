using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Search;

namespace PublicDisclosure.Web.Pages.Admin.SearchWords;

/// <summary>Everyday words with what search looks for besides.</summary>
public sealed class IndexModel(SearchWordDesk desk) : PageModel
{
    private const int PageSize = 100;

    public string Text { get; private set; } = "";

    public IReadOnlyList<SearchWordRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(string? q, string? after, CancellationToken stop)
    {
        Text = q is { Length: <= SearchWord.EverydayLength } ? q : "";
        var from = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : 0;
        var wanted = await desk.ListAsync(Text, stop);
        Rows = [.. wanted.Skip(from).Take(PageSize)];
        Next = from + PageSize < wanted.Count ? (from + PageSize).ToString(CultureInfo.InvariantCulture) : null;
    }
}
