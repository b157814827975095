using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Freshness;

/// <summary>
/// The name of the state in which the database's public pages are, by tag. A page that was kept under the name of a state is the
/// page of the database exactly as long as its tags still have that name; nothing has to be removed at the right moment, so that no
/// page which was being written while something was published can come back afterwards.
/// <para>
/// Every node asks the database itself, at most so often as <see cref="PublicStateOptions.CheckEvery"/> says and only while pages are
/// asked for. Nodes that read the same rows arrive at the same names.
/// </para>
/// </summary>
public sealed class PublicState(IServiceScopeFactory scopes, IOptions<PublicStateOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>
    /// Rows are counted in blocks: a state is named by the rows of the block of the newest row and the one before. When a new block
    /// begins, all pages get new names once, and older rows may go.
    /// </summary>
    internal const long Block = 10_000;

    /// <summary>On a server with many writers a smaller number may show after a larger one; so many are looked at again.</summary>
    private const int LookBack = 200;

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile Known _known = Known.Nothing;

    /// <summary>The name of the state of pages that depend on these tags, as of a moment ago.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer: nothing is known to be fresh.</exception>
    public async ValueTask<string> NameAsync(string first, string second, CancellationToken stop)
    {
        var known = _known;
        if (known.Checked is not { } at || time.GetElapsedTime(at) >= options.Value.CheckEvery) known = await CheckAsync(stop);
        return known.NameOf(first, second);
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<Known> CheckAsync(CancellationToken stop)
    {
        var asked = time.GetTimestamp();
        await _one.WaitAsync(stop);
        try
        {
            // Somebody else asked after this request came: his answer is young enough.
            if (_known.Checked is { } at && at > asked) return _known;
            var now = time.GetTimestamp();
            await using var scope = scopes.CreateAsyncScope();
            var changes = scope.ServiceProvider.GetRequiredService<DisclosureDb>().PublicChanges.AsNoTracking();
            return _known = await ReadAsync(changes, _known, stop) with { Checked = now };
        }
        finally
        {
            _one.Release();
        }
    }

    private static async Task<Known> ReadAsync(IQueryable<PublicChange> changes, Known known, CancellationToken stop)
    {
        var from = known.Last - LookBack;
        var newest = await changes.Where(c => c.Id > from).GroupBy(_ => 1).Select(g => new { Count = g.Count(), Last = g.Max(c => c.Id) }).FirstOrDefaultAsync(stop);
        // An empty table, or one that goes back behind what was read, is another database: restored, or made anew.
        if (newest is null || newest.Last < known.Last) known = Known.Nothing;
        else if (newest.Last == known.Last && newest.Count == known.Seen.Count) return known;
        var last = newest?.Last ?? await changes.MaxAsync(c => (long?)c.Id, stop) ?? 0;
        var floor = Math.Max(0, (last / Block - 1) * Block);
        if (floor != known.Floor) known = Known.Nothing with { Floor = floor };
        var after = Math.Max(floor, known.Last - LookBack);
        var rows = await changes.Where(c => c.Id > after).OrderBy(c => c.Id).ToListAsync(stop);
        var stamps = new Dictionary<string, long>(known.Stamps, StringComparer.Ordinal);
        foreach (var row in rows.Where(row => !known.Seen.Contains(row.Id))) stamps[row.Tag] = stamps.GetValueOrDefault(row.Tag) ^ row.Stamp;
        if (rows.Count > 0) last = rows[^1].Id;
        var again = rows.Where(row => row.Id > last - LookBack).Select(row => row.Id).ToHashSet();
        // Rows seen before may have been taken away since; they stay counted in the name and must not count as news.
        return new Known(floor, last, again, stamps);
    }

    private sealed record Known(long Floor, long Last, IReadOnlySet<long> Seen, IReadOnlyDictionary<string, long> Stamps)
    {
        public static readonly Known Nothing = new(0, 0, new HashSet<long>(), new Dictionary<string, long>());

        /// <summary>When the database was last asked; null when never.</summary>
        public long? Checked { get; init; }

        public string NameOf(string first, string second) =>
            string.Create(CultureInfo.InvariantCulture, $"{Floor:x}.{Stamps.GetValueOrDefault(first):x}.{Stamps.GetValueOrDefault(second):x}");
    }
}

/// <summary>Settings of section <c>PageCache</c> that concern knowing what is fresh.</summary>
public sealed class PublicStateOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "PageCache";

    /// <summary>Longest time for which a node serves pages without asking the database whether they are still right.</summary>
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromMilliseconds(500);
}
