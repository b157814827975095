using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Data.Seed.Demo;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>The demo year, seen from the end of the story.</summary>
public sealed class DemoSeedTests(DemoSeedTests.Year year) : IClassFixture<DemoSeedTests.Year>
{
    private const int Generated = 600;

    [Fact]
    public async Task Run_EveryHandwrittenDocument_PassesTheChecklist()
    {
        var result = await year.Site.ReadAsync<DisclosureDb, int>(db => db.Disclosures.CountAsync());
        var handwritten = SeedFiles.Names("Demo/disclosures/").SelectMany(n => DemoDocumentReader.Read(SeedFiles.Text(n))).ToList();

        Assert.Empty(year.Refused);
        var interpretations = SeedFiles.Names("Demo/interpretations/").Sum(n => DemoDocumentReader.Read(SeedFiles.Text(n)).Count());
        Assert.InRange(handwritten.Count, 240, 400);
        Assert.InRange(interpretations, 40, 100);
        Assert.Equal(Enum.GetValues<InterpretationForm>().Length, await year.Site.ReadAsync<DisclosureDb, int>(db => db.PublicInterpretations.Select(i => i.Form).Distinct().CountAsync()));
        Assert.InRange(result, handwritten.Count + (Generated * 8 / 10), handwritten.Count + interpretations + Generated + 200);
    }

    [Fact]
    public async Task Run_EveryDomainHasPublicDocuments()
    {
        var empty = await year.Site.ReadAsync<DisclosureDb, List<string>>(db =>
            db.Domains.Where(d => !db.ListingDomains.Any(l => l.DomainId == d.Id)).Select(d => d.Name).ToListAsync());

        Assert.Empty(empty);
    }

    [Theory]
    [InlineData(DisclosureGenre.Guide)]
    [InlineData(DisclosureGenre.Rules)]
    [InlineData(DisclosureGenre.AnnualReport)]
    public async Task Run_EveryOrganisation_HasItsColumn(DisclosureGenre genre)
    {
        var without = await year.Site.ReadAsync<DisclosureDb, List<string>>(db => db.Organisations
            .Where(o => !db.Listings.Any(l => l.OrganisationId == o.Id && l.Genre == genre)).Select(o => o.ShortName).ToListAsync());

        Assert.Empty(without);
    }

    [Fact]
    public async Task Run_EachRow_IsMarkedAndInOrder()
    {
        var rows = await year.Site.ReadAsync<DisclosureDb, List<PublicListing>>(db => db.Listings.AsNoTracking().ToListAsync());

        Assert.All(rows, r => Assert.True(r.IsDemo));
        Assert.All(rows.GroupBy(r => (r.OrganisationId, r.Year)), group =>
            Assert.Equal(
                group.OrderBy(r => r.Address, StringComparer.Ordinal).Select(r => r.FirstPublishedAt),
                group.Select(r => r.FirstPublishedAt).Order()));
    }

    [Fact]
    public async Task Run_Organisations_DifferInWhatIsInTime()
    {
        var rows = await year.Site.ReadAsync<DisclosureDb, List<PublicListing>>(db => db.Listings.AsNoTracking().ToListAsync());
        var shares = rows.GroupBy(r => r.OrganisationId).Select(g => (double)g.Count(r => r.PublishedOn <= r.DueOn) / g.Count()).ToList();

        Assert.True(shares.Min() < 0.65, $"worst {shares.Min():P0}");
        Assert.True(shares.Max() > 0.95, $"best {shares.Max():P0}");
    }

    [Fact]
    public async Task Run_SomeHaveVersionsAndSomeAreWithdrawn()
    {
        await year.Site.UseAsync<DisclosureDb>(async db =>
        {
            Assert.InRange(await db.Listings.CountAsync(l => l.VersionNumber > 1), 12, 60);
            Assert.InRange(await db.Disclosures.CountAsync(d => d.State == DisclosureState.Withdrawn), 6, 40);
            Assert.False(await db.Listings.AnyAsync(l => db.Disclosures.Any(d => d.Id == l.DisclosureId && d.Withdrawal != null)));
            Assert.InRange(await db.Set<VersionAttachment>().Select(a => a.Kind).Distinct().CountAsync(), 4, 13);
        });
    }

    [Fact]
    public async Task Run_NumbersGoOnBehindTheGenerated()
    {
        await year.Site.UseAsync<DisclosureDb>(async db =>
        {
            var counters = await db.IndexCounters.AsNoTracking().ToListAsync();
            foreach (var counter in counters)
            {
                var issued = await db.Disclosures.CountAsync(d => d.OrganisationId == counter.OrganisationId && d.Address != null && d.Address.Contains($"-{counter.Year}-"));
                Assert.Equal(issued, counter.Last);
            }
        });
    }

    [Fact]
    public async Task Run_Again_ChangesNothing()
    {
        var before = await year.Site.ReadAsync<DisclosureDb, int>(db => db.Disclosures.CountAsync());

        await year.Site.Services.GetRequiredService<DatabaseSeed>().RunAsync(SeedKind.DemoContent, CancellationToken.None);

        Assert.Equal(before, await year.Site.ReadAsync<DisclosureDb, int>(db => db.Disclosures.CountAsync()));
    }

    [Fact]
    public async Task Run_InProduction_IsRefused()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => year.Site.ReadAsync<DemoSeed, DemoSeedResult>(
            seed => seed.RunAsync(new DemoSeedOptions { IsProduction = true })));

        Assert.Contains("Production", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OtherDisclosuresInTheDatabase_IsRefused()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await desk.DraftAsync();
        await using var db = store.Open();

        await Assert.ThrowsAsync<InvalidOperationException>(() => new DemoSeed(db, desk.Clock.Business, null!, null!).RunAsync(new DemoSeedOptions { IsProduction = false }));
    }

    [Fact]
    public async Task Run_AgainBesideADocumentWrittenOnTheDemonstration_ChangesNothing()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await desk.DraftAsync();
        await desk.DraftAsync();
        await using var db = store.Open();
        var first = await db.Disclosures.OrderBy(d => d.Id).Select(d => d.Id).FirstAsync();
        await db.Disclosures.Where(d => d.Id == first).ExecuteUpdateAsync(set => set.SetProperty(d => d.IsDemo, true));

        var result = await new DemoSeed(db, desk.Clock.Business, null!, null!).RunAsync(new DemoSeedOptions { IsProduction = false });

        Assert.Equal((0, 2), (result.Written, await db.Disclosures.CountAsync()));
    }

    /// <summary>One seeded year for all tests here.</summary>
    public sealed class Year : IAsyncLifetime
    {
        public SeededSite Site { get; private set; } = null!;

        public IReadOnlyList<string> Refused { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            var clock = new TestClock();
            clock.Set(new DateOnly(2026, 11, 23), new TimeOnly(9, 0));
            Site = await SeededSite.CreateAsync(clock, SeedKind.DemoAccounts);
            Refused = (await Site.ReadAsync<DemoSeed, DemoSeedResult>(
                seed => seed.RunAsync(new DemoSeedOptions { IsProduction = false, Generated = Generated }))).Refused;
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
