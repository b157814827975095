namespace PublicDisclosure.Web.Infrastructure;

/// <summary>A link of the public main navigation.</summary>
/// <param name="Text">The word shown.</param>
/// <param name="Path">Path of the column; the link is current on it and below it.</param>
/// <param name="AccessKey">Digit that leads there with the browser's own modifier; the accessibility statement lists them.</param>
public sealed record NavigationLink(string Text, string Path, string? AccessKey = null)
{
    /// <summary>True when the request is on this column or below it.</summary>
    public bool IsCurrent(PathString path) => Path == "/" ? path == "/" : path.StartsWithSegments(Path);
}

/// <summary>The public main navigation, in the order shown. A new public column adds its line here.</summary>
public static class PublicNavigation
{
    public static IReadOnlyList<NavigationLink> Links { get; } =
    [
        new("首页", "/", "1"),
        new("标准目录", "/catalogue", "2"),
        new("五公开", "/five"),
        new("公开机构", "/organisations", "4"),
        new("公开信息", "/disclosures", "3"),
        new("公开情况", "/coverage"),
        new("政策文件库", "/policies"),
        new("政策解读", "/interpretations", "5"),
        new("回应关切", "/responses"),
        new("网民留言", "/letters", "6"),
        new("撤回与更正", "/withdrawals"),
    ];

    /// <summary>The shorter one of the mode for elders: the columns most people come for, and the way to all others.</summary>
    public static IReadOnlyList<NavigationLink> Plain { get; } = [.. Links.Where(link => link.AccessKey is not null), new("全部栏目", "/sitemap")];
}
