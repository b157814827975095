using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using ExcelDataReader;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Web.Tests.Pages.Coverage;

/// <summary>The page, JSON, .csv and .xlsx against the table that was counted by hand, and against one another.</summary>
public sealed class CoverageFiguresTests(CoverageSite site) : IClassFixture<CoverageSite>
{
    /// <summary>In the order of the columns of <see cref="CoverageWorld.Expected"/>.</summary>
    private static readonly string[] Fields = ["notApplicable", "nothingThisPeriod", "onTime", "late", "overdue", "dueSoon", "notDue", "unrated", "incomplete"];

    [Fact]
    public async Task Json_Everything_IsTheTableCountedByHand()
    {
        var data = await JsonAsync("");

        Assert.Equal(Expected(), Rows(data));
        Assert.Equal(("2026-11-02", "all"), (data.GetProperty("on").GetString(), data.GetProperty("filter").GetProperty("period").GetString()));
    }

    [Fact]
    public async Task Csv_Everything_IsTheTableCountedByHand()
    {
        var bytes = await site.BytesAsync("/coverage.csv?period=all");

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Equal(Expected(), Rows(Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))));
    }

    [Fact]
    public async Task Xlsx_Everything_IsTheTableCountedByHand()
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(await site.BytesAsync("/coverage.xlsx?period=all")));
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!)]);

        Assert.StartsWith("公开情况（全部时间，按2026年11月2日的情况计算）", rows[0][0], StringComparison.Ordinal);
        Assert.Equal(Expected(), Rows(rows.Skip(2)));
    }

    [Fact]
    public async Task Page_Everything_ShowsLetterShareAndCountsOfTheTable()
    {
        var page = await site.GetAsync("/coverage?period=all");
        var shown = page.Document.QuerySelectorAll(".matrix tbody tr:not(.matrix-kind)").SelectMany(row => row.QuerySelectorAll("td:not(:empty):not(.matrix-total)").Where(td => !row.ClassList.Contains("matrix-sum"))
            .Select(td => $"{td.GetAttribute("data-label")}|{CoverageSite.Flat(row.QuerySelector("th")!)}|{td.QuerySelector("b")!.TextContent} {td.QuerySelector("span")!.TextContent} {td.QuerySelector("small")!.TextContent}")).Order(StringComparer.Ordinal);

        Assert.Equal(new[]
        {
            "社会救助|民政局|齐 100.0% 1/1", "社会救助|木乐镇|迟 0.0% 0/1", "社会救助|社步镇|无 — 1项", "财政预决算|财政局|缺 50.0% 1/2", "义务教育|教育局|齐 100.0% 1/1",
            "义务教育|木乐镇|缺 0.0% 0/1", "义务教育|社步镇|缺 0.0% 0/1", "养老服务|民政局|齐 100.0% 1/1", "养老服务|社步镇|待 — 1项", "食品药品监管|财政局|待 — 1项", "公共法律服务|教育局|核 — 1项",
        }.Order(StringComparer.Ordinal), shown);
        var total = page.Document.QuerySelector(".matrix-sum .matrix-total")!;
        Assert.Equal(("缺", "50.0%", "4/8"), (total.QuerySelector("b")!.TextContent, total.QuerySelector("span")!.TextContent, total.QuerySelector("small")!.TextContent));
        Assert.Contains("逾期未公开 3 项", CoverageSite.Flat(page.Document.QuerySelector(".coverage-lead")!), StringComparison.Ordinal);
        Assert.Contains("另有 1 项的目录事项待核对", page.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("period=all")]
    [InlineData("period=all&kind=Township")]
    [InlineData("period=all&level=County")]
    [InlineData("period=all&aspect=decision")]
    [InlineData("period=all&domain=world-3")]
    [InlineData("period=2026-Q3")]
    [InlineData("period=2026-07")]
    [InlineData("period=2025")]
    [InlineData("kind=Township&aspect=decision&level=Township&domain=world-1")]
    [InlineData("")]
    public async Task Filters_Any_GiveTheSameOnPageAndInEveryFile(string query)
    {
        var page = await site.GetAsync("/coverage?" + query);
        var data = Parse(await site.BytesAsync("/coverage.json?" + query));
        var csv = Encoding.UTF8.GetString(await site.BytesAsync("/coverage.csv?" + query)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).ToList();

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var cells = data.GetProperty("cells").EnumerateArray().ToList();
        Assert.Equal(cells.Count, page.Document.QuerySelectorAll(".matrix tbody tr:not(.matrix-sum) td:not(.matrix-total) a, .coverage-shares tbody th a").Length);
        Assert.Equal(Rows(data), Rows(csv));
        // The totals are of the cells shown and of nothing else.
        foreach (var field in Fields) Assert.Equal(data.GetProperty("total").GetProperty(field).GetInt32(), cells.Sum(c => c.GetProperty("share").GetProperty(field).GetInt32()));
        foreach (var side in new[] { "domains", "organisations" })
            Assert.Equal(data.GetProperty("total").GetProperty("overdue").GetInt32(), data.GetProperty(side).EnumerateArray().Sum(s => s.GetProperty("total").GetProperty("overdue").GetInt32()));
        var percent = data.GetProperty("total").GetProperty("onTimePercent");
        var said = percent.ValueKind == JsonValueKind.Null ? "—" : percent.GetDecimal().ToString("0.0", CultureInfo.InvariantCulture) + "%";
        Assert.Equal(said, page.Document.QuerySelector(".coverage-share strong")!.TextContent);
        Assert.All(page.Document.QuerySelectorAll("a[href^='/coverage.']"), a => Assert.EndsWith(query.Length > 0 ? Sorted(query) : "", Sorted(a.GetAttribute("href")!.Split('?').ElementAtOrDefault(1) ?? ""), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("domain=nothing", "领域")]
    [InlineData("period=2026-13", "时间")]
    [InlineData("level=None", "层级")]
    [InlineData("kind=1", "单位类别")]
    [InlineData("aspect=<b>", "五公开")]
    [InlineData("sort=up", "排序")]
    public async Task Filters_Unknown_AreLeftOutOnThePageAndRefusedInFiles(string query, string word)
    {
        var page = await site.GetAsync("/coverage?" + (word == "时间" ? query : "period=all&" + query));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        if (word != "时间") Assert.Equal(11, page.Document.QuerySelectorAll(".matrix tbody tr:not(.matrix-sum) td:not(.matrix-total) a").Length);
        Assert.Contains($"没有识别的条件已经略过：{word}", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain(query, page.Document.QuerySelector("a[href^='/coverage.json']")!.GetAttribute("href")!, StringComparison.Ordinal);
        foreach (var format in new[] { "json", "csv", "xlsx" })
        {
            using var file = await site.Client.GetAsync($"/coverage.{format}?{query}", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, file.StatusCode);
            Assert.Contains(word, JsonDocument.Parse(await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "民政局 财政局 教育局 木乐镇 社步镇")]
    [InlineData("sort=share", "财政局 民政局 教育局 木乐镇 社步镇")]
    [InlineData("sort=overdue", "财政局 民政局 教育局 木乐镇 社步镇")]
    [InlineData("sort=share&kind=Department", "财政局 民政局 教育局")]
    public async Task Sort_Organisations_StandInThatOrderWithinTheirKind(string query, string order)
    {
        var page = await site.GetAsync("/coverage?period=all&" + query);

        Assert.Equal(order, string.Join(' ', page.Document.QuerySelectorAll(".matrix tbody tr:not(.matrix-sum):not(.matrix-kind) th").Select(CoverageSite.Flat)));
    }

    private static string Sorted(string query) => string.Join('&', query.Split('&').Order(StringComparer.Ordinal));

    private async Task<JsonElement> JsonAsync(string query) => Parse(await site.BytesAsync("/coverage.json?period=all" + query));

    private static JsonElement Parse(byte[] json) => JsonDocument.Parse(json).RootElement;

    /// <summary>The table as lines: domain, organisation, share, and the figures in its order.</summary>
    private static List<string> Expected() => [.. CoverageWorld.Expected.Split('\n').Skip(1).Select(line => line.Split('|').Select(c => c.Trim()).ToArray()).Where(c => c.Length > 2)
        .Select(c => string.Join('|', [.. c[..2].Select(name => name == "全市" ? "合计" : name), c[2].TrimEnd('%'), .. c[3..]])).Order(StringComparer.Ordinal)];

    private static List<string> Rows(JsonElement data)
    {
        var domains = data.GetProperty("domains").EnumerateArray().ToDictionary(d => d.GetProperty("slug").GetString()!, d => d.GetProperty("name").GetString());
        var organisations = data.GetProperty("organisations").EnumerateArray().ToDictionary(d => d.GetProperty("slug").GetString()!, d => d.GetProperty("name").GetString());
        return [.. data.GetProperty("cells").EnumerateArray().Select(c => Row($"{domains[c.GetProperty("domain").GetString()!]}|{organisations[c.GetProperty("organisation").GetString()!]}", c.GetProperty("share")))
            .Append(Row("合计|合计", data.GetProperty("total"))).Order(StringComparer.Ordinal)];
    }

    private static string Row(string place, JsonElement share)
    {
        var percent = share.GetProperty("onTimePercent");
        return string.Join('|', [place, percent.ValueKind == JsonValueKind.Null ? "—" : percent.GetDecimal().ToString("0.0", CultureInfo.InvariantCulture), .. Fields.Select(f => share.GetProperty(f).GetInt32().ToString(CultureInfo.InvariantCulture))]);
    }

    /// <summary>The cells and the last total of a file; the totals of rows and columns are held to the cells.</summary>
    private static List<string> Rows(IEnumerable<string[]> lines)
    {
        var rows = lines.ToList();
        var whole = rows.Where(r => r[0] == "合计" && r[1] == "合计").ToList();
        var cells = rows.Where(r => r[0] != "合计" && r[1] != "合计").ToList();
        foreach (var side in new[] { 0, 1 })
            foreach (var sum in rows.Where(r => r[side] == "合计" && r[1 - side] != "合计"))
                for (var column = 5; column < sum.Length; column++)
                    Assert.Equal(int.Parse(sum[column], CultureInfo.InvariantCulture), cells.Where(c => c[1 - side] == sum[1 - side]).Sum(c => int.Parse(c[column], CultureInfo.InvariantCulture)));
        // 按时公开, 逾期公开, 逾期未公开, 即将到期, 未到期, 本期无信息, 不适用, 要素不全, 不计入比率
        return [.. cells.Append(Assert.Single(whole)).Select(r => string.Join('|', [r[0], r[1], r[4] == "—" ? r[4] : decimal.Parse(r[4], CultureInfo.InvariantCulture).ToString("0.0", CultureInfo.InvariantCulture), r[11], r[10], r[5], r[6], r[7], r[8], r[9], r[13], r[12]])).Order(StringComparer.Ordinal)];
    }
}
