using System.Collections.Frozen;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>The official wording of each channel and the variants that cities write for it.</summary>
public static class ChannelVocabulary
{
    private static readonly (Channel Channel, string Official, string[] Variants)[] Entries =
    [
        (Channel.Website, "政府网站", ["部门网站", "县政府门户网站", "市政府门户网站", "政府门户网站", "门户网站", "政府网"]),
        (Channel.Gazette, "政府公报", ["公报"]),
        (Channel.Social, "两微一端", ["一微一端", "微信公众号", "政务新媒体", "政务微博", "政务微信"]),
        (Channel.Briefing, "发布会/听证会", ["发布会听证会", "发布会、听证会", "新闻发布会", "发布会", "听证会"]),
        (Channel.Broadcast, "广播电视", ["广播、电视", "广播", "电视"]),
        (Channel.Paper, "纸质媒体", ["纸质载体", "报刊", "报纸"]),
        (Channel.ReadingPoint, "公开查阅点", ["政务公开专区", "图书馆", "国家档案馆", "档案馆"]),
        (Channel.ServiceCentre, "政务服务中心", ["政府服务中心", "行政服务中心", "提供政务服务的场所", "办税服务厅"]),
        (Channel.ConvenienceStation, "便民服务站", ["乡镇便民服务中心", "便民服务中心", "党群服务中心"]),
        (Channel.Visit, "入户/现场", ["入户、现场", "入户", "现场"]),
        (Channel.NoticeBoard, "社区/企事业单位/村公示栏（电子屏）",
            ["社区/企事业单位/村公示栏", "社区/村公示栏（电子屏）", "社区/村公示栏", "村公示栏（电子屏）", "村委会公示栏", "村公示栏", "公示栏"]),
        (Channel.Push, "精准推送", []),
        (Channel.Hotline, "12345政务服务热线", ["12345", "政务服务热线"]),
        (Channel.Platform, "投资项目在线审批监管平台",
            ["公共资源交易平台", "招标投标公共服务平台", "电子招标投标交易平台", "征地信息公开平台", "信用中国网站", "信用中国",
             "国家企业信用信息公示系统", "法律服务网", "省政务服务网", "中国政府采购网"]),
        (Channel.Other, "其他", ["其它"]),
    ];

    private static readonly FrozenDictionary<Channel, string> OfficialTexts = Entries.ToFrozenDictionary(e => e.Channel, e => e.Official);

    /// <summary>All texts, longest first, so that a variant never hides a longer one.</summary>
    private static readonly (string Text, Channel Channel)[] ByLength =
        [.. Entries.SelectMany(e => e.Variants.Prepend(e.Official).Select(t => (t, e.Channel))).OrderByDescending(x => x.t.Length)];

    private static readonly FrozenDictionary<string, Channel> ByText = ByLength.ToFrozenDictionary(x => x.Text, x => x.Channel);

    /// <summary>The thirteen boxes of the national tick list, in official order; 其他 is the last.</summary>
    public static IReadOnlyList<Channel> OfficialList { get; } =
        [.. Enum.GetValues<Channel>().Where(c => c is not (Channel.Hotline or Channel.Platform))];

    /// <summary>The official wording; for <see cref="Channel.Platform"/> the most common one.</summary>
    public static string OfficialText(Channel channel) => OfficialTexts[channel];

    /// <summary>True when the text is exactly an official wording or a known variant.</summary>
    public static bool IsKnown(string text) => ByText.ContainsKey(text);

    /// <summary>True when the text begins with an official wording or a known variant.</summary>
    public static bool StartsWithKnown(ReadOnlySpan<char> text)
    {
        foreach (var (known, _) in ByLength)
        {
            if (text.StartsWith(known, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>The channel that a written line means; anything unknown is <see cref="Channel.Other"/>, its text kept.</summary>
    public static Channel Of(string text)
    {
        if (ByText.TryGetValue(text, out var exact)) return exact;
        if (text.StartsWith("其他", StringComparison.Ordinal) || text.StartsWith("其它", StringComparison.Ordinal)) return Channel.Other;
        foreach (var (known, channel) in ByLength)
        {
            if (known.Length > 2 && text.Contains(known, StringComparison.Ordinal)) return channel;
        }

        return text.EndsWith("平台", StringComparison.Ordinal) ? Channel.Platform : Channel.Other;
    }
}
