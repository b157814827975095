using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>A body is merged into another while work is open: nothing is lost and nothing can be published under a dead name.</summary>
public sealed class OrganisationMergerTests
{
    [Theory, EveryEngine]
    public async Task Merge_WithOpenWork_HandsItOverAndKeepsWhatIsPublic(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var successor = await SuccessorAsync(store);
        var draft = await desk.DraftAsync();
        var approved = await desk.ApprovedAsync();
        var published = await desk.PublishedAsync();

        var merged = await MergeAsync(store, desk, successor.Id);

        Assert.Equal(2, merged.Value);
        foreach (var id in new[] { draft, approved })
        {
            var moved = await store.ReadAsync(db => db.Disclosures.Include(d => d.Transitions).SingleAsync(d => d.Id == id));
            Assert.Equal((successor.Id, DisclosureState.Draft), (moved.OrganisationId, moved.State));
            Assert.Null(moved.ApprovedTextRevision);
            // The coverage asks the items whose they are.
            Assert.Equal([successor.Id], await store.ReadAsync(db => db.Set<DisclosureItem>().Where(i => i.DisclosureId == id).Select(i => i.OrganisationId).Distinct().ToListAsync()));
        }

        var history = await store.ReadAsync(db => db.Set<DisclosureTransition>().Where(t => t.DisclosureId == approved).OrderBy(t => t.Step).LastAsync());
        Assert.Equal((DisclosureAction.Return, DisclosureState.AwaitingPublication), (history.Action, history.From));
        Assert.Contains(successor.Name, history.Remark, StringComparison.Ordinal);
        var stays = await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.Id == published));
        Assert.Equal((desk.Organisation.Id, DisclosureState.Published), (stays.OrganisationId, stays.State));
        Assert.Equal(2, await store.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Action == "Disclosure.HandOver")));
        Assert.Equal((false, successor.Id), await store.ReadAsync(db => db.Organisations.Where(o => o.Id == desk.Organisation.Id).Select(o => new ValueTuple<bool, Guid?>(o.IsActive, o.SuccessorId)).SingleAsync()));
    }

    [Theory, EveryEngine]
    public async Task Merge_ReviewedText_MustBeReviewedAnewBySuccessor(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.ApprovedAsync();
        await MergeAsync(store, desk, (await SuccessorAsync(store)).Id);

        var review = await store.ReadAsync(async db => (await db.Disclosures.Include(d => d.Reviews).SingleAsync(d => d.Id == id)).ValidReview());

        Assert.Null(review);
        Assert.Equal(["Disclosure.ActionNotPossible"], (await desk.PublishAsync(id)).Refusals.Select(r => r.Code).Take(1));
    }

    [Theory, EveryEngine]
    public async Task Merge_PublishedBefore_IsMendedUnderTheOldName(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.PublishedAsync();
        await MergeAsync(store, desk, (await SuccessorAsync(store)).Id);

        await desk.WorkAsync(async w => await w.BeginCorrectionAsync(new BeginDisclosureCorrection(id, await desk.RevisionAsync(id), ChangeKind.Correction, "数字有误", desk.Clerk)));
        var submitted = await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));

        Assert.DoesNotContain("Checklist.OrganisationDissolved", submitted.Refusals.Select(r => r.Code));
    }

    [Theory, EveryEngine]
    public async Task Rights_OfTheSuccessorsStaff_ReachWhatWasMerged(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var (successor, last) = (await SuccessorAsync(store), await SuccessorAsync(store));
        var reviewer = TestData.CreateStaffUser();
        reviewer.Memberships.Add(Membership.Grant(Guid.NewGuid(), reviewer.Id, last.Id, StaffRole.Reviewer, desk.Clock.Now, null));
        await store.AddAsync(reviewer);
        Assert.False((await RightsAsync(store, reviewer.Id)).Has(Permission.DisclosuresReview, desk.Organisation.Id));

        await MergeAsync(store, desk, successor.Id);
        await MergeAsync(store, desk, last.Id, successor.Id);

        // Two merges on, the last successor keeps both bodies, directly.
        var rights = await RightsAsync(store, reviewer.Id);
        Assert.True(rights.Has(Permission.DisclosuresReview, desk.Organisation.Id));
        Assert.True(rights.Has(Permission.DisclosuresReview, successor.Id));
        var session = await store.ReadAsync(db => db.Users.FindSessionAsync(reviewer.Id, CancellationToken.None));
        Assert.Equal(new HashSet<Guid> { desk.Organisation.Id, successor.Id }, session!.Inherited.Select(r => r.OrganisationId).ToHashSet());
    }

    [Theory, EveryEngine]
    public async Task Merge_NoSuccessorOrADissolvedOne_IsRefusedAndChangesNothing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var dissolved = TestData.CreateOrganisation();
        dissolved.SetActive(false);
        await store.AddAsync(dissolved);

        Assert.Equal(["Organisation.SuccessorDissolved"], (await MergeAsync(store, desk, dissolved.Id)).Refusals.Select(r => r.Code));
        Assert.Equal(["Organisation.SuccessorMissing"], (await MergeAsync(store, desk, Guid.NewGuid())).Refusals.Select(r => r.Code));
        Assert.Equal(["Organisation.SuccessorMissing"], (await MergeAsync(store, desk, desk.Organisation.Id)).Refusals.Select(r => r.Code));
        Assert.True(await store.ReadAsync(db => db.Organisations.Where(o => o.Id == desk.Organisation.Id).Select(o => o.IsActive).SingleAsync()));
    }

    [Theory, EveryEngine]
    public async Task Merge_SeenAnOlderRevision_IsEditedMeanwhile(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var db = store.Open();

        var outcome = await new OrganisationMerger(db, desk.Clock.Business, new StaffAuthority(db)).MergeAsync(
            new MergeOrganisation(desk.Organisation.Id, -1, (await SuccessorAsync(store)).Id, null), CancellationToken.None);

        Assert.Equal(OutcomeKind.EditedMeanwhile, outcome.Outcome.Kind);
    }

    private static async Task<Organisation> SuccessorAsync(TestStore store)
    {
        var successor = TestData.CreateOrganisation();
        await store.AddAsync(successor);
        return successor;
    }

    private static async Task<StaffRights> RightsAsync(TestStore store, Guid user)
    {
        await using var db = store.Open();
        return await new StaffAuthority(db).RightsOfAsync(user, CancellationToken.None);
    }

    private static async Task<OutcomeOf<int>> MergeAsync(TestStore store, DisclosureDesk desk, Guid successorId, Guid? id = null)
    {
        await using var db = store.Open();
        var merged = id ?? desk.Organisation.Id;
        var seen = await db.Organisations.Where(o => o.Id == merged).Select(o => o.Revision).SingleAsync();
        return await new OrganisationMerger(db, desk.Clock.Business, new StaffAuthority(db)).MergeAsync(new MergeOrganisation(merged, seen, successorId, null), CancellationToken.None);
    }
}
