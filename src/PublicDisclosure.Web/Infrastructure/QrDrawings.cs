using System.Collections.Concurrent;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>A QR code as it is drawn.</summary>
/// <param name="Size">Modules on a side.</param>
/// <param name="Path">The dark ones, as the path of an SVG that is drawn with lines of the thickness of a module.</param>
public sealed record QrDrawing(int Size, string Path);

/// <summary>
/// QR codes of public addresses that were drawn before: drawing one takes as long as a third of a page. An address is always drawn the same way, so
/// nothing here grows old; what is kept has a bound. Full, it begins anew: <see cref="Remembered{TKey, TValue}"/> keeps what came first,
/// which for words and days is nearly all there is, but here old pages that a robot walked through would shut out the new ones that everybody reads.
/// </summary>
public sealed class QrDrawings
{
    /// <summary>So many are kept, of about ten kilobytes each.</summary>
    public const int Most = 1000;

    private readonly ConcurrentDictionary<string, QrDrawing> _drawn = new(StringComparer.Ordinal);

    /// <summary>How many are kept.</summary>
    public int Count => _drawn.Count;

    /// <summary>The drawing of a text, drawn now if it was not before.</summary>
    public QrDrawing Of(string text, Func<string, QrDrawing> draw)
    {
        if (_drawn.TryGetValue(text, out var drawn)) return drawn;
        drawn = draw(text);
        // What is asked for most comes back within a moment; keeping account of who was asked for when costs every reader.
        if (_drawn.Count >= Most) _drawn.Clear();
        _drawn[text] = drawn;
        return drawn;
    }
}
