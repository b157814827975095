using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>
/// The read API (docs/api.md): what the pages show, for programs. Open to everybody and to scripts of any site, without a key; answers
/// are revalidated like pages.
/// </summary>
public static class ApiEndpoints
{
    /// <summary>Where everything stands.</summary>
    public const string Root = "/api/v1";

    /// <summary>Address of the description (OpenAPI).</summary>
    public const string Description = Root + "/openapi.json";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps every address below <see cref="Root"/>.</summary>
    public static void MapReadApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).AllowAnonymous().RequireCors(ApiServices.AnyOrigin).RequireRateLimiting(ApiServices.Limit).WithMetadata(new RevalidatedAttribute());
        api.AddEndpointFilter(async (context, next) =>
        {
            // The pages are for search engines; a list of persons must not stay in one through its data.
            context.HttpContext.Response.Headers["X-Robots-Tag"] = "noindex";
            return await next(context);
        });
        List<OrganisationData>(api, "/organisations", CatalogueApi.OrganisationsAsync, "公开主体", "全部单位，按目录次序；撤并的单位也在内（isActive 为 false）。");
        One<OrganisationData>(api, "/organisations/{slug}", CatalogueApi.OrganisationAsync, "公开主体", "一个单位。");
        List<DomainData>(api, "/domains", CatalogueApi.DomainsAsync, "标准目录", "全部领域，一次给全。");
        List<ItemData>(api, "/items", CatalogueApi.ItemsAsync, "标准目录", "市本级现行标准目录的公开事项：依据、时限、主体、渠道、五公开。");
        One<ItemData>(api, "/items/{code}", CatalogueApi.ItemAsync, "标准目录", "一个公开事项。");
        List<DutyData>(api, "/duties", CatalogueApi.DutiesAsync, "标准目录", "公开责任：哪个单位应当公开哪个事项。");
        List<DisclosureData>(api, "/disclosures", DisclosuresApi.ListAsync, "公开信息", "此刻公开的全部信息，从新到旧，不含正文。changedSince 用于增量更新，同时请读 /api/v1/removals 删除已停止公开的。");
        One<DisclosureDetail>(api, "/disclosures/{address}", DisclosuresApi.OneAsync, "公开信息", "一条信息：正文、附件、版本、有效性。已停止公开的答 410，并说明原因。").Produces<ProblemDetails>(StatusCodes.Status410Gone, ApiProblems.MediaType);
        One<VersionData>(api, "/disclosures/{address}/versions/{number:int}", DisclosuresApi.VersionAsync, "公开信息", "一条信息的某一版。").Produces<ProblemDetails>(StatusCodes.Status410Gone, ApiProblems.MediaType);
        List<RemovalData>(api, "/removals", DisclosuresApi.RemovalsAsync, "公开信息", "曾经公开、现已停止公开的信息（撤回、暂停、公示期满）。保存副本的，请据此删除。");
        List<InterpretationData>(api, "/interpretations", MaterialApi.InterpretationsAsync, "解读回应", "政策解读，从新到旧。");
        List<ResponseData>(api, "/responses", MaterialApi.ResponsesAsync, "解读回应", "回应关切，从新到旧。");
        List<CoverageCellData>(api, "/coverage", FiguresApi.CoverageAsync, "公开情况", "各单位在各领域的公开情况。");
        List<CoverageDutyData>(api, "/coverage/duties", FiguresApi.DutiesAsync, "公开情况", "每一项公开责任的落实情况。");
        List<CalendarDayData>(api, "/calendar/{year:int}", FiguresApi.CalendarAsync, "工作日历", "一年中的每一天是不是工作日，以及依据。").Produces<ProblemDetails>(StatusCodes.Status404NotFound, ApiProblems.MediaType);
        routes.MapMethods(DownloadsEndpoint.Route, Reading, DownloadsEndpoint.GetAsync).AllowAnonymous().RequireCors(ApiServices.AnyOrigin).RequireRateLimiting(ApiServices.Limit);
        routes.MapOpenApi(Description).AllowAnonymous().RequireCors(ApiServices.AnyOrigin).WithMetadata(new RevalidatedAttribute());
    }

    private static RouteHandlerBuilder List<T>(RouteGroupBuilder api, string path, Delegate handler, string tag, string description) =>
        Described(api.MapMethods(path, Reading, handler), tag, description).Produces<ListAnswer<T>>(StatusCodes.Status200OK, "application/json", "text/csv", ApiDesk.Xlsx);

    private static RouteHandlerBuilder One<T>(RouteGroupBuilder api, string path, Delegate handler, string tag, string description) =>
        Described(api.MapMethods(path, Reading, handler), tag, description).Produces<T>(StatusCodes.Status200OK, "application/json").Produces<ProblemDetails>(StatusCodes.Status404NotFound, ApiProblems.MediaType);

    private static RouteHandlerBuilder Described(RouteHandlerBuilder endpoint, string tag, string description) => endpoint
        .WithTags(tag).WithSummary(description.Split('。', '：', '，')[0]).WithDescription(description)
        .Produces(StatusCodes.Status304NotModified).Produces<ProblemDetails>(StatusCodes.Status400BadRequest, ApiProblems.MediaType).Produces<ProblemDetails>(StatusCodes.Status429TooManyRequests, ApiProblems.MediaType);
}
