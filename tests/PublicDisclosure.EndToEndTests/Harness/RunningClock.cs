using System.Diagnostics;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.EndToEndTests.Harness;

/// <summary>
/// A clock that starts on an ordinary Monday morning and then runs on: what is seeded, due and shown is the same in every
/// run and on every screenshot, and sessions still age. A test with a site of its own may move it on.
/// </summary>
internal sealed class RunningClock : TimeProvider
{
    /// <summary>The day of the journeys, Beijing.</summary>
    public static readonly DateOnly Day = new(2026, 11, 23);

    private static readonly DateTimeOffset Start = new(BusinessClock.Utc(Day, new TimeOnly(9, 30)), TimeSpan.Zero);

    private readonly long _startedAt = Stopwatch.GetTimestamp();
    private TimeSpan _moved;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Start + Stopwatch.GetElapsedTime(_startedAt) + _moved;

    /// <summary>Moves it on to an instant that lies ahead, Beijing time.</summary>
    public void MoveTo(DateOnly day, TimeOnly time)
    {
        var by = new DateTimeOffset(BusinessClock.Utc(day, time), TimeSpan.Zero) - GetUtcNow();
        if (by < TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(day), day, "Time does not run backwards.");
        Move(by);
    }

    /// <summary>Moves it on.</summary>
    public void Move(TimeSpan by) => _moved += by;
}
