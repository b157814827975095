using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Templates;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>What a new draft begins with: the last one of its kind, or a template.</summary>
public sealed class CopyAndTemplateTests
{
    [Theory, EveryEngine]
    public async Task Copy_Published_TakesTheTextAndNoDateNumberOrFile(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var text = desk.GoodText() with
        {
            DocumentNumber = "浔民发〔2026〕9号",
            EffectiveOn = desk.Clock.Today,
            ExpiresOn = desk.Clock.Today.AddYears(5),
            Body = desk.GoodText().Body + "\n\n桂平市民政局\n\n2026年3月2日",
        };
        var source = await desk.PublishedAsync(text);

        var id = await CopyAsync(store, desk, new CopyDisclosure(source, desk.Clerk));

        var copy = await store.ReadAsync(db => db.Disclosures.Include(d => d.Items).Include(d => d.Attachments).SingleAsync(d => d.Id == id.Value));
        Assert.Equal((text.Title, text.Keywords, text.Channels, text.Genre, DisclosureState.Draft), (copy.Text.Title, copy.Text.Keywords, copy.Text.Channels, copy.Text.Genre, copy.State));
        Assert.Equal(("", null, null, null, null, null), (copy.Text.DocumentNumber, copy.Text.DocumentDate, copy.Text.FormedOn, copy.Text.EffectiveOn, copy.Text.ExpiresOn, copy.Text.DisplayUntil));
        Assert.Equal((desk.ItemCode, "文件全文"), (copy.Items[0].ItemCode, copy.Items[0].Elements));
        Assert.Equal((source, (string?)null, 0), (copy.CopiedFromId, copy.IndexNumber, copy.CurrentVersion));
        Assert.Contains(DisclosureCopying.DatePlaceholder, copy.Text.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("2026年3月2日", copy.Text.Body, StringComparison.Ordinal);
        Assert.Empty(copy.Attachments);
        var submitted = await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id.Value, await desk.RevisionAsync(id.Value), desk.Clerk)));
        Assert.Contains(submitted.Refusals, r => r.Code == "Checklist.PlaceholderLeft");
        Assert.Contains(submitted.Refusals, r => r.Code == "Checklist.FormedOnMissing");
    }

    [Theory, EveryEngine]
    public async Task Copy_SentTwice_MakesOneDraft(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var (first, second) = (await desk.DraftAsync(), await desk.DraftAsync());
        var form = Guid.NewGuid();

        Assert.Equal(form, (await CopyAsync(store, desk, new CopyDisclosure(first, desk.Clerk, form))).Value);
        Assert.Equal(form, (await CopyAsync(store, desk, new CopyDisclosure(first, desk.Clerk, form))).Value);
        // The same page, another row: another draft.
        Assert.NotEqual(form, (await CopyAsync(store, desk, new CopyDisclosure(second, desk.Clerk, form))).Value);
        Assert.Equal(4, await store.ReadAsync(db => db.Disclosures.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Copy_ClosedForPersonalData_IsRefused(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.PublishedAsync();
        await desk.WithdrawAsync(id, WithdrawalReason.PersonalOrSecret);

        var outcome = await CopyAsync(store, desk, new CopyDisclosure(id, desk.Clerk));

        Assert.Equal("Disclosure.CopyOfClosed", Assert.Single(outcome.Refusals).Code);
    }

    [Theory, EveryEngine]
    public async Task LastOf_SeveralPublished_IsTheNewestOfTheItem(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await desk.PublishedAsync();
        desk.Clock.Advance(TimeSpan.FromDays(1));
        var newest = await desk.PublishedAsync();
        await desk.DraftAsync();

        await using var db = store.Open();
        var last = await new DisclosureCopying(db, desk.Clock.Business).LastOfAsync(desk.Organisation.Id, desk.ItemCode, TestContext.Current.CancellationToken);

        Assert.Equal(newest, last?.Id);
        Assert.Null(await new DisclosureCopying(db, desk.Clock.Business).LastOfAsync(desk.Organisation.Id, "none", TestContext.Current.CancellationToken));
    }

    [Theory, EveryEngine]
    public async Task Template_OfAnOrganisation_IsOfferedThereAndFillsTheDraft(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await GrantAsync(store, desk, StaffRole.Clerk);
        var other = TestData.CreateOrganisation();
        await store.AddAsync(other);
        var text = desk.GoodText("{单位名称}{年份}年救助工作情况") with { Body = "本期救助{救助人数}人。", Aspects = Core.Catalogue.DisclosureAspects.Result };

        var id = await EditAsync(store, desk, e => e.CreateAsync(new CreateTemplate(desk.Organisation.Id, desk.ItemCode, "季度情况", text, desk.Clerk)));

        await using var db = store.Open();
        var queries = new TemplateQueries(db, desk.Clock.Business);
        Assert.Equal(id.Value, Assert.Single(await queries.OffersAsync(desk.Organisation.Id, desk.ItemCode, TestContext.Current.CancellationToken)).Id);
        Assert.Empty(await queries.OffersAsync(other.Id, desk.ItemCode, TestContext.Current.CancellationToken));
        var draft = await queries.ApplyAsync(id.Value, desk.Organisation.Id, desk.ItemCode, desk.GoodText(), TestContext.Current.CancellationToken);
        Assert.Equal($"{desk.Organisation.Name}2026年救助工作情况", draft!.Title);
        Assert.Equal(("本期救助{救助人数}人。", (DateOnly?)null), (draft.Body, draft.FormedOn));
        Assert.Null(await queries.ApplyAsync(id.Value, other.Id, desk.ItemCode, desk.GoodText(), TestContext.Current.CancellationToken));
        Assert.Equal(1, await store.ReadAsync(d => d.AuditEntries.CountAsync(a => a.Action == "Template.Create" && a.ObjectId == id.Value)));
    }

    [Theory, EveryEngine]
    public async Task Template_Retired_IsOfferedNoMoreAndCannotBeChanged(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await GrantAsync(store, desk, StaffRole.Clerk);
        var id = (await EditAsync(store, desk, e => e.CreateAsync(new CreateTemplate(desk.Organisation.Id, desk.ItemCode, "旧模板", desk.GoodText(), desk.Clerk)))).Value;

        Assert.Equal(OutcomeKind.EditedMeanwhile, (await EditAsync(store, desk, e => Wrap(e.RetireAsync(id, 7, desk.Clerk)))).Outcome.Kind);
        Assert.True((await EditAsync(store, desk, e => Wrap(e.RetireAsync(id, 0, desk.Clerk)))).Outcome.IsDone);

        var again = await EditAsync(store, desk, e => Wrap(e.EditAsync(new EditTemplate(id, 1, "新名", desk.GoodText(), desk.Clerk))));
        Assert.Equal("Template.Retired", Assert.Single(again.Refusals).Code);
        await using var db = store.Open();
        Assert.Empty(await new TemplateQueries(db, desk.Clock.Business).OffersAsync(desk.Organisation.Id, desk.ItemCode, TestContext.Current.CancellationToken));
    }

    [Theory, EveryEngine]
    public async Task Template_ForAll_IsKeptByTheOfficeAlone(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await GrantAsync(store, desk, StaffRole.Clerk);
        var office = TestData.CreateStaffUser();
        await store.AddAsync(office, TestData.CreateMembership(office.Id, desk.Organisation.Id, StaffRole.DisclosureOffice));

        var byClerk = await EditAsync(store, desk, e => e.CreateAsync(new CreateTemplate(null, desk.ItemCode, "通用", desk.GoodText(), desk.Clerk)));
        var byOffice = await EditAsync(store, desk, e => e.CreateAsync(new CreateTemplate(null, desk.ItemCode, "通用", desk.GoodText(), office.Id)));
        var wrong = await EditAsync(store, desk, e => e.CreateAsync(new CreateTemplate(null, "no-item", " ", desk.GoodText(), office.Id)));

        Assert.Equal(OutcomeKind.NotFound, byClerk.Outcome.Kind);
        Assert.True(byOffice.IsDone);
        Assert.Equal("Template.NameMissing", Assert.Single(wrong.Refusals).Code);
        await using var db = store.Open();
        Assert.True(Assert.Single(await new TemplateQueries(db, desk.Clock.Business).OffersAsync(desk.Organisation.Id, desk.ItemCode, TestContext.Current.CancellationToken)).IsForAll);
    }

    private static async Task<OutcomeOf<Guid>> Wrap(Task<Outcome> task) => await task;

    private static async Task GrantAsync(TestStore store, DisclosureDesk desk, StaffRole role)
    {
        var user = TestData.CreateStaffUser();
        user.Id = desk.Clerk;
        await store.AddAsync(user, TestData.CreateMembership(desk.Clerk, desk.Organisation.Id, role));
    }

    private static async Task<OutcomeOf<Guid>> EditAsync(TestStore store, DisclosureDesk desk, Func<TemplateEditor, Task<OutcomeOf<Guid>>> use)
    {
        await using var db = store.Open();
        return await use(new TemplateEditor(db, desk.Clock.Business, new StaffAuthority(db)));
    }

    private static async Task<OutcomeOf<Guid>> CopyAsync(TestStore store, DisclosureDesk desk, CopyDisclosure command)
    {
        await using var db = store.Open();
        return await new DisclosureCopying(db, desk.Clock.Business).CopyAsync(command);
    }
}
