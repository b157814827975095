using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.ApiKeys;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Keys of business systems: made, let in, stopped, listed, told of.</summary>
public sealed class ApiKeyDeskTests
{
    [Theory, EveryEngine]
    public async Task Make_KeepsTheHashLeavesARowAndWritesToTheResponsible(Engine engine)
    {
        await using var room = await SystemRoom.CreateAsync(engine);

        var written = await room.KeyAsync();

        var key = await room.Store.ReadAsync(db => db.ApiKeys.SingleAsync());
        Assert.True(ApiKeySecret.TryParse(written, out var secret) && secret.Matches(key.SecretHash));
        var row = await room.Store.ReadAsync(db => db.AuditEntries.SingleAsync(e => e.Action == "ApiKey.Make"));
        Assert.Equal((room.Admin, key.Id, SystemRoom.System), (row.By, row.ObjectId, row.ObjectName));
        Assert.DoesNotContain(written[12..], row.Detail, StringComparison.Ordinal);
        var mail = await room.Store.ReadAsync(db => db.Mails.SingleAsync());
        Assert.Equal((MailKind.ApiKeyMade, room.Desk.Clerk), (mail.Kind, mail.ToUserId));
        Assert.DoesNotContain(written, mail.Body, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Make_ResponsibleWhoDoesNotDraftThere_IsRefused(Engine engine)
    {
        await using var room = await SystemRoom.CreateAsync(engine);
        var reviewer = await room.Desk.EmployAsync(StaffRole.Reviewer);
        var (organisation, until) = (room.Desk.Organisation.Id, room.Desk.Clock.Today.AddDays(9));

        var refused = await room.MakeAsync(new MakeApiKey(organisation, "系统", ApiScopes.Draft, reviewer, until, room.Admin));
        var nobody = await room.MakeAsync(new MakeApiKey(organisation, "", ApiScopes.None, Guid.NewGuid(), until, room.Admin));

        Assert.Equal(["ApiKey.ResponsibleUnfit"], refused.Refusals.Select(r => r.Code));
        Assert.Equal(["ApiKey.NameMissing", "ApiKey.ScopesMissing", "ApiKey.ResponsibleUnfit"], nobody.Refusals.Select(r => r.Code));
        Assert.Equal(OutcomeKind.NotFound, (await room.MakeAsync(new MakeApiKey(Guid.NewGuid(), "系统", ApiScopes.Draft, room.Desk.Clerk, until, room.Admin))).Outcome.Kind);
        Assert.Equal(0, await room.Store.ReadAsync(db => db.ApiKeys.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Open_LivingKey_TellsWhoAndCounts(Engine engine)
    {
        await using var room = await SystemRoom.CreateAsync(engine);
        var written = await room.KeyAsync();

        var holder = (await room.OpenAsync(written)).Value!;
        await room.OpenAsync(written);

        Assert.Equal((room.Desk.Organisation.Id, room.Desk.Clerk, room.Admin, SystemRoom.System), (holder.OrganisationId, holder.ResponsibleId, holder.MadeBy, holder.SystemName));
        var key = await room.Store.ReadAsync(db => db.ApiKeys.SingleAsync());
        Assert.Equal((2L, room.Desk.Clock.Now), (key.Uses, key.LastUsedAt));
    }

    [Theory, EveryEngine]
    public async Task Open_WhatIsNoKeyOfThisScope_SaysWhyAndCountsNothing(Engine engine)
    {
        await using var room = await SystemRoom.CreateAsync(engine);
        var written = await room.KeyAsync(ApiScopes.Status);

        Assert.Equal(["ApiKey.Missing"], Codes(await room.OpenAsync(null)));
        Assert.Equal(["ApiKey.Unknown"], Codes(await room.OpenAsync("pdk_nonsense")));
        Assert.Equal(["ApiKey.Unknown"], Codes(await room.OpenAsync(ApiKeySecret.New().Written)));
        // The part that is shown opens nothing without the rest.
        Assert.Equal(["ApiKey.Unknown"], Codes(await room.OpenAsync(written[..12] + new string('0', 56))));
        Assert.Equal([new Refusal("ApiKey.ScopeLacking", null, ApiScopes.Draft)], (await room.OpenAsync(written)).Refusals);
        Assert.Equal(0L, await room.Store.ReadAsync(db => db.ApiKeys.Select(k => k.Uses).SingleAsync()));
    }

    [Theory, EveryEngine]
    public async Task Open_RevokedExpiredOrWithoutItsPerson_IsClosed(Engine engine)
    {
        await using var room = await SystemRoom.CreateAsync(engine);
        var (revoked, expiring) = (await room.KeyAsync(), await room.KeyAsync(days: 3));
        var id = await room.Store.ReadAsync(db => db.ApiKeys.Where(k => k.Prefix == revoked.Substring(0, 12)).Select(k => k.Id).SingleAsync());

        Assert.True((await room.KeysAsync(d => d.RevokeAsync(new RevokeApiKey(id, room.Admin)))).IsDone);
        Assert.True((await room.KeysAsync(d => d.RevokeAsync(new RevokeApiKey(id, room.Admin)))).IsDone);
        Assert.Equal(["ApiKey.Revoked"], Codes(await room.OpenAsync(revoked)));
        Assert.Equal(1, await room.Store.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Action == "ApiKey.Revoke")));
        Assert.Equal(OutcomeKind.NotFound, (await room.KeysAsync(d => d.RevokeAsync(new RevokeApiKey(Guid.NewGuid(), room.Admin)))).Kind);

        Assert.True((await room.OpenAsync(expiring)).IsDone);
        await room.Store.ReadAsync(db => db.Users.Where(u => u.Id == room.Desk.Clerk).ExecuteUpdateAsync(set => set.SetProperty(u => u.DeactivatedAt, room.Desk.Clock.Now)));
        Assert.Equal(["ApiKey.ResponsibleUnable"], Codes(await room.OpenAsync(expiring)));
        room.Desk.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(["ApiKey.Expired"], Codes(await room.OpenAsync(expiring)));
    }

    [Theory, EveryEngine]
    public async Task Open_OrganisationMerged_IsClosed(Engine engine)
    {
        await using var room = await SystemRoom.CreateAsync(engine);
        var written = await room.KeyAsync();
        await room.Store.ReadAsync(db => db.Organisations.ExecuteUpdateAsync(set => set.SetProperty(o => o.IsActive, false)));

        Assert.Equal(["ApiKey.OrganisationClosed"], Codes(await room.OpenAsync(written)));
    }

    [Theory, EveryEngine]
    public async Task List_TellsHowEachStands(Engine engine)
    {
        await using var room = await SystemRoom.CreateAsync(engine);
        await room.KeyAsync(days: 90);
        await room.KeyAsync(days: 20);
        await room.KeyAsync(days: 0);
        var holder = await room.HolderAsync();
        Assert.True((await room.TakeAsync(room.Draft(holder))).IsDone);
        room.Desk.Clock.Advance(TimeSpan.FromDays(1));

        var lines = await room.ListAsync();

        Assert.Equal([ApiKeyState.Expired, ApiKeyState.Expiring, ApiKeyState.Live, ApiKeyState.Live], lines.OrderBy(l => l.Key.ExpiresOn).Select(l => l.State));
        Assert.Equal(ApiKeyState.Expired, lines[^1].State);
        Assert.Equal((1, 0, "张某某"), lines.Where(l => l.Key.Id == holder.KeyId).Select(l => (l.Arrivals, l.Published, l.Responsible)).Single());
        Assert.Empty(await room.ListAsync(new OrganisationScope([Guid.NewGuid()])));
        await room.Store.ReadAsync(db => db.Memberships.ExecuteDeleteAsync());
        Assert.Equal(3, (await room.ListAsync()).Count(l => l.State == ApiKeyState.Blocked));
    }

    [Theory, EveryEngine]
    public async Task Desk_ExpiringKey_WaitsForTheAdministratorUntilThereIsANewOne(Engine engine)
    {
        await using var room = await SystemRoom.CreateAsync(engine);
        await room.KeyAsync(days: 10);
        var admin = new DeskPerson(room.Admin, new StaffRights([new RoleAt(room.Desk.Organisation.Id, StaffRole.OrganisationAdmin)]));

        var task = Assert.Single(await TasksAsync(admin));
        Assert.Equal((DeskTaskKind.ApiKeyExpiring, SystemRoom.System, room.Desk.Clock.Today.AddDays(10)), (task.Kind, task.Title, task.DueOn));
        Assert.Empty(await TasksAsync(new DeskPerson(room.Desk.Clerk, new StaffRights([new RoleAt(room.Desk.Organisation.Id, StaffRole.Clerk)]))));
        Assert.Empty(await TasksAsync(new DeskPerson(room.Admin, new StaffRights([new RoleAt(Guid.NewGuid(), StaffRole.OrganisationAdmin)]))));
        await room.KeyAsync(days: 90);
        Assert.Empty(await TasksAsync(admin));

        Task<IReadOnlyList<DeskTask>> TasksAsync(DeskPerson person) => room.InAsync(async db =>
        {
            var source = new ExpiringKeysDeskSource(db, room.Desk.Clock.Business);
            var tasks = await source.ReadAsync(person, default);
            Assert.Equal(tasks.Count, await source.CountAsync(person, default));
            return tasks;
        });
    }

    private static IEnumerable<string> Codes<T>(OutcomeOf<T> outcome) => outcome.Refusals.Select(r => r.Code);
}
