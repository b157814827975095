using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Proves from the stored rows alone that the public record holds together: numbers without gaps, versions without holes and
/// without a changed byte, one history row and one audit row for each publication with the same time, and lists that show
/// exactly what is public. It reads everything and writes nothing.
/// </summary>
public sealed class RecordCheck(DisclosureDb db)
{
    private static readonly string[] PublishActs = ["Disclosure." + nameof(DisclosureAction.Publish), "Disclosure." + nameof(DisclosureAction.ForcePublish)];

    /// <summary>What is wrong, one sentence each; empty when everything holds.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(CancellationToken stop)
    {
        var problems = new List<string>();
        problems.AddRange(await NumbersAsync(stop));
        problems.AddRange(await VersionsAsync(stop));
        problems.AddRange(await HistoryAsync(stop));
        problems.AddRange(await ListingsAsync(stop));
        return problems;
    }

    /// <summary>Each organisation's index numbers of a year are 1, 2, 3 … up to its counter.</summary>
    private async Task<List<string>> NumbersAsync(CancellationToken stop)
    {
        var counters = await db.IndexCounters.AsNoTracking().ToListAsync(stop);
        var issued = (await db.Disclosures.AsNoTracking().Where(d => d.Address != null).Select(d => new { d.OrganisationId, d.Address }).ToListAsync(stop))
            .GroupBy(d => (d.OrganisationId, Year: Part(d.Address!, 1))).ToDictionary(g => g.Key, g => g.Select(d => Part(d.Address!, 0)).Order().ToList());
        var problems = new List<string>();
        foreach (var counter in counters)
        {
            var numbers = issued.GetValueOrDefault((counter.OrganisationId, counter.Year)) ?? [];
            issued.Remove((counter.OrganisationId, counter.Year));
            if (!numbers.SequenceEqual(Enumerable.Range(1, counter.Last)))
                problems.Add($"Organisation {counter.OrganisationId} has issued {numbers.Count} index numbers of {counter.Year}, its counter stands at {counter.Last}: a number is missing or doubled.");
        }

        problems.AddRange(issued.Keys.Select(key => $"Organisation {key.OrganisationId} has index numbers of {key.Year} and no counter for that year."));
        return problems;
    }

    /// <summary>Versions count 1, 2, 3 … up to the current one, and each still has the bytes it was published with.</summary>
    private async Task<List<string>> VersionsAsync(CancellationToken stop)
    {
        var current = await db.Disclosures.AsNoTracking().Where(d => d.CurrentVersion > 0).Select(d => new { d.Id, d.CurrentVersion }).ToDictionaryAsync(d => d.Id, d => d.CurrentVersion, stop);
        var seen = new Dictionary<Guid, List<int>>();
        var problems = new List<string>();
        await foreach (var version in db.Versions.AsNoTracking().Include(v => v.Attachments).Include(v => v.Replacements).OrderBy(v => v.Id).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (!seen.TryGetValue(version.DisclosureId, out var numbers)) seen[version.DisclosureId] = numbers = [];
            numbers.Add(version.Number);
            if (ContentHash.Of(version) != version.ContentHash) problems.Add($"Version {version.Number} of disclosure {version.DisclosureId} is not what was published: its content does not have its hash.");
        }

        foreach (var (id, last) in current)
            if (!(seen.GetValueOrDefault(id) ?? []).Order().SequenceEqual(Enumerable.Range(1, last))) problems.Add($"Disclosure {id} stands at version {last} and does not have each version up to it.");
        problems.AddRange(seen.Keys.Where(id => !current.ContainsKey(id)).Select(id => $"Disclosure {id} has a version and was never published."));
        return problems;
    }

    /// <summary>Each version has its row of history and its row of audit, with the same time; each state is the one the last row led to.</summary>
    private async Task<List<string>> HistoryAsync(CancellationToken stop)
    {
        var problems = new List<string>();
        var versions = await Times(db.Versions.Select(v => new Moment(v.DisclosureId, v.PublishedAt)), stop);
        var steps = await Times(db.Set<DisclosureTransition>().Where(t => t.To == DisclosureState.Published && t.Action != DisclosureAction.AbandonCorrection).Select(t => new Moment(t.DisclosureId, t.At)), stop);
        var audited = await Times(db.AuditEntries.Where(e => PublishActs.Contains(e.Action) && e.ObjectId != null).Select(e => new Moment(e.ObjectId!.Value, e.At)), stop);
        problems.AddRange(versions.Except(steps).Select(v => $"A version of disclosure {v.Id} has no row of history at its time."));
        problems.AddRange(steps.Except(versions).Select(v => $"A publication in the history of disclosure {v.Id} has no version at its time."));
        problems.AddRange(versions.Except(audited).Select(v => $"A version of disclosure {v.Id} has no audit row at its time."));
        var last = await db.Set<DisclosureTransition>().AsNoTracking().Select(t => new { t.DisclosureId, t.Step, t.To }).ToListAsync(stop);
        var leads = last.GroupBy(t => t.DisclosureId).ToDictionary(g => g.Key, g => g.MaxBy(t => t.Step)!.To);
        await foreach (var d in db.Disclosures.AsNoTracking().Select(d => new { d.Id, d.State }).AsAsyncEnumerable().WithCancellation(stop))
            if (d.State != leads.GetValueOrDefault(d.Id, DisclosureState.Draft)) problems.Add($"Disclosure {d.Id} is {d.State}, its history leads to {leads.GetValueOrDefault(d.Id, DisclosureState.Draft)}.");
        return problems;
    }

    /// <summary>Lists show what is public, all of it and nothing else, in its newest version.</summary>
    private async Task<List<string>> ListingsAsync(CancellationToken stop)
    {
        var listed = await db.Listings.AsNoTracking().Select(l => new { l.DisclosureId, l.VersionNumber }).ToDictionaryAsync(l => l.DisclosureId, l => l.VersionNumber, stop);
        var visible = await db.Disclosures.PubliclyVisible().AsNoTracking().Select(d => new { d.Id, d.CurrentVersion }).ToDictionaryAsync(d => d.Id, d => d.CurrentVersion, stop);
        return
        [
            .. visible.Where(d => !listed.TryGetValue(d.Key, out var number) || number != d.Value).Select(d => $"Disclosure {d.Key} is public and no list shows its version {d.Value}."),
            .. listed.Keys.Where(id => !visible.ContainsKey(id)).Select(id => $"Disclosure {id} is not public and stands in the lists."),
        ];
    }

    private static async Task<HashSet<Moment>> Times(IQueryable<Moment> rows, CancellationToken stop) => [.. await rows.ToListAsync(stop)];

    // "mzj-2026-00012": the number is the last part, the year the one before.
    private static int Part(string address, int fromEnd) => int.Parse(address.Split('-')[^(1 + fromEnd)], NumberStyles.None, CultureInfo.InvariantCulture);

    private sealed record Moment(Guid Id, DateTime At);
}
