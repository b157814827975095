using System.Globalization;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Letters;

/// <summary>What the pages of letters say in so many words.</summary>
public static class LetterWords
{
    /// <summary>What each kind is for.</summary>
    public static string Hint(LetterKind kind) => kind switch
    {
        LetterKind.Consultation => "想弄清楚一项政策、一件事怎么办",
        LetterKind.Help => "遇到困难，需要帮助",
        LetterKind.Suggestion => "对政府工作有想法",
        LetterKind.Complaint => "事情没有办好，需要处理",
        _ => "对工作表示感谢",
    };

    /// <summary>A share in tenths of a percent; — where nothing is counted.</summary>
    public static string Percent(int? permille) => permille is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share / 10m:0.#}%") : "—";

    /// <summary>A time in working days; — where there is none.</summary>
    public static string Days(int? days) => days is { } count ? $"{count} 个工作日" : "—";

    /// <summary>What becomes known of a step.</summary>
    public static string Of(LetterStepText step) => step.Act switch
    {
        LetterAct.Receive => step.Other.Length > 0 ? $"收到，由{step.Other}办理" : $"收到，由{step.OrganisationName}办理",
        LetterAct.Assign => $"分给{step.Other}办理",
        LetterAct.Transfer => $"{step.OrganisationName}转给{step.Other}办理",
        LetterAct.SendBack => $"{step.OrganisationName}退回重新分办",
        LetterAct.Merge => "与相同内容的留言合并办理",
        LetterAct.Answer => $"{step.OrganisationName}答复",
        LetterAct.Reopen => "您再次提出",
        LetterAct.ConfirmExtension => $"{step.OrganisationName}延长办理时间",
        _ => Words.Of(step.Act),
    };

    /// <summary>How late something is.</summary>
    public static string Of(Lateness late) => late.Whole > 0 ? $"已超过期限 {late.Whole} 个工作日" : "已超过期限";
}
