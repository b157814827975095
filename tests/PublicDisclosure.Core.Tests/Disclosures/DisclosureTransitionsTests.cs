using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Tests.Disclosures;

public class DisclosureTransitionsTests
{
    public static TheoryData<DisclosureState, DisclosureAction> InTable =>
        [.. DisclosureTransitions.All.Select(row => (row.From, row.Action))];

    public static TheoryData<DisclosureState, DisclosureAction> NotInTable =>
    [
        .. from state in Enum.GetValues<DisclosureState>() from action in Enum.GetValues<DisclosureAction>()
           where !DisclosureTransitions.Has(state, action) select (state, action),
    ];

    [Theory, MemberData(nameof(InTable))]
    public void Act_RowOfTheTable_MovesAndLeavesARow(DisclosureState from, DisclosureAction action)
    {
        var walk = DisclosureWalk.To(from, action);
        var before = walk.Disclosure.Transitions.Count;

        walk.Act(action);

        Assert.Equal(DisclosureTransitions.Next(from, action, walk.ReviewSteps), walk.Disclosure.State);
        var row = walk.Disclosure.Transitions[^1];
        Assert.Equal(before + 1, walk.Disclosure.Transitions.Count);
        Assert.Equal((action, from, walk.Disclosure.State), (row.Action, row.From, row.To));
        Assert.Equal(walk.LastActor, row.By);
        Assert.Equal(walk.Now, row.At);
    }

    [Theory, MemberData(nameof(NotInTable))]
    public void Act_PairNotInTheTable_ThrowsAndChangesNothing(DisclosureState from, DisclosureAction action)
    {
        var walk = DisclosureWalk.To(from);
        var (revision, rows) = (walk.Disclosure.Revision, walk.Disclosure.Transitions.Count);

        Assert.Throws<RuleViolationException>(() => walk.Act(action));

        Assert.Equal((from, revision, rows), (walk.Disclosure.State, walk.Disclosure.Revision, walk.Disclosure.Transitions.Count));
    }

    [Theory, MemberData(nameof(NotInTable))]
    public void Next_PairNotInTheTable_Throws(DisclosureState from, DisclosureAction action) =>
        Assert.Throws<InvalidOperationException>(() => DisclosureTransitions.Next(from, action));

    [Fact]
    public void All_States_AreReachable()
    {
        var reached = DisclosureTransitions.All.Concat(DisclosureTransitions.WithThreeSteps).Select(r => r.To).Append(DisclosureState.Draft).ToHashSet();

        Assert.Equal(Enum.GetValues<DisclosureState>().ToHashSet(), reached);
    }
}
