using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Tests.Accounts;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

public sealed class AccountSeedTests
{
    [Theory, EveryEngine]
    public async Task Seed_Twice_EntersEverythingOnceAndLeavesEditsAlone(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var desk = new StaffDesk(store);
        Assert.All(await desk.SeedAsync(), rows => Assert.True(rows > 0));
        await desk.WithAsync(async db =>
        {
            (await db.Organisations.SingleAsync(o => o.Slug == "mzj")).Rename("改名后的局", "新简称", confirmed: true);
            return await db.SaveChangesAsync();
        });

        Assert.All(await desk.SeedAsync(), rows => Assert.Equal(0, rows));
        Assert.Equal("改名后的局", await store.ReadAsync(db => db.Organisations.Where(o => o.Slug == "mzj").Select(o => o.Name).SingleAsync()));
        Assert.Equal(57, await store.ReadAsync(db => db.Organisations.CountAsync()));
        Assert.Equal(DemoAccounts.All.Count + (2 * 57), await store.ReadAsync(db => db.Users.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Seed_Organisations_HaveDistinctMarkedDemoCodesAndNothingInvented(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await new StaffDesk(store).SeedAsync();
        var all = await store.ReadAsync(db => db.Organisations.ToListAsync());

        Assert.All(all, o => Assert.True(o.CreditCodeIsDemo));
        Assert.All(all, o => Assert.True(OrganisationCode.TryParse(o.CreditCode!.Value, out _)));
        Assert.Equal(all.Count, all.Select(o => o.CreditCode).Distinct().Count());
        Assert.All(all, o => Assert.Equal(new OrganisationContact(), o.Contact));
        Assert.Equal("市政府", all.MinBy(o => o.SortOrder)!.ShortName);
    }

    [Theory, EveryEngine]
    public async Task Seed_Accounts_GeneratorsCannotSignInAndDemoAccountsCan(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await new StaffDesk(store).SeedAsync();
        var all = await store.ReadAsync(db => db.Users.Include(u => u.Memberships).ToListAsync());

        Assert.All(all, u => Assert.True(u.IsDemo));
        var open = all.Where(u => u.DeactivatedAt is null).ToList();
        Assert.Equal(DemoAccounts.All.Select(a => a.UserName).Order(), open.Select(u => u.UserName!).Order());
        Assert.All(open, u => Assert.NotEqual(
            PasswordVerificationResult.Failed, StaffDesk.Passwords.VerifyHashedPassword(u, u.PasswordHash!, "Gongkai-2026!")));
        Assert.All(all.Except(open), u => Assert.Null(u.PasswordHash));
        Assert.All(all, u => Assert.Single(u.Memberships));
    }

    [Theory, EveryEngine]
    public async Task Remove_DemoAccounts_AreClosedWithoutRolesAndKept(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var desk = new StaffDesk(store);
        await desk.SeedAsync();
        var before = await store.ReadAsync(db => db.Users.CountAsync());

        await desk.WithAsync(db => desk.DemoAccountsSeed(db).RemoveAsync(CancellationToken.None));
        await desk.WithAsync(db => new DemoOrganisationSeed(db).RemoveAsync(CancellationToken.None));

        Assert.Equal(before, await store.ReadAsync(db => db.Users.CountAsync(u => u.DeactivatedAt != null && u.PasswordHash == null)));
        Assert.False(await store.ReadAsync(db => db.Memberships.AnyAsync()));
        Assert.False(await store.ReadAsync(db => db.Organisations.AnyAsync(o => o.CreditCode != null)));
    }
}
