using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

public sealed class EditionInForceTests
{
    [Theory, EveryEngine]
    public async Task Put_UnconfirmedRows_IsRefusedOutsideADemoSite(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine);
        var revision = await desk.RevisionAsync(desk.EditionId);

        var outcome = await desk.InForceAsync(e => e.PutAsync(new PutEditionInForce(desk.EditionId, revision, desk.Steward), default));

        Assert.Equal([new Refusal("Edition.RowsUnconfirmed", null, 3)], outcome.Refusals);
        Assert.Empty(await desk.DutiesOfAsync(desk.Lead.Id));
    }

    [Theory, EveryEngine]
    public async Task Put_ConfirmedRows_CreatesDutiesFromToday(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);

        Assert.Equal(["发放", "指南"], (await desk.DutiesOfAsync(desk.Lead.Id)).Order(StringComparer.Ordinal));
        Assert.Equal(["发放", "审核"], (await desk.DutiesOfAsync(desk.Township.Id)).Order(StringComparer.Ordinal));
        Assert.All(await desk.Store.ReadAsync(db => db.Duties.ToListAsync()), d => Assert.Equal(desk.Clock.Today, d.TrackedFrom));
        // Running due dates are counted anew by the job.
        Assert.Equal(DueMoveCause.Edition, (await desk.Store.ReadAsync(db => db.DueRecounts.SingleAsync(r => r.DoneAt == null))).Cause);
    }

    [Theory, EveryEngine]
    public async Task Put_SecondEdition_SupersedesTheFirstAndKeepsDutiesUnderTheirCodes(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var duty = await desk.Store.ReadAsync(db => db.Duties.SingleAsync(d => d.OrganisationId == desk.Lead.Id && db.Items.Any(i => i.Code == d.ItemCode && i.Text.Level1 == "指南")));
        var first = desk.Clock.Today;
        desk.Clock.Advance(TimeSpan.FromDays(30));
        var draft = (await desk.EditorAsync(e => e.DraftAsync(new DraftEditionOfCity("桂平市目录（2027年版）", 2027, desk.Steward), default))).Value;
        var retired = await desk.ItemAsync(draft, "发放");
        Assert.True((await desk.EditorAsync(e => e.RetireAsync(new RetireItem(retired.Id, retired.Revision, desk.Steward), default))).IsDone);
        var revision = await desk.RevisionAsync(draft);

        Assert.True((await desk.InForceAsync(e => e.PutAsync(new PutEditionInForce(draft, revision, desk.Steward), default))).IsDone);

        var former = await desk.Store.ReadAsync(db => db.Editions.SingleAsync(e => e.Id == desk.EditionId));
        Assert.Equal((EditionStatus.Superseded, desk.Clock.Today), (former.Status, former.SupersededOn));
        Assert.Equal(["指南"], await desk.DutiesOfAsync(desk.Lead.Id));
        var kept = await desk.Store.ReadAsync(db => db.Duties.SingleAsync(d => d.Id == duty.Id));
        Assert.Equal((true, first), (kept.IsActive, kept.TrackedFrom));
        Assert.True(await desk.Store.ReadAsync(db => db.Duties.AnyAsync(d => d.ItemCode == retired.Code && !d.IsActive)));
    }

    [Theory, EveryEngine]
    public async Task Put_StaleRevision_ChangesNothing(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine);

        var outcome = await desk.InForceAsync(e => e.PutAsync(new PutEditionInForce(desk.EditionId, 999, desk.Steward), default));

        Assert.Equal(OutcomeKind.EditedMeanwhile, outcome.Kind);
    }

    [Theory, EveryEngine]
    public async Task Confirm_ByTheLeadDepartment_IsRecordedByName(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine);
        var item = await desk.ItemAsync(desk.EditionId, "指南");

        var confirmed = await desk.RowsAsync(c => c.ConfirmAsync(new ConfirmRows(desk.EditionId, [new SeenRow(item.Id, item.Revision)], desk.LeadReviewer), default));

        Assert.Equal(1, confirmed.Value);
        Assert.Equal(desk.LeadReviewer, (await desk.ItemAsync(desk.EditionId, "指南")).ConfirmedBy);
        Assert.True(await desk.Store.ReadAsync(db => db.AuditEntries.AnyAsync(a => a.Action == CatalogueActs.ConfirmItem && a.By == desk.LeadReviewer && a.ObjectId == item.Id)));
    }

    [Theory, EveryEngine]
    public async Task Confirm_ByATownshipSteward_LooksLikeNothing(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine);
        var item = await desk.ItemAsync(desk.EditionId, "指南");

        var confirmed = await desk.RowsAsync(c => c.ConfirmAsync(new ConfirmRows(desk.EditionId, [new SeenRow(item.Id, item.Revision)], desk.TownshipSteward), default));

        Assert.Equal(OutcomeKind.NotFound, confirmed.Outcome.Kind);
        Assert.True((await desk.ItemAsync(desk.EditionId, "指南")).NeedsChecking);
    }

    [Theory, EveryEngine]
    public async Task Confirm_NothingTickedOrStale_SaysSo(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine);
        var item = await desk.ItemAsync(desk.EditionId, "指南");

        Assert.Equal(["Item.NothingSelected"], (await desk.RowsAsync(c => c.ConfirmAsync(new ConfirmRows(desk.EditionId, [], desk.Steward), default))).Refusals.Select(r => r.Code));
        Assert.Equal(OutcomeKind.EditedMeanwhile, (await desk.RowsAsync(c => c.ConfirmAsync(new ConfirmRows(desk.EditionId, [new SeenRow(item.Id, 99)], desk.Steward), default))).Outcome.Kind);
    }

    [Theory, EveryEngine]
    public async Task Strike_WithReason_TakesTheRowOutOfDutiesAndLaterEditions(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine);
        var item = await desk.ItemAsync(desk.EditionId, "发放");

        Assert.Equal(["Item.StrikeReasonMissing"], (await desk.RowsAsync(c => c.StrikeAsync(new StrikeRow(item.Id, item.Revision, " ", desk.LeadReviewer), default))).Refusals.Select(r => r.Code));
        Assert.True((await desk.RowsAsync(c => c.StrikeAsync(new StrikeRow(item.Id, item.Revision, "本地没有此项", desk.LeadReviewer), default))).IsDone);

        var rows = await desk.Store.ReadAsync(db => db.Items.ToListAsync());
        Assert.Equal("本地没有此项", (await desk.ItemAsync(desk.EditionId, "发放")).AdoptionReason);
        foreach (var row in rows.Where(r => r.Confirmation == ItemConfirmation.Unconfirmed))
            await desk.RowsAsync(c => c.ConfirmAsync(new ConfirmRows(desk.EditionId, [new SeenRow(row.Id, row.Revision)], desk.Steward), default));
        var revision = await desk.RevisionAsync(desk.EditionId);
        Assert.True((await desk.InForceAsync(e => e.PutAsync(new PutEditionInForce(desk.EditionId, revision, desk.Steward), default))).IsDone);
        Assert.Equal(["指南"], await desk.DutiesOfAsync(desk.Lead.Id));
    }

    [Theory, EveryEngine]
    public async Task Compare_TwoEditions_TellsAddedChangedAndRemoved(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var draft = (await desk.EditorAsync(e => e.DraftAsync(new DraftEditionOfCity("桂平市目录（2027年版）", 2027, desk.Steward), default))).Value;
        var changed = await desk.ItemAsync(draft, "指南");
        await desk.EditorAsync(e => e.EditAsync(new EditItem(changed.Id, changed.Revision, new ItemContent(
            changed.Sequence, changed.Text with { TimeLimit = "20个工作日内" }, changed.Levels, changed.Mode, changed.Aspects, null), desk.Steward), default));
        var removed = await desk.ItemAsync(draft, "审核");
        await desk.EditorAsync(e => e.RetireAsync(new RetireItem(removed.Id, removed.Revision, desk.Steward), default));
        var revision = await desk.RevisionAsync(draft);
        await desk.EditorAsync(e => e.AddAsync(new AddItem(draft, revision, desk.Domain.Id, new ItemContent(
            "4", new StandardItemText { Level1 = "终止" }, GovernmentLevels.County, DisclosureMode.Active, DisclosureAspects.Result, null), desk.Steward), default));

        var comparison = await desk.ReadRightsAsync(desk.Steward, (q, _) => q.CompareAsync(desk.EditionId, draft, default));

        Assert.Equal(["终止"], comparison.Added.Select(i => i.Name));
        Assert.Equal(["审核"], comparison.Removed.Select(i => i.Name));
        var one = Assert.Single(comparison.Changed);
        Assert.Equal(("指南", "公开时限", "", "20个工作日内"), (one.Item.Name, one.Cells.Single().Heading, one.Cells.Single().Before, one.Cells.Single().After));
        Assert.Equal(1, comparison.Unchanged);
    }

    [Theory, EveryEngine]
    public async Task SaveRule_NewLine_ReclassifiesOnlyWhatNobodyConfirmed(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine);
        var confirmed = await desk.ItemAsync(desk.EditionId, "审核");
        await desk.RowsAsync(c => c.ConfirmClassificationAsync(new ConfirmRows(desk.EditionId, [new SeenRow(confirmed.Id, confirmed.Revision)], desk.Steward), default));

        var saved = await desk.TablesAsync(t => t.SaveAsync(
            new ClassificationRuleEdit(null, 0, "05", ClassificationReach.Names, "审核、发放", DisclosureAspects.Execution, MandatoryClass.TownshipMatters, 1), desk.Steward, default));

        Assert.True(saved.IsDone);
        Assert.Equal(DisclosureAspects.Result, (await desk.ItemAsync(desk.EditionId, "审核")).Aspects);
        Assert.Equal((DisclosureAspects.Execution, MandatoryClass.TownshipMatters), ((await desk.ItemAsync(desk.EditionId, "发放")).Aspects, (await desk.ItemAsync(desk.EditionId, "发放")).MandatoryClass));
    }

    [Theory, EveryEngine]
    public async Task SaveRule_DecisionOnOneItem_ChangesItsDutiesAtOnce(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var item = await desk.ItemAsync(desk.EditionId, "指南");

        var saved = await desk.TablesAsync(t => t.SaveAsync(
            new BodyRuleEdit(null, 0, "*", item.Code, "", GovernmentLevels.Township, BodyRuleTarget.AllTownships, null, "乡镇代办", 5), desk.Steward, default));

        Assert.True(saved.IsDone);
        Assert.Contains("指南", await desk.DutiesOfAsync(desk.OtherTownship.Id));
    }

    [Theory, EveryEngine]
    public async Task SaveRule_BadLines_SayWhyAndByOthersLookLikeNothing(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine);
        var bad = new BodyRuleEdit(null, 0, "99", "", " ", GovernmentLevels.None, BodyRuleTarget.Nobody, null, "", 5);

        var refused = await desk.TablesAsync(t => t.SaveAsync(bad, desk.Steward, default));

        Assert.Equal(["Rule.DomainUnknown", "Rule.PhraseMissing", "Rule.LevelMissing", "Rule.ReasonMissing"], refused.Refusals.Select(r => r.Code));
        Assert.Equal(OutcomeKind.NotFound, (await desk.TablesAsync(t => t.SaveAsync(bad, desk.TownshipSteward, default))).Kind);
    }
}
