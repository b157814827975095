using PublicDisclosure.Core.Limits;

namespace PublicDisclosure.Core.Coverage;

/// <summary>Says which period a piece of information is about.</summary>
internal static class PeriodAttribution
{
    /// <summary>
    /// The one its title names; else, formed before the last day of the period that ended before it and nothing else being about
    /// that one, that period; else the one it was formed in.
    /// </summary>
    /// <param name="due">The periods with the last day of each.</param>
    /// <param name="records">What stands behind the item; what the old site published is about none.</param>
    public static ILookup<ReportingPeriod, RecordFacts> Of(IReadOnlyDictionary<ReportingPeriod, DateOnly> due, IReadOnlyList<RecordFacts> records)
    {
        var found = new List<(ReportingPeriod Period, RecordFacts Record)>();
        var lengths = due.Keys.Select(p => p.Length).Distinct().ToList();
        var unnamed = new List<RecordFacts>();
        foreach (var record in records.Where(r => !r.IsImported))
        {
            if (Named(record.Title, lengths) is { } named) found.Add((named, record));
            else if (record.FormedOn is not null) unnamed.Add(record);
        }

        foreach (var record in unnamed.OrderBy(r => r.FormedOn).ThenBy(r => r.Id))
            if (ByDate(due, found, record.FormedOn!.Value) is { } period) found.Add((period, record));
        return found.Where(f => due.ContainsKey(f.Period)).ToLookup(f => f.Period, f => f.Record);
    }

    private static ReportingPeriod? Named(string title, List<RecurrencePeriod> lengths) =>
        lengths.Select(length => PeriodWords.In(title, length)).OfType<ReportingPeriod>().FirstOrDefault();

    private static ReportingPeriod? ByDate(IReadOnlyDictionary<ReportingPeriod, DateOnly> due, List<(ReportingPeriod Period, RecordFacts Record)> found, DateOnly formed)
    {
        var former = due.Keys.Where(p => p.To < formed).MaxBy(p => p.To);
        if (former is not null && formed <= due[former] && !found.Exists(f => f.Period == former)) return former;
        return due.Keys.Where(p => p.Contains(formed)).MinBy(p => p.To);
    }
}
