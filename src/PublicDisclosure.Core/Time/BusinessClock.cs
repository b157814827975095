namespace PublicDisclosure.Core.Time;

/// <summary>
/// The only door to the current time. <c>At</c> values are UTC instants, <c>On</c> values are dates in Beijing, where the
/// law counts its days.
/// </summary>
public sealed class BusinessClock(TimeProvider time)
{
    /// <summary>Beijing has kept UTC+8 without summer time since 1991; a fixed offset needs no time zone database.</summary>
    public static readonly TimeSpan BeijingOffset = TimeSpan.FromHours(8);

    /// <summary>This instant, UTC.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Today's date in Beijing.</summary>
    public DateOnly Today => BeijingDate(Now);

    /// <summary>The date in Beijing at a UTC instant.</summary>
    public static DateOnly BeijingDate(DateTime utc) => DateOnly.FromDateTime(utc + BeijingOffset);

    /// <summary>The Beijing wall-clock time at a UTC instant, for display.</summary>
    public static DateTime BeijingTime(DateTime utc) => DateTime.SpecifyKind(utc + BeijingOffset, DateTimeKind.Unspecified);

    /// <summary>The UTC instant of a Beijing wall-clock time.</summary>
    public static DateTime Utc(DateOnly date, TimeOnly time) =>
        DateTime.SpecifyKind(date.ToDateTime(time) - BeijingOffset, DateTimeKind.Utc);
}
