namespace PublicDisclosure.Core.OpinionCases;

/// <summary>
/// A limit of a case as it was set. It is never deleted: when grade or times change it stops to count and new ones begin, and one that
/// had passed by then stays missed. Whether it was met follows from publication times; nobody types it.
/// </summary>
public sealed class CaseLimit
{
    private CaseLimit()
    {
    }

    internal CaseLimit(Guid id, Guid caseId, CaseClock clock, CaseGrade grade, DateTime now) =>
        (Id, CaseId, Kind, Grade, CountsFrom, StartsAt, Hours, SetAt) = (id, caseId, clock.Kind, grade, clock.CountsFrom, clock.StartsAt, clock.Hours, now);

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public CaseLimitKind Kind { get; private set; }

    /// <summary>The grade that asked for it.</summary>
    public CaseGrade Grade { get; private set; }

    public CaseTimeKind CountsFrom { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime StartsAt { get; private set; }

    public int Hours { get; private set; }

    public DateTime SetAt { get; private set; }

    /// <summary>When it stopped to count (UTC); null while it does.</summary>
    public DateTime? EndedAt { get; private set; }

    public CaseLimitEnd? EndedBy { get; private set; }

    /// <summary>Last instant in time, UTC.</summary>
    public DateTime DueAt => StartsAt.AddHours(Hours);

    internal void End(CaseLimitEnd why, DateTime now)
    {
        if (EndedAt is null) (EndedAt, EndedBy) = (now, why);
    }

    /// <summary>How it stands.</summary>
    /// <param name="publishedAt">When what it asks for was first published (UTC); null for not yet.</param>
    /// <param name="now">UTC.</param>
    public CaseLimitStatus StatusAt(DateTime? publishedAt, DateTime now)
    {
        if (publishedAt <= DueAt) return CaseLimitStatus.Met;
        if (EndedAt <= DueAt) return CaseLimitStatus.Superseded;
        return now > DueAt ? CaseLimitStatus.Missed : CaseLimitStatus.Running;
    }
}

/// <summary>A clock that a grade sets going.</summary>
/// <param name="Kind">What has to be out.</param>
/// <param name="CountsFrom">From which time.</param>
/// <param name="StartsAt">That time, UTC.</param>
/// <param name="Hours">Hours of the clock.</param>
public sealed record CaseClock(CaseLimitKind Kind, CaseTimeKind CountsFrom, DateTime StartsAt, int Hours);

/// <summary>Which clocks run for which grade.</summary>
public static class CaseClocks
{
    /// <summary>特别重大 and 重大: first information and conference from the event; the others: a response from the finding.</summary>
    public static IReadOnlyList<CaseClock> Of(CaseGrade grade, DateTime eventAt, DateTime foundAt, CaseOptions options) => grade is CaseGrade.Gravest or CaseGrade.Grave
        ?
        [
            new CaseClock(CaseLimitKind.FirstInformation, CaseTimeKind.Event, eventAt, options.FirstInformationHours),
            new CaseClock(CaseLimitKind.Conference, CaseTimeKind.Event, eventAt, options.ConferenceHours),
        ]
        : [new CaseClock(CaseLimitKind.Response, CaseTimeKind.Found, foundAt, options.ResponseHours)];
}
