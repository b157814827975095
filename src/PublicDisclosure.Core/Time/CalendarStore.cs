using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Time;

/// <summary>Settings of section <c>Calendar</c>.</summary>
public sealed class CalendarOptions
{
    public const string Section = "Calendar";

    /// <summary>The regional festival kept here.</summary>
    public RegionalFestival Region { get; set; } = RegionalFestival.ZhuangMarchThird;
}

/// <summary>
/// Gives the stored calendar. A year's notice changes once or twice a year, so it is read once per unit of work, and what was read before is used
/// again as long as the marks of all notices are the same: they are asked for every time, so that no node counts by a calendar of yesterday.
/// </summary>
public sealed class CalendarStore(DisclosureDb db, IOptions<CalendarOptions>? options = null, KnownCalendar? known = null)
{
    private KnownCalendar.Reading? _reading;

    /// <summary>The calendar of all signed-off notices.</summary>
    public async Task<WorkingDayCalendar> GetAsync(CancellationToken stop = default) => (await ReadAsync(stop)).Calendar;

    /// <summary>The calendar as it was at a UTC instant.</summary>
    public async Task<WorkingDayCalendar> AsOfAsync(DateTime at, CancellationToken stop = default) => new(await NoticesAsync(stop), Region, at);

    /// <summary>The calendar as it would be with one notice more.</summary>
    public async Task<WorkingDayCalendar> WithAsync(HolidayNotice notice, CancellationToken stop = default) => new(await NoticesAsync(stop), Region, asIfSigned: notice.Id);

    /// <summary>Every notice, those not signed off included, with its days.</summary>
    public async Task<IReadOnlyList<HolidayNotice>> NoticesAsync(CancellationToken stop = default) => (await ReadAsync(stop)).Notices;

    private RegionalFestival Region => options?.Value.Region ?? RegionalFestival.ZhuangMarchThird;

    private async Task<KnownCalendar.Reading> ReadAsync(CancellationToken stop)
    {
        if (_reading is not null) return _reading;
        // What a transaction has written may be taken back, and the next writer would give its own notice the same mark.
        var shared = db.Database.CurrentTransaction is null ? known : null;
        if (shared?.Last is { } last && last.IsOf(await NoticeMarks.Of(db).ReadAsync(db, stop))) return _reading = last;
        var notices = await db.HolidayNotices.AsNoTracking().Include(n => n.Days).ToListAsync(stop);
        _reading = new KnownCalendar.Reading(notices, new WorkingDayCalendar(notices, Region));
        if (shared is not null) shared.Last = _reading;
        return _reading;
    }
}

/// <summary>The calendar that this node read last.</summary>
public sealed class KnownCalendar
{
    private volatile Reading? _last;

    /// <summary>What was read; null before the first time. Nobody changes it, it is replaced.</summary>
    internal Reading? Last
    {
        get => _last;
        set => _last = value;
    }

    /// <summary>All notices as they stood together, and what follows from them.</summary>
    internal sealed record Reading(IReadOnlyList<HolidayNotice> Notices, WorkingDayCalendar Calendar)
    {
        private readonly HashSet<NoticeMark> _marks = [.. Notices.Select(n => new NoticeMark(n.Id, n.Revision, n.RecountedAt))];

        /// <summary>Whether these are the marks of the notices.</summary>
        public bool IsOf(IReadOnlyCollection<NoticeMark> marks) => marks.Count == _marks.Count && _marks.SetEquals(marks);
    }
}

/// <summary>The question for the marks, worked out once for each engine: the page of whatever was published late asks it.</summary>
internal sealed class NoticeMarks
{
    private readonly Func<DisclosureDb, IAsyncEnumerable<NoticeMark>> _marks = EF.CompileAsyncQuery((DisclosureDb db) => db.HolidayNotices.Select(n => new NoticeMark(n.Id, n.Revision, n.RecountedAt)));

    /// <summary>That of a database's engine.</summary>
    public static NoticeMarks Of(DisclosureDb db) => CompiledReads<NoticeMarks>.Of(db);

    /// <summary>The marks of all notices as they stand.</summary>
    public async Task<IReadOnlyCollection<NoticeMark>> ReadAsync(DisclosureDb db, CancellationToken stop) => await _marks(db).ToListAsync(stop);
}

/// <summary>What is different in a notice whenever anything of it is: its days change with its revision.</summary>
internal sealed record NoticeMark(Guid Id, int Revision, DateTime? RecountedAt);
