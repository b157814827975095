namespace PublicDisclosure.Core.Desk;

/// <summary>What is to be done. <see cref="DeskTaskRules"/> says of which people are written to.</summary>
public enum DeskTaskKind
{
    /// <summary>定时发布未成功</summary>
    ScheduleRefused,

    /// <summary>应急发布，待补办审签</summary>
    ForcedReview,

    /// <summary>补办审签要求撤回</summary>
    ToWithdraw,

    /// <summary>补办审签要求更正</summary>
    ToCorrect,

    /// <summary>拟不予公开的政策文件，待提出意见</summary>
    Opinion,

    /// <summary>信息形成日期变更，待确认</summary>
    FormedDate,

    /// <summary>待发布</summary>
    Publish,

    /// <summary>待审查、审签</summary>
    Review,

    /// <summary>不公开的信息，待重新审查</summary>
    Reexamine,

    /// <summary>被退回的草稿</summary>
    Returned,

    /// <summary>业务系统来件: a draft that no person has touched yet.</summary>
    Arrived,

    /// <summary>草稿</summary>
    Draft,

    /// <summary>暂停公开，待复核</summary>
    Suspension,

    /// <summary>提出撤回，待同意</summary>
    Withdrawal,

    /// <summary>本期无信息，待确认</summary>
    ZeroReport,

    /// <summary>公开责任到期未公开</summary>
    Duty,

    /// <summary>解读待发布</summary>
    InterpretationOwed,

    /// <summary>待核对内容</summary>
    ContentCheck,

    /// <summary>待复核的公开内容</summary>
    ContentReview,

    /// <summary>待回复的提醒</summary>
    Reminder,

    /// <summary>舆情待办理</summary>
    OpinionCase,

    /// <summary>舆情会商，待回复意见</summary>
    CaseOpinion,

    /// <summary>拟不公开回应，待批准</summary>
    CaseSilence,

    /// <summary>舆情时间更正，待确认</summary>
    CaseTime,

    /// <summary>网站找错，待答复</summary>
    ErrorReport,

    /// <summary>网民留言，待分办</summary>
    LetterTriage,

    /// <summary>网民留言，待答复</summary>
    LetterReply,

    /// <summary>网民留言，待协助答复</summary>
    LetterPart,

    /// <summary>网民留言的答复、延期或者公开稿，待审核</summary>
    LetterReview,

    /// <summary>业务系统密钥即将到期</summary>
    ApiKeyExpiring,
}

/// <summary>Of what people are written to about a kind of task.</summary>
/// <param name="Assignment">When it comes to wait for them.</param>
/// <param name="Due">Before and after its due date.</param>
public sealed record DeskTaskRule(bool Assignment, bool Due);

/// <summary>
/// The table. Drafts and duties are left out where the digest of due dates (<see cref="Reminders.RemindOfDueDates"/>) tells of them
/// already; what people themselves have begun is not announced to them.
/// </summary>
public static class DeskTaskRules
{
    private static readonly DeskTaskRule Everything = new(true, true), Nothing = new(false, false);

    private static readonly Dictionary<DeskTaskKind, DeskTaskRule> Table = new()
    {
        [DeskTaskKind.Draft] = Nothing,
        [DeskTaskKind.Duty] = Nothing,
        [DeskTaskKind.ContentCheck] = Nothing,
        [DeskTaskKind.ContentReview] = Nothing,
        // Letters write their own mails (LetterMail), which name nothing but number and date.
        [DeskTaskKind.LetterReply] = Nothing,
        [DeskTaskKind.LetterPart] = Nothing,
        [DeskTaskKind.LetterReview] = Nothing,
        [DeskTaskKind.Reminder] = new(false, true),
        [DeskTaskKind.Returned] = new(true, false),
    };

    /// <summary>The rule of a kind; what the table does not name is told at every step.</summary>
    public static DeskTaskRule Rule(this DeskTaskKind kind) => Table.GetValueOrDefault(kind, Everything);
}
