using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Desk;

/// <summary>A page of everything that waits for a person, what is due first at the top.</summary>
/// <param name="Tasks">The page.</param>
/// <param name="Total">How many wait, of every kind.</param>
/// <param name="Late">How many of them are late.</param>
/// <param name="Today">How many more fall due before the day in Beijing ends.</param>
/// <param name="Kinds">How many of each kind there are; kinds without any are left out.</param>
/// <param name="Number">Number of the page, from 1.</param>
/// <param name="Pages">How many pages the chosen kind has.</param>
public sealed record DeskPage(IReadOnlyList<DeskTask> Tasks, int Total, int Late, int Today, IReadOnlyList<(DeskTaskKind Kind, int Count)> Kinds, int Number, int Pages);

/// <summary>One desk: whatever waits for a person, from every source.</summary>
public sealed class OneDesk(IEnumerable<IDeskSource> sources, BusinessClock clock)
{
    /// <summary>Tasks on a page.</summary>
    public const int PageSize = 50;

    /// <summary>How many things wait for a person.</summary>
    public async Task<int> CountAsync(DeskPerson person, CancellationToken stop = default)
    {
        var count = 0;
        foreach (var source in sources) count += await source.CountAsync(person, stop);
        return count;
    }

    /// <summary>Everything that waits, what is due first at the top, what has no limit last and then the longest waiting first.</summary>
    public async Task<IReadOnlyList<DeskTask>> ReadAsync(DeskPerson person, CancellationToken stop = default)
    {
        var tasks = new List<DeskTask>();
        foreach (var source in sources) tasks.AddRange(await source.ReadAsync(person, stop));
        return [.. tasks.OrderBy(t => t.LateFrom is null).ThenBy(t => t.LateFrom).ThenBy(t => t.Since).ThenBy(t => t.Key, StringComparer.Ordinal)];
    }

    /// <summary>One page of it.</summary>
    /// <param name="person">Whose desk.</param>
    /// <param name="kind">Only this kind; null for all.</param>
    /// <param name="page">Number of the page; what lies outside becomes the nearest.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task<DeskPage> PageAsync(DeskPerson person, DeskTaskKind? kind = null, int page = 1, CancellationToken stop = default)
    {
        var all = await ReadAsync(person, stop);
        var (now, midnight) = (clock.Now, BusinessClock.Utc(clock.Today.AddDays(1), TimeOnly.MinValue));
        var late = all.Count(t => t.IsLate(now));
        var kinds = all.GroupBy(t => t.Kind).OrderBy(g => g.Key).Select(g => (g.Key, g.Count())).ToList();
        var shown = kind is null ? all : [.. all.Where(t => t.Kind == kind)];
        var pages = NumberedPages.Count(shown.Count, PageSize);
        var number = NumberedPages.Nearest(page, shown.Count, PageSize);
        return new DeskPage([.. shown.Skip((number - 1) * PageSize).Take(PageSize)], all.Count, late, all.Count(t => t.IsLate(midnight)) - late, kinds, number, pages);
    }
}
