using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Limits;

/// <summary>
/// Gives the time limits as they are read on a day: a steward's ruling for the item, else one for the wording, else the parser.
/// Rulings and settled words are few, so they are read once per unit of work.
/// </summary>
public sealed class LimitBook(DisclosureDb db)
{
    private List<LimitRuling>? _rulings;
    private List<SettledReading>? _readings;
    private List<ReleaseDate>? _schedule;

    /// <summary>The limit of an item for information whose limit begins on a day.</summary>
    public async Task<TimeLimit> ForAsync(string itemCode, string wording, DateOnly on, CancellationToken stop = default)
    {
        _rulings ??= await db.LimitRulings.AsNoTracking().ToListAsync(stop);
        var phrase = TimeLimitParser.Flat(wording);
        var ruling = _rulings.Where(r => r.HoldsOn(on) && (r.ItemCode.Length > 0 ? r.ItemCode == itemCode : r.Phrase == phrase))
            .OrderByDescending(r => r.ItemCode.Length > 0).ThenByDescending(r => r.ValidFrom).ThenByDescending(r => r.At).FirstOrDefault();
        return ruling is null ? TimeLimitParser.Read(wording) : new TimeLimit(wording, ruling.Rules, LimitReadingState.Ruled, [])
        {
            Article = ruling.Article,
            ValidFrom = ruling.ValidFrom,
            ValidTo = ruling.ValidTo,
        };
    }

    /// <summary>The days on which the reading of an item's limit changes, in order: a ruling begins or ends, a word is settled.</summary>
    public async Task<IReadOnlyList<DateOnly>> TurnsAsync(string itemCode, string wording, CancellationToken stop = default)
    {
        _rulings ??= await db.LimitRulings.AsNoTracking().ToListAsync(stop);
        _readings ??= await db.SettledReadings.AsNoTracking().ToListAsync(stop);
        var phrase = TimeLimitParser.Flat(wording);
        var rulings = _rulings.Where(r => r.ItemCode.Length > 0 ? r.ItemCode == itemCode : r.Phrase == phrase).ToList();
        return [.. rulings.Select(r => r.ValidFrom).Concat(rulings.Select(r => r.ValidTo?.AddDays(1)).OfType<DateOnly>()).Concat(_readings.Select(r => r.From)).Distinct().Order()];
    }

    /// <summary>How settled words are read on a day.</summary>
    public async Task<SettledWords> WordsAsync(DateOnly on, CancellationToken stop = default)
    {
        _readings ??= await db.SettledReadings.AsNoTracking().ToListAsync(stop);
        return new SettledWords(_readings.Where(r => r.From <= on).GroupBy(r => r.Word)
            .ToDictionary(g => g.Key, g => g.OrderBy(r => r.From).ThenBy(r => r.At).Last() is var last ? new LimitSpan(last.Amount, last.Unit) : LimitSpan.Statutory));
    }

    /// <summary>The first released day of an item on or after a day; null when none is entered.</summary>
    public async Task<ReleaseDate?> ReleaseAsync(string itemCode, DateOnly from, CancellationToken stop = default)
    {
        _schedule ??= await db.ReleaseDates.AsNoTracking().ToListAsync(stop);
        return _schedule.Where(r => r.ItemCode == itemCode && r.On >= from).MinBy(r => r.On);
    }
}
