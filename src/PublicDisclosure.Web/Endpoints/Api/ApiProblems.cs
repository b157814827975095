using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>How the read API writes: JSON with readable Chinese, errors as problem documents (RFC 9457) that say what to do.</summary>
public static class ApiProblems
{
    /// <summary>Media type of a problem.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>Where the API stands.</summary>
    public const string Root = "/api/";

    /// <summary>Text stays readable. Markup need not be escaped: the answer is JSON by its type, which no browser guesses at (nosniff).</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Written = new(Json) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The request cannot be read; every reason at once.</summary>
    public static IResult Unreadable(HttpContext http, IEnumerable<string> reasons) => Of(http, StatusCodes.Status400BadRequest, "请求有误", string.Join(" ", reasons));

    /// <summary>There is nothing at the address.</summary>
    public static IResult Missing(HttpContext http, string detail) => Of(http, StatusCodes.Status404NotFound, "没有找到", detail);

    /// <summary>It was public and is not any more.</summary>
    public static IResult Gone(HttpContext http, RemovalData removal) =>
        Of(http, StatusCodes.Status410Gone, "已停止公开", "该信息已停止公开。如保存有副本，请删除。", problem => problem.Extensions["removal"] = removal);

    /// <summary>A version was public and is closed for good; others of the disclosure are not.</summary>
    public static IResult VersionGone(HttpContext http) => Of(http, StatusCodes.Status410Gone, "已停止公开", "这一版已停止公开。如保存有副本，请删除。现行版本仍可读取。");

    /// <summary>The file of the whole is being made anew, because something in it was closed.</summary>
    public static IResult BeingMade(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "60";
        return Of(http, StatusCodes.Status503ServiceUnavailable, "正在重新生成", "有信息刚刚停止公开，文件正在重新生成，请一分钟后再下载。");
    }

    /// <summary>What an address of the API answers with when something else than an endpoint refused it: 404, 405, 429, 500.</summary>
    /// <param name="http">The request.</param>
    /// <param name="asked">The address that was asked for.</param>
    public static Task WriteAsync(HttpContext http, string asked)
    {
        var publishes = PublishEndpoints.IsPublishing(asked);
        // What is written with a key is nothing for scripts of other sites.
        if (publishes) http.Response.Headers.CacheControl = "no-store";
        else http.Response.Headers.AccessControlAllowOrigin = "*";
        if (http.Response.StatusCode == StatusCodes.Status429TooManyRequests) http.Response.Headers.RetryAfter = "60";
        var (title, detail) = http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => ("没有找到", "没有这个接口。全部接口见 /api/v1/openapi.json。"),
            StatusCodes.Status405MethodNotAllowed when publishes => ("请求方法有误", "登记和送来草稿请用 POST，查询请用 GET 并在地址后面加上 id。用法见 /api/v1/openapi.json。"),
            StatusCodes.Status429TooManyRequests when publishes => ("请求过于频繁", "请等一分钟再继续。"),
            StatusCodes.Status405MethodNotAllowed => ("请求方法有误", "本接口只供读取，请用 GET。"),
            StatusCodes.Status429TooManyRequests => ("请求过于频繁", "请等一分钟再继续。读取全部数据请用“开放数据”页面的整库下载。"),
            >= 500 => ("系统出现错误", "请求没有办理成功，问题已经记录，请稍后重试。"),
            _ => ("请求有误", "请求无法识别。用法见 /open-data。"),
        };
        return Of(http, http.Response.StatusCode, title, detail).ExecuteAsync(http);
    }

    /// <summary>A problem with anything more that a program may want to know.</summary>
    public static IResult Of(HttpContext http, int status, string title, string detail, Action<ProblemDetails>? more = null)
    {
        var problem = new ProblemDetails
        {
            Status = status,
            Title = title,
            Detail = detail,
            Extensions = { ["traceId"] = http.TraceIdentifier },
        };
        more?.Invoke(problem);
        return Results.Json(problem, Written, MediaType, status);
    }
}
