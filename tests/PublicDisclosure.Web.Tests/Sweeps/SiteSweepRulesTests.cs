using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>Planted violations that the sweeps over pages and links must catch.</summary>
public sealed class SiteSweepRulesTests
{
    private const string Head = "<title>标题</title><meta name=SiteName content=站><meta name=SiteDomain content=d><meta name=SiteIDCode content=1>";

    [Fact]
    public void Faults_SoundPage_None() => Assert.Empty(PageRules.Faults(Parse(
        $"<html lang=zh-CN><head>{Head}</head><body><main><h1>页</h1><h2>节</h2><label for=a>甲</label><input id=a><a href=/x>去</a><img src=/i.png alt=''></main></body></html>")));

    [Theory]
    [InlineData("<h1>一</h1><h1>二</h1>", "2 h1")]
    [InlineData("<h1> </h1>", "h1 is empty")]
    [InlineData("<h1>页</h1><h3>跳级</h3>", "h3 after h1")]
    [InlineData("<h1>页</h1><input name=q>", "no label")]
    [InlineData("<h1>页</h1><label for=q></label><select id=q></select>", "no label")]
    [InlineData("<h1>页</h1><input type=text aria-labelledby=gone>", "no label")]
    [InlineData("<h1>页</h1><a href=/x> </a>", "empty a")]
    [InlineData("<h1>页</h1><button></button>", "empty button")]
    [InlineData("<h1>页</h1><a href=/x><img src=/i.png alt=''></a>", "empty a")]
    [InlineData("<h1>页</h1><img src=/i.png>", "no alt")]
    [InlineData("<h1 id=a>页</h1><p id=a>文</p>", "id twice: a")]
    [InlineData("<h1>页</h1><p aria-describedby=gone>文</p>", "aria-describedby to nothing")]
    [InlineData("<h1>页</h1><label for=gone>甲</label>", "label for nothing")]
    [InlineData("<h1>页</h1><p style='color:red'>文</p>", "inline: p")]
    [InlineData("<h1>页</h1><p onclick='f()'>文</p>", "inline: p onclick")]
    [InlineData("<h1>页</h1><script>f()</script>", "inline: script")]
    public void Faults_PlantedInMain_IsCaught(string main, string fault) => Assert.Contains(
        PageRules.Faults(Parse($"<html lang=zh-CN><head>{Head}</head><body><main>{main}</main></body></html>")), found => found.StartsWith(fault, StringComparison.Ordinal));

    [Fact]
    public void Faults_PlantedFrame_IsCaught()
    {
        var faults = PageRules.Faults(Parse("<html><body><h1>页</h1></body></html>")).ToList();

        Assert.Equal(["no lang", "no title", "not one main"], faults);
    }

    [Theory]
    [InlineData("", "no page tag ColumnName,no page tag ColumnType,no page tag ColumnDescription,no page tag ColumnKeywords")]
    [InlineData("<meta name=ColumnName content=栏><meta name=ColumnType content=类><meta name=ArticleTitle content=题><meta name=PubDate content=2026-1-5>", "no page tag ContentSource,PubDate '2026-1-5' is not yyyy-MM-dd HH:mm")]
    public void TagFaults_PlantedPage_AreCaught(string tags, string faults) =>
        Assert.Equal(faults.Split(','), PageRules.TagFaults(Parse($"<head>{Head}{tags}</head>"), isHome: false, isUtility: false));

    [Fact]
    public void TagFaults_PageWithoutSiteTags_AreCaught() =>
        Assert.Equal(3, PageRules.TagFaults(Parse("<title>t</title>"), isHome: true, isUtility: false).Count());

    [Fact]
    public async Task Crawl_PlantedSite_FindsWhatDoesNotResolve()
    {
        var map = SiteMap.Of([Page("/"), Page("things/{id}", "", "Save"), Page("things")]);
        var site = new Dictionary<string, string>
        {
            ["/"] = "<a href=/things/1#here></a><a href=/things/1#gone></a><a href=/lost></a><a href=https://elsewhere.example/lost></a><img src=/i.png><a href='?after=9'></a>",
            ["/things/1"] = "<p id=here></p><form method=post action='?handler=Save'><button>x</button></form><form method=post action=/things><button formaction='?handler=Save'>x</button></form><form method=post action='?handler=Burn'><button>x</button><button formaction=/things></button></form><form action=/searches><input name=q></form>",
            ["/?after=9"] = "<link rel=stylesheet href=/a.css><a href=/withdrawn>x</a>",
        };
        var crawl = await new Crawl(map, address => Task.FromResult(new CrawlAnswer(
            site.ContainsKey(address) ? 200 : address == "/withdrawn" ? 410 : 404, null, site.GetValueOrDefault(address))), perShape: 9).FromAsync("/");

        Assert.Equal(
            [
                "/: /i.png answers 404", "/: /lost answers 404", "/: /things/1#gone has no target", "/?after=9: /a.css answers 404",
                "/things/1: /searches answers 404", "/things/1: no page takes the form /things", "/things/1: no page takes the form /things/1?handler=Burn",
            ], crawl.Faults.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Crawl_ManyAddressesOfAKind_VisitsAFew()
    {
        var asked = new List<string>();
        var links = string.Concat(Enumerable.Range(1, 50).Select(n => $"<a href=/things/{n}>x</a>"));
        await new Crawl(SiteMap.Of([Page("/"), Page("things/{id}")]), address =>
        {
            asked.Add(address);
            return Task.FromResult(new CrawlAnswer(200, null, links));
        }, perShape: 3).FromAsync("/");

        Assert.Equal(["/", "/things/1", "/things/2", "/things/3"], asked);
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static RouteEndpoint Page(string path, params string[] posts) => new(
        _ => Task.CompletedTask, RoutePatternFactory.Parse(path), 0,
        new EndpointMetadataCollection(new CompiledPageActionDescriptor
        {
            HandlerMethods = [.. posts.Select(name => new HandlerMethodDescriptor { HttpMethod = "Post", Name = name })],
        }), path);
}
