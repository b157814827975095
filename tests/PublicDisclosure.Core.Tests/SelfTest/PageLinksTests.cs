using PublicDisclosure.Core.SelfTest;
using PublicDisclosure.Core.Tests.Guards;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Tests.SelfTest;

public sealed class PageLinksTests
{
    private const string Page = "/disclosures/mzj-2026-00001";

    [Fact]
    public void In_RenderedText_FindsEachLinkAndPictureOnce()
    {
        var html = MarkdownRenderer.Render("[旧文](/disclosures/mzj-2025-00002) 和 [旧文](/disclosures/mzj-2025-00002)，![图](/disclosures/mzj-2026-00001/versions/1/attachments/1/a.png)，<https://example.gov.cn/x?a=1&b=2>，[信箱](mailto:a@b.cn)。").Html;

        var found = PageLinks.In(html, Page, "");

        Assert.Equal(
            ["/disclosures/mzj-2025-00002", "https://example.gov.cn/x?a=1&b=2", "mailto:a@b.cn", "/disclosures/mzj-2026-00001/versions/1/attachments/1/a.png"],
            found.Select(l => l.Written));
        Assert.Equal([false, true, false, false], found.Select(l => l.IsElsewhere));
        Assert.Equal([false, false, false, true], found.Select(l => l.IsPicture));
    }

    [Theory]
    [InlineData("/organisations/mzj?x=1#top", "/organisations/mzj")]
    [InlineData("mzj-2026-00009", "/disclosures/mzj-2026-00009")]
    [InlineData("../organisations", "/organisations")]
    [InlineData("https://www.guiping.gov.cn/five/result", "/five/result")]
    [InlineData("/catalogue/social-assistance/%E4%BD%8E", "/catalogue/social-assistance/低")]
    [InlineData("?q=1", "/disclosures/mzj-2026-00001")]
    public void Read_OwnAddress_BecomesAPath(string written, string path) => Assert.Equal(path, PageLink.Read(written, false, Page, "www.guiping.gov.cn").Path);

    [Theory]
    [InlineData("https://www.gxzf.gov.cn/five/result")]
    [InlineData("//www.gxzf.gov.cn/a")]
    public void Read_OtherHost_IsElsewhere(string written) => Assert.True(PageLink.Read(written, false, Page, "www.guiping.gov.cn").IsElsewhere);

    [Fact]
    public void HasPlace_HeadingAndFootnote_AreThereAndOthersNot()
    {
        var html = MarkdownRenderer.Render("# 一、总则\n\n正文[^1]。\n\n[^1]: 注释").Html;

        Assert.True(PageLinks.HasPlace(html, "s-1"));
        Assert.All(PageLinks.In(html, Page, "").Where(l => l.OwnPlace.Length > 0), l => Assert.True(PageLinks.HasPlace(html, l.OwnPlace), l.Written));
        Assert.NotEmpty(PageLinks.In(html, Page, ""));
        Assert.False(PageLinks.HasPlace(html, "第一章"));
    }

    /// <summary>The map of addresses against the list of what is open to everybody, which the site's own sweep holds against its endpoints.</summary>
    [Fact]
    public void PublicAddresses_EveryOpenEndpoint_IsOnTheMap()
    {
        var open = Repository.Read("tests/PublicDisclosure.Web.Tests/Sweeps/open-endpoints.txt").Split('\n').Select(line => line.Split(" #")[0].Trim())
            .Where(path => path.Length > 0 && !path.StartsWith("/health/", StringComparison.Ordinal) && !path.StartsWith("/status/", StringComparison.Ordinal) && !path.Contains("**", StringComparison.Ordinal));
        var missing = open.Select(Filled).Where(path => PublicAddresses.Read(path).Kind == PublicTargetKind.Nothing);

        Assert.Empty(missing);
        Assert.Equal(PublicTargetKind.Nothing, PublicAddresses.Read("/planted/{id:guid}").Kind);

        static string Filled(string pattern) => System.Text.RegularExpressions.Regex.Replace(
            pattern.Replace("{code:length(18)}", "11450881007567890X", StringComparison.Ordinal).Replace("{number:regex(^\\d{{4}}-\\d{{5}}$)}", "2026-00001", StringComparison.Ordinal)
                .Replace("{number:length(15)}", "20260302-012345", StringComparison.Ordinal).Replace("{format:regex(^(xlsx|csv)$)}", "csv", StringComparison.Ordinal), @"\{(\w+):int\}|\{\w+(:\w+)?\}", m => m.Groups[1].Success ? "1" : "x");
    }

    [Theory]
    [InlineData("/", "Page")]
    [InlineData("/catalogue/a/export.csv", "Domain")]
    [InlineData("/policies/cleanup", "Page")]
    [InlineData("/calendar/due/mzj-2026-00001", "Page")]
    [InlineData("/disclosures/mzj-2026-00001", "Disclosure")]
    [InlineData("/disclosures/mzj-2026-00001/print", "Disclosure")]
    [InlineData("/disclosures/mzj-2026-00001/versions/2", "Version")]
    [InlineData("/disclosures/mzj-2026-00001/changes/1/2", "Version")]
    [InlineData("/disclosures/mzj-2026-00001/versions/2/attachments/3/表.xlsx", "Attachment")]
    [InlineData("/disclosures/11450881007567890X/2026-00012", "IndexNumber")]
    [InlineData("/organisations/mzj/annual-reports", "Organisation")]
    [InlineData("/organisations/mzj/nowhere", "Nothing")]
    [InlineData("/catalogue/a", "Domain")]
    [InlineData("/catalogue/a/b", "Item")]
    [InlineData("/five/result", "Aspect")]
    [InlineData("/admin/disclosures", "Staff")]
    [InlineData("/preview/abc", "Staff")]
    [InlineData("/disclosures/a/versions/zwei", "Nothing")]
    [InlineData("/xxgk/201901/t20190110_1.html", "Nothing")]
    [InlineData("/disclosures/a/b/c/d/e/f/g/h", "Nothing")]
    public void PublicAddresses_Path_IsToldApart(string path, string kind) => Assert.Equal(kind, PublicAddresses.Read(path).Kind.ToString());
}
