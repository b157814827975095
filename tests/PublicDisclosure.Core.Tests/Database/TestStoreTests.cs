using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

public sealed class TestStoreTests
{
    [Theory, EveryEngine]
    public async Task Create_Migrated_StoresAndReadsChinese(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var organisation = TestData.CreateOrganisation(name: "桂平市民政局");
        await store.AddAsync(organisation, TestData.CreateDisclosure(organisation.Id, title: "关于𠮷祥村低保名单的公示"));

        var title = await store.ReadAsync(db => db.Disclosures.Select(d => d.Text.Title).SingleAsync());

        Assert.Equal("关于𠮷祥村低保名单的公示", title);
        Assert.Empty(await store.ReadAsync(async db => (await db.Database.GetPendingMigrationsAsync()).ToList()));
    }

    [Theory, EveryEngine]
    public async Task Save_RowOfAnOrganisationThatIsNotThere_IsRefusedByTheDatabase(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);

        await Assert.ThrowsAsync<DbUpdateException>(() => store.AddAsync(TestData.CreateDisclosure(Guid.NewGuid())));
    }

    [Theory, EveryEngine]
    public async Task Save_RevisionMovedMeanwhile_IsAConcurrencyConflict(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var organisation = TestData.CreateOrganisation();
        var disclosure = TestData.CreateDisclosure(organisation.Id);
        await store.AddAsync(organisation, disclosure);
        await using var first = store.Open();
        await using var second = store.Open();
        Edit(await first.Disclosures.Include(d => d.Contributors).SingleAsync(d => d.Id == disclosure.Id), "先保存");
        Edit(await second.Disclosures.Include(d => d.Contributors).SingleAsync(d => d.Id == disclosure.Id), "后保存");

        await first.SaveChangesAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
        Assert.Equal("先保存", await store.ReadAsync(db => db.Disclosures.Select(d => d.Text.Title).SingleAsync()));
    }

    private static void Edit(Disclosure disclosure, string title) =>
        disclosure.Edit(TestData.CreateText(title), [], new TestClock().Now, disclosure.CreatedBy);
}
