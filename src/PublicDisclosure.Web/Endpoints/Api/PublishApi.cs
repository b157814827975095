using PublicDisclosure.Core.ApiKeys;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>
/// What business systems send and ask. It ends at the draft: whatever follows is done by people on the staff pages.
/// </summary>
public static class PublishApi
{
    /// <summary>Header with the request's own number.</summary>
    public const string IdempotencyHeader = "Idempotency-Key";

    /// <summary>Header that marks the answer to a request answered before.</summary>
    public const string RepeatedHeader = "Idempotency-Replayed";

    /// <summary>POST /formed-records</summary>
    public static async Task<IResult> RegisterAsync(HttpContext http, SystemIntake intake, ArrivalReader reader, CoverageUpdates coverage, SiteAddress site, CancellationToken stop)
    {
        if (Number(http) is not { } number) return PublishProblems.Of(http, StatusCodes.Status400BadRequest, "Request.NumberMissing", KeptAnswer.IdempotencyKeyLength);
        var (body, problem) = await PublishBodies.ReadAsync<FormedRecordRequest>(http, takesFiles: false, PublishBodies.LargestJson, stop);
        if (body is null) return problem!;
        var sent = body.Value;
        return await AnswerAsync(http, new Arriving(http.Holder(), number, body.Hash, sent.ExternalReference?.Trim() ?? "", IsRegistration: true)
        {
            Items = string.IsNullOrWhiteSpace(sent.Item) ? [] : [sent.Item.Trim()],
            Write = text => text with
            {
                Title = sent.Title ?? "",
                Kind = WordDraft.KindOf(sent.Title ?? "") ?? text.Kind,
                FormedOn = sent.FormedOn,
                DocumentNumber = sent.DocumentNumber ?? "",
                DocumentDate = sent.DocumentDate,
                TriggerOn = sent.TriggerOn,
            },
        }, intake, reader, coverage, site, stop);
    }

    /// <summary>POST /drafts</summary>
    public static async Task<IResult> DraftAsync(HttpContext http, SystemIntake intake, ArrivalReader reader, CoverageUpdates coverage, SiteAddress site, CancellationToken stop)
    {
        if (Number(http) is not { } number) return PublishProblems.Of(http, StatusCodes.Status400BadRequest, "Request.NumberMissing", KeptAnswer.IdempotencyKeyLength);
        var (body, problem) = await PublishBodies.ReadAsync<DraftRequest>(http, takesFiles: true, DraftUploads.LargestRequest, stop);
        if (body is null) return problem!;
        var sent = body.Value;
        return await AnswerAsync(http, new Arriving(http.Holder(), number, body.Hash, sent.ExternalReference?.Trim() ?? "", IsRegistration: false)
        {
            FormedRecordId = sent.FormedRecord,
            Items = sent.Items?.Select(i => i.Trim()).ToList(),
            Files = body.Files,
            Write = text => Write(sent, text),
        }, intake, reader, coverage, site, stop);
    }

    /// <summary>GET /drafts/{id}</summary>
    public static async Task<IResult> StatusAsync(HttpContext http, Guid id, ArrivalReader reader, SiteAddress site, CancellationToken stop) =>
        await reader.FindAsync(http.Holder(), id, stop) is { } found ? Results.Json(Of(found, site), ApiProblems.Json) : PublishProblems.Of(http, StatusCodes.Status404NotFound, "Arrival.NotFound");

    /// <summary>GET /formed-records/{id}</summary>
    public static async Task<IResult> RegistrationAsync(HttpContext http, Guid id, ArrivalReader reader, SiteAddress site, CancellationToken stop) =>
        await reader.FindAsync(http.Holder(), id, stop) is { } found && found.Draft.Arrival!.RegisteredAt is not null
            ? Results.Json(Of(found, site), ApiProblems.Json) : PublishProblems.Of(http, StatusCodes.Status404NotFound, "Arrival.NotFound");

    private static async Task<IResult> AnswerAsync(HttpContext http, Arriving sent, SystemIntake intake, ArrivalReader reader, CoverageUpdates coverage, SiteAddress site, CancellationToken stop)
    {
        var taken = await intake.TakeAsync(sent, stop);
        if (taken.Value is not { } receipt) return PublishProblems.Of(http, taken.Refusals);
        if (receipt.IsRepeat) http.Response.Headers[RepeatedHeader] = "true";
        // As after a form of the staff pages: the clock that was started shows at once.
        else await coverage.TryWorkOffAsync(stop);
        // Deleted from the bin since it was first answered.
        if (await reader.FindAsync(sent.Key, receipt.DisclosureId, stop) is not { } found) return PublishProblems.Of(http, StatusCodes.Status404NotFound, "Arrival.NotFound");
        var data = Of(found, site);
        http.Response.Headers.Location = data.ApiUrl;
        return Results.Json(data, ApiProblems.Json, statusCode: StatusCodes.Status201Created);
    }

    /// <summary>What was sent over what there is; a document is formed on its own date unless another is given, as on the edit form.</summary>
    private static DisclosureText Write(DraftRequest sent, DisclosureText text) => text with
    {
        // What the item proposes as a title is a help for people; a program says what it sends.
        Title = sent.Title ?? (sent.FormedRecord is null ? "" : text.Title),
        Body = sent.Body ?? text.Body,
        FormedOn = sent.FormedOn ?? text.FormedOn ?? sent.DocumentDate,
        DocumentDate = sent.DocumentDate ?? text.DocumentDate,
        DocumentNumber = sent.DocumentNumber ?? text.DocumentNumber,
        Kind = sent.Kind ?? WordDraft.KindOf(sent.Title ?? text.Title) ?? text.Kind,
        Genre = sent.Genre ?? text.Genre,
        TriggerOn = sent.TriggerOn ?? text.TriggerOn,
        EffectiveOn = sent.EffectiveOn ?? text.EffectiveOn,
        ExpiresOn = sent.ExpiresOn ?? text.ExpiresOn,
        DisplayUntil = sent.DisplayUntil ?? text.DisplayUntil,
        ObjectionContact = sent.ObjectionContact ?? text.ObjectionContact,
        Summary = sent.Summary ?? text.Summary,
        PlainSummary = sent.PlainSummary ?? text.PlainSummary,
        Keywords = sent.Keywords ?? text.Keywords,
        Source = sent.Source ?? text.Source,
    };

    private static ArrivalData Of(ArrivalStatus status, SiteAddress site)
    {
        var (draft, arrival) = (status.Draft, status.Draft.Arrival!);
        return new ArrivalData(
            draft.Id.ToString(), arrival.ExternalReference, arrival.SystemName, draft.Text.Title, [.. draft.Items.OrderBy(i => i.SortOrder).Select(i => i.ItemCode)], draft.Text.FormedOn, status.DueOn,
            arrival.RegisteredAt, arrival.DraftedAt, ApiDesk.Code(status.Stage), status.Reason,
            draft is { Address: { } address, IndexNumber: { } index, FirstPublishedAt: { } at }
                ? new PublishedData(address, index, BusinessClock.BeijingDate(at), draft.CurrentVersion, site.Of("/disclosures/" + address), site.Of($"{ApiEndpoints.Root}/disclosures/{address}")) : null,
            [.. status.Checklist.Select(f => new FindingData(ApiDesk.Code(f.Severity), f.Refusal.Code, PublishProblems.Field(f.Refusal.Field), RefusalTexts.Of(f.Refusal)))],
            [.. draft.Attachments.OrderBy(a => a.SortOrder).Select(a => new ArrivedFileData(a.FileName, a.Kind, a.Size, a.Hash, a.IsOriginal))],
            site.Of($"/admin/disclosures/{draft.Id}"), site.Of($"{ApiEndpoints.Root}/{(arrival.DraftedAt is null ? "formed-records" : "drafts")}/{draft.Id}"));
    }

    // Visible signs of ASCII: what every system can keep and send again the same.
    private static string? Number(HttpContext http) =>
        http.Request.Headers[IdempotencyHeader].ToString().Trim() is { Length: > 0 and <= KeptAnswer.IdempotencyKeyLength } number && number.All(c => c is > ' ' and <= '~') ? number : null;
}
