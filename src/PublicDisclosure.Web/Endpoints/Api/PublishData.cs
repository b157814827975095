using System.ComponentModel;
using System.Text.Json.Serialization;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>形成信息登记 as a business system sends it.</summary>
public sealed record FormedRecordRequest
{
    [Description("业务系统中的编号，必填，同一系统内不重复，最多100字。")]
    public string? ExternalReference { get; init; }

    [Description("公开事项的编码，必填，见 /api/v1/items。")]
    public string? Item { get; init; }

    [Description("标题，必填。")]
    public string? Title { get; init; }

    [Description("信息形成日期，必填，不晚于今天。公开时限从这一天起算，登记后不能再由业务系统改动。")]
    public DateOnly? FormedOn { get; init; }

    [Description("发文字号。")]
    public string? DocumentNumber { get; init; }

    [Description("成文日期。")]
    public DateOnly? DocumentDate { get; init; }

    [Description("起算日期：事项的时限不从信息形成之日起算时填写。")]
    public DateOnly? TriggerOn { get; init; }
}

/// <summary>A draft as a business system sends it. Times of publication are not among it: the server alone knows them.</summary>
public sealed record DraftRequest
{
    [Description("业务系统中的编号，必填，同一系统内不重复，最多100字。")]
    public string? ExternalReference { get; init; }

    [Description("先做过形成信息登记的，填登记时答复的 id。")]
    public Guid? FormedRecord { get; init; }

    [Description("公开事项的编码，第一个为主要事项，见 /api/v1/items；先做过登记的可以不填。")]
    public IReadOnlyList<string>? Items { get; init; }

    [Description("标题，必填（先做过登记的可以不填）。")]
    public string? Title { get; init; }

    [Description("正文，Markdown。")]
    public string? Body { get; init; }

    [Description("信息形成日期；不填的取成文日期。")]
    public DateOnly? FormedOn { get; init; }

    [Description("成文日期。")]
    public DateOnly? DocumentDate { get; init; }

    [Description("发文字号。")]
    public string? DocumentNumber { get; init; }

    [Description("体裁的代码；不填的由标题和事项推定。"), JsonConverter(typeof(JsonStringEnumConverter<DocumentKind>))]
    public DocumentKind? Kind { get; init; }

    [Description("信息类别的代码；不填的由事项推定。"), JsonConverter(typeof(JsonStringEnumConverter<DisclosureGenre>))]
    public DisclosureGenre? Genre { get; init; }

    [Description("起算日期：事项的时限不从信息形成之日起算时填写。")]
    public DateOnly? TriggerOn { get; init; }

    [Description("施行日期。")]
    public DateOnly? EffectiveOn { get; init; }

    [Description("有效期的最后一天。")]
    public DateOnly? ExpiresOn { get; init; }

    [Description("公示的最后一天，用于名单。")]
    public DateOnly? DisplayUntil { get; init; }

    [Description("公示期间向谁提出异议。")]
    public string? ObjectionContact { get; init; }

    [Description("内容概述；不填的取正文开头。")]
    public string? Summary { get; init; }

    [Description("通俗摘要，最多150字。")]
    public string? PlainSummary { get; init; }

    [Description("关键词，用顿号隔开。")]
    public string? Keywords { get; init; }

    [Description("信息来源，由其他单位制作时填写。")]
    public string? Source { get; init; }
}

/// <summary>Something the checklist says of a draft.</summary>
public sealed record FindingData([property: Description("Error 必须改正，Warning 须由经办人说明理由。")] Coded Severity, string Code, [property: Description("所在的字段。")] string? Field, string Text);

/// <summary>A file that hangs on what was sent.</summary>
public sealed record ArrivedFileData(
    string Name, string Kind, long Size, [property: Description("去除作者、路径等附带信息之后的 SHA-256。")] string Sha256, [property: Description("原件；否则为附件。")] bool IsOriginal);

/// <summary>Where the public finds it.</summary>
public sealed record PublishedData(
    string Address, [property: Description("索引号。")] string IndexNumber, [property: Description("首次公开日期（北京时间）。")] DateOnly PublishedOn, int Version, string Url, string ApiUrl);

/// <summary>What became of something a business system sent.</summary>
public sealed record ArrivalData(
    string Id, string ExternalReference, string System, string Title, [property: Description("公开事项的编码。")] IReadOnlyList<string> Items, DateOnly? FormedOn,
    [property: Description("应当公开的最后一天；不能计算或者已经公开的为 null。")] DateOnly? DueOn, [property: Description("形成信息登记的时间。")] DateTime? RegisteredAt, [property: Description("送来内容的时间；只做过登记的为 null。")] DateTime? DraftedAt,
    [property: Description("办到哪一步。")] Coded Stage, [property: Description("退回的原因，或者撤回说明；没有为空。")] string Reason, [property: Description("公开页面；没有公开过的为 null。")] PublishedData? Published,
    [property: Description("草稿、退回时，提交审查之前须改正或说明的问题。")] IReadOnlyList<FindingData> Checklist, IReadOnlyList<ArrivedFileData> Attachments,
    [property: Description("经办人办理的页面，须登录。")] string Url, string ApiUrl);

/// <summary>One reason of a refusal.</summary>
public sealed record ReasonData(string Code, [property: Description("有问题的字段；与字段无关的为 null。")] string? Field, [property: Description("原因和改正办法。")] string Text);
