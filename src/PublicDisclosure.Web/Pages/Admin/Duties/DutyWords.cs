using PublicDisclosure.Core.Coverage;

namespace PublicDisclosure.Web.Pages.Admin.Duties;

/// <summary>What the desk for duties says in so many words.</summary>
public static class DutyWords
{
    /// <summary>What a heap is and what is to be done about it.</summary>
    public static string Hint(string heap) => heap switch
    {
        nameof(DutyView.Overdue) => "已过应公开日期、还没有公开的。补充公开后，网站显示为“逾期公开”并写明逾期多久。",
        nameof(DutyView.DueSoon) => "快到应公开日期的，请抓紧办理。",
        IndexModel.Returned => "审核人退回的草稿，请按退回意见修改后重新提交。",
        nameof(DutyView.ToDeclare) => "期间已经结束，没有公开，也没有草稿。有信息的请起草；确实没有的，申报本期无信息，由另一人确认。",
        nameof(DutyView.ToCheck) => "长期公开的页面，到时间要看一遍内容是否仍然准确。无误的登记核对，有变化的请更新。",
        nameof(DutyView.Incomplete) => "已经公开，但目录要求的要素没有齐。请通过更正或更新补充。",
        nameof(DutyView.NeverPublished) => "从来没有公开过任何内容的事项，每个事项列一行。",
        _ => "本单位其他人申报、等待您确认的本期无信息。",
    };
}
