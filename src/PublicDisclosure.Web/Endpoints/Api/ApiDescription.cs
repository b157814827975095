using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>The description of the API (OpenAPI 3.1): the same endpoints that answer, and nothing else of the site.</summary>
public static class ApiDescription
{
    /// <summary>Sets it up.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "政务公开数据接口",
                Version = "1",
                Description = "读取公开目录、公开信息、解读回应、公开情况和工作日历，无须密钥；业务系统凭密钥登记形成信息、送来草稿、查询状态。列表按 next 给出的地址逐页读取；答复带 ETag，内容未变答 304；错误为 application/problem+json。说明见 /open-data。",
            };
            // A HEAD is answered like its GET and would only double the reading.
            foreach (var path in document.Paths.Values) path.Operations?.Remove(HttpMethod.Head);
            return Task.CompletedTask;
        });
    }
}
