using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Catalogue.Import;
using PublicDisclosure.Core.OpenData;

namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>Organisations, domains, items and duties.</summary>
public static class CatalogueApi
{
    private static readonly ApiTable<OrganisationData> OrganisationTable = new("公开主体", "organisations",
        new("单位标识", o => o.Slug), new("名称", o => o.Name), new("简称", o => o.ShortName), new("类别", o => o.Kind.Word), new("行政区划代码", o => o.DivisionCode),
        new("统一社会信用代码", o => o.CreditCode), new("仍然存在", o => o.IsActive), new("承接单位", o => o.Successor), new("工作机构", o => o.Contact.Office), new("电话", o => o.Contact.Phone),
        new("地址", o => o.Contact.Address), new("办公时间", o => o.Contact.Hours), new("网址", o => o.Url));

    private static readonly ApiTable<DomainData> DomainTable = new("领域", "domains",
        new("代码", d => d.Code), new("领域标识", d => d.Slug), new("名称", d => d.Name), new("部委", d => d.Ministry), new("指引文号", d => d.GuidelineNumber), new("牵头单位", d => d.Lead?.Name),
        new("事项数", d => d.Items), new("网址", d => d.Url));

    /// <summary>Columns of the catalogue, for the download of the whole too.</summary>
    internal static readonly ApiTable<ItemData> ItemTable = new("标准目录", "items",
        new("事项编码", i => i.Code), new("序号", i => i.Sequence), new("领域", i => i.Domain.Name), new("一级事项", i => i.Level1), new("二级事项", i => i.Level2), new("三级事项", i => i.Level3),
        new("公开内容（要素）", i => i.Elements), new("公开依据", i => i.LegalBasis), new("公开时限", i => i.TimeLimit), new("公开主体", i => i.Body),
        new("公开渠道和载体", i => string.Join('\n', i.Channels.Select(c => (c.IsRequired ? "■" : "□") + c.Text))), new("公开对象", i => i.Audience), new("公开方式", i => i.Mode.Word),
        new("公开层级", i => Join(i.Levels)), new("五公开", i => Join(i.Aspects)), new("条例类别", i => i.MandatoryClass.Word), new("待核对", i => i.NeedsChecking), new("网址", i => i.Url));

    private static readonly ApiTable<DutyData> DutyTable = new("公开责任", "duties",
        new("单位", d => d.Organisation.Name), new("领域", d => d.Domain.Name), new("事项编码", d => d.Item.Key), new("事项", d => d.Item.Name), new("层级", d => d.Level.Word), new("跟踪起始", d => d.TrackedFrom),
        new("单位标识", d => d.Organisation.Key), new("领域标识", d => d.Domain.Key));

    public static async Task<IResult> OrganisationsAsync([AsParameters] PageParameters page, OpenCatalogue catalogue, ApiDesk desk, CancellationToken stop)
    {
        var reading = desk.Read(page).Page(page, OpenCatalogue.Organisations, OpenCatalogue.OrganisationKey, c => c.Number(0) is not null);
        if (reading.Refusal is { } refusal) return refusal;
        var found = await catalogue.OrganisationsAsync(reading.After, reading.Limit, stop);
        return await desk.ListAsync(reading, OrganisationTable, [.. found.Rows.Select(o => Of(o, desk))], found.Next);
    }

    public static async Task<IResult> OrganisationAsync(string slug, OpenCatalogue catalogue, ApiDesk desk, CancellationToken stop)
    {
        if (desk.Read().Refusal is { } refusal) return refusal;
        return await catalogue.OrganisationAsync(slug, stop) is { } found ? ApiDesk.One(Of(found, desk)) : ApiProblems.Missing(desk.Http, "没有这个单位。全部单位见 /api/v1/organisations。");
    }

    public static async Task<IResult> DomainsAsync([AsParameters] FormatParameters format, OpenCatalogue catalogue, ApiDesk desk, CancellationToken stop)
    {
        var reading = desk.Read(format).Form(format.Format);
        if (reading.Refusal is { } refusal) return refusal;
        return await desk.ListAsync(reading, DomainTable, [.. (await catalogue.DomainsAsync(stop)).Select(d => new DomainData(
            d.Code, d.Slug, d.Name, d.Ministry, d.GuidelineNumber, d.LeadSlug is { } slug ? desk.Organisation(slug, d.LeadName ?? slug) : null, d.Items, desk.Url("/catalogue/" + d.Slug)))]);
    }

    public static async Task<IResult> ItemsAsync([AsParameters] PageParameters page, [AsParameters] CatalogueParameters filter, OpenCatalogue catalogue, ApiDesk desk, CancellationToken stop)
    {
        var reading = desk.Read(page, filter).Page(page, OpenCatalogue.Items, OpenCatalogue.ItemKey, c => c.Number(0) is not null && c.Number(1) is not null);
        var narrowed = await reading.CatalogueAsync(filter, stop);
        if (reading.Refusal is { } refusal) return refusal;
        var found = await catalogue.ItemsAsync(narrowed, reading.After, reading.Limit, stop);
        return await desk.ListAsync(reading, ItemTable, [.. found.Rows.Select(i => Of(i, desk.Url))], found.Next);
    }

    public static async Task<IResult> ItemAsync(string code, OpenCatalogue catalogue, ApiDesk desk, CancellationToken stop)
    {
        if (desk.Read().Refusal is { } refusal) return refusal;
        var found = await catalogue.ItemsAsync(new OpenCatalogueFilter(ItemCode: code), null, 1, stop);
        return found.Rows is [var item, ..] ? ApiDesk.One(Of(item, desk.Url)) : ApiProblems.Missing(desk.Http, "现行目录中没有这个事项。全部事项见 /api/v1/items。");
    }

    public static async Task<IResult> DutiesAsync([AsParameters] PageParameters page, [AsParameters] CatalogueParameters filter, OpenCatalogue catalogue, ApiDesk desk, CancellationToken stop)
    {
        var reading = desk.Read(page, filter).Page(page, OpenCatalogue.Duties, OpenCatalogue.DutyKey, c => c.Id(0) is not null);
        var narrowed = await reading.CatalogueAsync(filter, stop);
        if (reading.Refusal is { } refusal) return refusal;
        var found = await catalogue.DutiesAsync(narrowed, reading.After, reading.Limit, stop);
        return await desk.ListAsync(reading, DutyTable, [.. found.Rows.Select(d => new DutyData(
            d.Id.ToString(), desk.Organisation(d.OrganisationSlug, d.OrganisationName), desk.Domain(d.DomainSlug, d.DomainName), desk.Item(d.DomainSlug, d.ItemCode, d.ItemName),
            ApiDesk.Code(d.Level), d.TrackedFrom))], found.Next);
    }

    /// <summary>An item as it goes out.</summary>
    /// <param name="of">As read.</param>
    /// <param name="url">Makes an address of a path.</param>
    internal static ItemData Of(OpenItem of, Func<string, string> url)
    {
        var (item, text) = (of.Item, of.Item.Text);
        return new ItemData(
            item.Code, item.Sequence, new Linked(of.DomainSlug, of.DomainName, url("/catalogue/" + of.DomainSlug)), of.EditionName, text.Level1, text.Level2, text.Level3, text.Elements, text.LegalBasis,
            text.TimeLimit, text.Body, [.. ChannelList.Parse(text.Channels, out _).Select(c => new ChannelData(c.Channel.ToString(), c.Text, c.IsTicked))], text.Audience, ApiDesk.Code(item.Mode),
            [.. new[] { GovernmentLevels.County, GovernmentLevels.Township, GovernmentLevels.Village }.Where(l => item.Levels.HasFlag(l)).Select(l => ApiDesk.Code(l))],
            [.. item.Aspects.Members().Select(a => ApiDesk.Code(a))], item.AspectsConfirmed, ApiDesk.Code(item.MandatoryClass), item.MandatoryClassConfirmed, item.NeedsChecking,
            url($"/catalogue/{of.DomainSlug}/{item.Code}"));
    }

    private static OrganisationData Of(OpenOrganisation o, ApiDesk desk) => new(
        o.Slug, o.Name, o.ShortName, ApiDesk.Code(o.Kind), o.DivisionCode, o.CreditCode?.Value, o.CreditCodeIsDemo, o.NameIsUnconfirmed, o.IsActive, o.SuccessorSlug,
        new ContactData(o.Contact.OfficeName, o.Contact.Phone, o.Contact.Fax, o.Contact.Email, o.Contact.Address, o.Contact.PostalCode, o.Contact.OfficeHours), desk.Url("/organisations/" + o.Slug));

    private static string Join(IEnumerable<Coded> codes) => string.Join('、', codes.Select(c => c.Word));
}
