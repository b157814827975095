using System.Text.RegularExpressions;
using PublicDisclosure.Core.Text;
using static PublicDisclosure.Core.Disclosures.ChecklistRule;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Rules about title, body and the summary of lists; the plain one has <see cref="PlainSummaryRules"/>.</summary>
internal static partial class TitleAndBodyRules
{
    public static IReadOnlyList<ChecklistRule> All { get; } =
    [
        Error("TitleHasForbiddenCharacters", "Title", "house: text that reads otherwise than it is stored",
            s => When(ChineseText.HasForbiddenCharacters(s.Text.Title)), always: true),
        Error("TitleIsFileName", "Title", "GB/T 9704-2012, 7.3.1: a title names organ, matter and kind",
            s => When(FileName().IsMatch(s.Text.Title)), always: true),
        Warning("TitleTooShort", "Title", "GB/T 9704-2012, 7.3.1", s => When(s.Text.Title.Length is > 0 and < 6)),
        Warning("TitleKindDiffers", "Title", "《党政机关公文处理工作条例》第八条: the title ends with the kind of document",
            s => When(EndingKind(s.Text.Title) is { } kind && kind != s.Text.Kind && s.Text.Kind != DocumentKind.Other)),
        Error("BodyMissing", "Body", "国办公开办函〔2019〕61号: full text, not only an annex",
            s => When(string.IsNullOrWhiteSpace(s.Rendered.PlainText) && s.Disclosure.Attachments.Count == 0), always: true),
        Warning("BodyTooShort", "Body", "国办公开办函〔2019〕61号: full text that can be copied",
            s => When(ChineseText.WithoutSpaces(s.Rendered.PlainText).Length is var length && length < 30
                && (length > 0 || s.Disclosure.Attachments.Count > 0))),
        Error("BodyHasForbiddenCharacters", "Body", "house: text that reads otherwise than it is stored",
            s => When(ChineseText.HasForbiddenCharacters(s.Text.Body)), always: true),
        Error("BodyNotReadable", "Body", "house: limits of the renderer", s => When(s.Rendered.Refusal is not null), always: true),
        Error("PlaceholderLeft", "Body", "house: unfinished text",
            s => Placeholder().Matches(s.AllText).Select(m => m.Value).Distinct().Take(5).Select(v => new object[] { v })),
        Warning("TitleRepeatedInBody", "Body", "house: the page shows the title above the body",
            s => When(s.Text.Title.Length > 0 && ChineseText.WithoutSpaces(s.Rendered.PlainText).StartsWith(ChineseText.WithoutSpaces(s.Text.Title), StringComparison.Ordinal))),
        Warning("SummaryMissing", "Summary", "政府信息公开目录: 内容概述", s => When(s.Text.Summary.Length == 0)),
        Warning("KeywordsMissing", "Keywords", "政府网站发展指引（国办发〔2017〕47号）: page tag Keywords", s => When(s.Text.Keywords.Length == 0)),
    ];

    private static DocumentKind? EndingKind(string title) => title.TrimEnd('）', ')', ' ') switch
    {
        var t when t.EndsWith("通知", StringComparison.Ordinal) => DocumentKind.Notice,
        var t when t.EndsWith("公告", StringComparison.Ordinal) => DocumentKind.Announcement,
        var t when t.EndsWith("通告", StringComparison.Ordinal) => DocumentKind.PublicNotice,
        var t when t.EndsWith("通报", StringComparison.Ordinal) => DocumentKind.Circular,
        var t when t.EndsWith("批复", StringComparison.Ordinal) => DocumentKind.Reply,
        var t when t.EndsWith("会议纪要", StringComparison.Ordinal) => DocumentKind.Minutes,
        _ => null,
    };

    [GeneratedRegex(@"\.(docx?|wps|pdf|ofd|xlsx?|et|pptx?|txt)\s*$|^(新建|未命名|无标题)|^(Microsoft )?(Word )?文档\d*$|^IMG_|^扫描", RegexOptions.IgnoreCase)]
    private static partial Regex FileName();

    [GeneratedRegex(@"[×ＸXx]{3,}|_{4,}|＿{3,}|(?:此处|在此)(?:填写|输入|插入)|待补充|待完善|\{[\u4E00-\u9FFF]{1,20}\}|某某(?:县|市|镇|局|年)|20[×Xx＊*]{2}年")]
    private static partial Regex Placeholder();
}
