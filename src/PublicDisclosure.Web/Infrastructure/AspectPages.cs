using PublicDisclosure.Core.Catalogue;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>One of the five disclosures as the public meets it.</summary>
/// <param name="Aspect">The coded value.</param>
/// <param name="Slug">Address part.</param>
/// <param name="Name">Two characters, as on the doors of the home page.</param>
/// <param name="Sentence">What lies behind the door, in one plain sentence.</param>
public sealed record AspectPage(DisclosureAspects Aspect, string Slug, string Name, string Sentence)
{
    /// <summary>Path of its page.</summary>
    public string Path => "/five/" + Slug;
}

/// <summary>The five, in official order (国办发〔2016〕80号).</summary>
public static class AspectPages
{
    public static IReadOnlyList<AspectPage> All { get; } =
    [
        new(DisclosureAspects.Decision, "decision", "决策", "草案征求意见、听证、规划和政策文件"),
        new(DisclosureAspects.Execution, "execution", "执行", "实施方案、工作进展、督查和整改情况"),
        new(DisclosureAspects.Management, "management", "管理", "权责清单、行政执法、监管和信用信息"),
        new(DisclosureAspects.Service, "service", "服务", "办事指南、申请条件、服务机构和补贴政策"),
        new(DisclosureAspects.Result, "result", "结果", "名单公示、验收审计、决算和办理结果"),
    ];

    /// <summary>The page of an address part, or null.</summary>
    public static AspectPage? Find(string? slug) => All.FirstOrDefault(a => a.Slug == slug);
}
