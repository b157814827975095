using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Limits;

/// <summary>An item behind a document, with its limit as read for the document.</summary>
/// <param name="Code">Item code.</param>
/// <param name="Text">Its cells.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Release">Its next released day, where a schedule is entered.</param>
public sealed record ItemLimit(string Code, StandardItemText Text, TimeLimit Limit, ReleaseDate? Release = null);

/// <summary>A due date with what it rests on.</summary>
/// <param name="From">The day that set the limit going.</param>
/// <param name="DueOn">Last day in time.</param>
/// <param name="Span">The limit; for a released day the one that would hold without it.</param>
/// <param name="Anchor">What set it going.</param>
/// <param name="Basis">Where it comes from.</param>
/// <param name="IsEstimated">预计</param>
/// <param name="ItemCode">The item whose limit ends first; empty where the law alone holds.</param>
/// <param name="Wording">That item's wording.</param>
/// <param name="Clause">Article or document: a steward's, the schedule's name, else Article 26.</param>
public sealed record CountedDue(
    DateOnly From, DateOnly DueOn, LimitSpan Span, LimitAnchor Anchor, DueBasis Basis, bool IsEstimated, string ItemCode, string Wording, string Clause)
{
    /// <summary>Why it is only an estimate; empty when it is certain.</summary>
    public IReadOnlyList<Estimate> Estimates { get; init; } = [];
}

/// <summary>
/// Counts the due date of a document from the limits of its items. With several the earliest holds: in time for all of them is
/// in time for the document.
/// </summary>
public static class DueCounter
{
    /// <summary>The law behind every limit that no item shortens.</summary>
    public const string Article26 = "《中华人民共和国政府信息公开条例》第二十六条";

    /// <summary>The earliest due date; null where every item says another day itself (with another document, a duration only).</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="items">The items in force behind the document; without any the law alone holds.</param>
    /// <param name="genre">Its genre.</param>
    /// <param name="from">The day that sets the limit going.</param>
    /// <param name="words">How settled words are read.</param>
    /// <param name="alwaysDue">The statutory limit where there would be none: an update always has a date.</param>
    /// <param name="trigger">The day of <see cref="AnchorOf"/>, where it was told (起算日期): an approval, a receipt, an event.</param>
    public static CountedDue? Earliest(
        WorkingDayCalendar calendar, IReadOnlyCollection<ItemLimit> items, DisclosureGenre genre, DateOnly from, SettledWords words, bool alwaysDue = false, DateOnly? trigger = null)
    {
        var anchor = trigger is null ? null : AnchorOf(items, genre, words);
        var due = items.Select(i => Of(calendar, i, genre, from, words, anchor, trigger)).OfType<CountedDue>().OrderBy(d => d.DueOn).ThenBy(d => d.Basis).FirstOrDefault();
        return due ?? (items.Count == 0 || alwaysDue ? Statutory(calendar, from, DueBasis.Statutory) : null);
    }

    /// <summary>What the day that is told beside the formed date means: the first anchor of its own among the items; null where none has one.</summary>
    public static LimitAnchor? AnchorOf(IEnumerable<ItemLimit> items, DisclosureGenre genre, SettledWords words) =>
        items.Select(i => Choose(i, genre, words)?.Anchor).FirstOrDefault(a => a?.NeedsOwnDay() == true);

    /// <summary>The statutory limit alone.</summary>
    public static CountedDue Statutory(WorkingDayCalendar calendar, DateOnly from, DueBasis basis, ItemLimit? item = null)
    {
        var counted = calendar.Explain(from, LimitSpan.Statutory);
        return new CountedDue(from, counted.End, LimitSpan.Statutory, LimitAnchor.FormedOrChanged, basis, counted.IsEstimated, item?.Code ?? "", item?.Limit.Text ?? "", Article26)
        {
            Estimates = counted.Estimates,
        };
    }

    private static DueChoice? Choose(ItemLimit item, DisclosureGenre genre, SettledWords words) =>
        item.Limit.DueFor(KindsOfInformation.Of(item.Text, genre), LimitChannel.Website, words);

    private static CountedDue? Of(
        WorkingDayCalendar calendar, ItemLimit item, DisclosureGenre genre, DateOnly from, SettledWords words, LimitAnchor? anchor, DateOnly? trigger)
    {
        if (Choose(item, genre, words) is not { } choice) return null;
        if (choice.Basis is DueBasis.Statutory or DueBasis.Fallback) return Statutory(calendar, from, choice.Basis, item);
        var told = choice.Anchor == anchor ? trigger : null;
        // Until the day of the event is told, the law's own limit holds.
        if (choice.Span.Direction == LimitDirection.Before && told is null) return Statutory(calendar, from, DueBasis.EventUnknown, item);
        if (choice.Rule is { OrSchedule: true } && item.Release is { } release)
            return new CountedDue(from, release.On, choice.Span, choice.Anchor, DueBasis.Schedule, false, item.Code, item.Limit.Text, release.Name);
        var start = told ?? from;
        var basis = choice.Anchor.NeedsOwnDay() && told is null ? DueBasis.AnchorUnknown : DueBasis.Item;
        var counted = calendar.Explain(start, choice.Span);
        return new CountedDue(start, counted.End, choice.Span, choice.Anchor, basis, counted.IsEstimated, item.Code, item.Limit.Text, item.Limit.Article)
        {
            Estimates = counted.Estimates,
        };
    }
}
