using System.Collections.Concurrent;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>What was worked out once and never grows old. It has a bound: whoever makes up other values in an address fills nothing.</summary>
/// <param name="most">So many are remembered; what comes later is worked out every time.</param>
internal sealed class Remembered<TKey, TValue>(int most) where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> _known = new();

    /// <summary>The value of a key, worked out now if it is not remembered.</summary>
    public TValue Of(TKey key, Func<TKey, TValue> work)
    {
        if (_known.TryGetValue(key, out var known)) return known;
        var value = work(key);
        if (_known.Count < most) _known.TryAdd(key, value);
        return value;
    }
}
