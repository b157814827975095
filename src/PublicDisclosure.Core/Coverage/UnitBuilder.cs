using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Coverage;

/// <summary>
/// Turns a duty and what stands behind it into units. Pure: the same facts give the same units, whoever asks and whenever, so a
/// full recomputation and the update within a publication cannot differ.
/// </summary>
public sealed class UnitBuilder(WorkingDayCalendar calendar, DateOnly today)
{
    /// <summary>The units of a duty. One that is still followed has at least one.</summary>
    public IReadOnlyList<PlannedUnit> Build(DutyFacts duty, IReadOnlyList<RecordFacts> records, DutyDeclarations declarations)
    {
        if (!duty.IsApplicable) return [new PlannedUnit(UnitKind.NotApplicable, "not-applicable") { IsRated = duty.IsRated }];
        var known = records.Select(r => Judge(duty, r)).ToList();
        List<PlannedUnit> units = [.. Periods(duty, known, declarations), .. Standing(duty, known, declarations), .. Records(duty, known)];
        if (units.Count == 0 && duty.EndedOn is null) units.Add(new PlannedUnit(UnitKind.Awaiting, "awaiting"));
        var neverPublished = !known.Exists(r => r.PublishedOn is not null);
        return [.. units.Select(u => u with { IsRated = u.IsRated && duty.IsRated && IsJudged(u), IsNeverPublished = neverPublished })];
    }

    /// <summary>What was done without a last day (随采购公告) is there, but nobody can say whether it was in time.</summary>
    private static bool IsJudged(PlannedUnit unit) => unit.FulfilledOn is null || unit.DueOn is not null;

    /// <summary>A display that was closed before the least it had to last does not count.</summary>
    private RecordFacts Judge(DutyFacts duty, RecordFacts record)
    {
        if (!record.Covers || record is not { DisplayEndedOn: { } ended, PublishedOn: { } published }) return record;
        return duty.SpanOn(published).LeastDisplay is { } least && calendar.Explain(published, least).End > ended ? record with { Covers = false } : record;
    }

    private static IEnumerable<PlannedUnit> Records(DutyFacts duty, List<RecordFacts> records)
    {
        // The formed date of a draft starts the clock before anything is published; what was formed before the duty was followed,
        // and what the old site published, is no unit of it.
        var own = records.Where(r => !r.IsImported && r.FormedOn is { } on && duty.Follows(on) && duty.TracksOn(on).OfType<DutyTrack.ByRecord>().Any()).ToList();
        foreach (var record in own.OrderBy(r => r.FormedOn).ThenBy(r => r.Id))
        {
            yield return new PlannedUnit(UnitKind.Record, $"record:{record.Id:N}")
            {
                StartsOn = record.FormedOn,
                DueOn = record.DueOn,
                Span = record.Span,
                FulfilledOn = record.FulfilledOn,
                RecordId = record.Id,
                MissingElements = Missing(duty, [record]),
            };
        }

        foreach (var (record, change) in records.SelectMany(r => r.Changes.Select(c => (r, c))).Where(x => duty.Follows(x.c.ChangedOn)))
        {
            yield return new PlannedUnit(UnitKind.Change, $"change:{record.Id:N}:{change.Number}")
            {
                StartsOn = change.ChangedOn,
                DueOn = change.DueOn,
                FulfilledOn = record.Covers ? change.PublishedOn : null,
                RecordId = record.Id,
            };
        }
    }

    private IEnumerable<PlannedUnit> Periods(DutyFacts duty, List<RecordFacts> records, DutyDeclarations declarations)
    {
        var due = new Dictionary<ReportingPeriod, (DutyTrack.ByPeriod Track, DateOnly On)>();
        foreach (var (track, period) in PeriodsOf(duty)) due.TryAdd(period, (track, track.Rule.PeriodDue(calendar, track.Words, period.To).End));
        var behind = PeriodAttribution.Of(due.ToDictionary(d => d.Key, d => d.Value.On), records);
        foreach (var (period, (track, on)) in due.OrderBy(d => d.Key.To))
        {
            var about = behind[period].ToList();
            var first = about.Where(r => r.FulfilledOn is not null).OrderBy(r => r.FulfilledOn).ThenBy(r => r.Id).FirstOrDefault();
            yield return new PlannedUnit(UnitKind.Period, "period:" + period.Key)
            {
                Period = period,
                StartsOn = period.To,
                DueOn = on,
                Span = track.Span,
                FulfilledOn = first?.FulfilledOn,
                RecordId = (first ?? about.FirstOrDefault())?.Id,
                // A record found to belong to the period takes the ground from under the declaration.
                HasZeroReport = about.Count == 0 && declarations.ZeroPeriods.Contains(period.Key),
                MissingElements = Missing(duty, about),
            };
        }
    }

    /// <summary>
    /// The periods of each span of time in which the limit recurs, by the day on which they end. One that ends after the duty did
    /// is nobody's any more.
    /// </summary>
    private IEnumerable<(DutyTrack.ByPeriod Track, ReportingPeriod Period)> PeriodsOf(DutyFacts duty)
    {
        for (var i = 0; i < duty.Spans.Count; i++)
        {
            var span = duty.Spans[i];
            var until = i + 1 < duty.Spans.Count ? duty.Spans[i + 1].From : DateOnly.MaxValue;
            if (until <= duty.TrackedFrom) continue;
            foreach (var track in span.Tracks.OfType<DutyTrack.ByPeriod>())
                foreach (var period in ReportingPeriod.Of(track.Every, Later(duty.TrackedFrom, span.From), today))
                    if (period.To < until && (duty.EndedOn is null || period.To < duty.EndedOn)) yield return (track, period);
        }
    }

    private IEnumerable<PlannedUnit> Standing(DutyFacts duty, List<RecordFacts> records, DutyDeclarations declarations)
    {
        var last = duty.EndedOn?.AddDays(-1) ?? today;
        if (last < duty.TrackedFrom || duty.TracksOn(last).OfType<DutyTrack.Standing>().FirstOrDefault() is not { } track) yield break;
        var pages = records.Where(r => r.FulfilledOn is not null).OrderBy(r => r.FulfilledOn).ThenBy(r => r.Id).ToList();
        var first = pages.Find(p => !p.IsImported) ?? pages.FirstOrDefault();
        var due = calendar.Explain(duty.TrackedFrom, track.First).End;
        if (first is null && due > last && duty.EndedOn is not null) yield break;
        yield return new PlannedUnit(UnitKind.Standing, "standing")
        {
            StartsOn = duty.TrackedFrom,
            DueOn = due,
            Span = track.First,
            FulfilledOn = first?.FulfilledOn,
            // A draft, else what was taken back: its page says why.
            RecordId = first?.Id ?? records.OrderBy(r => r.PublishedOn is not null).FirstOrDefault()?.Id,
            MissingElements = Missing(duty, pages),
            // A page of the old site is there, but whether it was in time is not known.
            IsRated = first is not { IsImported: true },
        };
        if (first is null) yield break;
        foreach (var check in Checks(duty, track, first, pages, declarations)) yield return check;
    }

    private IEnumerable<PlannedUnit> Checks(DutyFacts duty, DutyTrack.Standing track, RecordFacts first, List<RecordFacts> pages, DutyDeclarations declarations)
    {
        var last = Later(first.FulfilledOn!.Value, duty.TrackedFrom);
        // An update states that the page was looked at; a check says so by name.
        var looked = declarations.CheckedOn.Concat(pages.SelectMany(p => p.Changes).Select(c => c.PublishedOn).OfType<DateOnly>())
            .Where(d => d > last).Distinct().Order().ToList();
        for (var number = 1; ; number++)
        {
            var due = calendar.Explain(last, track.CheckEvery).End;
            DateOnly? done = number <= looked.Count ? looked[number - 1] : null;
            if (done is null && due >= duty.EndedOn) yield break;
            yield return new PlannedUnit(UnitKind.Check, $"check:{number}")
            {
                StartsOn = last,
                DueOn = due,
                Span = track.CheckEvery,
                FulfilledOn = done,
                RecordId = first.Id,
            };
            if (done is not { } on) yield break;
            last = on;
        }
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    // Only a published unit can lack elements, and only what a steward confirmed is required. All documents together count.
    private static IReadOnlyList<string> Missing(DutyFacts duty, IReadOnlyList<RecordFacts> records)
    {
        var published = records.Where(r => r.FulfilledOn is not null && !r.IsPosting).ToList();
        if (!duty.IsRated || published.Count == 0 || published.Exists(r => r.CarriesAll)) return [];
        var carried = published.SelectMany(r => r.Elements).ToHashSet();
        return [.. duty.RequiredElements.Where(e => !carried.Contains(e))];
    }
}
