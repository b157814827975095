using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

public sealed class TownshipAdoptionTests
{
    [Theory, EveryEngine]
    public async Task Adopt_CountyEditionInForce_CopiesTownshipItemsAsPending(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);

        var draft = await AdoptAsync(desk);

        var items = await desk.Store.ReadAsync(db => db.Items.Where(i => i.EditionId == draft).OrderBy(i => i.SortOrder).ToListAsync());
        Assert.Equal(["审核", "发放"], items.Select(i => i.Text.Level1));
        Assert.All(items, i => Assert.Equal(ItemAdoption.Pending, i.Adoption));
        var edition = await desk.Store.ReadAsync(db => db.Editions.SingleAsync(e => e.Id == draft));
        Assert.Equal(("桂平市木乐镇基层政务公开标准目录（2026年版）", (Guid?)desk.EditionId), (edition.Name, edition.BasedOnEditionId));
    }

    [Theory, EveryEngine]
    public async Task Adopt_ForAnotherTownship_LooksLikeNothing(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);

        Assert.Equal(OutcomeKind.NotFound, (await desk.AdoptionAsync(a => a.AdoptAsync(new AdoptEdition(desk.OtherTownship.Id, desk.TownshipSteward), default))).Outcome.Kind);
        Assert.Equal(OutcomeKind.NotFound, (await desk.AdoptionAsync(a => a.AdoptAsync(new AdoptEdition(desk.Lead.Id, desk.Steward), default))).Outcome.Kind);
    }

    [Theory, EveryEngine]
    public async Task Adopt_NothingInForceOrTwice_IsRefused(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine);
        Assert.Equal(["Edition.NoneInForce"], (await desk.AdoptionAsync(a => a.AdoptAsync(new AdoptEdition(desk.Township.Id, desk.TownshipSteward), default))).Refusals.Select(r => r.Code));

        await using var other = await CatalogueDesk.CreateAsync(engine, inForce: true);
        await AdoptAsync(other);
        Assert.Equal(["Edition.DraftExists"], (await other.AdoptionAsync(a => a.AdoptAsync(new AdoptEdition(other.Township.Id, other.TownshipSteward), default))).Refusals.Select(r => r.Code));
    }

    [Theory, EveryEngine]
    public async Task Put_ItemsNotYetLookedAt_IsRefused(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var draft = await AdoptAsync(desk);

        Assert.Equal([new Refusal("Edition.ItemsPending", null, 2)], (await PutAsync(desk, draft)).Refusals);
    }

    [Theory, EveryEngine]
    public async Task Decide_AgreedByTheLead_EndsTheDutyOfThatTownshipOnly(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var draft = await AdoptAsync(desk);
        await AppliesAsync(desk, draft, "发放");
        await ProposeAsync(desk, draft, "审核");
        Assert.True((await PutAsync(desk, draft)).IsDone);
        // Proposed is not agreed: the duty stands.
        Assert.Contains("审核", await desk.DutiesOfAsync(desk.Township.Id));

        var item = await desk.ItemAsync(draft, "审核");
        Assert.True((await desk.AdoptionAsync(a => a.DecideAsync(new DecideNotApplicable(item.Id, item.Revision, true, "", desk.LeadReviewer), default))).IsDone);

        Assert.Equal(["发放"], await desk.DutiesOfAsync(desk.Township.Id));
        Assert.Contains("审核", await desk.DutiesOfAsync(desk.OtherTownship.Id));
        Assert.Equal(desk.LeadReviewer, (await desk.ItemAsync(draft, "审核")).AdoptionDecidedBy);
    }

    [Theory, EveryEngine]
    public async Task Decide_RefusedByTheOffice_NeedsARemarkAndTheItemApplies(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var draft = await AdoptAsync(desk);
        await ProposeAsync(desk, draft, "审核");
        var item = await desk.ItemAsync(draft, "审核");

        Assert.Equal(["Item.RefusalReasonMissing"], (await desk.AdoptionAsync(a => a.DecideAsync(new DecideNotApplicable(item.Id, item.Revision, false, "", desk.OfficeMember), default))).Refusals.Select(r => r.Code));
        Assert.True((await desk.AdoptionAsync(a => a.DecideAsync(new DecideNotApplicable(item.Id, item.Revision, false, "各乡镇均须公开", desk.OfficeMember), default))).IsDone);

        var after = await desk.ItemAsync(draft, "审核");
        Assert.Equal((ItemAdoption.Applies, "各乡镇均须公开"), (after.Adoption, after.AdoptionReason));
    }

    [Theory, EveryEngine]
    public async Task Decide_ByTheTownshipItself_LooksLikeNothing(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var draft = await AdoptAsync(desk);
        await ProposeAsync(desk, draft, "审核");
        var item = await desk.ItemAsync(draft, "审核");

        Assert.Equal(OutcomeKind.NotFound, (await desk.AdoptionAsync(a => a.DecideAsync(new DecideNotApplicable(item.Id, item.Revision, true, "", desk.TownshipSteward), default))).Kind);
        Assert.Empty(await desk.ReadRightsAsync(desk.TownshipSteward, (q, rights) => q.ProposalsAsync(rights, default)));
        Assert.Single(await desk.ReadRightsAsync(desk.LeadReviewer, (q, rights) => q.ProposalsAsync(rights, default)));
    }

    [Theory, EveryEngine]
    public async Task AddLocal_InATownshipDraft_BecomesThatTownshipsDuty(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var draft = await AdoptAsync(desk);
        await AppliesAsync(desk, draft, "发放", "审核");
        var revision = await desk.RevisionAsync(draft);
        await desk.EditorAsync(e => e.AddAsync(new AddItem(draft, revision, desk.Domain.Id, new ItemContent(
            "", new StandardItemText { Level1 = "本镇互助基金", Body = "木乐镇人民政府" }, GovernmentLevels.Township, DisclosureMode.Active, DisclosureAspects.None, null), desk.TownshipSteward), default));

        Assert.True((await PutAsync(desk, draft)).IsDone);

        Assert.Contains("本镇互助基金", await desk.DutiesOfAsync(desk.Township.Id));
        Assert.DoesNotContain("本镇互助基金", await desk.DutiesOfAsync(desk.OtherTownship.Id));
        Assert.True((await desk.ItemAsync(draft, "本镇互助基金")).IsLocal);
    }

    [Theory, EveryEngine]
    public async Task Edit_CountyItemInATownshipDraft_IsRefused(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var draft = await AdoptAsync(desk);
        var item = await desk.ItemAsync(draft, "审核");

        var outcome = await desk.EditorAsync(e => e.RetireAsync(new RetireItem(item.Id, item.Revision, desk.TownshipSteward), default));

        Assert.Equal(["Item.NotLocal"], outcome.Refusals.Select(r => r.Code));
    }

    [Theory, EveryEngine]
    public async Task Adopt_Again_RemembersWhatTheTownshipSaidOfUnchangedRows(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var draft = await AdoptAsync(desk);
        await AppliesAsync(desk, draft, "发放", "审核");
        Assert.True((await PutAsync(desk, draft)).IsDone);

        var second = await AdoptAsync(desk);

        Assert.All(await desk.Store.ReadAsync(db => db.Items.Where(i => i.EditionId == second).ToListAsync()), i => Assert.Equal(ItemAdoption.Applies, i.Adoption));
    }

    [Theory, EveryEngine]
    public async Task Adopt_Again_AsksForNotApplicableAnew(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        await AgreedAsync(desk);

        var second = await AdoptAsync(desk);

        var item = await desk.ItemAsync(second, "审核");
        Assert.Equal((ItemAdoption.Pending, "", null), (item.Adoption, item.AdoptionReason, item.AdoptionDecidedBy));
        Assert.Equal(ItemAdoption.Applies, (await desk.ItemAsync(second, "发放")).Adoption);
    }

    [Theory, EveryEngine]
    public async Task NotApplicable_NewCityEditionInForce_LapsesInDutyAndCount(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        await AgreedAsync(desk);
        Assert.Equal(["发放"], await desk.DutiesOfAsync(desk.Township.Id));
        Assert.Equal((2, 1, false), await LineAsync(desk));
        var shown = Assert.Single(await desk.Store.ReadAsync(db => new NotApplicableReader(db).ItemsAsync(null, default)));
        Assert.Equal((desk.Township.Slug, "审核", "本镇没有此项"), (shown.TownshipSlug, shown.Name, shown.Reason));

        var next = await desk.EditorAsync(e => e.DraftAsync(new DraftEditionOfCity("桂平市目录（2027年版）", 2027, desk.Steward), default));
        var revision = await desk.RevisionAsync(next.Value);
        var put = await desk.InForceAsync(e => e.PutAsync(new PutEditionInForce(next.Value, revision, desk.Steward), default));

        Assert.True(put.IsDone, string.Join("; ", put.Refusals));
        Assert.Contains("审核", await desk.DutiesOfAsync(desk.Township.Id));
        Assert.Equal((2, 0, true), await LineAsync(desk));
        Assert.Empty(await desk.Store.ReadAsync(db => new NotApplicableReader(db).ItemsAsync(desk.Township.Id, default)));
    }

    [Theory, EveryEngine]
    public async Task AssignLead_BySteward_MovesTheDeskToTheOtherDepartment(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine);
        Task<Outcome> Assign(Guid? seen, Guid? to, Guid by) => desk.LeadsAsync(l => l.AssignAsync(new AssignLead("05", seen, to, by)));

        Assert.Equal(OutcomeKind.NotFound, (await Assign(desk.Lead.Id, desk.Office.Id, desk.LeadReviewer)).Kind);
        Assert.Equal(OutcomeKind.EditedMeanwhile, (await Assign(null, desk.Office.Id, desk.Steward)).Kind);
        Assert.Equal([new Refusal("Domain.LeadMustBeADepartment", "LeadId")], (await Assign(desk.Lead.Id, desk.Township.Id, desk.Steward)).Refusals);
        Assert.True((await Assign(desk.Lead.Id, desk.Office.Id, desk.Steward)).IsDone);

        Assert.Equal(desk.Office.Id, await desk.Store.ReadAsync(db => db.Domains.Where(d => d.Code == "05").Select(d => d.LeadOrganisationId).SingleAsync()));
        Assert.Contains("桂平市民政局", await desk.Store.ReadAsync(db => db.AuditEntries.Where(e => e.Action == "Catalogue.AssignLead").Select(e => e.Detail).SingleAsync()), StringComparison.Ordinal);
    }

    private static async Task<(int, int, bool)> LineAsync(CatalogueDesk desk)
    {
        var line = (await desk.Store.ReadAsync(db => new NotApplicableReader(db).TownshipsAsync(default))).Single(t => t.Slug == desk.Township.Slug);
        return (line.Items, line.NotApplicable, line.HasLapsed);
    }

    private static async Task AgreedAsync(CatalogueDesk desk)
    {
        var draft = await AdoptAsync(desk);
        await AppliesAsync(desk, draft, "发放");
        await ProposeAsync(desk, draft, "审核");
        var item = await desk.ItemAsync(draft, "审核");
        Assert.True((await desk.AdoptionAsync(a => a.DecideAsync(new DecideNotApplicable(item.Id, item.Revision, true, "", desk.LeadReviewer), default))).IsDone);
        Assert.True((await PutAsync(desk, draft)).IsDone);
    }

    private static async Task<Guid> AdoptAsync(CatalogueDesk desk) =>
        (await desk.AdoptionAsync(a => a.AdoptAsync(new AdoptEdition(desk.Township.Id, desk.TownshipSteward), default))).Value;

    private static async Task<Outcome> PutAsync(CatalogueDesk desk, Guid draft)
    {
        var revision = await desk.RevisionAsync(draft);
        return await desk.InForceAsync(e => e.PutAsync(new PutEditionInForce(draft, revision, desk.TownshipSteward), default));
    }

    private static async Task AppliesAsync(CatalogueDesk desk, Guid draft, params string[] names)
    {
        var rows = new List<SeenRow>();
        foreach (var name in names)
        {
            var item = await desk.ItemAsync(draft, name);
            rows.Add(new SeenRow(item.Id, item.Revision));
        }

        Assert.True((await desk.AdoptionAsync(a => a.ConfirmAsync(new ConfirmItemsApply(draft, rows, desk.TownshipSteward), default))).IsDone);
    }

    private static async Task ProposeAsync(CatalogueDesk desk, Guid draft, string name)
    {
        var item = await desk.ItemAsync(draft, name);
        Assert.True((await desk.AdoptionAsync(a => a.ProposeAsync(new ProposeNotApplicable(item.Id, item.Revision, "本镇没有此项", desk.TownshipSteward), default))).IsDone);
    }
}
