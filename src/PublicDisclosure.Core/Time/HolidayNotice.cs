using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Time;

/// <summary>Which part of the calendar a notice speaks for; the region stands above the nation.</summary>
public enum CalendarLayer
{
    /// <summary>The State Council's yearly notice.</summary>
    National,

    /// <summary>The autonomous region's own holidays (壮族三月三).</summary>
    Regional,
}

/// <summary>What a notice says of a day.</summary>
public enum CalendarDayKind
{
    /// <summary>Nobody works although it may be a weekday.</summary>
    Holiday,

    /// <summary>A Saturday or Sunday that is worked (调休上班).</summary>
    Workday,

    /// <summary>An amendment takes back what an earlier notice said: the day follows the plain week again.</summary>
    Ordinary,
}

/// <summary>One day as a notice has it.</summary>
/// <param name="On">The day.</param>
/// <param name="Kind">What is said of it.</param>
/// <param name="Name">The festival it belongs to.</param>
public sealed record NoticeDay(DateOnly On, CalendarDayKind Kind, string Name);

/// <summary>What identifies a notice.</summary>
/// <param name="Layer">Nation or region.</param>
/// <param name="Year">The year it arranges.</param>
/// <param name="IsAmendment">It changes an earlier notice of the year instead of arranging the whole year.</param>
/// <param name="Number">Document number, 国办发明电〔2025〕7号.</param>
/// <param name="Title">Its title.</param>
/// <param name="IssuedOn">Date under the document.</param>
/// <param name="SourceAddress">Where it can be read; may be empty.</param>
public sealed record NoticeHead(CalendarLayer Layer, int Year, bool IsAmendment, string Number, string Title, DateOnly IssuedOn, string SourceAddress);

/// <summary>
/// A notice of holidays (节假日安排的通知) with the days it changes. It counts once a named person has signed it off; from then on
/// its days never change: what was wrong is put right by an amendment, so that every date can be counted again as it was
/// counted on any former day.
/// </summary>
public sealed class HolidayNotice
{
    public const int NumberLength = 60;
    public const int TitleLength = 200;
    public const int SourceLength = 300;
    public const int FirstYear = 2014;
    public const int LastYear = 2099;

    private readonly List<HolidayNoticeDay> _days = [];

    private HolidayNotice()
    {
    }

    public Guid Id { get; private set; }

    public CalendarLayer Layer { get; private set; }

    public int Year { get; private set; }

    /// <summary>It changes an earlier notice of the year.</summary>
    public bool IsAmendment { get; private set; }

    public string Number { get; private set; } = "";

    public string Title { get; private set; } = "";

    public DateOnly IssuedOn { get; private set; }

    public string SourceAddress { get; private set; } = "";

    public DateTime ImportedAt { get; private set; }

    /// <summary>Who entered it; null for what came with the product.</summary>
    public Guid? ImportedBy { get; private set; }

    public DateTime? SignedOffAt { get; private set; }

    /// <summary>The person who answers for it.</summary>
    public Guid? SignedOffBy { get; private set; }

    /// <summary>When the running due dates had been counted again after it was signed off.</summary>
    public DateTime? RecountedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Revision { get; private set; }

    public IReadOnlyList<HolidayNoticeDay> Days => _days;

    /// <summary>It counts.</summary>
    public bool IsSignedOff => SignedOffAt is not null;

    /// <summary>Enters a notice that nobody has signed off yet. <see cref="NoticeChecks"/> says beforehand what is wrong with it.</summary>
    public static HolidayNotice Enter(Guid id, NoticeHead head, IEnumerable<NoticeDay> days, DateTime now, Guid? by)
    {
        RuleViolationException.ThrowIfAny(NoticeChecks.Head(head));
        var notice = new HolidayNotice
        {
            Id = id,
            Layer = head.Layer,
            Year = head.Year,
            IsAmendment = head.IsAmendment,
            Number = head.Number,
            Title = head.Title,
            IssuedOn = head.IssuedOn,
            SourceAddress = head.SourceAddress,
            ImportedAt = now,
            ImportedBy = by,
        };
        notice._days.AddRange(days.Select(d => new HolidayNoticeDay(id, d)));
        return notice;
    }

    /// <summary>Corrects the days while nobody has signed them off.</summary>
    public void ReplaceDays(IEnumerable<NoticeDay> days)
    {
        if (IsSignedOff) throw new RuleViolationException(new Refusal("Calendar.NoticeIsSigned"));
        var wanted = days.ToDictionary(d => d.On);
        _days.RemoveAll(d => !wanted.ContainsKey(d.On));
        foreach (var day in wanted.Values)
        {
            if (_days.Find(d => d.On == day.On) is { } known) known.Change(day);
            else _days.Add(new HolidayNoticeDay(Id, day));
        }

        Revision++;
    }

    /// <summary>A person answers for the notice; it counts from now on.</summary>
    public void SignOff(DateTime now, Guid by)
    {
        if (IsSignedOff) throw new RuleViolationException(new Refusal("Calendar.NoticeIsSigned"));
        if (_days.Count == 0) throw new RuleViolationException(new Refusal("Calendar.NoDays", "Days"));
        (SignedOffAt, SignedOffBy) = (now, by);
        Revision++;
    }

    /// <summary>A demonstration's signature is taken off again when the demonstration goes.</summary>
    internal void TakeDemoSignatureOff() => (SignedOffAt, SignedOffBy, RecountedAt, Revision) = (null, null, null, Revision + 1);

    /// <summary>The running due dates follow it.</summary>
    internal void MarkRecounted(DateTime now) => RecountedAt = now;
}

/// <summary>A day of a notice as stored.</summary>
public sealed class HolidayNoticeDay
{
    public const int NameLength = 40;

    private HolidayNoticeDay()
    {
    }

    internal HolidayNoticeDay(Guid noticeId, NoticeDay day) => (NoticeId, On, Kind, Name) = (noticeId, day.On, day.Kind, day.Name);

    public Guid NoticeId { get; private set; }

    public DateOnly On { get; private set; }

    public CalendarDayKind Kind { get; private set; }

    /// <summary>The festival the day belongs to.</summary>
    public string Name { get; private set; } = "";

    internal void Change(NoticeDay day) => (Kind, Name) = (day.Kind, day.Name);
}
