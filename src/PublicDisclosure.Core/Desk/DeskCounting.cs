using Microsoft.EntityFrameworkCore;

namespace PublicDisclosure.Core.Desk;

/// <summary>Counts what waits in several heaps with one question to the database, and with none where there is no heap.</summary>
internal static class DeskCounting
{
    /// <summary>How many rows the heaps have together; a row in two heaps counts twice, as it is listed twice.</summary>
    /// <param name="heaps">Ids of each heap, all of one context.</param>
    /// <param name="stop">Ends the reading.</param>
    public static Task<int> CountTogetherAsync(this IEnumerable<IQueryable<Guid>> heaps, CancellationToken stop)
    {
        var all = heaps.ToList();
        return all.Count == 0 ? Task.FromResult(0) : all.Aggregate((one, next) => one.Concat(next)).CountAsync(stop);
    }
}
