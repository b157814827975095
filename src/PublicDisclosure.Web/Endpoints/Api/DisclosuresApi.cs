using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.OpenData;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Responses;

namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>Disclosures with their versions, and what is no longer public.</summary>
public static class DisclosuresApi
{
    private static readonly ApiTable<RemovalData> RemovalTable = new("已停止公开的信息", "removals",
        new("信息标识", r => r.Address), new("索引号", r => r.IndexNumber), new("状态", r => r.Standing.Word), new("原因", r => r.Reason?.Word), new("说明", r => r.Notice), new("停止公开时间", r => r.ClosedAt),
        new("单位", r => r.Organisation.Name), new("替代文件", r => r.ReplacedBy), new("网址", r => r.Url));

    /// <summary>A page of what is public.</summary>
    public static async Task<IResult> ListAsync([AsParameters] PageParameters page, [AsParameters] DisclosureParameters filter, OpenDisclosures disclosures, ApiDesk desk, CancellationToken stop)
    {
        var reading = desk.Read(page, filter).Page(page, OpenDisclosures.List, OpenDisclosures.ListKey, c => OpenDisclosures.PositionOf(c) is not null);
        var narrowed = await reading.CatalogueAsync(filter, stop);
        var wanted = new DisclosureFilter
        {
            OrganisationId = narrowed.OrganisationId,
            DomainId = narrowed.DomainId,
            ItemCode = narrowed.ItemCode,
            Aspect = narrowed.Aspect,
            Genre = reading.Coded<DisclosureGenre>("genre", filter.Genre),
            Validity = reading.Coded<Validity>("validity", filter.Validity),
            Year = reading.Year(filter.Year),
            ChangedSince = reading.Since(filter.ChangedSince),
        };
        if (narrowed is { DomainId: not null, ItemCode: not null }) reading.Refuse("domain 和 item 请只用一个：事项编码已经说明了领域。");
        if (reading.Refusal is { } refusal) return refusal;
        var found = await disclosures.PageAsync(wanted, OpenDisclosures.List, reading.After, reading.Limit, stop);
        return await desk.ListAsync(reading, DisclosureTable.Columns, [.. found.Rows.Select(d => DisclosureTable.Of(d, desk.Today, desk.Url))], found.Next);
    }

    /// <summary>One with everything, or 410 with what became of it.</summary>
    public static async Task<IResult> OneAsync(
        string address, DisclosureReader reader, OpenDisclosures disclosures, ValidityReader validity, InterpretationReader interpretations, ResponseReader responses, ApiDesk desk, CancellationToken stop)
    {
        if (desk.Read().Refusal is { } refusal) return refusal;
        var reading = await reader.ReadAsync(address, PublicPart.Lists, null, stop);
        if (!reading.IsOpen) return Closed(reading, desk);
        // It may have been closed between the two reads: then it is not there.
        if (await disclosures.RowsAsync([reading.Record.Id], stop) is not [var row]) return Closed(await reader.ReadAsync(address, PublicPart.Lists, null, stop), desk);
        var standing = await validity.OfAsync(reading.Record, stop);
        var block = await interpretations.OfAsync(reading.Record, stop);
        return ApiDesk.One(new DisclosureDetail(
            DisclosureTable.Of(row, desk.Today, desk.Url), await ContentAsync(reading.Record, reading.Version, disclosures, desk, stop),
            [.. (await reader.HistoryAsync(reading.Record, reading.Version, stop)).Select(v => new VersionLineData(
                v.Number, ApiDesk.Code(v.Change), v.ChangeReason, v.PublishedAt, v.IsClosed, v.IsClosed ? null : desk.Url($"/api/v1/disclosures/{address}/versions/{v.Number}")))],
            [.. standing.Acts.Select(a => new ValidityActData(ApiDesk.Code(a.Kind), a.EffectiveOn, a.NewExpiresOn, a.Reason, a.Basis, a.At, a.IsCorrected))],
            [.. standing.Replaces.Select(r => Link(r.Document.Address, r.Document.Title, desk))], [.. standing.ReplacedBy.Select(r => Link(r.Document.Address, r.Document.Title, desk))],
            [.. block.Material.Select(m => Link(m.Address, m.Title, desk))], [.. (await responses.OfPolicyAsync(row.Id, stop)).Select(r => Link(r.Address, r.Title, desk))], await desk.NoticeAsync()));
    }

    /// <summary>One version with its text.</summary>
    public static async Task<IResult> VersionAsync(string address, int number, DisclosureReader reader, OpenDisclosures disclosures, ApiDesk desk, CancellationToken stop)
    {
        if (desk.Read().Refusal is { } refusal) return refusal;
        var reading = await reader.ReadAsync(address, PublicPart.Versions, number, stop);
        return reading.IsOpen ? ApiDesk.One(await ContentAsync(reading.Record, reading.Version, disclosures, desk, stop)) : Closed(reading, desk);
    }

    /// <summary>A page of what was public and is not any more.</summary>
    public static async Task<IResult> RemovalsAsync([AsParameters] PageParameters page, [AsParameters] RemovalParameters filter, OpenDisclosures disclosures, ApiDesk desk, CancellationToken stop)
    {
        var reading = desk.Read(page, filter).Page(page, OpenDisclosures.Removals, OpenDisclosures.RemovalKey, c => c.Id(0) is not null);
        var since = reading.Since(filter.ChangedSince);
        if (reading.Refusal is { } refusal) return refusal;
        var found = await disclosures.RemovalsAsync(since, reading.After, reading.Limit, stop);
        return await desk.ListAsync(reading, RemovalTable, [.. found.Rows.Select(r => Removal(r, desk))], found.Next);
    }

    /// <summary>A document to go to.</summary>
    internal static DocumentLink Link(string address, string? title, ApiDesk desk) => new(address, title, desk.Url("/disclosures/" + address));

    private static IResult Closed(PublicReading reading, ApiDesk desk) => reading switch
    {
        { Status: StatusCodes.Status410Gone, Record: { } record } when record.Shows(PublicPart.Lists) => ApiProblems.VersionGone(desk.Http),
        { Status: StatusCodes.Status410Gone, Record: { } record } => ApiProblems.Gone(desk.Http, Removal(record, desk)),
        { Record: not null } => ApiProblems.Missing(desk.Http, "没有这一版。全部版本见该信息的 versions。"),
        _ => ApiProblems.Missing(desk.Http, "没有这条信息。全部公开信息见 /api/v1/disclosures。"),
    };

    // What may be told of it is said by the one table: a neutral closure gives neither reason nor words.
    private static RemovalData Removal(PublicRecord record, ApiDesk desk)
    {
        var told = record.Shows(PublicPart.Notice) ? record.Withdrawal : null;
        return new RemovalData(
            record.Address, record.IndexNumber, ApiDesk.Code(record.IsNeutral ? PublicStanding.Suspended : record.Standing), told is null ? null : ApiDesk.Code(told.Reason), told?.Notice ?? "", record.ClosedAt,
            desk.Organisation(record.OrganisationSlug, record.OrganisationName), told is { ReplacementAddress.Length: > 0 } ? desk.Url("/disclosures/" + told.ReplacementAddress) : null, desk.Url(record.Path));
    }

    private static async Task<VersionData> ContentAsync(PublicRecord record, PublicVersion version, OpenDisclosures disclosures, ApiDesk desk, CancellationToken stop) => new(
        version.Number, ApiDesk.Code(version.Change), version.ShownReason, version.PublishedAt, version.OrganisationName, version.Text.Title, version.Text.DocumentNumber, version.Text.Summary,
        version.Text.PlainSummary, version.Text.Keywords, version.Text.Source, version.Html, await disclosures.PlainTextAsync(version.Id, stop) ?? "", version.ContentHash, version.AwaitsSignature,
        [.. version.Attachments.Select(a => new AttachmentData(
            a.Ordinal, a.FileName, a.Kind, Core.Storage.FileKind.OfExtension(a.Kind)?.MimeType ?? "application/octet-stream", a.Size, a.Hash, a.MaskedPlaces,
            desk.Url(AttachmentLinks.VersionAddress(record.Address, version.Number, a.Ordinal, a.FileName))))],
        desk.Url($"{record.Path}/versions/{version.Number}"));
}
