namespace PublicDisclosure.Core.Disclosures;

/// <summary>Where the working copy of a disclosure stands. The public reads frozen versions, whatever stands here.</summary>
public enum DisclosureState
{
    /// <summary>起草</summary>
    Draft,

    /// <summary>待保密审查</summary>
    AwaitingSecrecyReview,

    /// <summary>待复审: only where the organisation reviews in three steps.</summary>
    AwaitingSecondReview,

    /// <summary>待审签</summary>
    AwaitingApproval,

    /// <summary>待发布</summary>
    AwaitingPublication,

    /// <summary>已发布</summary>
    Published,

    /// <summary>已撤回</summary>
    Withdrawn,

    /// <summary>不公开归档</summary>
    Filed,
}

/// <summary>What people do to a disclosure. <see cref="DisclosureTransitions"/> says from where and to where.</summary>
public enum DisclosureAction
{
    /// <summary>提交审查</summary>
    Submit,

    /// <summary>取回修改: the clerk takes it back before publication; review and approval lapse.</summary>
    Recall,

    /// <summary>通过保密审查</summary>
    PassSecrecyReview,

    /// <summary>报请确定: the review cannot decide and asks the secrecy authority.</summary>
    ReferForDetermination,

    /// <summary>退回</summary>
    Return,

    /// <summary>通过复审: the second of three review steps.</summary>
    PassSecondReview,

    /// <summary>主管部门提出意见: the disclosure office on a policy file that is not to be public.</summary>
    GiveOpinion,

    /// <summary>审签</summary>
    Approve,

    /// <summary>定时发布</summary>
    Schedule,

    /// <summary>发布</summary>
    Publish,

    /// <summary>应急发布（强制发布）: the disclosure office publishes without 审签, which is made up for afterwards.</summary>
    ForcePublish,

    /// <summary>启动更正或更新</summary>
    BeginCorrection,

    /// <summary>放弃更正: back to the version that is public.</summary>
    AbandonCorrection,

    /// <summary>撤回</summary>
    Withdraw,

    /// <summary>不公开归档</summary>
    File,

    /// <summary>重新审查: whether what was filed as not public may be public by now.</summary>
    Reexamine,
}

/// <summary>公开属性, proposed with the draft and approved with it (国办发〔2016〕80号).</summary>
public enum DisclosureAttribute
{
    /// <summary>主动公开</summary>
    Active,

    /// <summary>依申请公开</summary>
    OnApplication,

    /// <summary>不予公开</summary>
    NotPublic,
}

/// <summary>What a disclosure is to the portal; decides behaviour and extra fields (<see cref="GenreRules"/>).</summary>
public enum DisclosureGenre
{
    /// <summary>规范性文件</summary>
    Normative,

    /// <summary>名单公示</summary>
    NameList,

    /// <summary>公告公示</summary>
    Announcement,

    /// <summary>报告</summary>
    Report,

    /// <summary>规划</summary>
    Plan,

    /// <summary>预决算</summary>
    Budget,

    /// <summary>行政处罚/许可</summary>
    Enforcement,

    /// <summary>指南: the organisation's 政府信息公开指南</summary>
    Guide,

    /// <summary>制度: the organisation's 政府信息公开制度</summary>
    Rules,

    /// <summary>年报: 政府信息公开工作年度报告</summary>
    AnnualReport,

    /// <summary>政策解读: explains other disclosures (<see cref="Interpretations.Interpretation"/>)</summary>
    Interpretation,

    /// <summary>回应关切: answers what people ask or misread (<see cref="Responses.PublicResponse"/>)</summary>
    Response,

    /// <summary>其他</summary>
    Other,
}

/// <summary>Conclusion of a secrecy review (保密审查结论).</summary>
public enum SecrecyConclusion
{
    /// <summary>可以公开</summary>
    MayPublish,

    /// <summary>处理后公开: back to the clerk, who takes out what may not be public.</summary>
    PublishAfterProcessing,

    /// <summary>不得公开</summary>
    MustNotPublish,

    /// <summary>报请确定</summary>
    Refer,
}

/// <summary>Why an information is not disclosed: Articles 14 to 16 of the Regulation (State Council Order 711).</summary>
public enum NonDisclosureGround
{
    /// <summary>第十四条：国家秘密</summary>
    StateSecret,

    /// <summary>第十四条：法律、行政法规禁止公开</summary>
    ForbiddenByLaw,

    /// <summary>第十四条：危及国家安全、公共安全、经济安全、社会稳定</summary>
    Security,

    /// <summary>第十五条：商业秘密、个人隐私等第三方合法权益</summary>
    ThirdParty,

    /// <summary>第十六条：内部事务信息</summary>
    InternalAffairs,

    /// <summary>第十六条：过程性信息</summary>
    ProcessRecord,

    /// <summary>第十六条：行政执法案卷信息</summary>
    EnforcementFile,
}

/// <summary>Why a published page is withdrawn; <see cref="WithdrawalRules"/> says what each leaves visible.</summary>
public enum WithdrawalReason
{
    /// <summary>内容有误</summary>
    Error,

    /// <summary>已被替代</summary>
    Replaced,

    /// <summary>发布有误</summary>
    PublishedInError,

    /// <summary>含个人信息或涉密信息</summary>
    PersonalOrSecret,

    /// <summary>其他</summary>
    Other,
}

/// <summary>What a new version does to the one before it.</summary>
public enum ChangeKind
{
    /// <summary>首次发布</summary>
    First,

    /// <summary>更正: mends an error.</summary>
    Correction,

    /// <summary>更新: states a changed fact.</summary>
    Update,
}

/// <summary>What a document's validity is on a given day (有效性); computed from dates and acts, never stored.</summary>
public enum Validity
{
    /// <summary>有效</summary>
    InForce,

    /// <summary>尚未施行</summary>
    NotYetInForce,

    /// <summary>失效</summary>
    Expired,

    /// <summary>Not a document with a validity of its own.</summary>
    NotApplicable,

    /// <summary>已修改: in force as amended by another document.</summary>
    Amended,

    /// <summary>废止</summary>
    Repealed,
}
