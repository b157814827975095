namespace PublicDisclosure.Web.Infrastructure;

/// <summary>Whether pages must say 演示站点，非政府网站: from the first start until an installation is known to hold no demo data.</summary>
public sealed class DemoNotice
{
    /// <summary>The words every page, print, feed and answer carries while demo data exists.</summary>
    public const string Text = "演示站点，非政府网站";

    /// <summary>True while the notice must be shown.</summary>
    public Task<bool> IsShownAsync() => Task.FromResult(true);
}
