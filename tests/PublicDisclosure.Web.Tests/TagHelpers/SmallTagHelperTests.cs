using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.TagHelpers;
using QRCoder;

namespace PublicDisclosure.Web.Tests.TagHelpers;

public sealed class SmallTagHelperTests
{
    [Fact]
    public async Task Time_Date_ReadsAsChineseReadersWriteIt()
    {
        var body = await TagHelperBench.RunAsync(new TimeTagHelper { On = new DateOnly(2026, 1, 5) }, "time");

        Assert.Equal("2026年1月5日", body.TextContent);
        Assert.Equal("2026-01-05", body.QuerySelector("time")!.GetAttribute("datetime"));
    }

    [Fact]
    public async Task Time_InstantLateInTheDayUtc_ShowsTheNextDayInBeijing()
    {
        var at = new DateTime(2026, 1, 4, 18, 30, 0, DateTimeKind.Utc);

        Assert.Equal("2026年1月5日 02:30", (await TagHelperBench.RunAsync(new TimeTagHelper { At = at }, "time")).TextContent);
        Assert.Equal("2026年1月5日", (await TagHelperBench.RunAsync(new TimeTagHelper { At = at, Compact = true }, "time")).TextContent);
    }

    [Fact]
    public async Task Time_AskedForWithoutAnElement_IsTheSameMarkup()
    {
        var (day, at) = (new DateOnly(2026, 1, 5), new DateTime(2026, 1, 4, 18, 30, 0, DateTimeKind.Utc));

        Assert.Equal("<time class=\"nowrap\" datetime=\"2026-01-05\">2026年1月5日</time>", TimeHtml.On(day).ToString());
        Assert.Equal("<time class=\"nowrap\" datetime=\"2026-01-04T18:30:00Z\">2026年1月5日 02:30</time>", TimeHtml.At(at).ToString());
        Assert.Equal("<time class=\"nowrap\" datetime=\"2026-01-04T18:30:00Z\">2026年1月5日</time>", TimeHtml.DayOf(at).ToString());
        Assert.Equal((await TagHelperBench.RunAsync(new TimeTagHelper { On = day }, "time")).InnerHtml, TimeHtml.On(day).ToString());
        Assert.Equal((await TagHelperBench.RunAsync(new TimeTagHelper { At = at }, "time")).InnerHtml, TimeHtml.At(at).ToString());
        Assert.Equal((await TagHelperBench.RunAsync(new TimeTagHelper { At = at, Compact = true }, "time")).InnerHtml, TimeHtml.DayOf(at).ToString());
        Assert.Equal((await TagHelperBench.RunAsync(new TimeTagHelper(), "time")).InnerHtml, TimeHtml.On(null).ToString());
        Assert.Same(TimeHtml.On(day), TimeHtml.On(day));
    }

    [Fact]
    public async Task Status_AskedForWithoutAnElement_IsTheSameMarkup()
    {
        Assert.Equal("<span class=\"status status-amber\">逾期公开</span>", StatusHtml.Of("amber", "逾期公开").ToString());
        Assert.Equal((await TagHelperBench.RunAsync(new StatusTagHelper { Tone = "amber" }, "status", new HtmlString("逾期公开"))).InnerHtml, StatusHtml.Of("amber", "逾期公开").ToString());
        foreach (var value in Enum.GetValues<Validity>())
            Assert.Equal((await TagHelperBench.RunAsync(new StatusTagHelper { Value = value }, "status")).InnerHtml, StatusHtml.Of(value).ToString());
        Assert.Equal("<span class=\"status status-red\">&lt;b&gt;</span>", StatusHtml.Of("red", "<b>").ToString());
        Assert.Same(StatusHtml.Of(Validity.InForce), StatusHtml.Of(Validity.InForce));
        Assert.Throws<ArgumentException>(() => StatusHtml.Of("pink", "有效"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DueDate_AskedForWithoutAnElement_IsTheSameMarkup(bool isEstimated)
    {
        var on = new DateOnly(2027, 1, 5);
        Estimate[]? estimates = isEstimated ? [new Estimate(EstimateReason.YearNotSigned, 2027)] : null;
        using var writer = new StringWriter();

        DueDateHtml.Of(on, "/calendar/due/a?b&c", estimates).WriteTo(writer, HtmlEncoder.Default);

        var asked = new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + writer).Body!;
        var helper = new DueDateTagHelper
        {
            On = on,
            Page = "/calendar/due/a?b&c",
            Estimates = estimates,
        };
        Assert.Equal((await TagHelperBench.RunAsync(helper, "due-date")).InnerHtml, asked.InnerHtml);
        Assert.Equal("/calendar/due/a?b&c", asked.QuerySelector("a.due-date")!.GetAttribute("href"));
        Assert.Equal(isEstimated, asked.QuerySelector(".estimate") is not null);
    }

    [Fact]
    public void Time_WithAnAttributeThatWouldBeLost_IsRefused()
    {
        var output = new TagHelperOutput("time", [new TagHelperAttribute("title", "到期日")], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        var context = new TagHelperContext([], new Dictionary<object, object>(), "test");

        var refused = Assert.Throws<InvalidOperationException>(() => new TimeTagHelper { On = new DateOnly(2026, 1, 5) }.Process(context, output));

        Assert.Contains("title", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_None_ShowsTheEmptyTextWithoutATimeElement()
    {
        var body = await TagHelperBench.RunAsync(new TimeTagHelper { Empty = "待填写" }, "time");

        Assert.Equal("待填写", body.TextContent);
        Assert.Null(body.QuerySelector("time"));
    }

    [Fact]
    public async Task Status_Tone_IsAClassBesideTheWord()
    {
        var body = await TagHelperBench.RunAsync(new StatusTagHelper { Tone = "green" }, "status", new HtmlString("有效"));

        Assert.Equal("status status-green", body.FirstElementChild!.ClassName);
        Assert.Equal("有效", body.TextContent);
    }

    [Fact]
    public async Task Status_UnknownTone_IsABug() =>
        await Assert.ThrowsAsync<ArgumentException>(() => TagHelperBench.RunAsync(new StatusTagHelper { Tone = "pink" }, "status"));

    [Fact]
    public async Task Status_CodedValueWithoutAWord_ShowsTheCode() =>
        Assert.Equal("Refused", (await TagHelperBench.RunAsync(new StatusTagHelper { Value = OutcomeKind.Refused }, "status")).TextContent);

    [Theory]
    [InlineData("<p>各镇：</p>\n<p>正文。</p>\n<p>县政府</p>\n<p>2026年1月5日</p>\n", "各镇：", "县政府", "2026年1月5日")]
    [InlineData("<p>县政府</p>\n<p>2026年1月5日</p>", null, "县政府", "2026年1月5日")]
    [InlineData("<p>县政府</p>\n<p>2026年1月5日</p>\n<p>附件</p>", null)]
    [InlineData("<p>2026年1月5日</p>", null)]
    [InlineData("", null)]
    public async Task Markdown_TheEndOnly_IsTheSignature(string html, string? salutation, params string[] signature)
    {
        var body = await TagHelperBench.RunAsync(new MarkdownTagHelper { Html = html }, "markdown");

        Assert.Equal(salutation, body.QuerySelector("p.salutation")?.TextContent);
        Assert.Equal(signature, body.QuerySelectorAll("p.signature").Select(p => p.TextContent));
    }

    [Fact]
    public async Task Markdown_FrozenHtml_IsWrittenAsItIs()
    {
        var body = await TagHelperBench.RunAsync(new MarkdownTagHelper { Html = "<h2>一、总则</h2>" }, "markdown");

        Assert.Equal("一、总则", body.QuerySelector("div.prose > h2")!.TextContent);
    }

    [Theory]
    [InlineData("<p>特此通知。</p>\n<p>桂平市民政局</p>\n<p>2026年3月2日</p>\n", 2)]
    [InlineData("<p>请于以下日期前报送。</p>\n<p>2026年3月2日</p>\n", 0)]
    [InlineData("<p>桂平市民政局</p>\n<p>2026年3月2日</p>\n<p>附件：名单</p>\n", 0)]
    public async Task Markdown_SignatureAndDateAtTheEnd_StandOnTheRight(string html, int signatures)
    {
        var body = await TagHelperBench.RunAsync(new MarkdownTagHelper { Html = html }, "markdown");

        Assert.Equal(signatures, body.QuerySelectorAll("p.signature").Length);
    }

    [Fact]
    public async Task Markdown_Salutation_IsMarked()
    {
        var body = await TagHelperBench.RunAsync(new MarkdownTagHelper { Html = "<p>各乡镇人民政府：</p>\n<p>现通知如下：</p>" }, "markdown");

        Assert.Equal("各乡镇人民政府：", Assert.Single(body.QuerySelectorAll("p.salutation")).TextContent);
    }

    [Fact]
    public async Task Marked_Pieces_AreMarkedAndTheTextEscaped()
    {
        var body = await TagHelperBench.RunAsync(new MarkedTagHelper { Pieces = [new("<b>", false), new("低保", true), new("</b>标准和", false), new("低保金", true)] }, "marked");

        Assert.Equal("<b>低保</b>标准和低保金", body.TextContent);
        Assert.Equal(["低保", "低保金"], body.QuerySelectorAll("mark").Select(m => m.TextContent));
    }

    [Fact]
    public async Task Pager_Filters_AreKeptAndThePositionReplaced()
    {
        var bench = new TagHelperBench();
        bench.View.HttpContext.Request.Path = "/disclosures";
        bench.View.HttpContext.Request.QueryString = new QueryString("?domain=05&after=old&q=");

        var body = await TagHelperBench.RunAsync(new PagerTagHelper { Next = "a b", ViewContext = bench.View }, "pager");

        Assert.Equal("/disclosures?domain=05&after=a%20b", Assert.Single(body.QuerySelectorAll("a")).GetAttribute("href"));
    }

    [Fact]
    public async Task Pager_OnlyPage_ShowsNothing()
    {
        var bench = new TagHelperBench();

        Assert.Empty((await TagHelperBench.RunAsync(new PagerTagHelper { ViewContext = bench.View }, "pager")).ChildNodes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task IfPolicy_Person_SeesTheContentOnlyWhenThePolicyAllows(bool allowed)
    {
        var bench = new TagHelperBench(services =>
            services.AddAuthorizationBuilder().AddPolicy("Review", p => p.RequireAssertion(c => c.User.HasClaim("may", "review"))));
        bench.View.HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity(allowed ? [new Claim("may", "review")] : [], "test"));
        var helper = new IfPolicyTagHelper(bench.Get<IAuthorizationService>()) { Name = "Review", ViewContext = bench.View };

        var body = await TagHelperBench.RunAsync(helper, "if-policy", new HtmlString("<a>审核</a>"));

        Assert.Equal(allowed ? "审核" : "", body.TextContent);
    }

    [Fact]
    public async Task QrCode_Address_IsOneDrawingWithALabel()
    {
        var body = await TagHelperBench.RunAsync(new QrCodeTagHelper(new QrDrawings()) { Text = "https://example.gov.cn/disclosures/mzj-2026-00001" }, "qr-code");

        var svg = body.QuerySelector("svg[role=img]")!;
        Assert.Equal("本页地址的二维码", svg.GetAttribute("aria-label"));
        Assert.StartsWith("M", svg.QuerySelectorAll("path")[1].GetAttribute("d"));
        Assert.Null(svg.QuerySelector("[style]"));
    }

    [Fact]
    public async Task QrCode_Address_IsDrawnModuleForModule()
    {
        const string Address = "https://example.gov.cn/disclosures/mzj-2026-00001";
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(Address, QRCodeGenerator.ECCLevel.M);

        var svg = (await TagHelperBench.RunAsync(new QrCodeTagHelper(new QrDrawings()) { Text = Address }, "qr-code")).QuerySelector("svg")!;

        var size = code.ModuleMatrix.Count;
        Assert.Equal($"0 0 {size} {size}", svg.GetAttribute("viewBox"));
        var path = svg.QuerySelectorAll("path")[1];
        Assert.Equal("#000", path.GetAttribute("stroke"));
        var drawn = Drawn(path.GetAttribute("d")!, size);
        for (var row = 0; row < size; row++) Assert.Equal(code.ModuleMatrix[row].Cast<bool>(), Enumerable.Range(0, size).Select(column => drawn[row, column]));
    }

    [Fact]
    public async Task QrCode_PublicAddressAskedForAgain_IsTheSameDrawingOfItsOwnAddress()
    {
        var drawings = new QrDrawings();

        var (first, other, again) = (await PathAsync("https://example.gov.cn/a"), await PathAsync("https://example.gov.cn/b"), await PathAsync("https://example.gov.cn/a"));

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.Equal(2, drawings.Count);
        var drawnAnew = await TagHelperBench.RunAsync(new QrCodeTagHelper(new QrDrawings()) { Text = "https://example.gov.cn/b" }, "qr-code");
        Assert.Equal(drawnAnew.QuerySelectorAll("path")[1].GetAttribute("d"), other);

        async Task<string?> PathAsync(string address)
        {
            var helper = new QrCodeTagHelper(drawings) { Text = address, IsPublic = true };
            return (await TagHelperBench.RunAsync(helper, "qr-code")).QuerySelectorAll("path")[1].GetAttribute("d");
        }
    }

    [Fact]
    public async Task QrCode_NotSaidToBePublic_LeavesNothingBehind()
    {
        var drawings = new QrDrawings();

        var secret = await TagHelperBench.RunAsync(new QrCodeTagHelper(drawings) { Text = "otpauth://totp/x?secret=ABC" }, "qr-code");

        Assert.NotNull(secret.QuerySelector("path"));
        Assert.Equal(0, drawings.Count);
    }

    [Fact]
    public void QrDrawings_MoreThanTheBound_NeverKeepsMore()
    {
        var drawings = new QrDrawings();

        for (var i = 0; i < QrDrawings.Most * 2 + 5; i++) Assert.Equal($"path {i}", drawings.Of($"address {i}", text => new QrDrawing(1, text.Replace("address", "path"))).Path);

        Assert.InRange(drawings.Count, 1, QrDrawings.Most);
    }

    /// <summary>Which modules the lines of a path cover.</summary>
    private static bool[,] Drawn(string path, int size)
    {
        var drawn = new bool[size, size];
        var (x, y) = (0, 0);
        foreach (Match step in Regex.Matches(path, @"(M)(\d+) (\d+)\.5|(m)(\d+) 0|(h)(\d+)"))
        {
            if (step.Groups[1].Success) (x, y) = (Number(step.Groups[2]), Number(step.Groups[3]));
            else if (step.Groups[4].Success) x += Number(step.Groups[5]);
            else for (var end = x + Number(step.Groups[7]); x < end; x++) drawn[y, x] = true;
        }

        return drawn;

        static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);
    }
}
