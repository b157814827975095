using PublicDisclosure.Core.Catalogue;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>How a catalogue row is laid out as on paper.</summary>
public static class CatalogueTable
{
    private const string WordJoiner = "\u2060";

    /// <summary>Rows that share one cell 一级事项: neighbours with the same name.</summary>
    public static IReadOnlyList<IReadOnlyList<ItemRow>> Groups(IReadOnlyList<ItemRow> rows)
    {
        var groups = new List<List<ItemRow>>();
        foreach (var row in rows)
        {
            if (groups.Count > 0 && groups[^1][0].Text.Level1 == row.Text.Level1) groups[^1].Add(row);
            else groups.Add([row]);
        }

        return groups;
    }

    /// <summary>The lines of a cell; a separator ； or ; between parts of a list counts as a line end.</summary>
    public static IReadOnlyList<string> Lines(string cell) =>
        [.. cell.Split(['\n', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>The channels with their ticks, one by one.</summary>
    public static IReadOnlyList<string> Channels(string cell)
    {
        var marked = cell.Replace("■", "\n■", StringComparison.Ordinal).Replace("□", "\n□", StringComparison.Ordinal);
        return Lines(marked);
    }

    /// <summary>A cell with one line per part of its list, for a place where line ends are kept.</summary>
    public static string Text(string cell) => string.Join('\n', Lines(cell));

    /// <summary>The channels with their ticks in one running text; a line never ends between a tick and its channel.</summary>
    public static string ChannelText(string cell) => string.Join(' ', Channels(cell))
        .Replace("■", "■" + WordJoiner, StringComparison.Ordinal).Replace("□", "□" + WordJoiner, StringComparison.Ordinal);

    /// <summary>The audience is everybody.</summary>
    public static bool IsEveryone(ItemRow row) => row.Text.Audience is "" or "全社会" or "社会公众";
}
