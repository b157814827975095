using PublicDisclosure.Core.Limits;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>What the day beside the formed date (起算日期) is called, by what sets the limit going.</summary>
public static class TriggerWords
{
    /// <summary>Its name on forms and pages.</summary>
    public static string Label(LimitAnchor anchor) => anchor switch
    {
        LimitAnchor.Approved => "批复、批准或者收到批准文件的日期",
        LimitAnchor.EventHeld => "活动日期（听证、会议等）",
        LimitAnchor.StageReached => "到达节点的日期",
        _ => Words.Of(anchor) + "的日期",
    };

    /// <summary>What the clerk is told under the label.</summary>
    public static string Hint(LimitAnchor anchor) => anchor == LimitAnchor.EventHeld
        ? "这个事项应在活动之前公开，期限从活动日期倒推；不填的，按法定的20个工作日计算"
        : "这个事项的公开时限从这一天起算；不填的，从信息形成日期起算。提交以后再改的要说明原因，发布后不能再改";
}
