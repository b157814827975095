using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.OpenData;

namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>A disclosure's metadata as it goes out, in the API and in the download of the whole.</summary>
public static class DisclosureTable
{
    /// <summary>As a table.</summary>
    public static ApiTable<DisclosureData> Columns { get; } = new("公开信息", "disclosures",
        new("信息标识", d => d.Address), new("索引号", d => d.IndexNumber), new("标题", d => d.Title), new("发文字号", d => d.DocumentNumber), new("发布机构", d => d.Organisation.Name), new("信息类别", d => d.Genre.Word),
        new("体裁", d => d.Kind.Word), new("主题分类", d => d.Theme?.Word), new("五公开", d => string.Join('、', d.Aspects.Select(a => a.Word))), new("条例类别", d => d.MandatoryClass?.Word),
        new("领域标识", d => string.Join('、', d.Domains)), new("事项编码", d => string.Join('、', d.Items)), new("成文日期", d => d.DocumentDate), new("形成日期", d => d.FormedOn), new("公开期限", d => d.DueOn),
        new("公开日期", d => d.PublishedOn), new("逾期公开", d => d.IsLate), new("最近变化时间", d => d.ChangedAt), new("版本", d => d.Version), new("附件数", d => d.AttachmentCount), new("有效性", d => d.Validity.Now.Word),
        new("生效日期", d => d.Validity.EffectiveOn), new("有效期至", d => d.Validity.ExpiresOn), new("废止日期", d => d.Validity.RepealedOn), new("公示至", d => d.DisplayUntil), new("迁入", d => d.IsImported),
        new("演示数据", d => d.IsDemo), new("概述", d => d.Summary), new("网址", d => d.Url), new("通俗摘要", d => d.PlainSummary));

    /// <summary>A row as it goes out.</summary>
    /// <param name="d">As read.</param>
    /// <param name="today">Today in Beijing, for the validity.</param>
    /// <param name="url">Makes an address of a path.</param>
    public static DisclosureData Of(OpenDisclosure d, DateOnly today, Func<string, string> url) => new(
        d.Address, d.IndexNumber, d.Title, d.Summary, d.PlainSummary, d.DocumentNumber, ApiDesk.Code(d.Genre), ApiDesk.Code(d.Kind), d.Theme is { } theme ? ApiDesk.Code(theme) : null,
        [.. d.Aspects.Members().Select(a => ApiDesk.Code(a))], d.MandatoryClass is { } mandatory ? ApiDesk.Code(mandatory) : null,
        new Linked(d.OrganisationSlug, d.OrganisationName, url("/organisations/" + d.OrganisationSlug)), d.Domains, d.ItemCodes, d.DocumentDate, d.FormedOn, d.DueOn, d.PublishedOn, d.DueOn < d.PublishedOn,
        d.FirstPublishedAt, d.LastPublishedAt, d.ChangedAt(today), d.VersionNumber, d.AttachmentCount,
        new ValidityData(ApiDesk.Code(d.Dates.On(today, d.Genre)), d.Dates.EffectiveOn, d.Dates.ExpiresOn, d.Dates.AmendedOn, d.Dates.RepealedOn), d.DisplayUntil, d.IsImported, d.IsDemo,
        url("/disclosures/" + d.Address), url("/api/v1/disclosures/" + d.Address));
}
