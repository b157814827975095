namespace PublicDisclosure.Core.Limits;

/// <summary>What a rule of a time limit demands.</summary>
public enum TimeLimitRuleKind
{
    /// <summary>Published by a day.</summary>
    Due,

    /// <summary>Shown, or open for opinions, for at least so long; no due date.</summary>
    Duration,

    /// <summary>Published with another document, on that document's day.</summary>
    WithDocument,

    /// <summary>Stands permanently and is kept up to date.</summary>
    Standing,

    /// <summary>Published again for every period.</summary>
    Recurring,
}

/// <summary>What sets the limit going.</summary>
public enum LimitAnchor
{
    /// <summary>信息形成或者变更</summary>
    FormedOrChanged,

    /// <summary>信息形成</summary>
    Formed,

    /// <summary>制定、制作或者获取信息</summary>
    Obtained,

    /// <summary>作出决定</summary>
    Decided,

    /// <summary>批复、批准，收到批准文件</summary>
    Approved,

    /// <summary>收到申请</summary>
    ApplicationReceived,

    /// <summary>调查结束</summary>
    SurveyEnded,

    /// <summary>结果确定</summary>
    ResultSettled,

    /// <summary>启动</summary>
    Started,

    /// <summary>每个节点</summary>
    StageReached,

    /// <summary>听证、会议等活动，在其之前</summary>
    EventHeld,

    /// <summary>每期结束</summary>
    PeriodEnded,
}

/// <summary>What follows from an anchor.</summary>
public static class LimitAnchors
{
    /// <summary>
    /// Its day is not the formed date (信息形成日期) and is told beside it: approval, receipt, the end of a survey, an event. A decision
    /// and what is made or obtained are formed on that very day.
    /// </summary>
    public static bool NeedsOwnDay(this LimitAnchor anchor) => anchor is LimitAnchor.Approved or LimitAnchor.ApplicationReceived or LimitAnchor.SurveyEnded
        or LimitAnchor.ResultSettled or LimitAnchor.Started or LimitAnchor.StageReached or LimitAnchor.EventHeld;
}

/// <summary>Kinds of information between which catalogue rows tell.</summary>
[Flags]
public enum InformationKinds
{
    /// <summary>No particular kind.</summary>
    None = 0,

    /// <summary>行政许可</summary>
    Permit = 1,

    /// <summary>行政处罚</summary>
    Penalty = 2,

    /// <summary>行政强制等其他执法决定</summary>
    Enforcement = 4,

    /// <summary>管理信息</summary>
    Management = 8,
}

/// <summary>The channel a rule speaks for.</summary>
public enum LimitChannel
{
    /// <summary>Every channel.</summary>
    Any,

    /// <summary>政府网站</summary>
    Website,

    /// <summary>村公示栏</summary>
    VillageBoard,
}

/// <summary>Words without a number, whose reading the city settles and publishes.</summary>
public enum SettledWord
{
    /// <summary>及时</summary>
    Promptly,

    /// <summary>实时、即时</summary>
    AtOnce,

    /// <summary>按期（按月、按季度、按年度）：每期结束后</summary>
    PerPeriod,
}

/// <summary>How often something is published again.</summary>
public enum RecurrencePeriod
{
    /// <summary>月</summary>
    Month,

    /// <summary>季度</summary>
    Quarter,

    /// <summary>半年</summary>
    HalfYear,

    /// <summary>年度</summary>
    Year,
}

/// <summary>What lasts.</summary>
public enum DurationPurpose
{
    /// <summary>公示</summary>
    Display,

    /// <summary>征求意见</summary>
    Consultation,
}

/// <summary>How the rules of a limit came about.</summary>
public enum LimitReadingState
{
    /// <summary>Read from the wording.</summary>
    Understood,

    /// <summary>Set by a steward.</summary>
    Ruled,

    /// <summary>Not understood: the statutory limit stands in until a steward has ruled.</summary>
    NotUnderstood,
}

/// <summary>Where a due date comes from.</summary>
public enum DueBasis
{
    /// <summary>The limit of the catalogue item.</summary>
    Item,

    /// <summary>The released schedule of the item.</summary>
    Schedule,

    /// <summary>The statutory 20 working days, as the item says nothing shorter for this information.</summary>
    Statutory,

    /// <summary>The statutory 20 working days, as the item's limit was not understood.</summary>
    Fallback,

    /// <summary>The statutory 20 working days, as the limit lies before an event whose day is not known.</summary>
    EventUnknown,

    /// <summary>The limit of the item, counted from the formed date, as the day of its own anchor is not told.</summary>
    AnchorUnknown,
}
