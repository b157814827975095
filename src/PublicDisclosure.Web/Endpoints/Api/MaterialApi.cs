using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.OpenData;
using PublicDisclosure.Core.Responses;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>Interpretations of policies and responses to concerns.</summary>
public static class MaterialApi
{
    private const string Interpretations = "interpretations", Responses = "responses";

    private static readonly ApiTable<InterpretationData> InterpretationTable = new("政策解读", "interpretations",
        new("信息标识", i => i.Disclosure.Address), new("标题", i => i.Disclosure.Title), new("解读形式", i => i.Form?.Word), new("阶段", i => i.Stage?.Word), new("解读人", i => i.Interpreter), new("职务", i => i.Post),
        new("解读机构", i => i.ContactUnit), new("联系电话", i => i.ContactPhone), new("所解读文件", i => string.Join('、', i.Policies.Select(p => p.Url))), new("发布机构", i => i.Disclosure.Organisation.Name),
        new("公开日期", i => i.Disclosure.PublishedOn), new("网址", i => i.Disclosure.Url));

    private static readonly ApiTable<ResponseData> ResponseTable = new("回应关切", "responses",
        new("信息标识", r => r.Disclosure.Address), new("标题", r => r.Disclosure.Title), new("类别", r => r.Kind.Word), new("关切", r => r.Concern), new("事项", r => r.Matter), new("澄清误读", r => r.ClarifiesMisreading),
        new("涉及文件", r => r.Policy?.Url), new("发布机构", r => r.Disclosure.Organisation.Name), new("公开日期", r => r.Disclosure.PublishedOn), new("网址", r => r.Disclosure.Url));

    public static async Task<IResult> InterpretationsAsync(
        [AsParameters] PageParameters page, [AsParameters] MaterialParameters filter, OpenDisclosures disclosures, InterpretationReader reader, ApiDesk desk, CancellationToken stop)
    {
        var (reading, organisation, domain) = await ReadAsync(page, filter, Interpretations, desk, stop);
        if (reading.Refusal is { } refusal) return refusal;
        var wanted = new DisclosureFilter { OrganisationId = organisation, Interpretations = new InterpretationFilter { DomainId = domain } };
        var found = await disclosures.PageAsync(wanted, Interpretations, reading.After, reading.Limit, stop);
        var lines = await reader.LinesAsync([.. found.Rows.Select(d => d.Id)], stop);
        return await desk.ListAsync(reading, InterpretationTable, [.. found.Rows.Select(d =>
        {
            var line = lines.GetValueOrDefault(d.Id);
            var by = line?.Interpreter ?? new Interpreter();
            return new InterpretationData(
                DisclosureTable.Of(d, desk.Today, desk.Url), line is null ? null : ApiDesk.Code(line.Form), line is null ? null : ApiDesk.Code(line.Stage), by.Name, by.Post, by.ContactUnit, by.ContactPhone,
                [.. (line?.Policies ?? []).Select(p => DisclosuresApi.Link(p.Address, p.Title, desk))]);
        })], found.Next);
    }

    public static async Task<IResult> ResponsesAsync(
        [AsParameters] PageParameters page, [AsParameters] MaterialParameters filter, OpenDisclosures disclosures, ResponseReader reader, ApiDesk desk, CancellationToken stop)
    {
        var (reading, organisation, domain) = await ReadAsync(page, filter, Responses, desk, stop);
        if (reading.Refusal is { } refusal) return refusal;
        var found = await reader.PageAsync(new ResponseFilter(organisation, domain), reading.After is null ? null : ListPosition.Read(reading.After.Key[0]), null, reading.Limit, stop);
        var rows = (await disclosures.RowsAsync([.. found.Rows.Select(r => r.Id)], stop)).ToDictionary(d => d.Id);
        return await desk.ListAsync(reading, ResponseTable, [.. found.Rows.Where(r => rows.ContainsKey(r.Id)).Select(r => new ResponseData(
            DisclosureTable.Of(rows[r.Id], desk.Today, desk.Url), ApiDesk.Code(r.Kind), r.Concern, r.Matter, r.Clarifies,
            r.Policy is { } policy ? DisclosuresApi.Link(policy.Address, policy.Title, desk) : null))], found.Next is { } next ? new OpenCursor(Responses, [next]) : null);
    }

    private static async Task<(ApiReading Reading, Guid? Organisation, Guid? Domain)> ReadAsync(PageParameters page, MaterialParameters filter, string list, ApiDesk desk, CancellationToken stop)
    {
        var reading = desk.Read(page, filter).Page(page, list, OpenDisclosures.ListKey, c => OpenDisclosures.PositionOf(c) is not null);
        return (reading, await reading.OrganisationAsync(filter.Organisation, stop), await reading.DomainAsync(filter.Domain, stop));
    }
}
