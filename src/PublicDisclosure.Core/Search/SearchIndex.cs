using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Microsoft.Extensions.Logging;

namespace PublicDisclosure.Core.Search;

/// <summary>
/// The index of this node, in folders of its own below the data folder: nothing in it is not in the database too, so that a
/// damaged one is thrown away and built anew. Its position in the outbox is committed with what was read up to there.
/// </summary>
public sealed partial class SearchIndex : IDisposable
{
    /// <summary>So many processes may share a data folder; each takes the first index that no other one holds.</summary>
    public const int MostProcesses = 16;

    private const string PositionKey = "position";
    private const string SchemaKey = "schema";

    private readonly string _folder;
    private readonly ILogger<SearchIndex> _logger;
    private readonly System.Threading.Lock _door = new();
    private readonly SearchAnalyzer _analyzer = new();
    private FSDirectory? _directory;
    private IndexWriter? _writer;
    private SearcherManager? _searchers;

    /// <param name="folder">Folder for the indexes of every process on this data folder.</param>
    /// <param name="logger">Where it tells of damage.</param>
    public SearchIndex(string folder, ILogger<SearchIndex> logger) => (_folder, _logger) = (folder, logger);

    /// <summary>It holds everything up to its position and may be asked. False while it is missing, damaged or being built for the first time.</summary>
    public bool IsReady { get; private set; }

    /// <summary>The last row of the outbox that it knows; 0 when it has none.</summary>
    public long Position { get; private set; }

    internal SearchAnalyzer Analyzer => _analyzer;

    /// <summary>Opens what is there; a damaged or outdated index is emptied. Calling it again changes nothing.</summary>
    /// <exception cref="IOException">No folder can be written, or too many processes hold one each.</exception>
    public void Open()
    {
        lock (_door)
        {
            if (_writer is not null) return;
            for (var n = 1; n <= MostProcesses; n++)
            {
                var folder = Path.Combine(_folder, n.ToString(CultureInfo.InvariantCulture));
                System.IO.Directory.CreateDirectory(folder);
                try
                {
                    OpenIn(folder);
                    return;
                }
                catch (LockObtainFailedException)
                {
                    // Another process works in it.
                    Close();
                }
                catch (Exception exception) when (IsDamage(exception))
                {
                    LogDamaged(exception, folder);
                    Close();
                    Empty(folder);
                    OpenIn(folder);
                    return;
                }
            }

            throw new IOException($"{MostProcesses} processes hold a search index below {_folder} already.");
        }
    }

    /// <summary>Another process works on the first index of the data folder: a site is running there.</summary>
    public bool IsHeldByAnother()
    {
        var folder = Path.Combine(_folder, "1");
        if (_writer is not null || !System.IO.Directory.Exists(folder)) return false;
        using var directory = FSDirectory.Open(folder);
        return IndexWriter.IsLocked(directory);
    }

    /// <summary>Takes in pages and takes out others; seen by searches from <see cref="Show"/> on.</summary>
    internal void Write(IEnumerable<SearchDocument> pages, IEnumerable<string> gone)
    {
        foreach (var key in gone) Writer.DeleteDocuments(new Term(IndexFields.Key, key));
        foreach (var page in pages) Writer.UpdateDocument(new Term(IndexFields.Key, page.Key), IndexFields.Of(page));
    }

    /// <summary>Empties it, unseen until <see cref="Show"/>: whoever asks meanwhile gets what was there.</summary>
    internal void Clear() => Writer.DeleteAll();

    /// <summary>Lets searches see what was written.</summary>
    internal void Show()
    {
        _searchers!.MaybeRefreshBlocking();
    }

    /// <summary>Takes the pages of a subject out.</summary>
    internal void RemoveAll(SearchSubject subject) =>
        Writer.DeleteDocuments(new PrefixQuery(new Term(IndexFields.Key, $"{(int)subject}:")));

    /// <summary>Keeps on disk what was written, with the position it stands for.</summary>
    internal void Commit(long position)
    {
        Writer.SetCommitData(new Dictionary<string, string>
        {
            [PositionKey] = position.ToString(CultureInfo.InvariantCulture),
            [SchemaKey] = IndexFields.Schema,
        });
        Writer.Commit();
        Position = position;
        IsReady = true;
    }

    /// <summary>Moves on without writing to disk: after a crash the rows since the last commit are read again.</summary>
    internal void MoveTo(long position) => Position = position;

    /// <summary>Asks the index; whoever asks gets one state of it from beginning to end.</summary>
    internal T Ask<T>(Func<IndexSearcher, T> question)
    {
        var searchers = _searchers ?? throw new InvalidOperationException("The index is not open.");
        var searcher = searchers.Acquire();
        try
        {
            return question(searcher);
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    /// <summary>Reading failed: it is thrown away, and the follower builds it anew.</summary>
    internal void Discard(Exception exception)
    {
        lock (_door)
        {
            if (_directory is null) return;
            var folder = _directory.Directory.FullName;
            LogDamaged(exception, folder);
            Close();
            Empty(folder);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_door) Close();
        _analyzer.Dispose();
    }

    /// <summary>What reading a damaged index throws.</summary>
    internal static bool IsDamage(Exception exception) =>
        exception is not LockObtainFailedException
        && exception is IOException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or FormatException or OverflowException or NullReferenceException;

    private IndexWriter Writer => _writer ?? throw new InvalidOperationException("The index is not open.");

    private void OpenIn(string folder)
    {
        _directory = FSDirectory.Open(folder);
        _writer = new IndexWriter(_directory, new IndexWriterConfig(SearchAnalyzer.Version, _analyzer)
        {
            OpenMode = OpenMode.CREATE_OR_APPEND,
            RAMBufferSizeMB = 64,
            Similarity = new PageSimilarity(),
            WriteLockTimeout = 0,
            MergedSegmentWarmer = new SegmentWarmer(),
        });
        var kept = DirectoryReader.IndexExists(_directory) ? DirectoryReader.ListCommits(_directory) : [];
        var data = kept.Count > 0 ? kept[^1].UserData : new Dictionary<string, string>();
        var isOurs = data.TryGetValue(SchemaKey, out var schema) && schema == IndexFields.Schema;
        if (!isOurs) _writer.DeleteAll();
        _searchers = new SearcherManager(_writer, true, new PageSearchers());
        // Reading one page shows damage that opening alone does not meet.
        Ask(searcher => searcher.IndexReader.MaxDoc > 0 ? searcher.Search(new MatchAllDocsQuery(), 1).TotalHits : 0);
        Position = isOurs && data.TryGetValue(PositionKey, out var position) ? long.Parse(position, CultureInfo.InvariantCulture) : 0;
        IsReady = isOurs;
    }

    private void Close()
    {
        IsReady = false;
        Position = 0;
        try
        {
            _searchers?.Dispose();
            // What is not committed is in the outbox still: it is read again.
            _writer?.Rollback();
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            LogDamaged(exception, _folder);
        }

        _directory?.Dispose();
        (_searchers, _writer, _directory) = (null, null, null);
    }

    private static void Empty(string folder)
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(folder)) File.Delete(file);
    }

    [LoggerMessage(LogLevel.Warning, "The search index in {Folder} cannot be read and is built anew")]
    private partial void LogDamaged(Exception exception, string folder);
}
