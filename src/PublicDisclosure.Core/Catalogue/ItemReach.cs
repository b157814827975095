using PublicDisclosure.Core.Catalogue.Import;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>What the columns 公开渠道和载体 and 公开对象 of a catalogue row mean for the portal (国办发〔2019〕54号).</summary>
public static class ItemReach
{
    private static readonly string[] Everyone = ["全社会", "社会公众", "全体"];

    /// <summary>
    /// The row ticks 政府网站 (or a department's site). A row that names no channel at all says nothing against the web.
    /// </summary>
    public static bool TicksWebsite(string channels)
    {
        var ticked = ChannelList.Parse(channels, out _).Where(t => t.IsTicked).ToList();
        return ticked.Count == 0 ? string.IsNullOrWhiteSpace(channels) : ticked.Any(t => t.Channel == Channel.Website);
    }

    /// <summary>The channels the row ticks beside the web, in official order: where it may be posted.</summary>
    public static IReadOnlyList<Channel> OffsiteChannels(string channels) =>
        [.. ChannelList.Parse(channels, out _).Where(t => t.IsTicked && t.Channel != Channel.Website).Select(t => t.Channel).Distinct()];

    /// <summary>The row is for the whole of society; a row that names nobody is too.</summary>
    public static bool IsForEveryone(string audience) =>
        string.IsNullOrWhiteSpace(audience) || Everyone.Any(word => audience.Contains(word, StringComparison.Ordinal));

    /// <summary>The item is fulfilled, or may be, by a posting off the web: it does not tick the web, or is for particular groups.</summary>
    public static bool MayBePosted(StandardItemText item) => !TicksWebsite(item.Channels) || !IsForEveryone(item.Audience);
}
