namespace PublicDisclosure.Core.SelfTest;

/// <summary>What the self-test looks for: the indicators of the national inspection that the site can judge about itself (国办秘函〔2019〕19号).</summary>
public enum SelfTestIndicator
{
    /// <summary>首页连续两周没有新公开的信息</summary>
    HomeStale,

    /// <summary>栏目没有按规定更新</summary>
    ColumnsStale,

    /// <summary>栏目长期不更新</summary>
    ColumnsLongStale,

    /// <summary>空白栏目</summary>
    ColumnsEmpty,

    /// <summary>日期自相矛盾</summary>
    ContradictingDates,

    /// <summary>严重表述错误</summary>
    GraveForms,

    /// <summary>站内链接打不开</summary>
    BrokenLinks,

    /// <summary>图片打不开</summary>
    BrokenPictures,

    /// <summary>附件文件缺失</summary>
    MissingFiles,

    /// <summary>页面标签不全</summary>
    PageTags,

    /// <summary>已失效、废止的文件没有标注</summary>
    ExpiredUnmarked,

    /// <summary>政策文件缺少解读，或者解读逾期</summary>
    InterpretationMissing,

    /// <summary>错别字和不规范表述</summary>
    WrongForms,

    /// <summary>网民留言超过规定时间没有答复</summary>
    LettersUnanswered,

    /// <summary>网民留言的公开答复长期不更新</summary>
    LettersStale,

    /// <summary>群众关切没有按时回应</summary>
    ResponsesLate,

    /// <summary>网站找错逾期没有答复</summary>
    ErrorReportsUnanswered,

    /// <summary>外部链接: listed, not checked, because the site asks nothing of other hosts.</summary>
    ExternalLinks,
}

/// <summary>What an indicator does to the result of an inspection.</summary>
public enum IndicatorKind
{
    /// <summary>单项否决</summary>
    Veto,

    /// <summary>扣分</summary>
    Deduction,

    /// <summary>只列出: counts for nothing.</summary>
    Listed,
}

/// <summary>How an indicator stands.</summary>
public enum SelfTestLevel
{
    /// <summary>正常</summary>
    Green,

    /// <summary>有问题: findings, but fewer than the threshold.</summary>
    Amber,

    /// <summary>超过限值</summary>
    Red,

    /// <summary>只列出</summary>
    Grey,
}

/// <summary>One row of the registry of indicators.</summary>
/// <param name="Indicator">Which one.</param>
/// <param name="Slug">Its part in addresses.</param>
/// <param name="Kind">What it does to the result.</param>
/// <param name="DefaultThreshold">From how many findings on it is red, unless <see cref="SelfTestOptions.Thresholds"/> says otherwise; 0 for what is only listed.</param>
/// <param name="IsConfirmed">The number was seen in the source; others are house measures, shown as 未核实.</param>
/// <param name="Source">The clause it comes from.</param>
public sealed record IndicatorRule(SelfTestIndicator Indicator, string Slug, IndicatorKind Kind, int DefaultThreshold, bool IsConfirmed, string Source);

/// <summary>
/// The registry. Indicators about service guides join it with that feature: nothing is
/// reported of what the site does not have.
/// </summary>
public static class SelfTestIndicators
{
    private const string Inspection = "国办秘函〔2019〕19号";

    public static IReadOnlyList<IndicatorRule> All { get; } =
    [
        new(SelfTestIndicator.HomeStale, "home", IndicatorKind.Veto, 1, true, Inspection + "，单项否决：首页两周未更新"),
        new(SelfTestIndicator.ColumnsStale, "stale-columns", IndicatorKind.Veto, 5, true, Inspection + "，单项否决：未及时更新的栏目达到 5 个"),
        new(SelfTestIndicator.ColumnsLongStale, "long-stale-columns", IndicatorKind.Veto, 10, true, Inspection + "，单项否决：长期未更新的栏目达到 10 个"),
        new(SelfTestIndicator.ColumnsEmpty, "empty-columns", IndicatorKind.Veto, 5, true, Inspection + "，单项否决：空白栏目达到 5 个"),
        new(SelfTestIndicator.ContradictingDates, "dates", IndicatorKind.Veto, 1, false, Inspection + "，单项否决：伪造日期；自相矛盾的日期先行核对"),
        new(SelfTestIndicator.GraveForms, "grave-forms", IndicatorKind.Veto, 1, false, Inspection + "，单项否决：严重表述错误"),
        new(SelfTestIndicator.BrokenLinks, "broken-links", IndicatorKind.Deduction, 5, false, Inspection + "，扣分：链接不可用"),
        new(SelfTestIndicator.BrokenPictures, "broken-pictures", IndicatorKind.Deduction, 3, false, Inspection + "，扣分：图片不可用"),
        new(SelfTestIndicator.MissingFiles, "missing-files", IndicatorKind.Deduction, 1, false, Inspection + "，扣分：附件不可用"),
        new(SelfTestIndicator.PageTags, "page-tags", IndicatorKind.Deduction, 10, false, "国办发〔2017〕47号附件：网页标签规范"),
        new(SelfTestIndicator.ExpiredUnmarked, "expired-documents", IndicatorKind.Deduction, 1, false, "国办发〔2018〕37号；国办公开办函〔2019〕61号：标注文件有效性"),
        new(SelfTestIndicator.InterpretationMissing, "interpretations", IndicatorKind.Deduction, 1, false, Inspection + "，发布解读：政策文件与解读同步发布、相互关联"),
        new(SelfTestIndicator.WrongForms, "wrong-forms", IndicatorKind.Deduction, 5, false, Inspection + "，扣分：错别字和不规范表述"),
        new(SelfTestIndicator.LettersUnanswered, "unanswered-letters", IndicatorKind.Veto, 1, true, Inspection + "，单项否决：一年内的有效留言超过 3 个月未答复"),
        new(SelfTestIndicator.LettersStale, "stale-letters", IndicatorKind.Deduction, 1, false, Inspection + "，扣分：留言答复超过 2 个月未更新"),
        new(SelfTestIndicator.ResponsesLate, "late-responses", IndicatorKind.Deduction, 1, false, "国办发〔2016〕61号；国办发〔2016〕80号实施细则：回应时限"),
        new(SelfTestIndicator.ErrorReportsUnanswered, "unanswered-error-reports", IndicatorKind.Deduction, 1, false, Inspection + "，扣分：网站找错未在 3 个工作日内答复"),
        new(SelfTestIndicator.ExternalLinks, "external-links", IndicatorKind.Listed, 0, true, Inspection + "，链接可用性：外部链接请人工核对"),
    ];

    /// <summary>The rule of an indicator.</summary>
    public static IndicatorRule Of(SelfTestIndicator indicator) => All.First(r => r.Indicator == indicator);

    /// <summary>The rule of an address part, or null.</summary>
    public static IndicatorRule? Find(string? slug) => All.FirstOrDefault(r => r.Slug == slug);
}
