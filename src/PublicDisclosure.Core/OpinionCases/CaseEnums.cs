namespace PublicDisclosure.Core.OpinionCases;

/// <summary>The stage a case is in (国办发〔2016〕61号: 收集、研判、会商、处置、回应、评估).</summary>
public enum CaseStage
{
    /// <summary>收集</summary>
    Collecting,

    /// <summary>研判</summary>
    Assessing,

    /// <summary>会商</summary>
    Consulting,

    /// <summary>处置</summary>
    Handling,

    /// <summary>回应</summary>
    Responding,

    /// <summary>评估</summary>
    Evaluating,

    /// <summary>办结</summary>
    Closed,
}

/// <summary>How grave it is; decides which clocks run (<see cref="CaseClocks"/>).</summary>
public enum CaseGrade
{
    /// <summary>特别重大</summary>
    Gravest,

    /// <summary>重大</summary>
    Grave,

    /// <summary>较大</summary>
    Serious,

    /// <summary>一般</summary>
    Ordinary,
}

/// <summary>Where it was found.</summary>
public enum CaseSource
{
    /// <summary>网民留言、信箱</summary>
    Mailbox,

    /// <summary>12345 热线</summary>
    Hotline,

    /// <summary>新闻媒体、网络媒体</summary>
    Media,

    /// <summary>督查、巡查</summary>
    Inspection,

    /// <summary>其他</summary>
    Other,
}

/// <summary>What has to be out by when.</summary>
public enum CaseLimitKind
{
    /// <summary>首次发布权威信息</summary>
    FirstInformation,

    /// <summary>举行新闻发布会</summary>
    Conference,

    /// <summary>公开回应</summary>
    Response,
}

/// <summary>From which of the two times a limit counts.</summary>
public enum CaseTimeKind
{
    /// <summary>事件发生时间</summary>
    Event,

    /// <summary>发现时间</summary>
    Found,
}

/// <summary>Why a limit stopped to count.</summary>
public enum CaseLimitEnd
{
    /// <summary>级别调整</summary>
    GradeChanged,

    /// <summary>时间更正</summary>
    TimeChanged,

    /// <summary>经批准不公开回应</summary>
    NoResponse,
}

/// <summary>How a limit stands; computed, never stored.</summary>
public enum CaseLimitStatus
{
    /// <summary>计时中</summary>
    Running,

    /// <summary>按时</summary>
    Met,

    /// <summary>超时</summary>
    Missed,

    /// <summary>不再计时: it was not over when it stopped to count.</summary>
    Superseded,
}

/// <summary>What the evaluation says about the work (激励约束).</summary>
public enum CaseMark
{
    /// <summary>不作标记</summary>
    None,

    /// <summary>激励</summary>
    Commend,

    /// <summary>问责</summary>
    Account,
}

/// <summary>What a second person said.</summary>
public enum CaseDecisionState
{
    /// <summary>待批准</summary>
    Pending,

    /// <summary>已批准</summary>
    Approved,

    /// <summary>未批准</summary>
    Declined,
}
