using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed.Demo;

/// <summary>
/// Fills an empty portal with a believable year. The only code that moves the clock: it leads every document through the
/// ordinary workflow under the days of the story, refuses Production and any database that holds other disclosures, and marks
/// each row 演示. All or nothing: one transaction.
/// </summary>
public sealed class DemoSeed(DisclosureDb db, BusinessClock clock, AttachmentIntake intake, IAttachmentStore store)
{
    // The same city on every machine.
    private const int RandomSeed = 450881;

    private const int BatchSize = 200;

    /// <summary>How many generated documents stand beside those written by hand.</summary>
    public const int DefaultGenerated = 3000;

    /// <summary>Writes the demo disclosures; does nothing when they are there.</summary>
    /// <param name="options">How much, and whether this is Production.</param>
    /// <param name="progress">Told the number of documents written.</param>
    /// <param name="stop">Ends the work; nothing is kept then.</param>
    /// <exception cref="InvalidOperationException">Production, other disclosures in the database, or content the checklist refuses.</exception>
    public async Task<DemoSeedResult> RunAsync(DemoSeedOptions options, IProgress<int>? progress = null, CancellationToken stop = default)
    {
        if (options.IsProduction) throw new InvalidOperationException("Demo data is never made in Production.");
        // Whoever tries the demonstration writes documents of their own; the next start must not stumble over them.
        if (await db.Disclosures.AnyAsync(d => d.IsDemo, stop)) return new DemoSeedResult(0, []);
        if (await db.Disclosures.AnyAsync(stop)) throw new InvalidOperationException("The database holds other disclosures; demo data goes into an empty one only.");

        var now = clock.Now;
        var city = await DemoCity.LoadAsync(db, stop);
        var writer = new DemoWriter(db, city, intake, store);
        var entries = Entries(city, options, now).Where(d => d.PublishAt <= now).OrderBy(d => d.PublishAt).ThenBy(d => d.Key, StringComparer.Ordinal).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var done = 0;
            foreach (var batch in entries.Chunk(BatchSize))
            {
                // Making and rendering use every core; the workflow goes in the order of publication.
                foreach (var draft in batch.AsParallel().AsOrdered().Select(entry => entry.Render()).ToList()) await writer.WriteAsync(draft, now, stop);
                await FlushAsync(stop);
                progress?.Report(done += batch.Length);
            }

            writer.SaveCounters();
            await FlushAsync(stop);
            await transaction.CommitAsync(stop);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }

        return new DemoSeedResult(entries.Count - writer.Refused.Count, writer.Refused);
    }

    private IEnumerable<DemoEntry> Entries(DemoCity city, DemoSeedOptions options, DateTime now)
    {
        var today = clock.Today;
        var random = new Random(RandomSeed);
        var patterns = new DemoPatterns(city, random, today.AddDays(-options.Days), today);
        List<DemoDraft> handwritten = options.Handwritten ? [.. DemoHandwritten.Drafts(city, now)] : [];
        var written = options.Handwritten ? handwritten.Concat(DemoInterpretations.Drafts(handwritten)).Concat(DemoResponses.Drafts(city)).Concat(DemoTemplates.Drafts(city, today, random)) : [];
        return written.Select(DemoEntry.Of).Concat(patterns.Entries(options.Generated));
    }

    private async Task FlushAsync(CancellationToken stop)
    {
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }
}

/// <summary>How much demo data to make.</summary>
public sealed record DemoSeedOptions
{
    /// <summary>True refuses everything.</summary>
    public required bool IsProduction { get; init; }

    /// <summary>Documents made from patterns, about.</summary>
    public int Generated { get; init; } = DemoSeed.DefaultGenerated;

    /// <summary>Also the documents written by hand, and every organisation's guide, rules and report.</summary>
    public bool Handwritten { get; init; } = true;

    /// <summary>Over how many days before today the generated ones are spread; four quarters.</summary>
    public int Days { get; init; } = 365;
}

/// <summary>What was made, and what the checklist refused (key and reasons).</summary>
public sealed record DemoSeedResult(int Written, IReadOnlyList<string> Refused);
