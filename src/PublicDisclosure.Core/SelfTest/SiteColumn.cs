namespace PublicDisclosure.Core.SelfTest;

/// <summary>Kinds of public columns, each with an update rule of its own.</summary>
public enum SiteColumnKind
{
    /// <summary>首页</summary>
    Home,

    /// <summary>最新公开: the news-like stream of everything published.</summary>
    Newest,

    /// <summary>五公开</summary>
    Aspect,

    /// <summary>政策文件库</summary>
    Policies,

    /// <summary>领域</summary>
    Domain,

    /// <summary>机构专栏</summary>
    Organisation,

    /// <summary>公开指南</summary>
    Guide,

    /// <summary>公开制度</summary>
    Rules,

    /// <summary>法定主动公开内容</summary>
    Mandatory,

    /// <summary>公开年报</summary>
    AnnualReports,
}

/// <summary>A public column with what stands in it on a day.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Path">Its public address.</param>
/// <param name="Title">Name of its domain or organisation, or the coded name of its aspect; empty where the kind says it all.</param>
/// <param name="OrganisationId">Who keeps it up; null for the whole site.</param>
/// <param name="Count">How much the public finds there.</param>
/// <param name="NewestOn">Beijing date of the newest information that was published here; imported pages are not new.</param>
public sealed record SiteColumn(SiteColumnKind Kind, string Path, string Title, Guid? OrganisationId, int Count, DateOnly? NewestOn);
