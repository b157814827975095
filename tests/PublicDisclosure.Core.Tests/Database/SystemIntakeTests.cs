using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.ApiKeys;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>What business systems send becomes drafts, once, and nothing more than drafts.</summary>
public sealed class SystemIntakeTests
{
    private static readonly byte[] Words = "姓名,金额\n张三,100\n"u8.ToArray();

    [Theory, EveryEngine]
    public async Task Take_Draft_LiesOnTheClerksDeskAsArrived(Engine engine)
    {
        await using var room = await SystemRoom.CreateAsync(engine);
        var key = await room.HolderAsync();

        var id = (await room.TakeAsync(room.Draft(key) with { Files = [new Upload("名单.csv", new MemoryStream(Words)), new Upload("原件.csv", new MemoryStream(Words), IsOriginal: true)] })).Value!.DisclosureId;

        var draft = await room.Store.ReadAsync(db => db.Disclosures.Include(d => d.Arrival).Include(d => d.Items).Include(d => d.Attachments).Include(d => d.Contributors).SingleAsync());
        Assert.Equal((id, DisclosureState.Draft, room.Desk.Clerk, null), (draft.Id, draft.State, draft.CreatedBy, draft.SubmittedAt));
        Assert.Equal((SystemRoom.System, "SP-1", draft.Revision), (draft.Arrival!.SystemName, draft.Arrival.ExternalReference, draft.Arrival.Revision));
        Assert.Equal([("名单.csv", false), ("原件.csv", true)], draft.Attachments.OrderBy(a => a.SortOrder).Select(a => (a.FileName, a.IsOriginal)));
        Assert.Equal([(room.Desk.ItemCode, "文件全文")], draft.Items.Select(i => (i.ItemCode, i.Elements)));
        Assert.Equivalent(new[] { room.Desk.Clerk, room.Admin }, draft.Contributors.Select(c => c.UserId));
        Assert.Equal(1, await room.Store.ReadAsync(db => db.DueDates.CountAsync(d => d.DisclosureId == id)));
        var rows = await room.Store.ReadAsync(db => db.AuditEntries.Where(e => e.ObjectId == id).Select(e => e.Action).ToListAsync());
        Assert.Equivalent(new[] { "Disclosure.Create", "Arrival.Draft" }, rows);
        Assert.Equal([DeskTaskKind.Arrived], await KindsAsync(room));

        await room.Desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(id, await room.Desk.RevisionAsync(id), room.Desk.GoodText(), room.Desk.GoodItems, room.Desk.Clerk)));
        Assert.Equal([DeskTaskKind.Draft], await KindsAsync(room));
    }

    [Theory, EveryEngine]
    public async Task Take_SameRequestAgain_AnswersAgainAndMakesNothing(Engine engine)
    {
        await using var room = await SystemRoom.CreateAsync(engine);
        var key = await room.HolderAsync();
        var first = (await room.TakeAsync(room.Draft(key))).Value!;

        var again = (await room.TakeAsync(room.Draft(key))).Value!;
        var other = await room.TakeAsync(room.Draft(key, hash: "other"));
        var taken = await room.TakeAsync(room.Draft(key, number: "n-2"));

        Assert.Equal((first.DisclosureId, true), (again.DisclosureId, again.IsRepeat));
        Assert.Equal(["Arrival.IdempotencyKeyReused"], other.Refusals.Select(r => r.Code));
        Assert.Equal(("Arrival.ReferenceTaken", first.DisclosureId), (taken.Refusals.Single().Code, taken.Refusals.Single().Arguments[1]));
        Assert.Equal(1, await room.Store.ReadAsync(db => db.Disclosures.CountAsync()));
        // Another key of the same system, the same matter.
        Assert.Equal(["Arrival.ReferenceTaken"], (await room.TakeAsync(room.Draft(await room.HolderAsync()))).Refusals.Select(r => r.Code));
    }

    [Theory, EveryEngine]
    public async Task Take_SameRequestManyTimesAtOnce_MakesOneDraft(Engine engine)
    {
        await using var room = await SystemRoom.CreateAsync(engine);
        var key = await room.HolderAsync();
        var request = room.Draft(key);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => room.TakeAsync(request))));

        Assert.Single(answers.Select(a => a.Value!.DisclosureId).Distinct());
        Assert.Single(answers, a => !a.Value!.IsRepeat);
        Assert.Equal((1, 1), await room.Store.ReadAsync(async db => (await db.Disclosures.CountAsync(), await db.KeptAnswers.CountAsync())));
    }

    [Theory, EveryEngine]
    public async Task Take_SameNumberOfTheSystemAtOnce_MakesOneDraft(Engine engine)
    {
        await using var room = await SystemRoom.CreateAsync(engine);
        var key = await room.HolderAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => room.TakeAsync(room.Draft(key, number: $"n-{i}")))));

        Assert.Single(answers, a => a.IsDone);
        Assert.All(answers.Where(a => !a.IsDone), a => Assert.Equal("Arrival.ReferenceTaken", a.Refusals.Single().Code));
        Assert.Equal(1, await room.Store.ReadAsync(db => db.Disclosures.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Take_RegistrationThenText_FillsTheSameDraft(Engine engine)
    {
        await using var room = await SystemRoom.CreateAsync(engine);
        var key = await room.HolderAsync();
        var formed = room.Desk.Clock.Today.AddDays(-3);
        var id = (await room.TakeAsync(room.Registration(key, formedOn: formed))).Value!.DisclosureId;
        var registered = (await room.StatusAsync(key, id))!;
        Assert.Equal((ArrivalStage.Draft, formed, "关于许可决定的公告"), (registered.Stage, registered.Draft.Text.FormedOn, registered.Draft.Text.Title));
        Assert.NotNull(registered.DueOn);
        Assert.Contains(registered.Checklist, f => f.Severity == ChecklistSeverity.Error);

        var filled = await room.TakeAsync(Fill(room, key, id, formed));

        Assert.Equal(id, filled.Value!.DisclosureId);
        var draft = await room.Store.ReadAsync(db => db.Disclosures.Include(d => d.Arrival).Include(d => d.Attachments).SingleAsync());
        Assert.Equal(("名单.csv", draft.Revision), (draft.Attachments.Single().FileName, draft.Arrival!.Revision));
        Assert.True(draft.Arrival is { RegisteredAt: not null, DraftedAt: not null });
        Assert.True((await room.TakeAsync(Fill(room, key, id, formed))).Value!.IsRepeat);
        Assert.Equal(["Arrival.TakenUp"], (await room.TakeAsync(Fill(room, key, id, formed) with { IdempotencyKey = "n-3" })).Refusals.Select(r => r.Code));
    }

    [Theory, EveryEngine]
    public async Task Take_TextForARegistrationManyTimesAtOnce_FillsItOnce(Engine engine)
    {
        await using var room = await SystemRoom.CreateAsync(engine);
        var key = await room.HolderAsync();
        var id = (await room.TakeAsync(room.Registration(key))).Value!.DisclosureId;

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => room.TakeAsync(Fill(room, key, id, room.Desk.Clock.Today)))));

        Assert.All(answers, a => Assert.Equal(id, a.Value!.DisclosureId));
        Assert.Single(answers, a => !a.Value!.IsRepeat);
        Assert.Equal(1, await room.Store.ReadAsync(db => db.Disclosures.SelectMany(d => d.Attachments).CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Take_TextForARegistrationSomebodyWorksOn_IsRefused(Engine engine)
    {
        await using var room = await SystemRoom.CreateAsync(engine);
        var key = await room.HolderAsync();
        var id = (await room.TakeAsync(room.Registration(key))).Value!.DisclosureId;
        await room.Desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(id, await room.Desk.RevisionAsync(id), room.Desk.GoodText("经办人写的"), room.Desk.GoodItems, room.Desk.Clerk)));

        Assert.Equal(["Arrival.TakenUp"], (await room.TakeAsync(Fill(room, key, id, room.Desk.Clock.Today))).Refusals.Select(r => r.Code));
        Assert.Equal("经办人写的", await room.Store.ReadAsync(db => db.Disclosures.Select(d => d.Text.Title).SingleAsync()));
    }

    [Theory, EveryEngine]
    public async Task Take_TextThatContradictsItsRegistration_IsRefused(Engine engine)
    {
        await using var room = await SystemRoom.CreateAsync(engine);
        var key = await room.HolderAsync();
        var (id, today) = ((await room.TakeAsync(room.Registration(key))).Value!.DisclosureId, room.Desk.Clock.Today);

        Assert.Equal(["Arrival.FormedOnDiffers"], Codes(await room.TakeAsync(Fill(room, key, id, today.AddDays(-1)))));
        Assert.Equal(["Arrival.ReferenceDiffers"], Codes(await room.TakeAsync(Fill(room, key, id, today) with { ExternalReference = "SP-2" })));
        Assert.Equal(["Arrival.FormedRecordUnknown"], Codes(await room.TakeAsync(Fill(room, key, Guid.NewGuid(), today))));
        Assert.Equal(["Arrival.FormedRecordUnknown"], Codes(await room.TakeAsync(Fill(room, key with { OrganisationId = Guid.NewGuid() }, id, today))));
        Assert.Equal(["Arrival.FormedRecordUnknown"], Codes(await room.TakeAsync(Fill(room, key with { SystemName = "另一个系统" }, id, today))));
    }

    [Theory, EveryEngine]
    public async Task Take_WhatCannotBeStored_IsRefusedWithTheClerksReasons(Engine engine)
    {
        await using var room = await SystemRoom.CreateAsync(engine);
        var key = await room.HolderAsync();
        var draft = room.Draft(key);

        Assert.Equal(["Arrival.ReferenceMissing", "Arrival.ItemMissing"], Codes(await room.TakeAsync(draft with { ExternalReference = " ", Items = [] })));
        Assert.Equal(["Disclosure.TextTooLong"], Codes(await room.TakeAsync(draft with { ExternalReference = new string('1', 101) })));
        Assert.Equal(["Arrival.ItemUnknown"], Codes(await room.TakeAsync(draft with { Items = [room.Desk.ItemCode, "99-nothing"] })));
        Assert.Equal(["Disclosure.TooManyItems"], Codes(await room.TakeAsync(draft with { Items = [.. Enumerable.Range(0, 21).Select(i => $"i{i}")] })));
        Assert.Equal(["Disclosure.TitleMissing"], Codes(await room.TakeAsync(draft with { Write = t => t with { Title = "" } })));
        Assert.Equal(["Arrival.GenreNotHere"], Codes(await room.TakeAsync(draft with { Write = t => t with { Genre = DisclosureGenre.Response } })));
        Assert.Equal(["Attachment.Executable"], Codes(await room.TakeAsync(draft with { Files = [new Upload("公告.pdf", new MemoryStream([0x4D, 0x5A, 0x90, 0x00, .. new byte[64]]))] })));
        Assert.Equal(["Checklist.FormedOnInFuture"], Codes(await room.TakeAsync(room.Registration(key, formedOn: room.Desk.Clock.Today.AddDays(1)))));
        Assert.Equal(["Arrival.FormedOnMissing"], Codes(await room.TakeAsync(room.Registration(key) with { Write = t => t with { Title = "题", FormedOn = null } })));
        Assert.Equal((0, 0), await room.Store.ReadAsync(async db => (await db.Disclosures.CountAsync(), await db.KeptAnswers.CountAsync())));
        // A refused request used up nothing.
        Assert.True((await room.TakeAsync(draft)).IsDone);
    }

    [Theory, EveryEngine]
    public async Task Draft_ThatArrived_NeedsTwoOtherPeopleThanTheResponsibleAndTheKeysMaker(Engine engine)
    {
        await using var room = await SystemRoom.CreateAsync(engine);
        var id = (await room.TakeAsync(room.Draft(await room.HolderAsync()))).Value!.DisclosureId;
        await room.Desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await room.Desk.RevisionAsync(id), room.Desk.Clerk)));

        foreach (var person in new[] { room.Desk.Clerk, room.Admin })
        {
            var outcome = await room.Desk.WorkAsync(async w => await w.ReviewSecrecyAsync(new ReviewSecrecy(id, await room.Desk.RevisionAsync(id), SecrecyConclusion.MayPublish, "", person)));
            Assert.Contains(outcome.Refusals.Single().Code, new[] { "Disclosure.ReviewerIsSubmitter", "Disclosure.ReviewerIsContributor" });
        }
    }

    [Theory, EveryEngine]
    public async Task Status_FollowsTheDraftToThePublicAndStaysWithItsOrganisation(Engine engine)
    {
        await using var room = await SystemRoom.CreateAsync(engine);
        var key = await room.HolderAsync();
        var id = (await room.TakeAsync(room.Draft(key))).Value!.DisclosureId;
        Assert.DoesNotContain((await room.StatusAsync(key, id))!.Checklist, f => f.Severity == ChecklistSeverity.Error);
        Assert.Null(await room.StatusAsync(key with { OrganisationId = Guid.NewGuid() }, id));
        Assert.Null(await room.StatusAsync(key, await room.Desk.DraftAsync()));

        await room.Desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await room.Desk.RevisionAsync(id), room.Desk.Clerk)));
        Assert.Equal(ArrivalStage.InReview, (await room.StatusAsync(key, id))!.Stage);
        await room.Desk.WorkAsync(async w => await w.ReturnAsync(new ReturnDisclosure(id, await room.Desk.RevisionAsync(id), "金额有误", room.Desk.Reviewer)));
        var returned = (await room.StatusAsync(key, id))!;
        Assert.Equal((ArrivalStage.Returned, "金额有误"), (returned.Stage, returned.Reason));
        await room.Desk.ReviewedAsync(id);
        Assert.Equal(ArrivalStage.AwaitingPublication, (await room.StatusAsync(key, id))!.Stage);
        Assert.True((await room.Desk.PublishAsync(id)).IsDone);
        var published = (await room.StatusAsync(key, id))!;
        Assert.Equal((ArrivalStage.Published, null), (published.Stage, published.DueOn));
        Assert.NotNull(published.Draft.Address);
        await room.Desk.WithdrawAsync(id, WithdrawalReason.Error, "数据有误，已撤回核实。");
        var withdrawn = (await room.StatusAsync(key, id))!;
        Assert.Equal((ArrivalStage.Withdrawn, "数据有误，已撤回核实。"), (withdrawn.Stage, withdrawn.Reason));
    }

    [Theory, EveryEngine]
    public async Task Purge_OldAnswers_GoAndTheNumberStaysTaken(Engine engine)
    {
        await using var room = await SystemRoom.CreateAsync(engine);
        var key = await room.HolderAsync();
        await room.TakeAsync(room.Draft(key));

        room.Desk.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal(0, await room.PurgeAsync());
        room.Desk.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await room.PurgeAsync());

        Assert.Equal(["Arrival.ReferenceTaken"], Codes(await room.TakeAsync(room.Draft(key))));
    }

    private static Arriving Fill(SystemRoom room, KeyHolder key, Guid id, DateOnly formedOn) => new(key, "n-2", "h", "SP-1", false)
    {
        FormedRecordId = id,
        Write = _ => room.Desk.GoodText("关于许可决定的公告") with { FormedOn = formedOn, DocumentDate = formedOn },
        Files = [new Upload("名单.csv", new MemoryStream(Words))],
    };

    private static Task<List<DeskTaskKind>> KindsAsync(SystemRoom room) => room.InAsync(async db =>
    {
        var (source, person) = (new DisclosureDeskSource(db, room.Desk.Clock.Business), new DeskPerson(room.Desk.Clerk, new StaffRights([new RoleAt(room.Desk.Organisation.Id, StaffRole.Clerk)])));
        var tasks = await source.ReadAsync(person, default);
        Assert.Equal(tasks.Count, await source.CountAsync(person, default));
        return tasks.Select(t => t.Kind).ToList();
    });

    private static IEnumerable<string> Codes<T>(Shared.OutcomeOf<T> outcome) => outcome.Refusals.Select(r => r.Code);
}
