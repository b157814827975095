using static PublicDisclosure.Core.Disclosures.DisclosureAction;
using static PublicDisclosure.Core.Disclosures.DisclosureState;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// The one table of what may follow what: (from, action) to the next state. <c>docs/transitions.md</c> repeats it and a test
/// holds the two together. An action that is not in the table throws; it is never ignored.
/// </summary>
public static class DisclosureTransitions
{
    private static readonly Dictionary<(DisclosureState From, DisclosureAction Action), DisclosureState> Table = new()
    {
        [(Draft, Submit)] = AwaitingSecrecyReview,
        [(Draft, AbandonCorrection)] = Published,
        [(Draft, Withdraw)] = Withdrawn,
        [(AwaitingSecrecyReview, PassSecrecyReview)] = AwaitingApproval,
        [(AwaitingSecrecyReview, ReferForDetermination)] = AwaitingSecrecyReview,
        [(AwaitingSecrecyReview, Return)] = Draft,
        [(AwaitingSecrecyReview, Recall)] = Draft,
        [(AwaitingSecrecyReview, Withdraw)] = Withdrawn,
        [(AwaitingSecondReview, PassSecondReview)] = AwaitingApproval,
        [(AwaitingSecondReview, ForcePublish)] = Published,
        [(AwaitingSecondReview, Return)] = Draft,
        [(AwaitingSecondReview, Recall)] = Draft,
        [(AwaitingSecondReview, Withdraw)] = Withdrawn,
        [(AwaitingApproval, GiveOpinion)] = AwaitingApproval,
        [(AwaitingApproval, Approve)] = AwaitingPublication,
        [(AwaitingApproval, DisclosureAction.File)] = Filed,
        [(AwaitingApproval, ForcePublish)] = Published,
        [(AwaitingApproval, Return)] = Draft,
        [(AwaitingApproval, Recall)] = Draft,
        [(AwaitingApproval, Withdraw)] = Withdrawn,
        [(AwaitingPublication, Schedule)] = AwaitingPublication,
        [(AwaitingPublication, Publish)] = Published,
        [(AwaitingPublication, Return)] = Draft,
        [(AwaitingPublication, Recall)] = Draft,
        [(AwaitingPublication, Withdraw)] = Withdrawn,
        [(Published, BeginCorrection)] = Draft,
        [(Published, Withdraw)] = Withdrawn,
        [(Filed, Reexamine)] = Filed,
    };

    // Where an organisation reviews in three steps, these rows stand in the place of their namesakes above.
    private static readonly Dictionary<(DisclosureState From, DisclosureAction Action), DisclosureState> InThreeSteps = new()
    {
        [(AwaitingSecrecyReview, PassSecrecyReview)] = AwaitingSecondReview,
    };

    /// <summary>The states of open work: a draft and what can be returned to one.</summary>
    public static IReadOnlyList<DisclosureState> HandedOver { get; } =
        [Draft, .. Table.Keys.Where(row => row.Action == Return).Select(row => row.From).Distinct()];

    /// <summary>Every row, in the order of the table.</summary>
    public static IEnumerable<(DisclosureState From, DisclosureAction Action, DisclosureState To)> All =>
        Table.Select(row => (row.Key.From, row.Key.Action, row.Value));

    /// <summary>The rows that lead elsewhere where the review has three steps.</summary>
    public static IEnumerable<(DisclosureState From, DisclosureAction Action, DisclosureState To)> WithThreeSteps =>
        InThreeSteps.Select(row => (row.Key.From, row.Key.Action, row.Value));

    /// <summary>Whether the action is in the table for the state.</summary>
    public static bool Has(DisclosureState from, DisclosureAction action) => Table.ContainsKey((from, action));

    /// <summary>The state an action leads to.</summary>
    /// <param name="from">The state before.</param>
    /// <param name="action">What is done.</param>
    /// <param name="reviewSteps">How many steps the review has: 2 or 3.</param>
    /// <exception cref="InvalidOperationException">The action is not in the table for the state.</exception>
    public static DisclosureState Next(DisclosureState from, DisclosureAction action, int reviewSteps = Organisations.Organisation.FewestReviewSteps) =>
        reviewSteps == Organisations.Organisation.MostReviewSteps && InThreeSteps.TryGetValue((from, action), out var third) ? third
            : Table.TryGetValue((from, action), out var to) ? to
            : throw new InvalidOperationException($"No transition {action} from {from}.");
}
