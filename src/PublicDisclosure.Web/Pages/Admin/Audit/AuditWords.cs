using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.ApiKeys;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.ErrorReports;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Postings;
using PublicDisclosure.Core.Responses;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Admin.Audit;

/// <summary>The words for recorded actions: <c>Act.Noun.Verb</c> in <c>Resources/Words.resx</c>.</summary>
internal static class AuditWords
{
    /// <summary>Nouns first (all of their actions), then each action.</summary>
    public static IReadOnlyList<(string Value, string Text)> Choices { get; } =
    [
        ("Disclosure", "公开信息：全部操作"),
        ("Preview", "预览链接：全部操作"),
        ("Note", "内部备注：全部操作"),
        ("ReviewDate", "内容复核：全部操作"),
        ("Reminder", "提醒：全部操作"),
        (MailDesk.TryAgainAct, Of(MailDesk.TryAgainAct)),
        ("ForcedPublication", "补办审签：全部操作"),
        ("Catalogue", "标准目录：全部操作"),
        ("OffsitePosting", "线下公示登记：全部操作"),
        ("Letter", "网民留言：全部操作"),
        ("Account", "登录与密码：全部操作"),
        ("StaffUser", "账号管理：全部操作"),
        ("Membership", "岗位授权：全部操作"),
        ("Organisation", "机构管理：全部操作"),
        ("Template", "模板：全部操作"),
        ("Batch", "批量录入与导入：全部操作"),
        ("MaskingRule", "脱敏规则：全部操作"),
        .. new[] { "Disclosure.MaskText", "Disclosure.MaskFile", "Disclosure.KeepOriginal", "MaskingRule.Edit" }.Select(act => (act, Of(act))),
        ("Validity", "文件有效性：全部操作"),
        ("Word", "词库：全部操作"),
        ("Disclosure.ChooseReplaced", Of("Disclosure.ChooseReplaced")),
        ("ApiKey", "业务系统密钥：全部操作"),
        ("Arrival", "业务系统来件：全部操作"),
        .. ApiKeyActs.All.Select(act => (act, Of(act))),
        .. AccountActs.All.Select(act => (act, Of(act))),
        .. DeskActs.All.Select(act => (act, Of(act))),
        .. CatalogueActs.All.Select(act => (act, Of(act))),
        .. Enum.GetValues<DisclosureAction>().Select(action => ($"Disclosure.{action}", Of($"Disclosure.{action}"))),
        .. DisclosureEditor.Acts.Select(act => (act, Of(act))),
        .. FormedDateDesk.Acts.Select(act => (act, Of(act))),
        ("Disclosure.ViewSignature", Of("Disclosure.ViewSignature")),
        .. Enum.GetValues<ForcedReviewOutcome>().Select(outcome => ($"ForcedPublication.{outcome}", Of($"ForcedPublication.{outcome}"))),
        .. PostingDesk.Acts.Select(act => (act, Of(act))),
        ("Interpretation", "政策解读：全部操作"),
        ("InterpretationPlan", "解读方案：全部操作"),
        .. InterpretationDesk.Acts.Select(act => (act, Of(act))),
        .. DutyDesk.Acts.Select(act => (act, Of(act))),
        ("OpinionCase", "舆情：全部操作"),
        .. CaseTransitions.Acts.Concat(ResponseDesk.Acts).Concat(ErrorReportTransitions.Acts).Select(act => (act, Of(act))),
        .. Enum.GetValues<LetterAct>().Select(LetterTransitions.AuditOf).Concat([LetterTransitions.Look, FollowLetters.RecountAct]).Select(act => (act, Of(act))),
        .. new[] { LetterPublishing.MakeAct, LetterPublishing.ChangeAct, LetterPublishing.RemoveAct, LetterChannels.Act }.Select(act => (act, Of(act))),
        .. CalendarDesk.Acts.Concat(LimitDesk.Acts).Append(RecountDueDates.Act).Select(act => (act, Of(act))),
    ];

    /// <summary>The Chinese word; the code itself when there is none, so that nothing recorded is hidden.</summary>
    public static string Of(string act) => Words.Find("Act." + act) ?? act;

    /// <summary>The detail as people read it: acts on roles keep the role's code.</summary>
    public static string Detail(string detail) => Words.Find("StaffRole." + detail) ?? detail;
}
