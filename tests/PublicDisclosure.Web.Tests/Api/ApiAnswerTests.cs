using System.Net;
using System.Text;
using ExcelDataReader;
using PublicDisclosure.Web.Tests.Pages;

namespace PublicDisclosure.Web.Tests.Api;

/// <summary>How the read API answers: refusals that say what to do, revalidation, scripts of other sites, tables.</summary>
[Collection(nameof(PublicSite))]
public sealed class ApiAnswerTests(PublicSite site)
{
    [Theory]
    [InlineData("/api/v1/disclosures?limit=0", "limit"), InlineData("/api/v1/disclosures?limit=201", "limit"), InlineData("/api/v1/disclosures?limit=x", "limit")]
    [InlineData("/api/v1/disclosures?cursor=x", "cursor"), InlineData("/api/v1/disclosures?cursor=ZGlzY2xvc3VyZXMKeA", "cursor"), InlineData("/api/v1/items?cursor=aXRlbXMKeAp5Cno", "cursor")]
    [InlineData("/api/v1/duties?cursor=ZHV0aWVzCng", "cursor"), InlineData("/api/v1/organisations?cursor=%00", "cursor"), InlineData("/api/v1/disclosures?format=pdf", "format")]
    [InlineData("/api/v1/disclosures?organisation=nobody", "organisation"), InlineData("/api/v1/disclosures?domain=nothing", "domain"), InlineData("/api/v1/disclosures?aspect=None", "aspect")]
    [InlineData("/api/v1/disclosures?aspect=7", "aspect"), InlineData("/api/v1/disclosures?genre=Poem", "genre"), InlineData("/api/v1/disclosures?year=26", "year")]
    [InlineData("/api/v1/disclosures?changedSince=gestern", "changedSince"), InlineData("/api/v1/removals?changedSince=2026-13-01", "changedSince"), InlineData("/api/v1/coverage?period=spring", "period")]
    [InlineData("/api/v1/disclosures?organization=mzj", "organization"), InlineData("/api/v1/disclosures/x?limit=3", "limit")]
    public async Task Get_WhatCannotBeRead_IsRefusedByName(string address, string name)
    {
        using var response = await site.Client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(name, (await Stranger.ReadAsync(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_CursorOfAnotherList_IsRefused()
    {
        var next = (await new Stranger(site.Client).GetAsync("/api/v1/disclosures?limit=1")).GetProperty("next").GetString()!;

        using var response = await site.Client.GetAsync("/api/v1/responses" + new Uri(next).Query, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Get_Unchanged_Answers304()
    {
        using var first = await site.Client.GetAsync("/api/v1/disclosures", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/disclosures") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await site.Client.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var narrowed = new HttpRequestMessage(HttpMethod.Get, "/api/v1/disclosures?limit=1") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var other = await site.Client.SendAsync(narrowed, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Script_OfAnotherSite_MayReadAndNothingElse()
    {
        using var read = await site.Client.SendAsync(From(HttpMethod.Get), TestContext.Current.CancellationToken);
        Assert.Equal("*", Assert.Single(read.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(read.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.Contains("ETag", read.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);

        var asked = From(HttpMethod.Options);
        asked.Headers.Add("Access-Control-Request-Method", "GET");
        asked.Headers.Add("Access-Control-Request-Headers", "if-none-match");
        using var allowed = await site.Client.SendAsync(asked, TestContext.Current.CancellationToken);
        Assert.True(allowed.IsSuccessStatusCode);
        Assert.Equal("*", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Origin")));

        using var page = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/disclosures") { Headers = { { "Origin", "https://elsewhere.cn" } } }, TestContext.Current.CancellationToken);
        Assert.False(page.Headers.Contains("Access-Control-Allow-Origin"));

        static HttpRequestMessage From(HttpMethod method) => new(method, "/api/v1/disclosures") { Headers = { { "Origin", "https://elsewhere.cn" } } };
    }

    [Theory, InlineData("POST", 405), InlineData("DELETE", 405)]
    public async Task Write_IsRefusedAsAProblem(string method, int status)
    {
        using var response = await site.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/api/v1/disclosures"), TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory, InlineData("/api/v1/nothing"), InlineData("/api/v2/disclosures")]
    public async Task Get_WhatIsNot_IsAProblemAndNoPage(string address)
    {
        using var response = await site.Client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Get_Withdrawn_TellsAsMuchAsItsReasonAllows()
    {
        var error = await GoneAsync(site.Sample.WithdrawnError);
        Assert.Equal("Error", error.GetProperty("reason").GetProperty("code").GetString());
        Assert.Equal("数据有误，已撤回核实。", error.GetProperty("notice").GetString());

        // That it was for personal information would say what to look for: its page says as little.
        var personal = await GoneAsync(site.Sample.WithdrawnPersonal);
        Assert.False(personal.TryGetProperty("reason", out _));
        Assert.Equal("", personal.GetProperty("notice").GetString());
        Assert.DoesNotContain(PublicSample.SecretWords, personal.GetRawText(), StringComparison.Ordinal);

        var replaced = await GoneAsync(site.Sample.Replaced);
        Assert.EndsWith("/disclosures/" + site.Sample.Normative, replaced.GetProperty("replacedBy").GetString(), StringComparison.Ordinal);

        async Task<System.Text.Json.JsonElement> GoneAsync(string address)
        {
            using var response = await site.Client.GetAsync("/api/v1/disclosures/" + address, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
            return (await Stranger.ReadAsync(response)).GetProperty("removal");
        }
    }

    [Fact]
    public async Task Get_Drafts_AreNowhere()
    {
        foreach (var list in new[] { "disclosures", "removals", "interpretations", "responses" })
            Assert.DoesNotContain(PublicSample.DraftTitle, await site.Client.GetStringAsync($"/api/v1/{list}?limit=200", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AsTables_HasTheSameRows()
    {
        var json = await new Stranger(site.Client).GetAsync("/api/v1/disclosures?limit=200");
        var csv = await site.Client.GetByteArrayAsync("/api/v1/disclosures?limit=200&format=csv", TestContext.Current.CancellationToken);
        var xlsx = await site.Client.GetByteArrayAsync("/api/v1/disclosures?limit=200&format=xlsx", TestContext.Current.CancellationToken);

        var titles = json.GetProperty("data").EnumerateArray().Select(d => d.GetProperty("title").GetString()).ToList();
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), csv[..3]);
        using var lines = ExcelReaderFactory.CreateCsvReader(new MemoryStream(csv));
        Assert.Equal(titles, Column(lines, 2));
        using var sheet = ExcelReaderFactory.CreateReader(new MemoryStream(xlsx));
        Assert.Equal(titles, Column(sheet, 2));

        static List<string?> Column(IExcelDataReader reader, int column)
        {
            var cells = new List<string?>();
            while (reader.Read()) cells.Add(reader.GetValue(column)?.ToString());
            Assert.Equal("标题", cells[0]);
            return cells[1..];
        }
    }

    [Fact]
    public async Task Head_AnswersAsGetWithoutBody()
    {
        using var response = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/v1/disclosures?limit=1"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(response.Headers.ETag);
        Assert.True(response.Headers.Contains("Link"));
    }

    [Fact]
    public async Task Addresses_AreAbsoluteByTheSetting()
    {
        var row = (await new Stranger(site.Client).GetAsync("/api/v1/disclosures?limit=1")).GetProperty("data")[0];

        Assert.StartsWith("https://www.example.gov.cn/disclosures/", row.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("https://www.example.gov.cn/api/v1/disclosures/", row.GetProperty("apiUrl").GetString(), StringComparison.Ordinal);
    }
}
