using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>What every list takes.</summary>
public sealed class PageParameters
{
    [FromQuery(Name = "limit"), Description("每页条数，1 至 200，不填为 50。")]
    public string? Limit { get; init; }

    [FromQuery(Name = "cursor"), Description("从哪里接着读。取自上一页 next 中的地址，不要自行编写。")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "format"), Description("json（不填即是）、csv 或 xlsx。")]
    public string? Format { get; init; }
}

/// <summary>What items and duties are narrowed by.</summary>
public class CatalogueParameters
{
    [FromQuery(Name = "organisation"), Description("单位标识，见 /api/v1/organisations。")]
    public string? Organisation { get; init; }

    [FromQuery(Name = "domain"), Description("领域标识，见 /api/v1/domains。")]
    public string? Domain { get; init; }

    [FromQuery(Name = "item"), Description("公开事项编码，见 /api/v1/items。")]
    public string? Item { get; init; }

    [FromQuery(Name = "aspect"), Description("五公开之一：Decision、Execution、Management、Service、Result。")]
    public string? Aspect { get; init; }
}

/// <summary>What disclosures are narrowed by.</summary>
public sealed class DisclosureParameters : CatalogueParameters
{
    [FromQuery(Name = "genre"), Description("信息类别的英文代码，例如 Normative。")]
    public string? Genre { get; init; }

    [FromQuery(Name = "validity"), Description("有效性：InForce、Amended、NotYetInForce、Expired、Repealed。")]
    public string? Validity { get; init; }

    [FromQuery(Name = "year"), Description("首次公开的年份，例如 2026。")]
    public string? Year { get; init; }

    [FromQuery(Name = "changedSince"), Description("只要这一时刻以后有变化的，例如 2026-03-01 或 2026-03-01T08:00:00+08:00（不写时区按北京时间）。")]
    public string? ChangedSince { get; init; }
}

/// <summary>What removals are narrowed by.</summary>
public sealed class RemovalParameters
{
    [FromQuery(Name = "changedSince"), Description("只要这一时刻以后停止公开的，例如 2026-03-01 或 2026-03-01T08:00:00+08:00（不写时区按北京时间）。")]
    public string? ChangedSince { get; init; }
}

/// <summary>What interpretations and responses are narrowed by.</summary>
public sealed class MaterialParameters
{
    [FromQuery(Name = "organisation"), Description("单位标识，见 /api/v1/organisations。")]
    public string? Organisation { get; init; }

    [FromQuery(Name = "domain"), Description("领域标识，见 /api/v1/domains。")]
    public string? Domain { get; init; }
}

/// <summary>What the coverage is narrowed by.</summary>
public sealed class CoverageParameters
{
    [FromQuery(Name = "organisation"), Description("单位标识，见 /api/v1/organisations。")]
    public string? Organisation { get; init; }

    [FromQuery(Name = "domain"), Description("领域标识，见 /api/v1/domains。")]
    public string? Domain { get; init; }

    [FromQuery(Name = "item"), Description("公开事项编码，见 /api/v1/items。")]
    public string? Item { get; init; }

    [FromQuery(Name = "period"), Description("按期限落在哪段时间统计：2026、2026-Q3、2026-07 或 all；不填为本年。")]
    public string? Period { get; init; }
}

/// <summary>What a list without pages takes.</summary>
public sealed class FormatParameters
{
    [FromQuery(Name = "format"), Description("json（不填即是）、csv 或 xlsx。")]
    public string? Format { get; init; }
}
