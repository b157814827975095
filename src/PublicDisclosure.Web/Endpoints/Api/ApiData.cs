using System.ComponentModel;

namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>A page of a list. The names of all fields of the read API are a promise (docs/api.md): they are added to and never changed.</summary>
public sealed record ListAnswer<T>(
    [property: Description("本页各条。")] IReadOnlyList<T> Data,
    [property: Description("下一页的完整地址；没有下一页时为 null。请原样使用，不要自行拼接。")] string? Next,
    [property: Description("网站含演示数据时的提示语，正式网站为 null。")] string? Notice);

/// <summary>A coded value: a stable English code and the Chinese word people read.</summary>
public sealed record Coded([property: Description("固定不变的英文代码。")] string Code, [property: Description("中文名称。")] string Word);

/// <summary>Something else that has a page: its key in this API, its name, its page.</summary>
public sealed record Linked([property: Description("在本接口中的标识。")] string Key, string Name, [property: Description("网页的完整地址。")] string Url);

/// <summary>How to reach the office that handles disclosure; null where the city has not filled it in.</summary>
public sealed record ContactData(string? Office, string? Phone, string? Fax, string? Email, string? Address, string? PostalCode, string? Hours);

/// <summary>公开主体</summary>
public sealed record OrganisationData(
    [property: Description("单位标识，永不改变。")] string Slug, string Name, string ShortName, Coded Kind, [property: Description("行政区划代码。")] string DivisionCode,
    [property: Description("统一社会信用代码，未知为 null。")] string? CreditCode, [property: Description("信用代码为演示所编。")] bool CreditCodeIsDemo,
    [property: Description("名称尚未经市里核实。")] bool NameIsUnconfirmed, [property: Description("撤并后为 false，原有网页仍保留。")] bool IsActive,
    [property: Description("撤并后承接职能的单位标识。")] string? Successor, ContactData Contact, string Url);

/// <summary>领域</summary>
public sealed record DomainData(
    string Code, [property: Description("领域标识，永不改变。")] string Slug, string Name, [property: Description("发布标准指引的部委，未知为空。")] string Ministry,
    [property: Description("标准指引文号，未知为空。")] string GuidelineNumber, [property: Description("本市牵头单位。")] Linked? Lead, [property: Description("现行目录中的事项数。")] int Items, string Url);

/// <summary>公开渠道 of an item: ticked ones are required.</summary>
public sealed record ChannelData(string Code, string Text, [property: Description("true 为必选（■），false 为可选（□）。")] bool IsRequired);

/// <summary>公开事项: one row of the city's standard catalogue in force.</summary>
public sealed record ItemData(
    [property: Description("事项编码，各版目录沿用。")] string Code, string Sequence, Linked Domain, string Edition, [property: Description("一级事项。")] string Level1,
    [property: Description("二级事项，没有为空。")] string Level2, [property: Description("三级事项，没有为空。")] string Level3, [property: Description("公开内容（要素）。")] string Elements,
    [property: Description("公开依据。")] string LegalBasis, [property: Description("公开时限，目录原文。")] string TimeLimit, [property: Description("公开主体，目录原文。")] string Body,
    [property: Description("公开渠道和载体。")] IReadOnlyList<ChannelData> Channels, [property: Description("公开对象。")] string Audience, [property: Description("公开方式。")] Coded Mode,
    [property: Description("公开层级。")] IReadOnlyList<Coded> Levels, [property: Description("五公开。")] IReadOnlyList<Coded> Aspects, [property: Description("五公开已经人工确认；否则为推定。")] bool AspectsConfirmed,
    [property: Description("条例第二十、二十一条的类别。")] Coded MandatoryClass, [property: Description("类别已经人工确认；否则为推定。")] bool MandatoryClassConfirmed,
    [property: Description("待核对：该条目尚无人核实。")] bool NeedsChecking, string Url);

/// <summary>公开责任: who must publish which item.</summary>
public sealed record DutyData(string Id, Linked Organisation, Linked Domain, Linked Item, Coded Level, [property: Description("从哪一天起跟踪。")] DateOnly TrackedFrom);

/// <summary>有效性 of a document today.</summary>
public sealed record ValidityData(
    [property: Description("今天的有效性。")] Coded Now, DateOnly? EffectiveOn, [property: Description("有效期的最后一天。")] DateOnly? ExpiresOn, DateOnly? AmendedOn, DateOnly? RepealedOn);

/// <summary>公开信息, without its text.</summary>
public sealed record DisclosureData(
    [property: Description("信息标识，永不改变。")] string Address, [property: Description("索引号。")] string IndexNumber, string Title, string Summary,
    [property: Description("通俗摘要，没有为空。")] string PlainSummary, [property: Description("发文字号，没有为空。")] string DocumentNumber, Coded Genre, Coded Kind, [property: Description("主题分类。")] Coded? Theme, [property: Description("五公开。")] IReadOnlyList<Coded> Aspects,
    Coded? MandatoryClass, Linked Organisation, [property: Description("所属领域的标识。")] IReadOnlyList<string> Domains, [property: Description("所属公开事项的编码。")] IReadOnlyList<string> Items,
    [property: Description("成文日期。")] DateOnly? DocumentDate, [property: Description("信息形成日期。")] DateOnly? FormedOn, [property: Description("法定公开期限的最后一天。")] DateOnly? DueOn,
    [property: Description("首次公开日期（北京时间）。")] DateOnly PublishedOn, [property: Description("晚于法定期限公开。")] bool IsLate, DateTime FirstPublishedAt, DateTime LastPublishedAt,
    [property: Description("最近一次有变化的时间：新版本、有效性变动。")] DateTime ChangedAt, [property: Description("现行版本号，从 1 起。")] int Version, int AttachmentCount, ValidityData Validity,
    [property: Description("名单类信息公示的最后一天，此后不再提供，请一并删除副本。")] DateOnly? DisplayUntil, [property: Description("从原网站迁入。")] bool IsImported, [property: Description("演示数据。")] bool IsDemo,
    [property: Description("网页的完整地址。")] string Url, [property: Description("本接口中全文的完整地址。")] string ApiUrl);

/// <summary>附件</summary>
public sealed record AttachmentData(
    int Number, string Name, [property: Description("文件类型（扩展名）。")] string Kind, string MediaType, long Size, [property: Description("文件内容的 SHA-256。")] string Sha256,
    [property: Description("公开前去标识化处理的处数。")] int MaskedPlaces, string Url);

/// <summary>One version with its text.</summary>
public sealed record VersionData(
    int Number, Coded Change, string ChangeReason, DateTime PublishedAt, [property: Description("发布时的单位名称。")] string OrganisationName, string Title, string DocumentNumber, string Summary,
    [property: Description("通俗摘要。")] string PlainSummary, [property: Description("关键词，顿号或空格隔开。")] string Keywords, string Source,
    [property: Description("正文，HTML 片段。其中的站内地址以 / 开头。")] string Html, [property: Description("正文，纯文本。")] string Text, [property: Description("正文、元数据和附件的校验值（SHA-256）。")] string ContentHash,
    [property: Description("应急发布，待补办审签。")] bool AwaitsSignature, IReadOnlyList<AttachmentData> Attachments, string Url);

/// <summary>A line of the list of versions.</summary>
public sealed record VersionLineData(
    int Number, Coded Change, string ChangeReason, DateTime PublishedAt, [property: Description("该版本已停止公开。")] bool IsClosed, [property: Description("本接口中该版本的地址；停止公开的为 null。")] string? ApiUrl);

/// <summary>An act on the validity of a document.</summary>
public sealed record ValidityActData(Coded Kind, DateOnly EffectiveOn, DateOnly? NewExpiresOn, string Reason, string Basis, DateTime At, [property: Description("已被后来的决定更正。")] bool IsCorrected);

/// <summary>Another document, whose title is null while it is not public.</summary>
public sealed record DocumentLink(string Address, string? Title, string Url);

/// <summary>公开信息 with everything that is public of it.</summary>
public sealed record DisclosureDetail(
    DisclosureData Disclosure, VersionData Content, IReadOnlyList<VersionLineData> Versions, IReadOnlyList<ValidityActData> ValidityActs,
    [property: Description("本件替代的旧件。")] IReadOnlyList<DocumentLink> Replaces, [property: Description("替代本件的新件。")] IReadOnlyList<DocumentLink> ReplacedBy,
    [property: Description("解读本件的材料。")] IReadOnlyList<DocumentLink> Interpretations, [property: Description("与本件有关的回应。")] IReadOnlyList<DocumentLink> Responses, string? Notice);

/// <summary>政策解读</summary>
public sealed record InterpretationData(
    DisclosureData Disclosure, Coded? Form, Coded? Stage, [property: Description("解读人。")] string Interpreter, string Post, string ContactUnit, string ContactPhone,
    [property: Description("所解读的文件。")] IReadOnlyList<DocumentLink> Policies);

/// <summary>回应关切</summary>
public sealed record ResponseData(
    DisclosureData Disclosure, Coded Kind, [property: Description("群众关心的问题。")] string Concern, string Matter, [property: Description("澄清对政策的误读。")] bool ClarifiesMisreading, DocumentLink? Policy);

/// <summary>What was public once and is not now: who keeps a copy deletes it.</summary>
public sealed record RemovalData(
    string Address, string IndexNumber, [property: Description("已撤回、暂停公开或公示期满。")] Coded Standing, [property: Description("撤回原因；不公开原因的为 null。")] Coded? Reason,
    [property: Description("撤回说明；不公开的为空。")] string Notice, [property: Description("何时停止公开；公示期满的为 null。")] DateTime? ClosedAt, Linked Organisation,
    [property: Description("替代文件的完整地址。")] string? ReplacedBy, string Url);

/// <summary>How many units stand in which status.</summary>
public sealed record CoverageFigures(
    Coded State, [property: Description("按时率（%），没有可计的为 null。")] decimal? OnTimePercent, int OnTime, int Late, int Overdue, int DueSoon, int NotDue, int NothingThisPeriod, int NotApplicable,
    [property: Description("要素不全。")] int Incomplete, [property: Description("待核对，不计入比率。")] int Unrated);

/// <summary>公开情况 of one organisation in one domain.</summary>
public sealed record CoverageCellData(Linked Domain, Linked Organisation, CoverageFigures Figures, string Url);

/// <summary>公开情况 of one duty.</summary>
public sealed record CoverageDutyData(
    Linked Domain, Linked Organisation, Linked Item, CoverageFigures Figures, [property: Description("从未公开。")] bool IsNeverPublished, [property: Description("最近一次公开日期。")] DateOnly? NewestOn);

/// <summary>A day of the working calendar.</summary>
public sealed record CalendarDayData(
    DateOnly Date, Coded Kind, bool IsWorkingDay, [property: Description("节日名称。")] string Name, [property: Description("依据的放假通知文号。")] string? Notice, [property: Description("预计的原因；确定的为 null。")] Coded? Estimate);
