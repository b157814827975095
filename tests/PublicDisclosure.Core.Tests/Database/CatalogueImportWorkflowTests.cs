using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Catalogue.Export;
using PublicDisclosure.Core.Catalogue.Import;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Tests.Catalogue.Import;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

public sealed class CatalogueImportWorkflowTests
{
    private static readonly Guid Steward = Guid.NewGuid();
    private static readonly TestClock Clock = new();

    [Theory, EveryEngine]
    public async Task Confirm_OfficialFileIntoAnEmptyDraft_AddsEveryRow(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var edition = await CreateDraftAsync(store);

        var result = await ImportAsync(store, edition.Id, File.ReadAllBytes(Fixture.Official("社会救助领域基层政务公开标准目录.xlsx")));

        Assert.Equal((13, 0, 0), (result.Added, result.Changed, result.Unchanged));
        var items = await store.ReadAsync(db => db.Items.OrderBy(i => i.SortOrder).ToListAsync());
        Assert.Equal(13, items.Count);
        Assert.All(items, i => Assert.True(i is { Provenance: ItemProvenance.Imported, NeedsChecking: true } && i.Aspects != DisclosureAspects.None && i.Code.StartsWith("05-", StringComparison.Ordinal)));
        Assert.Equal(13, items.Select(i => i.Code).Distinct().Count());
        Assert.Empty(await store.ReadAsync(db => db.CatalogueImports.ToListAsync()));
        Assert.Equal("Catalogue.Import", await store.ReadAsync(db => db.AuditEntries.Select(a => a.Action).SingleAsync()));
    }

    [Theory, EveryEngine]
    public async Task Import_ExportOfTheEdition_IsUnchangedInBothFormats(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var edition = await CreateDraftAsync(store);
        await ImportAsync(store, edition.Id, File.ReadAllBytes(Fixture.Official("养老服务领域基层政务公开标准目录.xlsx")));
        var rows = await store.ReadAsync(db => new CatalogueExports(db, new StaffAuthority(db)).RowsAsync(edition.Id));

        Assert.All(rows, r => Assert.Equal("待核对", r.Note));
        foreach (var file in new[] { CatalogueXlsx.Write(rows), CatalogueCsv.Write(rows) })
        {
            var preview = await PreviewAsync(store, edition.Id, file);
            Assert.Equal(11, preview.Count(RowStanding.Unchanged));
            Assert.Empty(preview.NotMentioned);
        }
    }

    [Theory, EveryEngine]
    public async Task Confirm_ChangedFile_EditsByCodeAndKeepsWhatTheFileLeavesOut(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var edition = await CreateDraftAsync(store);
        await ImportAsync(store, edition.Id, File.ReadAllBytes(Fixture.Official("养老服务领域基层政务公开标准目录.xlsx")));
        var rows = await store.ReadAsync(db => new CatalogueExports(db, new StaffAuthority(db)).RowsAsync(edition.Id));
        var file = CatalogueXlsx.Write([rows[0] with { Level2 = "改名后的事项" }, rows[1], rows[2] with { ItemCode = "", Level2 = "新的事项" }]);

        var preview = await PreviewAsync(store, edition.Id, file);
        Assert.Equal(9, preview.NotMentioned.Count);
        var result = await ImportAsync(store, edition.Id, file);

        Assert.Equal((1, 1, 1), (result.Added, result.Changed, result.Unchanged));
        var after = await store.ReadAsync(db => db.Items.ToListAsync());
        Assert.Equal(12, after.Count);
        Assert.Equal("改名后的事项", after.Single(i => i.Code == rows[0].ItemCode).Text.Level2);
    }

    [Theory, EveryEngine]
    public async Task Upload_UnreadableFile_LeavesNoTrace(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var edition = await CreateDraftAsync(store);

        await using var db = store.Open();
        var outcome = await Workflow(db).UploadAsync(Upload(edition.Id, "%PDF-1.7"u8.ToArray()), cancel: TestContext.Current.CancellationToken);

        Assert.Equal("CatalogueFile.NotACatalogue", Assert.Single(outcome.Refusals).Code);
        Assert.Empty(await store.ReadAsync(d => d.CatalogueImports.ToListAsync()));
        Assert.Empty(await store.ReadAsync(d => d.AuditEntries.ToListAsync()));
        Assert.Equal(0, await store.ReadAsync(d => d.Editions.Select(e => e.Revision).SingleAsync()));
    }

    [Theory, EveryEngine]
    public async Task Confirm_EditionChangedSinceThePreview_IsOvertakenAndChangesNothing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var edition = await CreateDraftAsync(store);
        var preview = await PreviewAsync(store, edition.Id, File.ReadAllBytes(Fixture.Official("养老服务领域基层政务公开标准目录.xlsx")));
        await using (var other = store.Open())
        {
            (await other.Editions.SingleAsync(TestContext.Current.CancellationToken)).Touch();
            await other.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var db = store.Open();
        var outcome = await Workflow(db).ConfirmAsync(new ConfirmImport(preview.Id, preview.Revision, Steward), TestContext.Current.CancellationToken);

        Assert.Equal(OutcomeKind.EditedMeanwhile, outcome.Outcome.Kind);
        Assert.Empty(await store.ReadAsync(d => d.Items.ToListAsync()));
    }

    [Theory, EveryEngine]
    public async Task Preview_UnknownDomain_ListsTheRowsAsUnreadable(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var edition = await CreateDraftAsync(store);

        var preview = await PreviewAsync(store, edition.Id, Fixture.Xlsx([["海洋渔业领域基层政务公开标准目录"], .. Fixture.OfficialHeadings, Fixture.Row("1", "政策", "文件")]));

        Assert.Empty(preview.Rows);
        Assert.Equal((1, "CatalogueRow.UnknownDomain"), (preview.UnreadableCount, Assert.Single(preview.Problems).Reason.Code));
    }

    [Theory, EveryEngine]
    public async Task EveryStep_PersonWithoutTheEdition_FindsNothing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var edition = await CreateDraftAsync(store);
        var file = File.ReadAllBytes(Fixture.Official("养老服务领域基层政务公开标准目录.xlsx"));
        var preview = await PreviewAsync(store, edition.Id, file);
        var (stranger, elsewhere) = (TestData.CreateStaffUser(), TestData.CreateOrganisation());
        await store.AddAsync(stranger, elsewhere, TestData.CreateMembership(stranger.Id, elsewhere.Id, StaffRole.CatalogueSteward));
        var stop = TestContext.Current.CancellationToken;

        await using var db = store.Open();
        Assert.Equal(OutcomeKind.NotFound, (await Workflow(db).UploadAsync(Upload(edition.Id, file) with { By = stranger.Id }, cancel: stop)).Outcome.Kind);
        Assert.Null(await Workflow(db).PreviewAsync(preview.Id, stranger.Id, stop));
        Assert.Null(await Workflow(db).FindDraftAsync(edition.Id, stranger.Id, stop));
        Assert.Equal(OutcomeKind.NotFound, (await Workflow(db).ConfirmAsync(new ConfirmImport(preview.Id, preview.Revision, stranger.Id), stop)).Outcome.Kind);
        Assert.Equal(OutcomeKind.NotFound, (await Workflow(db).DiscardAsync(preview.Id, stranger.Id, stop)).Kind);
        Assert.NotNull(await Workflow(db).PreviewAsync(preview.Id, Steward, stop));
    }

    [Theory, EveryEngine]
    public async Task FindDraft_StewardOfTheDisclosureOffice_KeepsTheCityEditionAndNoTownships(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (city, town, office, user) = (TestData.CreateOrganisation(kind: OrganisationKind.Government), TestData.CreateOrganisation(kind: OrganisationKind.Township), TestData.CreateOrganisation(slug: "office"), TestData.CreateStaffUser());
        var cityEdition = CatalogueEdition.Draft(Guid.NewGuid(), city.Id, "市级目录", 2026, null, Clock.Now, null);
        var townEdition = CatalogueEdition.Draft(Guid.NewGuid(), town.Id, "镇级目录", 2026, null, Clock.Now, null);
        await store.AddAsync(city, town, office, user, cityEdition, townEdition, TestData.CreateMembership(user.Id, office.Id, StaffRole.CatalogueSteward));
        var stop = TestContext.Current.CancellationToken;

        await using var db = store.Open();
        Assert.Equal("市级目录", (await Workflow(db).FindDraftAsync(cityEdition.Id, user.Id, stop))?.Name);
        Assert.Null(await Workflow(db).FindDraftAsync(townEdition.Id, user.Id, stop));
    }

    [Theory, EveryEngine]
    public async Task Export_DomainInForce_IsPublicAndDraftsAreForStaff(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var draft = await CreateDraftAsync(store);
        await ImportAsync(store, draft.Id, File.ReadAllBytes(Fixture.Official("养老服务领域基层政务公开标准目录.xlsx")));
        var stop = TestContext.Current.CancellationToken;

        await using var db = store.Open();
        var exports = new CatalogueExports(db, new StaffAuthority(db));
        Assert.Null(await exports.OfDomainInForceAsync("elderly-care", CatalogueFormat.Csv, stop));
        Assert.Equal(11, Fixture.Read((await exports.OfEditionAsync(draft.Id, CatalogueFormat.Xlsx, Steward, stop))!.Content).Rows.Count);
        Assert.Null(await exports.OfEditionAsync(draft.Id, CatalogueFormat.Xlsx, Guid.NewGuid(), stop));
        (await db.Editions.SingleAsync(stop)).PutInForce(Clock.Today);
        await db.SaveChangesAsync(stop);

        Assert.Equal(11, Fixture.Read((await exports.OfDomainInForceAsync("elderly-care", CatalogueFormat.Csv, stop))!.Content).Rows.Count);
        Assert.Null(await exports.OfDomainInForceAsync("nothing", CatalogueFormat.Csv, stop));
    }

    [Theory, EveryEngine]
    public async Task Discard_KeptFile_IsGone(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var edition = await CreateDraftAsync(store);
        var preview = await PreviewAsync(store, edition.Id, File.ReadAllBytes(Fixture.Official("养老服务领域基层政务公开标准目录.xlsx")));

        await using var db = store.Open();
        Assert.True((await Workflow(db).DiscardAsync(preview.Id, Steward, TestContext.Current.CancellationToken)).IsDone);
        Assert.Null(await Workflow(db).PreviewAsync(preview.Id, Steward, TestContext.Current.CancellationToken));
    }

    private static CatalogueImportWorkflow Workflow(DisclosureDb db) => new(db, Clock.Business, new StaffAuthority(db), Options.Create(new DisclosureOfficeOptions { Slug = "office" }));

    private static UploadCatalogue Upload(Guid edition, byte[] file) => new(edition, "目录.xlsx", file, "", Steward);

    private static async Task<ImportPreview> PreviewAsync(TestStore store, Guid edition, byte[] file)
    {
        await using var db = store.Open();
        var kept = await Workflow(db).UploadAsync(Upload(edition, file), cancel: TestContext.Current.CancellationToken);
        Assert.True(kept.IsDone, string.Join("; ", kept.Refusals));
        return (await Workflow(db).PreviewAsync(kept.Value, Steward, TestContext.Current.CancellationToken))!;
    }

    private static async Task<ImportResult> ImportAsync(TestStore store, Guid edition, byte[] file)
    {
        var preview = await PreviewAsync(store, edition, file);
        await using var db = store.Open();
        var outcome = await Workflow(db).ConfirmAsync(new ConfirmImport(preview.Id, preview.Revision, Steward), TestContext.Current.CancellationToken);
        Assert.True(outcome.IsDone, string.Join("; ", outcome.Refusals));
        return outcome.Value!;
    }

    private static async Task<CatalogueEdition> CreateDraftAsync(TestStore store)
    {
        var owner = TestData.CreateOrganisation(kind: OrganisationKind.Government);
        var edition = CatalogueEdition.Draft(Guid.NewGuid(), owner.Id, "测试目录", 2026, null, Clock.Now, Steward);
        var user = TestData.CreateStaffUser();
        user.Id = Steward;
        await store.AddAsync(owner, edition, user, TestData.CreateMembership(Steward, owner.Id, StaffRole.CatalogueSteward),
            DisclosureDomain.Create(Guid.NewGuid(), "05", "social-assistance", "社会救助", "", "", null, 5),
            DisclosureDomain.Create(Guid.NewGuid(), "06", "elderly-care", "养老服务", "", "", null, 6));
        return edition;
    }
}
