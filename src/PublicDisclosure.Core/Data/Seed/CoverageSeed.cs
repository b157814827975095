using PublicDisclosure.Core.Coverage;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>Counts the coverage once after everything is entered, so that the first visitor reads figures.</summary>
public sealed class CoverageSeed(DisclosureDb db, RefreshCoverage coverage, CoverageSnapshots snapshots) : ISeed
{
    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        if (db.CoverageUnits.Any() || !db.Duties.Any()) return 0;
        var units = await coverage.CountWholeAsync(stop);
        await snapshots.TakeAsync(stop);
        return units;
    }
}
