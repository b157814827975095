using PublicDisclosure.Core.Search;

namespace PublicDisclosure.Web.Pages.Letters;

/// <summary>What is public already of what somebody is about to ask.</summary>
/// <param name="Rows">The best matches.</param>
/// <param name="IsGood">They are worth being looked at before the letter is sent.</param>
/// <param name="IsBeforeSending">They are shown because the letter was about to be sent.</param>
public sealed record AlreadyPublic(IReadOnlyList<FoundPage> Rows, bool IsGood, bool IsBeforeSending = false)
{
    private const int Most = 5;

    /// <summary>Looks. The title says what it is about; the text only where there is no title.</summary>
    public static async Task<AlreadyPublic> FindAsync(SiteSearch search, string? title, string? text, CancellationToken stop)
    {
        var found = await search.FindAsync(string.IsNullOrWhiteSpace(title) ? text : title, new SearchFilter(), stop: stop);
        var rows = found.Rows.Take(Most).ToList();
        // Nobody is held up for pages that speak of a part of it, or for those that say who does what and answer nothing.
        var isGood = found is { IsPart: false, IsPlain: false } && rows.Exists(r => r.Kind is not (SearchKind.Item or SearchKind.Organisation));
        return new AlreadyPublic(rows, isGood);
    }
}
