using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Pages.Admin.Disclosures;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;
using static PublicDisclosure.Core.Accounts.StaffRole;
using static PublicDisclosure.Core.Disclosures.DisclosureAction;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>
/// Every row of the table of transitions against every role and every relation to the organisation, written down by hand and
/// held against rights and pages: own organisation, another one, the lead office (whose roles reach the city), none at all.
/// </summary>
public sealed class StepsByRoleTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    // Action: who may within the own organisation, and who in every other as well. Nobody who is not named.
    private static readonly Dictionary<DisclosureAction, (StaffRole[] Own, StaffRole[] Foreign)> Expected = new()
    {
        [Submit] = ([Clerk], []),
        [Recall] = ([Clerk], []),
        [BeginCorrection] = ([Clerk], []),
        [AbandonCorrection] = ([Clerk], []),
        [PassSecrecyReview] = ([Reviewer], []),
        [ReferForDetermination] = ([Reviewer], []),
        [PassSecondReview] = ([Reviewer], []),
        [Approve] = ([Reviewer], []),
        [DisclosureAction.File] = ([Reviewer], []),
        [Return] = ([Reviewer], []),
        [Reexamine] = ([Reviewer], []),
        [Schedule] = ([Reviewer], []),
        [Publish] = ([Reviewer], []),
        // Only by the public standing, below: two persons withdraw, nobody alone.
        [Withdraw] = ([], []),
        [GiveOpinion] = ([DisclosureOffice], [DisclosureOffice]),
        [ForcePublish] = ([DisclosureOffice], [DisclosureOffice]),
    };

    // The same for changes of the public standing; publishing and the end of a display have no page of their own.
    private static readonly Dictionary<StandingAction, (StaffRole[] Own, StaffRole[] Foreign)> ExpectedStandings = new()
    {
        [StandingAction.Publish] = ([], []),
        [StandingAction.Suspend] = ([Reviewer, DisclosureOffice], [DisclosureOffice]),
        [StandingAction.LiftSuspension] = ([Reviewer, DisclosureOffice], [DisclosureOffice]),
        [StandingAction.ConfirmSuspension] = ([Reviewer, DisclosureOffice], [DisclosureOffice]),
        [StandingAction.ProposeWithdrawal] = ([Clerk, Reviewer, DisclosureOffice], [DisclosureOffice]),
        [StandingAction.ConfirmWithdrawal] = ([Reviewer, DisclosureOffice], [DisclosureOffice]),
        [StandingAction.DeclineWithdrawal] = ([Reviewer, DisclosureOffice], [DisclosureOffice]),
        [StandingAction.EndDisplay] = ([], []),
        [StandingAction.CloseWithdrawn] = ([Reviewer, DisclosureOffice], [DisclosureOffice]),
    };

    private static readonly string[] Relations = ["own", "foreign", "none"];

    public static TheoryData<DisclosureState, DisclosureAction, StaffRole> Cases =>
    [
        .. from row in DisclosureTransitions.All.Concat(DisclosureTransitions.WithThreeSteps).Select(r => (r.From, r.Action)).Distinct()
           from role in Enum.GetValues<StaffRole>() select (row.From, row.Action, role),
    ];

    [Fact]
    public void Expected_EveryActionOfTheTable_HasARow() =>
        Assert.Equal(DisclosureTransitions.All.Select(r => r.Action).Distinct().Order(), Expected.Keys.Order());

    [Fact]
    public void Rights_EveryChangeOfTheStanding_AreThoseWrittenDown()
    {
        Assert.Equal(Enum.GetValues<StandingAction>().Order(), ExpectedStandings.Keys.Order());
        var (own, foreign) = (Guid.NewGuid(), Guid.NewGuid());
        var faults =
            from row in ExpectedStandings
            from role in Enum.GetValues<StaffRole>()
            let rights = new StaffRights([new RoleAt(own, role)])
            let verb = DisclosureVerbs.All.FirstOrDefault(v => v.Standings.Contains(row.Key))
            from relation in new[] { (Organisation: own, Roles: row.Value.Own), (Organisation: foreign, Roles: row.Value.Foreign) }
            where (verb is not null && rights.Has(verb.Permission, relation.Organisation)) != relation.Roles.Contains(role)
            select $"{row.Key} by {role}, {(relation.Organisation == own ? "own" : "foreign")}";
        Assert.Empty(faults);
    }

    [Theory, MemberData(nameof(Cases))]
    public void Rights_EveryRelation_AreThoseWrittenDown(DisclosureState from, DisclosureAction action, StaffRole role)
    {
        var (own, foreign) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var relation in Relations)
        {
            var rights = relation == "none" ? StaffRights.None : new StaffRights([new RoleAt(own, role)]);
            var may = VerbOf(action) is { } verb && rights.Has(verb.Permission, relation == "foreign" ? foreign : own);
            var expected = relation switch
            {
                "own" => Expected[action].Own.Contains(role),
                "foreign" => Expected[action].Foreign.Contains(role),
                _ => false,
            };
            Assert.True(expected == may, $"{from} {action} by {role}, {relation}: expected {expected}, is {may}");
        }
    }

    [Fact]
    public async Task Pages_EveryDemoAccount_OpenAndTakeOnlyWhatIsWrittenDown()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.AwaitingApproval);
        var revision = (await office.FindAsync(id)).Revision;
        var faults = new List<string>();
        foreach (var account in DemoAccounts.All)
        {
            using var client = await site.StaffAsync(account.UserName);
            var token = (await client.OpenAsync("/account/profile")).Value("__RequestVerificationToken")!;
            foreach (var (action, (own, foreign)) in Expected.Where(row => VerbOf(row.Key) is not null))
            {
                var may = (account.Slug == Office.Slug ? own : foreign).Contains(account.Role);
                var address = $"/admin/disclosures/{id}/{VerbOf(action)!.Page.ToLowerInvariant()}";
                var code = (await client.OpenAsync(address)).Code;
                if (may ? code != 200 : code is not (403 or 404)) faults.Add($"{account.UserName} GET {action}: {code}");
                if (may) continue;
                using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("SeenRevision", $"{revision}")]);
                using var answer = await client.PostAsync(address, form, TestContext.Current.CancellationToken);
                if ((int)answer.StatusCode is not (403 or 404)) faults.Add($"{account.UserName} POST {action}: {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(faults);
        Assert.Equal(revision, (await office.FindAsync(id)).Revision);
    }

    [Fact]
    public void Rights_PlantedRow_IsCaught() => Assert.False(
        new StaffRights([new RoleAt(Guid.NewGuid(), Reviewer)]).Has(VerbOf(ForcePublish)!.Permission), "A reviewer who could force would not be seen.");

    private static DisclosureVerb? VerbOf(DisclosureAction action) => DisclosureVerbs.All.FirstOrDefault(v => v.Actions.Contains(action));
}
