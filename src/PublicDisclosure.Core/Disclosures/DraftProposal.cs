using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Catalogue.Import;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>What a standard item already tells about a document that will stand behind it, so that the clerk need not type it.</summary>
public static class DraftProposal
{
    private static readonly (string Word, DisclosureGenre Genre)[] GenreWords =
    [
        ("规范性文件", DisclosureGenre.Normative), ("预算", DisclosureGenre.Budget), ("决算", DisclosureGenre.Budget),
        ("处罚", DisclosureGenre.Enforcement), ("行政许可", DisclosureGenre.Enforcement), ("行政强制", DisclosureGenre.Enforcement),
        ("名单", DisclosureGenre.NameList), ("公示", DisclosureGenre.NameList), ("规划", DisclosureGenre.Plan),
        ("公告", DisclosureGenre.Announcement), ("通告", DisclosureGenre.Announcement), ("报告", DisclosureGenre.Report),
    ];

    // Items that already name a kind of text.
    private static readonly string[] NounEndings = ["指南", "清单", "目录", "标准", "办法", "方案", "预案", "规定", "制度"];

    /// <summary>The draft's text as the item proposes it. Nothing here is binding: the clerk sees and may change every field.</summary>
    /// <param name="item">The main item.</param>
    /// <param name="domainName">Name of the item's domain, for the keywords.</param>
    /// <param name="theme">Theme class of the domain (<see cref="ThemeOfDomain"/>).</param>
    /// <param name="organisationName">Who publishes.</param>
    /// <param name="period">The period it is about, in the words of a title (2026年第三季度), by which it is known again; empty for none.</param>
    public static DisclosureText From(StandardItem item, string domainName, ThemeClass theme, string organisationName, string period = "")
    {
        var genre = GenreOf(item.Text);
        return new DisclosureText
        {
            Title = Title(organisationName, period + item.Text.Name, genre),
            Kind = DocumentKind.Other,
            Genre = genre,
            Aspects = item.Aspects,
            MandatoryClass = item.MandatoryClass,
            Theme = theme,
            Keywords = ShortText.Start(string.Join('、', new[] { domainName, item.Text.Level1, item.Text.Name }.Where(w => w.Length is > 0 and <= 20).Distinct()), DisclosureText.KeywordsLength),
            Channels = Channels(item.Text.Channels),
        };
    }

    /// <summary>The genre that the item's words speak of; 其他 when they speak of none.</summary>
    public static DisclosureGenre GenreOf(StandardItemText text)
    {
        foreach (var (word, genre) in GenreWords)
            if (text.Name.Contains(word, StringComparison.Ordinal)) return genre;
        return DisclosureGenre.Other;
    }

    /// <summary>The channels the item ticks, as a draft stores them. The portal itself is always one of them.</summary>
    public static string Channels(string tickList) => string.Join(',', ChannelList.Parse(tickList, out _)
        .Where(t => t.IsTicked).Select(t => t.Channel).Append(Channel.Website).Distinct().Order());

    /// <summary>The elements of the item, one a line.</summary>
    public static IReadOnlyList<string> Elements(string elements) => [.. ContentElement.Parse(elements).Select(e => e.Text).Distinct()];

    private static string Title(string organisation, string item, DisclosureGenre genre) => genre switch
    {
        DisclosureGenre.NameList => $"{organisation}{Without(item, "公示")}公示",
        DisclosureGenre.Announcement => $"{organisation}关于{Without(item, "公告")}的公告",
        DisclosureGenre.Budget or DisclosureGenre.Report or DisclosureGenre.Plan => organisation + item,
        _ when NounEndings.Any(ending => item.EndsWith(ending, StringComparison.Ordinal)) => organisation + item,
        _ => $"{organisation}关于{item}的公告",
    };

    private static string Without(string text, string ending) =>
        text.EndsWith(ending, StringComparison.Ordinal) && text.Length > ending.Length ? text[..^ending.Length] : text;
}
