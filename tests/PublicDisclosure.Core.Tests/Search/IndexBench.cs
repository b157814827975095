using Lucene.Net.Search;
using Microsoft.Extensions.Logging.Abstractions;
using PublicDisclosure.Core.Search;

namespace PublicDisclosure.Core.Tests.Search;

/// <summary>An index of made-up pages without a database, in as many segments as it was shown times.</summary>
internal sealed class IndexBench : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("index-").FullName;
    private readonly SearchIndex _index;

    public IndexBench()
    {
        _index = new SearchIndex(_folder, NullLogger<SearchIndex>.Instance);
        _index.Open();
    }

    public SearchAnalyzer Analyzer => _index.Analyzer;

    /// <summary>Takes in pages, as a segment of their own.</summary>
    public void Add(params IEnumerable<SearchDocument> pages)
    {
        _index.Write(pages, []);
        _index.Show();
    }

    /// <summary>Takes a page out; its segment stays.</summary>
    public void Remove(SearchDocument page)
    {
        _index.Write([], [page.Key]);
        _index.Show();
    }

    public T Ask<T>(Func<IndexSearcher, T> question) => _index.Ask(question);

    /// <summary>A page.</summary>
    /// <param name="title">Its title, the address as well.</param>
    /// <param name="body">Its text.</param>
    /// <param name="day">On which day of 2026 it was published.</param>
    public static SearchDocument Page(string title, string body = "", int day = 1) => new()
    {
        Subject = SearchSubject.Disclosure,
        Id = Guid.NewGuid(),
        Kind = SearchKind.Disclosure,
        Path = title,
        Title = title,
        Body = body,
        PublishedOn = new DateOnly(2026, 1, 1).AddDays(day),
        PublishedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day),
    };

    /// <summary>Address of a page by its number in the index.</summary>
    public static string PathOf(IndexSearcher searcher, int doc) => searcher.Doc(doc).Get(IndexFields.StoredPath, System.Globalization.CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _index.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
