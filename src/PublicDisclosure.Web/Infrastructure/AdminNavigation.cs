using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>A link of the staff navigation.</summary>
/// <param name="Group">Heading it stands under.</param>
/// <param name="Text">The word shown: a task, not a table.</param>
/// <param name="Path">Address; the link is current on it and below it.</param>
/// <param name="Policy">Authorisation policy a person must meet to be shown it; null shows it to every signed-in person.</param>
/// <param name="Also">Another address whose pages belong to it: a response is a disclosure.</param>
public sealed record AdminLink(string Group, string Text, string Path, string? Policy = null, string? Also = null);

/// <summary>The staff navigation, in the order shown. Each staff part adds its lines here.</summary>
public static class AdminNavigation
{
    /// <summary>Groups in order; a link's group must be one of them.</summary>
    public const string Work = "我的工作", Catalogue = "标准目录", Organisation = "机构与人员", Oversight = "监督";

    public static IReadOnlyList<AdminLink> Links { get; } =
    [
        new(Work, "待办事项", "/admin"),
        new(Work, "公开责任", "/admin/duties", Policies.CoverageRead),
        new(Work, "公开信息", "/admin/disclosures", Policies.DisclosuresView, "/admin/responses"),
        new(Work, "网民留言", "/admin/letters", Policies.LettersView),
        new(Work, "批量录入", "/admin/batches", Policies.DisclosuresView),
        new(Work, "导入旧网站", "/admin/imports", Policies.ImportsBring),
        new(Work, "模板", "/admin/templates", Policies.TemplatesKeep),
        new(Work, "回收站", "/admin/bin", Policies.DisclosuresDraft),
        new(Work, "线下公示登记", "/admin/postings", Policies.DisclosuresView),
        new(Work, "舆情", "/admin/opinion-cases", Policies.CasesView),
        new(Work, "网站找错", "/admin/error-reports", Policies.ErrorReportsHandle),
        new(Work, "收到的提醒", "/admin/reminders", Policies.CatalogueView),
        new(Work, "邮件记录", "/admin/mail", Policies.MailRead),
        new(Work, "文件有效性", "/admin/validity", Policies.DisclosuresView),
        new(Catalogue, "标准目录", "/admin/catalogue", Policies.CatalogueView),
        new(Catalogue, "公开责任清单", "/admin/catalogue/duties", Policies.CatalogueView),
        new(Catalogue, "不适用事项的审核", "/admin/catalogue/proposals", Policies.CatalogueConfirm),
        new(Catalogue, "牵头领域", "/admin/lead", Policies.CatalogueConfirm),
        new(Catalogue, "工作日历", "/admin/calendar", Policies.CalendarKeep),
        new(Oversight, "网站自检", "/admin/self-test", Policies.CoverageRead),
        new(Oversight, "各单位排名", "/admin/duties/ranking", Policies.CoverageRead),
        new(Oversight, "信息的全过程", "/admin/oversight", Policies.AuditRead),
        new(Oversight, "带着提示发布", "/admin/oversight/waived-warnings", Policies.AuditRead),
        new(Oversight, "应急发布", "/admin/oversight/forced-publications", Policies.AuditRead),
        new(Oversight, "撤回和停止公开", "/admin/oversight/withdrawals", Policies.AuditRead),
        new(Oversight, "脱敏规则", "/admin/masking-rules", Policies.MaskingRulesKeep),
        new(Oversight, "信息形成日期", "/admin/oversight/formed-dates", Policies.AuditRead),
        new(Oversight, "用词检查结果", "/admin/words/findings", Policies.DisclosuresView),
        new(Oversight, "词库", "/admin/words", Policies.WordsManage),
        new(Oversight, "检索用词", "/admin/search-words", Policies.WordsManage),
        new(Oversight, "审计日志", "/admin/audit", nameof(Core.Accounts.Permission.AuditRead)),
        new(Organisation, "机构管理", "/admin/organisations", Policies.OrganisationManage),
        new(Organisation, "账号管理", "/admin/users", Policies.UsersManage),
        new(Organisation, "业务系统密钥", "/admin/api-keys", Policies.ApiKeysKeep),
    ];

    /// <summary>The link whose part the path belongs to: the longest that the path begins with.</summary>
    public static AdminLink? Current(IEnumerable<AdminLink> links, PathString path) =>
        links.Where(link => path.StartsWithSegments(link.Path) || (link.Also is { } also && path.StartsWithSegments(also))).MaxBy(link => link.Path.Length);
}
