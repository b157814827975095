using System.Diagnostics;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.EndToEndTests.Harness;

/// <summary>
/// A clock that starts on an ordinary Monday morning and then runs on: what is seeded, due and shown is the same in every
/// run and on every screenshot, and sessions still age.
/// </summary>
internal sealed class RunningClock : TimeProvider
{
    /// <summary>The day of the journeys, Beijing.</summary>
    public static readonly DateOnly Day = new(2026, 11, 23);

    private static readonly DateTimeOffset Start = new(BusinessClock.Utc(Day, new TimeOnly(9, 30)), TimeSpan.Zero);

    private readonly long _startedAt = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Start + Stopwatch.GetElapsedTime(_startedAt);
}
