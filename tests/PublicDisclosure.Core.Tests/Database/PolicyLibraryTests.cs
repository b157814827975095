using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.TestKit;
using static PublicDisclosure.Core.Tests.Database.ValidityDeskTests;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>The policy document library, on every engine.</summary>
public sealed class PolicyLibraryTests
{
    [Theory, EveryEngine]
    public async Task Read_EachFilter_LeavesWhatItNames(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var day = desk.Clock.Today;
        var housing = await desk.PublishedAsync(Normative(desk) with
        {
            Title = "桂平市公共租赁住房管理办法的通知",
            DocumentNumber = "浔政办规〔2026〕12号",
            Theme = ThemeClass.ConstructionAndEnvironment,
            DocumentDate = day.AddDays(-5),
            FormedOn = day.AddDays(-5),
            Body = "为规范公共租赁住房管理，制定本办法。租金标准由市发展改革局核定，每两年公布一次，请遵照执行。",
        });
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var relief = await desk.PublishedAsync(Normative(desk) with { DocumentNumber = "浔政规〔2026〕3号" });
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.PublishedAsync();

        Assert.Equal([relief, housing], await FindAsync(new PolicyFilter()));
        Assert.Equal([housing], await FindAsync(new PolicyFilter { TitleWords = ["住房", "管理"] }));
        Assert.Equal([housing], await FindAsync(new PolicyFilter { TextWords = ["租金标准"] }));
        Assert.Empty(await FindAsync(new PolicyFilter { TitleWords = ["租金标准"] }));
        Assert.Equal([housing], await FindAsync(new PolicyFilter { Number = DocumentNumberQuery.Parse("浔政办规[2026]第012号") }));
        Assert.Equal([relief], await FindAsync(new PolicyFilter { Number = DocumentNumberQuery.Parse("〔2026〕3") }));
        Assert.Equal([relief, housing], await FindAsync(new PolicyFilter { Number = DocumentNumberQuery.Parse("2026") }));
        Assert.Equal([housing], await FindAsync(new PolicyFilter { Theme = ThemeClass.ConstructionAndEnvironment }));
        Assert.Equal([housing], await FindAsync(new PolicyFilter { To = day.AddDays(-1) }));
        Assert.Equal([relief], await FindAsync(new PolicyFilter { From = day }));
        Assert.Empty(await FindAsync(new PolicyFilter(), filter => filter with { OrganisationId = Guid.NewGuid() }));
        Assert.Equal([relief, housing], await FindAsync(new PolicyFilter(), filter => filter with { Genre = DisclosureGenre.Normative, Validity = Validity.InForce }));

        async Task<Guid[]> FindAsync(PolicyFilter policies, Func<DisclosureFilter, DisclosureFilter>? with = null)
        {
            await using var db = store.Open();
            var list = new DisclosureList(db, desk.Clock.Business);
            var filter = new DisclosureFilter { Policies = policies };
            filter = with?.Invoke(filter) ?? filter;
            var rows = (await list.ReadAsync(filter, null, null, default)).Rows;
            Assert.Equal(rows.Count, filter.Validity is null ? (await list.CountAsync(filter, default)).All : rows.Count);
            return [.. rows.Select(r => r.Id)];
        }
    }

    [Theory, EveryEngine]
    public async Task Seed_RowsOfBefore_AreFilledInOnce(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.PublishedAsync(Normative(desk) with { Theme = ThemeClass.HealthAndSport });
        await using (var db = store.Open()) await Forget(db);

        await using (var db = store.Open()) Assert.Equal(1, await new Core.Data.Seed.ListingColumnsSeed(db).RunAsync(default));
        await using (var db = store.Open()) Assert.Equal(0, await new Core.Data.Seed.ListingColumnsSeed(db).RunAsync(default));

        Assert.Equal((true, ThemeClass.HealthAndSport), await store.ReadAsync(async db =>
        {
            var row = (await db.Listings.FindAsync(id))!;
            return (row.HasValidity, row.Theme!.Value);
        }));

        static Task Forget(Core.Data.DisclosureDb db) => db.Listings.ExecuteUpdateAsync(
            u => u.SetProperty(l => l.Theme, (ThemeClass?)null).SetProperty(l => l.HasValidity, false));
    }
}
