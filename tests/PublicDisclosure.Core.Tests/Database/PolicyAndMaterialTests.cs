using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>
/// A policy that has to be interpreted in each state, with its material in each state that can stand beside it, and every forward step
/// of both: what is done, and with which code the rest is refused. What is refused changes neither of the two.
/// </summary>
public sealed class PolicyAndMaterialTests
{
    // ok: done · state: the table of transitions has no such step · plan, material, behind, closed: the codes below.
    // Of a policy that is not public the material is its two forms; beside a public one stands a further form, begun later.
    // First the five steps of the policy, then those of the material. Material has no time of its own before its policy is public, whatever
    // its state. Material that is public before its policy cannot be brought about.
    private const string Table = """
        policy                | material              | Submit   Approve  Schedule Publish  Force    | Submit  Approve Schedule Publish Force
        Unplanned             | None                  | plan     state    state    state    state    |
        Draft                 | None                  | ok       state    state    state    state    |
        Draft                 | Draft                 | ok       state    state    state    state    | ok      state   behind  state   state
        Draft                 | AwaitingSecrecyReview | ok       state    state    state    state    | state   state   behind  state   state
        Draft                 | AwaitingApproval      | ok       state    state    state    state    | state   behind  behind  state   behind
        Draft                 | AwaitingPublication   | ok       state    state    state    state    | state   state   behind  behind  state
        AwaitingSecrecyReview | None                  | state    state    state    state    state    |
        AwaitingSecrecyReview | Draft                 | state    state    state    state    state    | ok      state   behind  state   state
        AwaitingSecrecyReview | AwaitingApproval      | state    state    state    state    state    | state   behind  behind  state   behind
        AwaitingSecrecyReview | AwaitingPublication   | state    state    state    state    state    | state   state   behind  behind  state
        AwaitingApproval      | None                  | state    material state    state    material |
        AwaitingApproval      | Draft                 | state    material state    state    material | ok      state   behind  state   state
        AwaitingApproval      | AwaitingSecrecyReview | state    material state    state    material | state   state   behind  state   state
        AwaitingApproval      | AwaitingApproval      | state    ok       state    state    ok       | state   behind  behind  state   behind
        AwaitingApproval      | AwaitingPublication   | state    ok       state    state    ok       | state   state   behind  behind  state
        AwaitingPublication   | Draft                 | state    state    ok       material state    | ok      state   behind  state   state
        AwaitingPublication   | AwaitingSecrecyReview | state    state    ok       material state    | state   state   behind  state   state
        AwaitingPublication   | AwaitingApproval      | state    state    ok       material state    | state   ok      behind  state   behind
        AwaitingPublication   | AwaitingPublication   | state    state    ok       ok       state    | state   state   behind  behind  state
        Published             | Draft                 | state    state    state    state    state    | ok      state   state   state   state
        Published             | AwaitingSecrecyReview | state    state    state    state    state    | state   state   state   state   state
        Published             | AwaitingApproval      | state    state    state    state    state    | state   ok      state   state   ok
        Published             | AwaitingPublication   | state    state    state    state    state    | state   state   ok      ok      state
        Suspended             | Draft                 | state    state    state    state    state    | closed  state   state   state   state
        Suspended             | AwaitingApproval      | state    state    state    state    state    | state   closed  state   state   closed
        Suspended             | AwaitingPublication   | state    state    state    state    state    | state   state   ok      closed  state
        Withdrawn             | Draft                 | state    state    state    state    state    | closed  state   state   state   state
        Withdrawn             | AwaitingApproval      | state    state    state    state    state    | state   closed  state   state   closed
        Withdrawn             | AwaitingPublication   | state    state    state    state    state    | state   state   ok      closed  state
        """;

    private static readonly string[] Acts = ["Submit", "Approve", "Schedule", "Publish", "Force"];

    private static readonly Dictionary<string, string> Codes = new()
    {
        ["state"] = "Disclosure.ActionNotPossible",
        ["plan"] = "Checklist.InterpretationPlanMissing",
        ["material"] = "Checklist.InterpretationMaterialMissing",
        ["behind"] = "Checklist.InterpretationPolicyBehind",
        ["closed"] = "Checklist.InterpretationPolicyClosed",
    };

    private static readonly string[][] Rows = [.. Table.Split('\n').Skip(1).Select(line => line.Split('|', StringSplitOptions.TrimEntries))];

    /// <summary>Policy, material, and what is expected of the five steps of each.</summary>
    public static TheoryData<string, string, string, string> Cases => [.. Rows.Select(r => (r[0], r[1], r[2], r[3]))];

    [Fact]
    public void Table_EveryStateOfBoth_HasRows()
    {
        var states = new[] { DisclosureState.Draft, DisclosureState.AwaitingSecrecyReview, DisclosureState.AwaitingApproval, DisclosureState.AwaitingPublication }.Select(s => $"{s}").ToList();
        Assert.Equal([.. states, "Published", "Suspended", "Unplanned", "Withdrawn"], Rows.Select(r => r[0]).Distinct().OrderBy(s => states.IndexOf(s) is >= 0 and var i ? i : 9).ThenBy(s => s));
        Assert.Equal(states.Append("None").Order(), Rows.Select(r => r[1]).Distinct().Order());
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task EveryStep_OfBoth_IsDoneOrRefusedAsTheTableSays(string policyState, string materialState, string ofPolicy, string ofMaterial)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var world = new World(store, desk, await desk.EmployAsync(StaffRole.DisclosureOffice));
        var (policy, material) = await world.BringAboutAsync(policyState, materialState);
        var faults = new List<string>();
        foreach (var isPolicy in new[] { true, false })
        {
            var expected = (isPolicy ? ofPolicy : ofMaterial).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.True(expected.Length == 5 || expected.Length == 0 && materialState == "None");
            foreach (var (act, cell) in Acts.Zip(expected))
            {
                var before = await world.StandsAsync();
                var outcome = await world.ActAsync(isPolicy ? policy : material!.Value, act);
                var found = outcome.IsDone ? "ok" : string.Join(' ', outcome.Refusals.Select(r => r.Code).Distinct());
                // Beside a step that the state has not, the other reasons do not matter.
                var fits = cell == "ok" ? outcome.IsDone : cell == "state" ? found.Contains(Codes[cell], StringComparison.Ordinal) : found == Codes[cell];
                if (!fits) faults.Add($"{(isPolicy ? "policy" : "material")} {act}: expected {cell}, is {found}");
                if (!outcome.IsDone && await world.StandsAsync() != before) faults.Add($"{act} was refused and changed something");
                if (outcome.IsDone) (policy, material) = await world.BringAboutAsync(policyState, materialState);
            }
        }

        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("Approve", nameof(DisclosureDesk.Clerk), "Disclosure.ReviewerIsSubmitter")]
    [InlineData("Approve", nameof(DisclosureDesk.Reviewer), "")]
    [InlineData("Approve", nameof(DisclosureDesk.SecondReviewer), "")]
    [InlineData("Force", nameof(DisclosureDesk.Clerk), "Disclosure.ReviewerIsSubmitter")]
    [InlineData("Force", nameof(DisclosureDesk.Reviewer), "")]
    public async Task Persons_OfBothTexts_SignNoneOfTheirOwn(string act, string person, string code)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var by = (Guid)typeof(DisclosureDesk).GetProperty(person)!.GetValue(desk)!;
        await desk.EmployAsync(StaffRole.DisclosureOffice, by);
        var world = new World(store, desk, by) { By = by };
        var (policy, _) = await world.BringAboutAsync(nameof(DisclosureState.AwaitingApproval), nameof(DisclosureState.AwaitingApproval));

        var outcome = await world.ActAsync(policy, act);

        Assert.Equal(code.Length == 0, outcome.IsDone);
        if (code.Length == 0) return;
        // The policy and each of its two forms say so.
        Assert.Equal(3, outcome.Refusals.Count(r => r.Code == code));
        Assert.Equal(2, outcome.Refusals.Count(r => r.Code == "Interpretation.MaterialBlocked"));
    }

    [Fact]
    public async Task Schedule_OfMaterialWhosePolicyIsWithdrawn_NeverSendsItOut()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await desk.EmployAsync(StaffRole.Reviewer, desk.Reviewer);
        var world = new World(store, desk, Guid.NewGuid());
        var (_, material) = await world.BringAboutAsync("Withdrawn", nameof(DisclosureState.AwaitingPublication));
        Assert.True((await world.ActAsync(material!.Value, "Schedule")).IsDone);
        desk.Clock.Advance(TimeSpan.FromHours(3));

        Assert.Equal(0, await PublishScheduledTests.Job(store, desk).RunAsync(CancellationToken.None));

        Assert.Contains((await store.ReadAsync(db => db.Set<ScheduleRefusal>().SingleAsync())).Read(), r => r.Code == "Checklist.InterpretationPolicyClosed");
    }

    private sealed class World(TestStore store, DisclosureDesk desk, Guid official)
    {
        /// <summary>Who approves and publishes.</summary>
        public Guid By { get; init; } = desk.Reviewer;

        public async Task<(Guid Policy, Guid? Material)> BringAboutAsync(string policyState, string materialState) =>
            policyState is "Published" or "Suspended" or "Withdrawn" ? await OpenAsync(policyState, Enum.Parse<DisclosureState>(materialState)) : await ClosedAsync(policyState, materialState);

        public async Task<Outcome> ActAsync(Guid id, string act)
        {
            var revision = await desk.RevisionAsync(id);
            switch (act)
            {
                case "Submit": return await desk.WorkAsync(w => w.SubmitAsync(new SubmitDisclosure(id, revision, desk.Clerk)));
                case "Schedule": return await desk.WorkAsync(w => w.ScheduleAsync(new ScheduleDisclosure(id, revision, desk.Clock.Now.AddHours(1), By)));
                case "Publish": return await desk.PublishAsync(id, By);
                case "Force": return await ForcedPublicationDeskTests.ForceAsync(store, desk, id, official);
                default:
                    var seen = await desk.SeenMaterialAsync(id);
                    return await desk.WorkAsync(w => w.ApproveAsync(new ApproveDisclosure(id, revision, By, SeenMaterial: seen)));
            }
        }

        /// <summary>Everything that a refused step might have changed.</summary>
        public async Task<string> StandsAsync() => string.Join(';', await store.ReadAsync(db => db.Disclosures.IgnoreQueryFilters().OrderBy(d => d.Id)
            .Select(d => $"{d.Id} {d.State} {d.Revision} {d.CurrentVersion}").ToListAsync()))
            + await store.ReadAsync(db => db.Listings.CountAsync()) + await store.ReadAsync(db => db.AuditEntries.CountAsync());

        // Not public: the policy with its two forms.
        private async Task<(Guid, Guid?)> ClosedAsync(string policyState, string materialState)
        {
            var policy = await desk.DraftAsync(desk.PolicyText());
            if (policyState != "Unplanned") await desk.PlanAsync(policy);
            var signed = nameof(DisclosureState.AwaitingPublication);
            var forms = materialState == "None" ? Array.Empty<Guid>() : [await desk.InterpretationAsync(policy, InterpretationForm.Text), await desk.InterpretationAsync(policy, InterpretationForm.Expert)];
            if (policyState == signed || materialState == signed)
            {
                foreach (var one in forms.Prepend(policy)) await desk.ReadyAsync(one);
                Must(await ReviewerApprovesAsync(policy));
                if (policyState != signed) await RecallAsync(policy);
                if (materialState != signed) foreach (var one in forms) await RecallAsync(one);
            }

            if (materialState != signed) foreach (var one in forms) await LeadAsync(one, Enum.Parse<DisclosureState>(materialState));
            if (policyState is not ("Unplanned" or nameof(DisclosureState.AwaitingPublication))) await LeadAsync(policy, Enum.Parse<DisclosureState>(policyState));
            return (policy, forms.Length == 0 ? null : forms[0]);
        }

        // Public: a further form beside the published ones.
        private async Task<(Guid, Guid?)> OpenAsync(string policyState, DisclosureState materialState)
        {
            var (policy, _, _) = await desk.PublishedPolicyAsync();
            var further = await desk.InterpretationAsync(policy, InterpretationForm.PressConference);
            await LeadAsync(further, materialState == DisclosureState.AwaitingPublication ? DisclosureState.AwaitingApproval : materialState);
            if (materialState == DisclosureState.AwaitingPublication) Must(await ReviewerApprovesAsync(further));
            if (policyState == "Suspended") await desk.SuspendAsync(policy);
            if (policyState == "Withdrawn") await desk.WithdrawAsync(policy, WithdrawalReason.Error);
            return (policy, further);
        }

        private async Task LeadAsync(Guid id, DisclosureState state)
        {
            if (state == DisclosureState.AwaitingApproval) await desk.ReadyAsync(id);
            if (state == DisclosureState.AwaitingSecrecyReview) Must(await ActAsync(id, "Submit"));
        }

        private async Task<Outcome> ReviewerApprovesAsync(Guid id)
        {
            var (revision, seen) = (await desk.RevisionAsync(id), await desk.SeenMaterialAsync(id));
            return await desk.WorkAsync(w => w.ApproveAsync(new ApproveDisclosure(id, revision, desk.Reviewer, SeenMaterial: seen)));
        }

        private async Task RecallAsync(Guid id) => Must(await desk.WorkAsync(async w => await w.RecallAsync(new RecallDisclosure(id, await desk.RevisionAsync(id), desk.Clerk))));

        private static void Must(Outcome outcome) => Assert.True(outcome.IsDone, string.Join("; ", outcome.Refusals));
    }
}
