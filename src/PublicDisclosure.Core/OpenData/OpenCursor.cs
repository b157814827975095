using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace PublicDisclosure.Core.OpenData;

/// <summary>
/// A place in a list of the read API: after the row with this sort key. Outside it is one opaque word, so that nobody builds on what
/// is in it; the list it belongs to is written into it, so that one list's cursor is never read as another's.
/// </summary>
/// <param name="List">Name of the list.</param>
/// <param name="Key">Sort key of the last row, in parts.</param>
public sealed record OpenCursor(string List, IReadOnlyList<string> Key)
{
    /// <summary>Longest word that is looked at.</summary>
    public const int MaxLength = 400;

    private const char Separator = '\n';

    /// <summary>Reads a cursor of a list, or null where it is none of that list.</summary>
    /// <param name="text">The word.</param>
    /// <param name="list">Name of the list.</param>
    /// <param name="parts">How many parts its sort key has.</param>
    public static OpenCursor? Read(string text, string list, int parts)
    {
        if (text.Length is 0 or > MaxLength || !Base64Url.IsValid(text)) return null;
        var words = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator);
        return words.Length == parts + 1 && words[0] == list ? new OpenCursor(list, words[1..]) : null;
    }

    /// <summary>A number of the key; null where it is none.</summary>
    public int? Number(int part) => int.TryParse(Key[part], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An id of the key; null where it is none.</summary>
    public Guid? Id(int part) => Guid.TryParseExact(Key[part], "N", out var id) ? id : null;

    /// <summary>The word.</summary>
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, Key.Prepend(List))));
}

/// <summary>A page of a list of the read API.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Next">Where it goes on; null at the end.</param>
public sealed record OpenPage<T>(IReadOnlyList<T> Rows, OpenCursor? Next);

/// <summary>Makes pages of rows.</summary>
public static class OpenPages
{
    /// <summary>Cuts off the row that was read to know whether there are more.</summary>
    public static OpenPage<T> Of<T>(List<T> found, int size, Func<T, OpenCursor> after)
    {
        if (found.Count <= size) return new OpenPage<T>(found, null);
        found.RemoveRange(size, found.Count - size);
        return new OpenPage<T>(found, after(found[^1]));
    }

    /// <summary>The page of rows that were all read, by a key that is compared sign by sign.</summary>
    public static OpenPage<T> Cut<T>(IEnumerable<T> all, string list, Func<T, string> keyOf, OpenCursor? after, int size) => Of(
        [.. all.Select(row => (Row: row, Key: keyOf(row))).OrderBy(r => r.Key, StringComparer.Ordinal)
            .Where(r => after is null || string.CompareOrdinal(r.Key, after.Key[0]) > 0).Take(size + 1).Select(r => r.Row)],
        size, row => new OpenCursor(list, [keyOf(row)]));
}
