using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using PublicDisclosure.Core.ApiKeys;
using PublicDisclosure.Web.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>Maps the publish API (docs/api.md): for business systems with a key, never for scripts of other sites, never from a cache.</summary>
public static class PublishEndpoints
{
    /// <summary>Name of the limit per network address.</summary>
    public const string Limit = "publish-api";

    /// <summary>Its addresses.</summary>
    public const string FormedRecords = ApiEndpoints.Root + "/formed-records", Drafts = ApiEndpoints.Root + "/drafts";

    private const string Tag = "业务系统送件";

    /// <summary>Whether an address is one of the publish API.</summary>
    public static bool IsPublishing(PathString path) => path.StartsWithSegments(FormedRecords) || path.StartsWithSegments(Drafts);

    /// <summary>Registers what it needs.</summary>
    public static IServiceCollection AddPublishApi(this IServiceCollection services)
    {
        services.AddSingleton<PublishLimit>();
        services.AddRateLimiter(options => options.AddPolicy(Limit, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = context.RequestServices.GetRequiredService<IOptions<PublishApiOptions>>().Value.AttemptsPerMinute, Window = TimeSpan.FromMinutes(1) })));
        return services;
    }

    /// <summary>Maps it.</summary>
    public static void MapPublishApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").AllowAnonymous().RequireRateLimiting(Limit);
        Described(api.MapPost(FormedRecords, PublishApi.RegisterAsync), ApiScopes.Register, "登记形成信息。", "信息一形成就登记，公开时限从形成日期起算；内容以后用 /api/v1/drafts 补送。登记的是单位的一份草稿，由经办人办理。")
            .WithMetadata(new RequestSizeLimitAttribute(PublishBodies.LargestJson + 1024)).AddOpenApiOperationTransformer((operation, context, stop) => AddBodyAsync<FormedRecordRequest>(operation, context, withFiles: false, stop));
        Described(api.MapPost(Drafts, PublishApi.DraftAsync), ApiScopes.Draft, "送来草稿。", "草稿进入经办人的待办事项，经核对、提交、保密审查、审签后才会公开。带附件的用 multipart/form-data：draft 为 JSON，files 为附件（可多个），original 为原件。")
            .WithMetadata(new RequestSizeLimitAttribute(DraftUploads.LargestRequest)).AddOpenApiOperationTransformer((operation, context, stop) => AddBodyAsync<DraftRequest>(operation, context, withFiles: true, stop));
        Described(api.MapGet(FormedRecords + "/{id:guid}", PublishApi.RegistrationAsync), ApiScopes.Status, "查询一条登记。", "登记的信息办到哪一步、应当何时公开。");
        Described(api.MapGet(Drafts + "/{id:guid}", PublishApi.StatusAsync), ApiScopes.Status, "查询一份草稿。", "草稿、待审、退回（带原因）、待发布、已发布（带公开地址、索引号、日期）、已撤回等。");
    }

    private static RouteHandlerBuilder Described(RouteHandlerBuilder endpoint, ApiScopes scope, string summary, string description)
    {
        var isPost = scope != ApiScopes.Status;
        var described = endpoint.RequireKey(scope).WithTags(Tag).WithSummary(summary.TrimEnd('。')).WithDescription(description)
            .Produces<ArrivalData>(isPost ? StatusCodes.Status201Created : StatusCodes.Status200OK, "application/json").AddOpenApiOperationTransformer(AddKeyAsync);
        int[] refusals = isPost ? [400, 401, 403, 409, 413, 415, 422, 429] : [401, 403, 404, 429];
        foreach (var status in refusals) described.Produces<ProblemDetails>(status, ApiProblems.MediaType);
        return isPost ? described.AddOpenApiOperationTransformer(AddNumberAsync) : described;
    }

    private static Task AddKeyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        var document = context.Document!;
        document.AddComponent("key", new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "单位管理员在平台“业务系统密钥”页制发的密钥，以 pdk_ 开头。" });
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", document)] = [] }];
        return Task.CompletedTask;
    }

    private static Task AddNumberAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = PublishApi.IdempotencyHeader,
            In = ParameterLocation.Header,
            Required = true,
            Description = "本次请求的编号，由业务系统自定，例如 UUID。同一请求重发时用同一编号，只会办理一次。",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = KeptAnswer.IdempotencyKeyLength },
        });
        return Task.CompletedTask;
    }

    // Described here and not by Accepts(), which would answer another type with 415 and not a word before the key was asked for.
    private static async Task AddBodyAsync<T>(OpenApiOperation operation, OpenApiOperationTransformerContext context, bool withFiles, CancellationToken stop)
    {
        context.Document!.AddComponent(typeof(T).Name, await context.GetOrCreateSchemaAsync(typeof(T), null, stop));
        var json = new OpenApiSchemaReference(typeof(T).Name, context.Document);
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new OpenApiMediaType { Schema = json } },
        };
        if (!withFiles) return;
        operation.RequestBody.Content!["multipart/form-data"] = new OpenApiMediaType
        {
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = new HashSet<string> { "draft" },
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["draft"] = json,
                    ["files"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
                    ["original"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                },
            },
        };
    }
}
