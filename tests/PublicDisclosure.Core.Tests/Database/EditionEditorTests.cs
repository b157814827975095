using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

public sealed class EditionEditorTests
{
    [Theory, EveryEngine]
    public async Task Draft_EditionInForce_CarriesCodesOnAndConfirmations(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);

        var draft = await desk.EditorAsync(e => e.DraftAsync(new DraftEditionOfCity("桂平市目录（2027年版）", 2027, desk.Steward), default));

        var codes = await desk.Store.ReadAsync(db => db.Items.Where(i => i.EditionId == desk.EditionId).Select(i => i.Code).Order().ToListAsync());
        var copied = await desk.Store.ReadAsync(db => db.Items.Where(i => i.EditionId == draft.Value).OrderBy(i => i.Code).ToListAsync());
        Assert.Equal(codes, copied.Select(i => i.Code));
        Assert.All(copied, i => Assert.Equal(ItemConfirmation.Confirmed, i.Confirmation));
        Assert.True(await desk.Store.ReadAsync(db => db.AuditEntries.AnyAsync(a => a.Action == CatalogueActs.Draft && a.By == desk.Steward)));
    }

    [Theory, EveryEngine]
    public async Task Draft_AnotherDraftExists_IsRefused(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine);

        var draft = await desk.EditorAsync(e => e.DraftAsync(new DraftEditionOfCity("", 1999, desk.Steward), default));

        Assert.Equal(["Edition.NameMissing", "Edition.YearInvalid", "Edition.DraftExists"], draft.Refusals.Select(r => r.Code));
    }

    [Theory, EveryEngine]
    public async Task Draft_ByAnybodyButTheCitySteward_LooksLikeNothing(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);

        foreach (var by in new[] { desk.TownshipSteward, desk.LeadReviewer, desk.OfficeMember, Guid.NewGuid() })
            Assert.Equal(OutcomeKind.NotFound, (await desk.EditorAsync(e => e.DraftAsync(new DraftEditionOfCity("目录", 2027, by), default))).Outcome.Kind);
    }

    [Theory, EveryEngine]
    public async Task Add_WithoutAspects_ProposesThemAndMakesACode(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine);
        var revision = await desk.RevisionAsync(desk.EditionId);

        var added = await desk.EditorAsync(e => e.AddAsync(new AddItem(desk.EditionId, revision, desk.Domain.Id, Content("新的办事指南"), desk.Steward), default));

        var item = await desk.Store.ReadAsync(db => db.Items.SingleAsync(i => i.Id == added.Value));
        Assert.Equal((DisclosureAspects.Service, false, MandatoryClass.CountyMatters), (item.Aspects, item.AspectsConfirmed, item.MandatoryClass));
        Assert.StartsWith("05-", item.Code, StringComparison.Ordinal);
        Assert.Equal(desk.Steward, item.ConfirmedBy);
        Assert.False(item.IsLocal);
    }

    [Theory, EveryEngine]
    public async Task Add_SameNameTwice_GetsTwoCodes(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine);
        var first = await AddAsync("审核");
        var second = await AddAsync("审核");

        var codes = await desk.Store.ReadAsync(db => db.Items.Where(i => i.Text.Level1 == "审核").Select(i => i.Code).ToListAsync());
        Assert.Equal(3, codes.Distinct().Count());
        Assert.NotEqual(first, second);

        async Task<Guid> AddAsync(string name)
        {
            var revision = await desk.RevisionAsync(desk.EditionId);
            return (await desk.EditorAsync(e => e.AddAsync(new AddItem(desk.EditionId, revision, desk.Domain.Id, Content(name), desk.Steward), default))).Value;
        }
    }

    [Theory, EveryEngine]
    public async Task Add_BadInput_SaysEverythingAtOnce(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine);
        var revision = await desk.RevisionAsync(desk.EditionId);
        var content = Content("") with { Levels = GovernmentLevels.None, Sequence = new string('1', 41), Text = new StandardItemText { Body = "民政\u202E部门", Elements = new string('长', 100_000) } };

        var added = await desk.EditorAsync(e => e.AddAsync(new AddItem(desk.EditionId, revision, Guid.NewGuid(), content, desk.Steward), default));

        Assert.Equal(
            [("Item.Level1Missing", "Level1"), ("Item.TextTooLong", "Elements"), ("Item.TextTooLong", "Sequence"), ("Item.LevelMissing", "Levels"), ("Text.ForbiddenCharacters", "Body"), ("Item.DomainMissing", "DomainId")],
            added.Refusals.Select(r => (r.Code, r.Field!)));
    }

    [Theory, EveryEngine]
    public async Task Edit_ChangedCell_KeepsTheCodeAndMustBeConfirmedAgain(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine);
        await desk.ConfirmAllAsync();
        var before = await desk.ItemAsync(desk.EditionId, "指南");

        var outcome = await desk.EditorAsync(e => e.EditAsync(new EditItem(before.Id, before.Revision, Content("办理指南", DisclosureAspects.Service), desk.Steward), default));

        Assert.True(outcome.IsDone);
        var after = await desk.Store.ReadAsync(db => db.Items.SingleAsync(i => i.Id == before.Id));
        Assert.Equal((before.Code, "办理指南", true, true), (after.Code, after.Text.Level1, after.NeedsChecking, after.AspectsConfirmed));
    }

    [Theory, EveryEngine]
    public async Task Edit_SomebodyElseWasFaster_ChangesNothing(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine);
        var seen = await desk.ItemAsync(desk.EditionId, "指南");
        await desk.ConfirmAllAsync();

        var outcome = await desk.EditorAsync(e => e.EditAsync(new EditItem(seen.Id, seen.Revision, Content("别的"), desk.Steward), default));

        Assert.Equal(OutcomeKind.EditedMeanwhile, outcome.Kind);
        Assert.Equal("指南", (await desk.ItemAsync(desk.EditionId, "指南")).Text.Level1);
    }

    [Theory, EveryEngine]
    public async Task Edit_EditionInForce_IsRefused(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var item = await desk.ItemAsync(desk.EditionId, "指南");

        Assert.Equal(["Edition.NotDraft"], (await desk.EditorAsync(e => e.EditAsync(new EditItem(item.Id, item.Revision, Content("别的"), desk.Steward), default))).Refusals.Select(r => r.Code));
        Assert.Equal(["Edition.NotDraft"], (await desk.EditorAsync(e => e.RetireAsync(new RetireItem(item.Id, item.Revision, desk.Steward), default))).Refusals.Select(r => r.Code));
    }

    [Theory, EveryEngine]
    public async Task Discard_OnlyEdition_IsRefused(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine);
        var revision = await desk.RevisionAsync(desk.EditionId);

        Assert.Equal(["Edition.OnlyOne"], (await desk.EditorAsync(e => e.DiscardAsync(new DiscardDraft(desk.EditionId, revision, desk.Steward), default))).Refusals.Select(r => r.Code));
    }

    [Theory, EveryEngine]
    public async Task Discard_SecondEdition_LeavesTheOneInForce(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var draft = (await desk.EditorAsync(e => e.DraftAsync(new DraftEditionOfCity("桂平市目录（2027年版）", 2027, desk.Steward), default))).Value;
        var revision = await desk.RevisionAsync(draft);

        Assert.True((await desk.EditorAsync(e => e.DiscardAsync(new DiscardDraft(draft, revision, desk.Steward), default))).IsDone);

        Assert.Equal(3, await desk.Store.ReadAsync(db => db.Items.CountAsync()));
    }

    private static ItemContent Content(string name, DisclosureAspects aspects = DisclosureAspects.None) =>
        new("9", new StandardItemText { Level1 = name, Body = "民政部门" }, GovernmentLevels.County, DisclosureMode.Active, aspects, null);
}
