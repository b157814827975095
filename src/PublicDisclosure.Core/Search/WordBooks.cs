using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Search;

/// <summary>Keeps the words in memory and looks every few moments whether the site's own changed, so that every node follows.</summary>
public sealed class WordBooks(IServiceScopeFactory scopes, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private volatile Kept? _kept;

    internal async Task<WordBook> GetAsync(CancellationToken stop)
    {
        var now = time.GetTimestamp();
        if (_kept is { } kept && time.GetElapsedTime(kept.At, now) < Fresh) return kept.Book;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        var own = await db.SearchWords.AsNoTracking().OrderBy(w => w.Id).ToListAsync(stop);
        var mark = string.Join(';', own.Select(w => $"{w.Id:N}.{w.Revision}"));
        var book = _kept is { } former && former.Mark == mark ? former.Book : WordBook.With(own.Select(w => (w.Everyday, w.Words)));
        _kept = new Kept(book, mark, now);
        return book;
    }

    private sealed record Kept(WordBook Book, string Mark, long At);
}
