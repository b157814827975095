using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Search;

/// <summary>
/// Keeps the index of this node behind the database: reads the outbox on from where the index stands, and builds the index anew
/// where it is missing, damaged, or where the outbox no longer reaches back far enough.
/// </summary>
public sealed partial class SearchFollower(SearchIndex index, IServiceScopeFactory scopes, ILogger<SearchFollower> logger) : IDisposable
{
    /// <summary>Rows of the outbox read at once; pages read at once when building.</summary>
    public const int BatchSize = 250;

    /// <summary>
    /// Rows get their numbers before they are committed: on a server with many writers a smaller number may show after a larger one.
    /// So many of the last ones are looked at again.
    /// </summary>
    internal const int LookBack = 200;

    // Longer than taking in a batch of rows.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly HashSet<long> _seen = [];
    private bool _wantsWhole;

    /// <summary>How far building has come: pages read and pages there are; null when it is not being built.</summary>
    public (int Done, int Of)? Building { get; private set; }

    /// <summary>
    /// Brings the index up to date and says how many rows it took in. Whoever comes while another one works waits for him, so that
    /// afterwards everything is in that was committed before the call; who may not build waits two seconds at most.
    /// </summary>
    /// <param name="mayBuild">Build it where it must be built; otherwise that is left to the next who may, and 0 is returned.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<int> CatchUpAsync(bool mayBuild = true, CancellationToken stop = default)
    {
        if (!mayBuild && (!index.IsReady || Building is not null)) return 0;
        // Whoever asks a question does not wait for a build that has begun this moment.
        if (!await _one.WaitAsync(mayBuild ? Timeout.InfiniteTimeSpan : Patience, stop)) return 0;
        try
        {
            index.Open();
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
            if (await MustBuildAsync(db, stop)) return mayBuild ? await BuildAsync(db, scope.ServiceProvider, null, stop) : 0;
            return await FollowAsync(db, scope.ServiceProvider, stop);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Builds the index anew from the database; searches get the old one until it is done.</summary>
    /// <param name="progress">Told after every batch: pages done and pages there are.</param>
    /// <param name="stop">Ends the work; the old index stays.</param>
    public async Task<int> RebuildAsync(Action<int, int>? progress = null, CancellationToken stop = default)
    {
        await _one.WaitAsync(stop);
        try
        {
            index.Open();
            await using var scope = scopes.CreateAsyncScope();
            return await BuildAsync(scope.ServiceProvider.GetRequiredService<DisclosureDb>(), scope.ServiceProvider, progress, stop);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Tells every node, this one included, to build its index anew.</summary>
    public async Task AskForWholeAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        db.Add(new SearchChange { Subject = SearchSubject.Everything });
        await db.SaveChangesAsync(stop);
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<bool> MustBuildAsync(DisclosureDb db, CancellationToken stop)
    {
        if (!index.IsReady || _wantsWhole) return true;
        // Built when nothing had happened yet: it can follow from the first row on.
        if (index.Position == 0) return await db.SearchChanges.MinAsync(c => (long?)c.Id, stop) > 1;
        // The row it stands on is gone: the outbox was cut behind it, or the database is another one (a restore).
        return !await db.SearchChanges.AnyAsync(c => c.Id == index.Position, stop);
    }

    private async Task<int> FollowAsync(DisclosureDb db, IServiceProvider services, CancellationToken stop)
    {
        var taken = 0;
        while (true)
        {
            var from = Math.Max(0, index.Position - LookBack);
            var rows = await db.SearchChanges.AsNoTracking().Where(c => c.Id > from).OrderBy(c => c.Id).Take(LookBack + BatchSize).ToListAsync(stop);
            // What stood there before this process began was read by whoever wrote the position.
            if (_seen.Count == 0) foreach (var row in rows.Where(r => r.Id <= index.Position)) _seen.Add(row.Id);
            var fresh = rows.Where(r => !_seen.Contains(r.Id)).Take(BatchSize).ToList();
            if (fresh.Count == 0) break;
            if (fresh.Exists(r => r.Subject == SearchSubject.Everything)) return taken + await BuildAsync(db, services, null, stop);
            await TakeInAsync(fresh, services.GetRequiredService<SearchDocuments>(), db, stop);
            index.Show();
            foreach (var row in fresh) _seen.Add(row.Id);
            index.MoveTo(Math.Max(index.Position, fresh[^1].Id));
            taken += fresh.Count;
            _seen.RemoveWhere(id => id < index.Position - 2 * LookBack);
        }

        if (taken > 0) index.Commit(index.Position);
        return taken;
    }

    private async Task TakeInAsync(List<SearchChange> rows, SearchDocuments documents, DisclosureDb db, CancellationToken stop)
    {
        foreach (var kind in rows.GroupBy(r => r.Subject, r => r.SubjectId))
        {
            var ids = kind.Distinct().ToList();
            if (kind.Key == SearchSubject.Organisation) await RenamedAsync(ids, documents, db, stop);
            if (ids.Contains(Guid.Empty))
            {
                var all = await AllOfAsync(kind.Key, null, documents, stop);
                index.RemoveAll(kind.Key);
                index.Write(all, []);
                continue;
            }

            var found = await AllOfAsync(kind.Key, ids, documents, stop);
            index.Write(found, ids.Except(found.Select(f => f.Id)).Select(id => SearchDocument.KeyOf(kind.Key, id)));
        }
    }

    /// <summary>Everything of an organisation carries its name.</summary>
    private async Task RenamedAsync(List<Guid> organisations, SearchDocuments documents, DisclosureDb db, CancellationToken stop)
    {
        foreach (var organisation in organisations.Where(o => o != Guid.Empty))
        {
            var ids = await db.Listings.Where(l => l.OrganisationId == organisation).Select(l => l.DisclosureId).ToListAsync(stop);
            foreach (var part in ids.Chunk(BatchSize)) index.Write(await documents.DisclosuresAsync(part, stop), []);
            var letters = await db.Letters.Where(l => l.OrganisationId == organisation && l.Publicity == Letters.LetterPublicity.Published).Select(l => l.Id).ToListAsync(stop);
            foreach (var part in letters.Chunk(BatchSize)) index.Write(await documents.LettersAsync(part, stop), []);
        }
    }

    private static Task<IReadOnlyList<SearchDocument>> AllOfAsync(SearchSubject subject, List<Guid>? ids, SearchDocuments documents, CancellationToken stop) => subject switch
    {
        SearchSubject.Letter => documents.LettersAsync(ids, stop),
        SearchSubject.Question => documents.QuestionsAsync(ids, stop),
        SearchSubject.Item => documents.ItemsAsync(ids, stop),
        SearchSubject.Organisation => documents.OrganisationsAsync(ids, stop),
        _ => documents.DisclosuresAsync(ids ?? [], stop),
    };

    private async Task<int> BuildAsync(DisclosureDb db, IServiceProvider services, Action<int, int>? progress, CancellationToken stop)
    {
        // What changes from here on has a larger number and is read again afterwards.
        var position = await db.SearchChanges.MaxAsync(c => (long?)c.Id, stop) ?? 0;
        var documents = services.GetRequiredService<SearchDocuments>();
        var total = await db.Listings.CountAsync(stop);
        var done = 0;
        try
        {
            Told();
            index.Clear();
            foreach (var subject in new[] { SearchSubject.Organisation, SearchSubject.Item, SearchSubject.Question, SearchSubject.Letter })
            {
                var pages = await AllOfAsync(subject, null, documents, stop);
                index.Write(pages, []);
                total += pages.Count;
                done += pages.Count;
                Told();
            }

            for (var last = Guid.Empty; ;)
            {
                var after = last;
                var ids = await db.Listings.Where(l => l.DisclosureId > after).OrderBy(l => l.DisclosureId).Select(l => l.DisclosureId).Take(BatchSize).ToListAsync(stop);
                if (ids.Count == 0) break;
                last = ids[^1];
                index.Write(await documents.DisclosuresAsync(ids, stop), []);
                done += ids.Count;
                Told();
            }

            index.Show();
            index.Commit(position);
            _seen.Clear();
            _wantsWhole = false;
            LogBuilt(done);
            return done;
        }
        catch
        {
            // Half an index must not be shown by the next change.
            _wantsWhole = true;
            throw;
        }
        finally
        {
            Building = null;
        }

        void Told()
        {
            Building = (done, Math.Max(total, done));
            progress?.Invoke(done, Math.Max(total, done));
        }
    }

    [LoggerMessage(LogLevel.Information, "The search index was built from {Pages} pages")]
    private partial void LogBuilt(int pages);
}
