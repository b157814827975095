using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Data.Seed.Demo;

/// <summary>Turns the Chinese words of the content files into the product's values.</summary>
internal static class DemoWords
{
    private static readonly string[] Kinds = ["决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要", "其他"];

    private static readonly string[] Themes =
    [
        "国务院组织机构", "综合政务", "国民经济管理、国有资产监管", "财政、金融、审计", "国土资源、能源", "农业、林业、水利", "工业、交通", "商贸、海关、旅游",
        "市场监管、安全生产监管", "城乡建设、环境保护", "科技、教育", "文化、广电、新闻出版", "卫生、体育", "人口与计划生育、妇女儿童工作", "劳动、人事、监察",
        "公安、安全、司法", "民政、扶贫、救灾", "民族、宗教", "对外事务", "港澳台侨工作", "国防", "其他",
    ];

    private static readonly Dictionary<string, WithdrawalReason> Grounds = new()
    {
        ["内容有误"] = WithdrawalReason.Error,
        ["已被替代"] = WithdrawalReason.Replaced,
        ["发布有误"] = WithdrawalReason.PublishedInError,
        ["含个人信息"] = WithdrawalReason.PersonalOrSecret,
        ["其他"] = WithdrawalReason.Other,
    };

    /// <summary>体裁; the words stand in the order of the enumeration.</summary>
    public static DocumentKind Kind(string word) => (DocumentKind)Position(Kinds, word);

    /// <summary>主题分类; the words stand in the order of the enumeration.</summary>
    public static ThemeClass Theme(string word) => (ThemeClass)Position(Themes, word);

    public static DisclosureGenre Genre(string word) => Enum.Parse<DisclosureGenre>(word, ignoreCase: true);

    public static WithdrawalReason Ground(string word) => Grounds[word];

    private static int Position(string[] words, string word) =>
        Array.IndexOf(words, word) is >= 0 and var position ? position : throw new FormatException($"'{word}' is not in the list.");
}
