using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Pages.Admin.Disclosures;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;
using static PublicDisclosure.Core.Accounts.StaffRole;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>
/// Every change of the public standing against every role and relation, written down by hand and held against rights and the
/// real pages with their policies: own organisation, another one, the office whose reach is the city, nobody at all.
/// </summary>
public sealed class StandingByRoleTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    // Who may within the own organisation, and who in every other as well. Nobody who is not named.
    private static readonly Dictionary<StandingAction, (StaffRole[] Own, StaffRole[] Foreign)> Expected = new()
    {
        [StandingAction.Suspend] = ([Reviewer, DisclosureOffice], [DisclosureOffice]),
        [StandingAction.LiftSuspension] = ([Reviewer, DisclosureOffice], [DisclosureOffice]),
        [StandingAction.ConfirmSuspension] = ([Reviewer, DisclosureOffice], [DisclosureOffice]),
        [StandingAction.ProposeWithdrawal] = ([Clerk, Reviewer, DisclosureOffice], [DisclosureOffice]),
        [StandingAction.ConfirmWithdrawal] = ([Reviewer, DisclosureOffice], [DisclosureOffice]),
        [StandingAction.DeclineWithdrawal] = ([Reviewer, DisclosureOffice], [DisclosureOffice]),
        [StandingAction.CloseWithdrawn] = ([Reviewer, DisclosureOffice], [DisclosureOffice]),
    };

    public static TheoryData<StandingAction, StaffRole> Cases => [.. from action in Expected.Keys from role in Enum.GetValues<StaffRole>() select (action, role)];

    [Fact]
    public void Expected_EveryActionOfTheTable_HasARowOrIsNobodysButton() =>
        // A publication is a step of the working copy; the end of a display is the system's.
        Assert.Equal(Enum.GetValues<StandingAction>().Except([StandingAction.Publish, StandingAction.EndDisplay]).Order(), Expected.Keys.Order());

    [Theory, MemberData(nameof(Cases))]
    public void Rights_EveryRelation_AreThoseWrittenDown(StandingAction action, StaffRole role)
    {
        var (own, foreign) = (Guid.NewGuid(), Guid.NewGuid());
        var rights = new StaffRights([new RoleAt(own, role)]);
        Assert.Equal(Expected[action].Own.Contains(role), rights.Has(VerbOf(action).Permission, own));
        Assert.Equal(Expected[action].Foreign.Contains(role), rights.Has(VerbOf(action).Permission, foreign));
        Assert.False(StaffRights.None.Has(VerbOf(action).Permission, own));
    }

    [Fact]
    public async Task Pages_EveryDemoAccountAndNobody_OpenAndTakeOnlyWhatIsWrittenDown()
    {
        var office = await Office.OpenAsync(site);
        var (open, suspended) = (await office.InAsync(DisclosureState.Published), await office.SuspendedAsync());
        var (proposed, withdrawn) = (await office.ProposedAsync(), await office.WithdrawnAsync());
        Guid Subject(StandingAction action) => action switch
        {
            StandingAction.LiftSuspension or StandingAction.ConfirmSuspension => suspended,
            StandingAction.ConfirmWithdrawal or StandingAction.DeclineWithdrawal => proposed,
            StandingAction.CloseWithdrawn => withdrawn,
            _ => open,
        };
        var before = await RevisionsAsync(office, open, suspended, proposed, withdrawn);
        var faults = new List<string>();
        foreach (var account in DemoAccounts.All)
        {
            using var client = await site.StaffAsync(account.UserName);
            var token = (await client.OpenAsync("/account/profile")).Value("__RequestVerificationToken")!;
            foreach (var (action, (own, foreign)) in Expected)
            {
                var may = (account.Slug == Office.Slug ? own : foreign).Contains(account.Role);
                var address = Address(Subject(action), action);
                var code = (await client.OpenAsync(address)).Code;
                if (may ? code != 200 : code is not (403 or 404)) faults.Add($"{account.UserName} GET {action}: {code}");
                if (!may && await PostAsync(client, address, token, action) is var answer and not (403 or 404)) faults.Add($"{account.UserName} POST {action}: {answer}");
            }
        }

        using var visitor = site.Visitor();
        foreach (var action in Expected.Keys)
            if ((await visitor.OpenAsync(Address(Subject(action), action))).RedirectsTo?.StartsWith("/account/sign-in", StringComparison.Ordinal) != true) faults.Add($"anonymous {action}");

        Assert.Empty(faults);
        Assert.Equal(before, await RevisionsAsync(office, open, suspended, proposed, withdrawn));
    }

    private static string Address(Guid id, StandingAction action) => $"/admin/disclosures/{id}/{VerbOf(action).Page.ToLowerInvariant()}";

    private static async Task<int> PostAsync(HttpClient client, string address, string token, StandingAction action)
    {
        using var form = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), new("SeenRevision", "1"), new("Input.Decision", $"{action}"), new("Input.Reason", "Error"), new("Input.Remark", "试")]);
        using var answer = await client.PostAsync(address, form, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    private static async Task<List<int>> RevisionsAsync(Office office, params Guid[] ids)
    {
        var revisions = new List<int>();
        foreach (var id in ids) revisions.Add((await office.FindAsync(id)).Revision);
        return revisions;
    }

    private static DisclosureVerb VerbOf(StandingAction action) => DisclosureVerbs.All.Single(v => v.Standings.Contains(action));
}
