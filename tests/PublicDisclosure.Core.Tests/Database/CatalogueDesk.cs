using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>
/// A small city with a catalogue: government, disclosure office, civil affairs, two townships; one domain with three rows in
/// a draft; the people who keep it. Each use case runs in a context of its own, as in a request.
/// </summary>
internal sealed class CatalogueDesk : IAsyncDisposable
{
    private CatalogueDesk(TestStore store) => Store = store;

    public TestStore Store { get; }

    public TestClock Clock { get; } = new();

    public Organisation Government { get; } = TestData.CreateOrganisation("szf", "桂平市人民政府", OrganisationKind.Government);

    public Organisation Office { get; } = TestData.CreateOrganisation("dsjzwj", "桂平市大数据发展和政务局");

    public Organisation Lead { get; } = TestData.CreateOrganisation("mzj", "桂平市民政局");

    public Organisation Township { get; } = TestData.CreateOrganisation("450881101", "桂平市木乐镇人民政府", OrganisationKind.Township);

    public Organisation OtherTownship { get; } = TestData.CreateOrganisation("450881102", "桂平市木圭镇人民政府", OrganisationKind.Township);

    public DisclosureDomain Domain { get; private set; } = default!;

    public Guid EditionId { get; private set; }

    public Guid Steward { get; private set; }

    public Guid TownshipSteward { get; private set; }

    public Guid LeadReviewer { get; private set; }

    public Guid OfficeMember { get; private set; }

    public static async Task<CatalogueDesk> CreateAsync(Engine engine, bool inForce = false)
    {
        var desk = new CatalogueDesk(await TestStore.CreateAsync(engine));
        await desk.FillAsync();
        if (inForce)
        {
            await desk.ConfirmAllAsync();
            var revision = await desk.RevisionAsync(desk.EditionId);
            Assert.True((await desk.InForceAsync(e => e.PutAsync(new PutEditionInForce(desk.EditionId, revision, desk.Steward), default))).IsDone);
        }

        return desk;
    }

    public Task<int> RevisionAsync(Guid editionId) => Store.ReadAsync(db => db.Editions.Where(e => e.Id == editionId).Select(e => e.Revision).SingleAsync());

    public Task<StandardItem> ItemAsync(Guid editionId, string name) =>
        Store.ReadAsync(db => db.Items.SingleAsync(i => i.EditionId == editionId && i.Text.Level1 == name));

    public Task<List<string>> DutiesOfAsync(Guid organisationId) => Store.ReadAsync(db => db.Duties
        .Where(d => d.OrganisationId == organisationId && d.IsActive)
        .Join(db.Items.Where(i => db.Editions.Any(e => e.Id == i.EditionId && e.Status == EditionStatus.InForce)), d => d.ItemCode, i => i.Code, (d, i) => i.Text.Level1)
        .Distinct().OrderBy(n => n).ToListAsync());

    public async Task ConfirmAllAsync()
    {
        var rows = (await Store.ReadAsync(db => db.Items.Where(i => i.EditionId == EditionId).ToListAsync())).Select(i => new SeenRow(i.Id, i.Revision)).ToList();
        Assert.True((await RowsAsync(c => c.ConfirmAsync(new ConfirmRows(EditionId, rows, Steward), default))).IsDone);
    }

    public Task<T> EditorAsync<T>(Func<EditionEditor, Task<T>> act) =>
        InAsync(db => act(new EditionEditor(db, Clock.Business, StoreOf(db), Authority(db))));

    public Task<T> RowsAsync<T>(Func<RowConfirmation, Task<T>> act) =>
        InAsync(db => act(new RowConfirmation(db, Clock.Business, StoreOf(db), Authority(db))));

    public Task<T> InForceAsync<T>(Func<EditionInForce, Task<T>> act) =>
        InAsync(db => act(new EditionInForce(db, Clock.Business, StoreOf(db), Authority(db), new DutyRebuild(db))));

    public Task<T> AdoptionAsync<T>(Func<TownshipAdoption, Task<T>> act) =>
        InAsync(db => act(new TownshipAdoption(db, Clock.Business, StoreOf(db), Authority(db), new DutyRebuild(db))));

    public Task<T> LeadsAsync<T>(Func<DomainLeads, Task<T>> act) =>
        InAsync(db => act(new DomainLeads(db, Clock.Business, Authority(db))));

    public Task<T> TablesAsync<T>(Func<RuleTables, Task<T>> act) =>
        InAsync(db => act(new RuleTables(db, Clock.Business, StoreOf(db), Authority(db), new DutyRebuild(db))));

    public Task<T> ReadRightsAsync<T>(Guid by, Func<CatalogueQueries, CatalogueRights, Task<T>> read) =>
        InAsync(async db => await read(new CatalogueQueries(db), await Authority(db).OfAsync(by, default)));

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private async Task FillAsync()
    {
        await Store.AddAsync(Government, Office, Lead, Township, OtherTownship);
        Steward = await PersonAsync(Office, StaffRole.CatalogueSteward);
        TownshipSteward = await PersonAsync(Township, StaffRole.CatalogueSteward);
        LeadReviewer = await PersonAsync(Lead, StaffRole.Reviewer);
        OfficeMember = await PersonAsync(Office, StaffRole.DisclosureOffice);
        Domain = DisclosureDomain.Create(Guid.NewGuid(), "05", "social-assistance", "社会救助", "民政部", "", Lead.Id, 5);
        var edition = CatalogueEdition.Draft(Guid.NewGuid(), Government.Id, "桂平市目录（2026年版）", 2026, null, Clock.Now, null);
        EditionId = edition.Id;
        Add(edition, "指南", "民政部门", GovernmentLevels.County);
        Add(edition, "审核", "民政部门、乡镇政府", GovernmentLevels.Township);
        Add(edition, "发放", "民政部门、乡镇政府", GovernmentLevels.County | GovernmentLevels.Township);
        await Store.AddAsync(
            Domain, edition,
            new BodyRule { Id = Guid.NewGuid(), Phrase = "民政部门", Level = GovernmentLevels.County, OrganisationId = Lead.Id },
            new BodyRule { Id = Guid.NewGuid(), Phrase = "乡镇", Level = GovernmentLevels.Township, Target = BodyRuleTarget.AllTownships },
            new ClassificationRule { Id = Guid.NewGuid(), Words = "指南", Aspects = DisclosureAspects.Service, MandatoryClass = MandatoryClass.CountyMatters });
    }

    private void Add(CatalogueEdition edition, string name, string body, GovernmentLevels levels)
    {
        var item = edition.Add(StandardItem.Create(
            Guid.NewGuid(), edition.Id, Domain.Id, ItemCode.Create("05", name, "", "", _ => false), $"{edition.Items.Count + 1}", edition.Items.Count + 1,
            new StandardItemText { Level1 = name, Body = body }, levels, DisclosureMode.Active, ItemProvenance.GeneralKnowledge));
        item.ClassifyAspects(DisclosureAspects.Result, confirmed: false);
    }

    private async Task<Guid> PersonAsync(Organisation organisation, StaffRole role)
    {
        var user = TestData.CreateStaffUser();
        await Store.AddAsync(user, TestData.CreateMembership(user.Id, organisation.Id, role));
        return user.Id;
    }

    private static CatalogueAuthority Authority(DisclosureDb db) => new(db, new StaffAuthority(db), Options.Create(new DisclosureOfficeOptions()));

    private CatalogueStore StoreOf(DisclosureDb db) => new(db, Clock.Business, Authority(db));

    private async Task<T> InAsync<T>(Func<DisclosureDb, Task<T>> act)
    {
        await using var db = Store.Open();
        return await act(db);
    }
}
