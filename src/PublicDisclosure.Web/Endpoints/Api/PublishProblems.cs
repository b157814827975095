using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.ApiKeys;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>Refusals of the publish API: the words a clerk would read, with their codes, in a problem document (RFC 9457).</summary>
public static class PublishProblems
{
    private static readonly HashSet<string> Conflicts = ["Arrival.ReferenceTaken", "Arrival.TakenUp"];

    private static readonly Dictionary<string, string> FieldNames = new() { ["Uploads"] = "files", ["FormedRecordId"] = "formedRecord" };

    /// <summary>The answer to refusals, with the status that fits them.</summary>
    public static IResult Of(HttpContext http, IReadOnlyList<Refusal> refusals, int? status = null)
    {
        var code = status ?? StatusOf(refusals);
        if (code == StatusCodes.Status401Unauthorized) http.Response.Headers.WWWAuthenticate = "Bearer";
        return ApiProblems.Of(http, code, TitleOf(code), string.Join(' ', refusals.Select(RefusalTexts.Of).Distinct()), problem =>
        {
            problem.Extensions["code"] = refusals[0].Code;
            problem.Extensions["reasons"] = refusals.Select(r => new ReasonData(r.Code, Field(r.Field), RefusalTexts.Of(r))).ToList();
        });
    }

    /// <summary>The same for one.</summary>
    public static IResult Of(HttpContext http, int status, string code, params object[] arguments) => Of(http, [new Refusal(code, null, arguments)], status);

    /// <summary>Too many requests of a key.</summary>
    public static IResult TooMany(HttpContext http, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Of(http, StatusCodes.Status429TooManyRequests, "Request.TooMany", seconds);
    }

    /// <summary>A field of Core under its name in the API.</summary>
    public static string? Field(string? field) => field is null ? null : FieldNames.GetValueOrDefault(field) ?? JsonNamingPolicy.CamelCase.ConvertName(field);

    private static int StatusOf(IReadOnlyList<Refusal> refusals) =>
        refusals.Any(r => ApiKeyGate.Unknown.Contains(r.Code)) ? StatusCodes.Status401Unauthorized
        : refusals.Any(r => r.Code.StartsWith("ApiKey.", StringComparison.Ordinal)) ? StatusCodes.Status403Forbidden
        : refusals.Any(r => Conflicts.Contains(r.Code)) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "密钥不能使用",
        StatusCodes.Status403Forbidden => "没有权限",
        StatusCodes.Status404NotFound => "没有找到",
        StatusCodes.Status409Conflict => "与已有的内容冲突",
        StatusCodes.Status413PayloadTooLarge => "内容太大",
        StatusCodes.Status415UnsupportedMediaType => "请求格式有误",
        StatusCodes.Status422UnprocessableEntity => "没有收下",
        StatusCodes.Status429TooManyRequests => "请求过于频繁",
        _ => "请求有误",
    };
}
