using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Desk;

/// <summary>Whose desk it is.</summary>
/// <param name="Id">The person.</param>
/// <param name="Rights">What the person may do and where.</param>
public sealed record DeskPerson(Guid Id, StaffRights Rights);

/// <summary>Something that waits for a person.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Key">Names the matter for good, so that nobody is told of it twice: at most <see cref="KeyLength"/> characters.</param>
/// <param name="Title">What it is about; staff only.</param>
/// <param name="Path">Where in the site it is done.</param>
/// <param name="OrganisationId">Whose matter it is.</param>
/// <param name="Organisation">Short name of that organisation.</param>
/// <param name="Since">When it came to wait here, UTC.</param>
public sealed record DeskTask(DeskTaskKind Kind, string Key, string Title, string Path, Guid OrganisationId, string Organisation, DateTime Since)
{
    public const int KeyLength = 100;

    /// <summary>What sort of thing it is, a coded value, where kind and title do not say so.</summary>
    public Enum? Sort { get; init; }

    /// <summary>Last day in time, for limits that count in days.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The unit of the limit behind <see cref="DueOn"/>, in which what is left is told; days where a person set the date.</summary>
    public LimitUnit Unit { get; init; } = LimitUnit.WorkingDay;

    /// <summary>Last instant in time (UTC), for limits that count in hours.</summary>
    public DateTime? DueAt { get; init; }

    /// <summary>Where in the site the due date is explained; empty where nothing does.</summary>
    public string ExplanationPath { get; init; } = "";

    /// <summary>Why the last day may still move (预计); null where it is certain.</summary>
    public IReadOnlyList<Estimate>? Estimates { get; init; }

    /// <summary>When it goes out by itself (UTC), where that is set.</summary>
    public DateTime? ScheduledAt { get; init; }

    /// <summary>What stands in the way, or why it came back; empty for most.</summary>
    public IReadOnlyList<Refusal> Reasons { get; init; } = [];

    /// <summary>The instant at which it is late (UTC): the hour itself, or the end of the last day in Beijing; null without a limit.</summary>
    public DateTime? LateFrom => DueAt ?? (DueOn is { } on ? BusinessClock.Utc(on.AddDays(1), TimeOnly.MinValue) : null);

    /// <summary>How long <see cref="DueOn"/> still is on a day, or how late; null without one.</summary>
    public TimeLeft? Left(WorkingDayCalendar calendar, DateOnly today) => DueOn is { } on ? TimeLeft.Of(calendar, on, today, Unit) : null;

    /// <summary>Whether it is late at an instant (UTC).</summary>
    public bool IsLate(DateTime now) => LateFrom <= now;
}

/// <summary>
/// Tells what of one noun waits for a person. Each feature registers its own; the desk puts them together. A source asks the
/// person's rights itself: what it tells is shown.
/// </summary>
public interface IDeskSource
{
    /// <summary>How many things wait; read with every staff page, so no more than one count, and nothing at all for who has no right to any of them.</summary>
    Task<int> CountAsync(DeskPerson person, CancellationToken stop);

    /// <summary>All of them, in any order. Their number is <see cref="CountAsync"/>'s.</summary>
    Task<IReadOnlyList<DeskTask>> ReadAsync(DeskPerson person, CancellationToken stop);
}
