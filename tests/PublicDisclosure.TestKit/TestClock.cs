using Microsoft.Extensions.Time.Testing;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.TestKit;

/// <summary>A clock that stands still until it is moved. Times are Beijing wall-clock times, as the law and people count.</summary>
public sealed class TestClock
{
    /// <summary>A Monday morning, an ordinary working day.</summary>
    public static readonly DateOnly DefaultDay = new(2026, 3, 2);

    public TestClock() => Set(DefaultDay, new TimeOnly(9, 0));

    /// <summary>For services that take the framework's clock.</summary>
    public FakeTimeProvider Provider { get; } = new();

    /// <summary>The product's clock on <see cref="Provider"/>.</summary>
    public BusinessClock Business => new(Provider);

    /// <summary>This instant, UTC.</summary>
    public DateTime Now => Business.Now;

    /// <summary>Today in Beijing.</summary>
    public DateOnly Today => Business.Today;

    /// <summary>Moves forward.</summary>
    public void Advance(TimeSpan by) => Provider.Advance(by);

    /// <summary>Moves to a Beijing wall-clock time, also backwards.</summary>
    public void Set(DateOnly day, TimeOnly time) =>
        Provider.AdjustTime(new DateTimeOffset(BusinessClock.Utc(day, time), TimeSpan.Zero));
}
