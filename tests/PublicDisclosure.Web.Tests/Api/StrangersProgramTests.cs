using System.Net;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Api;

/// <summary>A stranger's program reads the whole site through the API: it gets all of what is public, each thing once, and nothing else.</summary>
[Collection(nameof(DemoSite))]
public sealed class StrangersProgramTests(DemoSite demo)
{
    private readonly Stranger _stranger = new(demo.Client);

    [Theory, InlineData(7), InlineData(200)]
    public async Task Disclosures_WalkedToTheEnd_AreExactlyThePublicOnes(int limit)
    {
        var rows = await _stranger.WalkAsync($"/api/v1/disclosures?limit={limit}");

        var today = SiteFactory.Clock.Today;
        var expected = await demo.Site.ReadAsync(db => db.Disclosures.PubliclyVisible().Where(d => !db.Listings.DisplayOver(today).Contains(d.Id)).Select(d => d.Address!).ToListAsync());
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(StringComparer.Ordinal), rows.Select(r => r.GetProperty("address").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EachDisclosure_ReadByItsAddress_HasTheTextOfItsNewestVersion()
    {
        var rows = await _stranger.WalkAsync("/api/v1/disclosures?limit=200");
        var hashes = await demo.Site.ReadAsync(db => db.Versions.Join(db.Disclosures, v => new { Id = v.DisclosureId, v.Number }, d => new { d.Id, Number = d.CurrentVersion }, (v, d) => new { d.Address, v.ContentHash })
            .ToDictionaryAsync(v => v.Address!, v => v.ContentHash));

        foreach (var row in rows)
        {
            var one = await _stranger.GetAsync(row.GetProperty("apiUrl").GetString()!);
            Assert.Equal(hashes[row.GetProperty("address").GetString()!], one.GetProperty("content").GetProperty("contentHash").GetString());
            Assert.NotEqual("", one.GetProperty("content").GetProperty("html").GetString());
            Assert.Equal(row.GetProperty("version").GetInt32(), one.GetProperty("versions")[0].GetProperty("number").GetInt32());
        }
    }

    [Fact]
    public async Task Catalogue_WalkedToTheEnd_IsEveryRowOfTheEditionInForce()
    {
        var rows = await _stranger.WalkAsync("/api/v1/items?limit=90");

        var expected = await demo.Site.ReadAsync(db => db.Items.OfCityEdition(db).Select(i => i.Code).ToListAsync());
        Assert.True(expected.Count > 400);
        Assert.Equal(expected.Order(StringComparer.Ordinal), rows.Select(r => r.GetProperty("code").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task DutiesAndOrganisations_WalkedToTheEnd_AreAllThereOnce()
    {
        var duties = await _stranger.WalkAsync("/api/v1/duties?limit=200");
        var organisations = await _stranger.WalkAsync("/api/v1/organisations?limit=9");

        var expected = await demo.Site.ReadAsync(async db => (Duties: await db.Duties.Where(d => d.IsActive).Select(d => d.Id).ToListAsync(), Organisations: await db.Organisations.Select(o => o.Slug).ToListAsync()));
        Assert.Equal(expected.Duties.Order(), duties.Select(d => Guid.Parse(d.GetProperty("id").GetString()!)).Order());
        Assert.Equal(expected.Organisations.Order(StringComparer.Ordinal), organisations.Select(o => o.GetProperty("slug").GetString()!).Order(StringComparer.Ordinal));
    }

    [Theory, InlineData("/api/v1/interpretations", DisclosureGenre.Interpretation), InlineData("/api/v1/responses", DisclosureGenre.Response)]
    public async Task Material_WalkedToTheEnd_IsAllOfItsGenre(string list, DisclosureGenre genre)
    {
        var rows = await _stranger.WalkAsync(list + "?limit=2");

        var expected = await demo.Site.ReadAsync(db => db.Listings.Where(l => l.Genre == genre).Select(l => l.Address).ToListAsync());
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(StringComparer.Ordinal), rows.Select(r => r.GetProperty("disclosure").GetProperty("address").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Removals_WalkedToTheEnd_AreWhatWasPublicOnceAndAnswers410()
    {
        var rows = await _stranger.WalkAsync("/api/v1/removals?limit=3");

        var today = SiteFactory.Clock.Today;
        var expected = await demo.Site.ReadAsync(db => db.Disclosures.EverPublished().Where(d => !db.Listings.OnDisplay(today).Any(l => l.DisclosureId == d.Id)).Select(d => d.Address!).ToListAsync());
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(StringComparer.Ordinal), rows.Select(r => r.GetProperty("address").GetString()!).Order(StringComparer.Ordinal));
        foreach (var address in expected)
        {
            using var answer = await demo.Client.GetAsync("/api/v1/disclosures/" + address, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
            Assert.Equal(address, (await Stranger.ReadAsync(answer)).GetProperty("removal").GetProperty("address").GetString());
        }
    }

    [Fact]
    public async Task Coverage_WalkedByDuty_AddsUpToItsCells()
    {
        var cells = await _stranger.WalkAsync("/api/v1/coverage?period=all&limit=50");
        var duties = await _stranger.WalkAsync("/api/v1/coverage/duties?period=all&limit=200");

        Assert.NotEmpty(cells);
        foreach (var figure in new[] { "onTime", "late", "overdue", "unrated" })
            Assert.Equal(cells.Sum(c => c.GetProperty("figures").GetProperty(figure).GetInt32()), duties.Sum(d => d.GetProperty("figures").GetProperty(figure).GetInt32()));
    }

    [Fact]
    public async Task Filters_OfEveryKind_GiveTheRowsThatSaySo()
    {
        var all = await _stranger.WalkAsync("/api/v1/disclosures?limit=200");
        var item = all.Select(r => r.GetProperty("items")).First(i => i.GetArrayLength() > 0)[0].GetString();
        foreach (var (filter, holds) in new (string, Func<System.Text.Json.JsonElement, bool>)[]
        {
            ("organisation=mzj", r => r.GetProperty("organisation").GetProperty("key").GetString() == "mzj"),
            ("domain=social-assistance", r => r.GetProperty("domains").EnumerateArray().Any(d => d.GetString() == "social-assistance")),
            ("item=" + item, r => r.GetProperty("items").EnumerateArray().Any(i => i.GetString() == item)),
            ("aspect=Result", r => r.GetProperty("aspects").EnumerateArray().Any(a => a.GetProperty("code").GetString() == "Result")),
            ("genre=normative", r => r.GetProperty("genre").GetProperty("code").GetString() == "Normative"),
            ("validity=InForce", r => r.GetProperty("validity").GetProperty("now").GetProperty("code").GetString() == "InForce"),
            ("year=2026", r => r.GetProperty("publishedOn").GetString()!.StartsWith("2026-", StringComparison.Ordinal)),
        })
        {
            var rows = await _stranger.WalkAsync($"/api/v1/disclosures?limit=40&{filter}");
            Assert.NotEmpty(rows);
            Assert.Equal(all.Where(holds).Select(r => r.GetProperty("address").GetString()), rows.Select(r => r.GetProperty("address").GetString()));
        }
    }

    [Theory, InlineData("Decision"), InlineData("Service")]
    public async Task Items_OfAnAspect_AreThoseThatSaySo(string aspect)
    {
        var all = await _stranger.WalkAsync("/api/v1/items?limit=200");
        var rows = await _stranger.WalkAsync("/api/v1/items?limit=200&aspect=" + aspect);

        var expected = all.Where(i => i.GetProperty("aspects").EnumerateArray().Any(a => a.GetProperty("code").GetString() == aspect)).Select(i => i.GetProperty("code").GetString()).ToList();
        Assert.InRange(expected.Count, 1, all.Count - 1);
        Assert.Equal(expected, rows.Select(i => i.GetProperty("code").GetString()));
    }
}
