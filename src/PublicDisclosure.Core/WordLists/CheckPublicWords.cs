using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.WordLists;

/// <summary>
/// Once a night, looks through everything that is public, attached files included, for wrong forms: new ones become findings, old ones that are no
/// longer there are closed.
/// </summary>
public sealed class CheckPublicWords(IServiceScopeFactory scopes, BusinessClock clock) : IPeriodicJob, IDisposable
{
    // The night's check and a self-test at the same batch would both enter what they find.
    private readonly SemaphoreSlim _one = new(1, 1);

    private const int Batch = 200;

    // When few people work and other nightly work has not begun.
    private static readonly TimeOnly From = new(2, 0);

    /// <inheritdoc/>
    public string Name => nameof(CheckPublicWords);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(20);

    /// <summary>Does the night's work if it is not done; says how many documents were looked through.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var begin = BusinessClock.Utc(clock.Today, From);
        if (clock.Now < begin) return 0;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var runs = scope.ServiceProvider.GetRequiredService<DisclosureDb>().JobRuns;
            if (await runs.AnyAsync(r => r.JobName == nameof(CheckPublicWords) && r.StartedAt >= begin && r.Failure == "", stop)) return 0;
        }

        return await CheckAsync(stop);
    }

    /// <summary>Looks through everything public now.</summary>
    public async Task<int> CheckAsync(CancellationToken stop)
    {
        var (seen, last) = (0, (Guid?)Guid.Empty);
        WordMatcher? matcher = null;
        while (last is { } after)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
            matcher ??= await ActiveWords.MatcherAsync(db, stop);
            var (more, position) = await CheckBatchAsync(scope.ServiceProvider, after, matcher, stop);
            (seen, last) = (seen + more, position);
        }

        await CloseGoneAsync(stop);
        return seen;
    }

    /// <summary>Looks through one batch, for whoever goes on by themselves.</summary>
    /// <param name="after">The document behind which the batch begins.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>How many were looked through, and the last of them; null when there was none.</returns>
    public async Task<(int Seen, Guid? Last)> CheckBehindAsync(Guid after, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var matcher = await ActiveWords.MatcherAsync(scope.ServiceProvider.GetRequiredService<DisclosureDb>(), stop);
        return await CheckBatchAsync(scope.ServiceProvider, after, matcher, stop);
    }

    /// <summary>Closes the findings of what is not public any more.</summary>
    public async Task CloseGoneAsync(CancellationToken stop)
    {
        await using var end = scopes.CreateAsyncScope();
        var now = clock.Now;
        var left = end.ServiceProvider.GetRequiredService<DisclosureDb>();
        await left.WordFindings.Where(f => f.GoneAt == null && !left.Listings.Any(l => l.DisclosureId == f.DisclosureId))
            .ExecuteUpdateAsync(u => u.SetProperty(f => f.GoneAt, now), stop);
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<(int Seen, Guid? Last)> CheckBatchAsync(IServiceProvider services, Guid after, WordMatcher matcher, CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            return await CheckAloneAsync(services, after, matcher, stop);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<(int Seen, Guid? Last)> CheckAloneAsync(IServiceProvider services, Guid after, WordMatcher matcher, CancellationToken stop)
    {
        var db = services.GetRequiredService<DisclosureDb>();
        var rows = await TextsAsync(db, after, stop);
        if (rows.Count == 0) return (0, null);
        var files = await new FileInspections(db, services.GetRequiredService<IAttachmentStore>(), clock)
            .FactsAsync([.. rows.SelectMany(r => r.Files).Select(f => new KeptFile(f.Hash, f.Kind))], matcher, stop);
        await KeepAsync(db, rows, matcher, files, stop);
        return (rows.Count, rows[^1].Id);
    }

    private static Task<List<PublicWords>> TextsAsync(DisclosureDb db, Guid after, CancellationToken stop) =>
        db.Listings.AsNoTracking().Where(l => l.DisclosureId.CompareTo(after) > 0).OrderBy(l => l.DisclosureId).Take(Batch)
            .Join(db.Versions, l => new { Id = l.DisclosureId, Number = l.VersionNumber }, v => new { Id = v.DisclosureId, v.Number }, (l, v) => new { l, v })
            .OrderBy(p => p.l.DisclosureId)
            .Select(p => new PublicWords(
                p.l.DisclosureId, p.l.OrganisationId, p.l.VersionNumber, p.v.Text.Title, p.v.Text.Summary, p.v.Text.PlainSummary, p.v.PlainText,
                p.v.Attachments.OrderBy(a => a.Ordinal).Select(a => new PublicFile(a.FileName, a.Hash, a.Kind)).ToList()))
            .ToListAsync(stop);

    private async Task KeepAsync(DisclosureDb db, List<PublicWords> rows, WordMatcher matcher, IReadOnlyDictionary<string, FileFacts> files, CancellationToken stop)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var open = (await db.WordFindings.Where(f => ids.Contains(f.DisclosureId) && f.GoneAt == null).ToListAsync(stop)).ToLookup(f => f.DisclosureId);
        var now = clock.Now;
        foreach (var row in rows)
        {
            var found = row.Find(matcher).Concat(row.FindInFiles(matcher, files)).DistinctBy(f => (f.Place, f.Line.Id)).ToList();
            foreach (var gone in open[row.Id].Where(o => !found.Exists(f => f.Place == o.Place && f.Line.Id == o.RuleId))) gone.Close(now);
            foreach (var (place, line, context) in found.Where(f => !open[row.Id].Any(o => o.Place == f.Place && o.RuleId == f.Line.Id)))
                db.Add(WordFinding.Make(row.Id, row.OrganisationId, row.Version, place, line, context, now));
        }

        await db.SaveChangesAsync(stop);
    }

    private sealed record PublicFile(string FileName, string Hash, string Kind);

    private sealed record PublicWords(
        Guid Id, Guid OrganisationId, int Version, string Title, string Summary, string PlainSummary, string Body, List<PublicFile> Files)
    {
        public IEnumerable<(WordPlace Place, WordLine Line, string Context)> Find(WordMatcher matcher) =>
            from place in Places()
            from hit in matcher.Find(place.Text)
            select (place.Place, new WordLine(hit.RuleId, hit.Entry), hit.Context(place.Text));

        public IEnumerable<(WordPlace Place, WordLine Line, string Context)> FindInFiles(WordMatcher matcher, IReadOnlyDictionary<string, FileFacts> files) =>
            from file in Files
            from word in files.GetValueOrDefault(file.Hash)?.Words ?? []
            let line = matcher.LineOf(word.Form)
            where line is not null
            select (WordPlace.FileText, line, $"附件“{file.FileName}”的{word.Place}");

        private IEnumerable<(WordPlace Place, string Text)> Places() =>
        [
            (WordPlace.Title, Title), (WordPlace.Summary, Summary), (WordPlace.PlainSummary, PlainSummary), (WordPlace.Body, Body),
            (WordPlace.FileName, string.Join('\n', Files.Select(f => f.FileName))),
        ];
    }
}
