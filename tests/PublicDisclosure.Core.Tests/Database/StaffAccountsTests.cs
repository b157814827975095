using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Tests.Accounts;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

public sealed class StaffAccountsTests
{
    private const string Password = "Temporary-Pass-1!";
    private static readonly CancellationToken Never = CancellationToken.None;

    [Theory, EveryEngine]
    public async Task Create_BySystem_SavesAccountRoleAndAuditTogether(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (desk, ids) = await SeededAsync(store);
        var created = await CreateAsync(desk, "first-admin", ids["dsjzwj"], StaffRole.PlatformAdmin, by: null);

        var user = await store.ReadAsync(db => db.Users.Include(u => u.Memberships).SingleAsync(u => u.Id == created.Value));
        Assert.True(user.MustChangePassword);
        Assert.Equal(StaffRole.PlatformAdmin, user.Memberships.Single().Role);
        Assert.True(await store.ReadAsync(db => db.AuditEntries.AnyAsync(e => e.ObjectId == user.Id && e.Action == AccountActs.Create)));
    }

    [Theory, EveryEngine]
    public async Task Create_Refused_SavesNothing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (desk, ids) = await SeededAsync(store);
        var before = await store.ReadAsync(db => db.AuditEntries.CountAsync());

        var refused = await CreateAsync(desk, "CLERK", ids["mzj"], StaffRole.CatalogueSteward, by: null, password: "weak");

        Assert.Equal(["Membership.StewardElsewhere", "Password.TooShort", "StaffUser.UserNameInvalid"], refused.Refusals.Select(r => r.Code).Order());
        Assert.Equal(["StaffUser.UserNameTaken"], (await CreateAsync(desk, "clerk", ids["mzj"], StaffRole.Clerk, null)).Refusals.Select(r => r.Code));
        Assert.Equal(before, await store.ReadAsync(db => db.AuditEntries.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task ChangeEmail_ByAdminAndOneself_IsRecordedWithBoth(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (desk, _) = await SeededAsync(store);
        var (admin, clerk) = (await IdAsync(store, "org-admin"), await IdAsync(store, "clerk"));
        Task<string?> Stored() => store.ReadAsync(db => db.Users.Where(u => u.Id == clerk).Select(u => u.Email).SingleAsync());
        var first = await Stored();

        Assert.True((await desk.AccountsAsync(a => a.ChangeEmailAsync(new StaffUserAct(clerk, null, admin), " ｍｚ@guiping.example ", Never))).IsDone);
        Assert.Equal("mz@guiping.example", await Stored());
        Assert.Equal(["StaffUser.EmailUnchanged"], (await desk.AccountsAsync(a => a.ChangeOwnEmailAsync(clerk, "mz@guiping.example", Never))).Refusals.Select(r => r.Code));
        Assert.Equal(["StaffUser.EmailInvalid"], (await desk.AccountsAsync(a => a.ChangeOwnEmailAsync(clerk, "mz", Never))).Refusals.Select(r => r.Code));
        Assert.True((await desk.AccountsAsync(a => a.ChangeOwnEmailAsync(clerk, "", Never))).IsDone);
        Assert.Null(await Stored());
        Assert.Equal(OutcomeKind.NotFound, (await desk.AccountsAsync(a => a.ChangeOwnEmailAsync(Guid.NewGuid(), "mz@guiping.example", Never))).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await desk.AccountsAsync(async a => await a.ChangeEmailAsync(new StaffUserAct(await IdAsync(store, "township-clerk"), null, admin), "x@guiping.example", Never))).Kind);

        var acts = await store.ReadAsync(db => db.AuditEntries.Where(e => e.ObjectId == clerk && e.Action.EndsWith("Email")).OrderByDescending(e => e.Action).Select(e => new { e.Action, e.By, e.Detail }).ToListAsync());
        Assert.Equal([(AccountActs.ReviseEmail, admin, $"{first} → mz@guiping.example"), (AccountActs.ChangeEmail, clerk, "mz@guiping.example → （未填写）")], acts.Select(a => (a.Action, a.By!.Value, a.Detail)));
    }

    [Theory, EveryEngine]
    public async Task Create_ByWhoMayNot_FindsNoOrganisation(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (desk, ids) = await SeededAsync(store);
        foreach (var (actor, slug) in new[] { ("clerk", "mzj"), ("org-admin", "czj"), ("auditor", "mzj"), ("demo-clerk-mzj", "mzj") })
        {
            var answer = await CreateAsync(desk, "somebody", ids[slug], StaffRole.Clerk, await IdAsync(store, actor));
            Assert.Equal(OutcomeKind.NotFound, answer.Outcome.Kind);
        }
    }

    [Theory, EveryEngine]
    public async Task Grant_ExcludingRole_IsRefusedAndSaysWhich(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (desk, ids) = await SeededAsync(store);
        var admin = await IdAsync(store, "admin");
        foreach (var (userName, slug, role) in new[]
        {
            ("auditor", "mzj", StaffRole.Clerk), ("clerk", "szfb", StaffRole.Auditor), ("township-steward", "dsjzwj", StaffRole.PlatformAdmin),
        })
        {
            var user = await IdAsync(store, userName);
            var answer = await desk.MembershipsAsync(m => m.GrantAsync(new(user, null, ids[slug], role, admin), Never));
            Assert.Equal(["Membership.RolesExclude"], answer.Refusals.Select(r => r.Code));
        }
    }

    [Theory, EveryEngine]
    public async Task GrantAndRevoke_Role_AuditedAndSessionsEnd(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (desk, ids) = await SeededAsync(store);
        var (admin, clerk) = (await IdAsync(store, "org-admin"), await IdAsync(store, "clerk"));

        Assert.True((await desk.MembershipsAsync(m => m.GrantAsync(new(clerk, null, ids["mzj"], StaffRole.Reviewer, admin), Never))).IsDone);
        var again = await desk.MembershipsAsync(m => m.GrantAsync(new(clerk, null, ids["mzj"], StaffRole.Reviewer, admin), Never));
        Assert.Equal(["Membership.AlreadyGranted"], again.Refusals.Select(r => r.Code));

        var before = await StampAsync(store, clerk);
        var membership = await store.ReadAsync(db => db.Memberships.SingleAsync(m => m.UserId == clerk && m.Role == StaffRole.Reviewer));
        Assert.True((await desk.MembershipsAsync(m => m.RevokeAsync(new(clerk, null, membership.Id, admin), Never))).IsDone);

        Assert.NotEqual(before, await StampAsync(store, clerk));
        Assert.Equal([AccountActs.Grant, AccountActs.Revoke], await store.ReadAsync(db =>
            db.AuditEntries.Where(e => e.ObjectId == clerk).OrderBy(e => e.Action).Select(e => e.Action).ToListAsync()));
    }

    [Theory, EveryEngine]
    public async Task Revoke_OwnOrLastPlatformAdmin_IsRefused(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (desk, _) = await SeededAsync(store);
        var admin = await IdAsync(store, "admin");
        var membership = await store.ReadAsync(db => db.Memberships.SingleAsync(m => m.UserId == admin));

        var own = await desk.MembershipsAsync(m => m.RevokeAsync(new(admin, null, membership.Id, admin), Never));
        var last = await desk.MembershipsAsync(m => m.RevokeAsync(new(admin, null, membership.Id, null), Never));
        var closed = await desk.AccountsAsync(a => a.DeactivateAsync(new(admin, null, null), Never));

        Assert.Equal(["Membership.OwnAccount"], own.Refusals.Select(r => r.Code));
        Assert.Equal(["StaffUser.LastPlatformAdmin"], last.Refusals.Select(r => r.Code));
        Assert.Equal(["StaffUser.LastPlatformAdmin"], closed.Refusals.Select(r => r.Code));
    }

    [Theory, EveryEngine]
    public async Task Act_SeenStampIsOld_IsEditedMeanwhile(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (desk, _) = await SeededAsync(store);
        var clerk = await IdAsync(store, "clerk");
        var seen = await store.ReadAsync(db => db.Users.Where(u => u.Id == clerk).Select(u => u.ConcurrencyStamp).SingleAsync());

        Assert.True((await desk.AccountsAsync(a => a.RenameAsync(new(clerk, seen, null), "新名", Never))).IsDone);
        Assert.Equal(OutcomeKind.EditedMeanwhile, (await desk.AccountsAsync(a => a.RenameAsync(new(clerk, seen, null), "旧名", Never))).Kind);
    }

    [Theory, EveryEngine]
    public async Task ResetSecondFactor_Account_ForgetsKeyAndCodes(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (desk, _) = await SeededAsync(store);
        var clerk = await IdAsync(store, "clerk");
        await desk.WithAsync(async db =>
        {
            (await db.Users.SingleAsync(u => u.Id == clerk)).TwoFactorEnabled = true;
            db.UserTokens.Add(new() { UserId = clerk, LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = "KEY" });
            return await db.SaveChangesAsync();
        });

        Assert.True((await desk.AccountsAsync(a => a.ResetSecondFactorAsync(new(clerk, null, null), Never))).IsDone);

        Assert.False(await store.ReadAsync(db => db.UserTokens.AnyAsync()));
        Assert.False(await store.ReadAsync(db => db.Users.Where(u => u.Id == clerk).Select(u => u.TwoFactorEnabled).SingleAsync()));
    }

    [Theory, EveryEngine]
    public async Task FindSession_ClosedAccount_IsNone(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await SeededAsync(store);
        var (open, closed) = (await IdAsync(store, "clerk"), await IdAsync(store, "demo-clerk-mzj"));

        Assert.Equal([StaffRole.Clerk], (await store.ReadAsync(db => db.Users.FindSessionAsync(open, Never)))!.Roles.Select(r => r.Role));
        Assert.Null(await store.ReadAsync(db => db.Users.FindSessionAsync(closed, Never)));
    }

    private static async Task<(StaffDesk Desk, Dictionary<string, Guid> Organisations)> SeededAsync(TestStore store)
    {
        var desk = new StaffDesk(store);
        await desk.SeedAsync();
        return (desk, await store.ReadAsync(db => db.Organisations.ToDictionaryAsync(o => o.Slug, o => o.Id)));
    }

    private static Task<OutcomeOf<Guid>> CreateAsync(
        StaffDesk desk, string userName, Guid organisation, StaffRole role, Guid? by, string password = Password) =>
        desk.AccountsAsync(a => a.CreateAsync(new(userName, "韦某某", password, organisation, role, by), Never));

    private static Task<Guid> IdAsync(TestStore store, string userName) =>
        store.ReadAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync());

    private static Task<string?> StampAsync(TestStore store, Guid id) =>
        store.ReadAsync(db => db.Users.Where(u => u.Id == id).Select(u => u.SecurityStamp).SingleAsync());
}
