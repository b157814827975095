using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PublicDisclosure.Web.Pages.Status;

/// <summary>The page behind every error answer. It reads nothing, so that it can be shown whatever is broken.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel : PageModel
{
    private static readonly Dictionary<int, StatusText> Texts = new()
    {
        [400] = new("请求无法识别", "页面可能已经过期，或者地址、填写的内容不完整。请返回上一页刷新后重试。"),
        [403] = new("没有权限", "您的账号没有查看或办理此事项的权限。如工作需要，请联系本单位管理员。"),
        [404] = new("没有找到该页面", "地址可能输入有误，或者该内容尚未公开。您可以从目录或检索查找。"),
        [405] = new("请求无法识别", "此地址不接受这样的请求。请从页面上的链接或按钮进入。"),
        [410] = new("该内容已停止公开", "该内容不再提供。有关说明请打开该信息的原网址，或在“撤回与更正”栏目查询。"),
        [413] = new("提交的内容过大", "文件或内容超过允许的大小。请压缩或拆分后重新提交。"),
        [422] = new("提交的内容需要修改", "提交的内容不符合要求，请返回修改后重新提交。"),
        [429] = new("请求过于频繁", "短时间内请求次数过多，请稍后再试。"),
        [500] = new("系统出现错误", "您的请求没有办理成功，问题已经记录。请稍后重试，或联系政务公开主管部门。"),
        [503] = new("系统暂时不可用", "系统正在维护，请稍后再试。"),
    };

    /// <summary>What the page says.</summary>
    public StatusText Text { get; private set; } = Texts[404];

    /// <summary>Number under which the request is found in the logs.</summary>
    public string TraceId => HttpContext.TraceIdentifier;

    /// <summary>Shows the page of a code; a code without a page of its own, or a visit by hand, reads as 404.</summary>
    public void OnGet(int code)
    {
        if (!Texts.TryGetValue(code, out var text)) (code, text) = (code is >= 400 and < 600 ? code : 404, Texts[code >= 500 ? 500 : 404]);
        Text = text;
        Response.StatusCode = code;
    }

    /// <summary>Title and advice of a status page.</summary>
    public sealed record StatusText(string Title, string Explanation);
}
