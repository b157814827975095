using PublicDisclosure.Core.Accounts;

namespace PublicDisclosure.Core.Disclosures.Batches;

/// <summary>What can be done to many rows of a batch at once.</summary>
public enum BatchStep
{
    /// <summary>提交审查</summary>
    Submit,

    /// <summary>通过保密审查, with the conclusion 可以公开</summary>
    PassSecrecyReview,

    /// <summary>通过复审, where the organisation reviews in three steps</summary>
    PassSecondReview,

    /// <summary>审签</summary>
    Approve,

    /// <summary>发布</summary>
    Publish,

    /// <summary>退回</summary>
    Return,
}

/// <summary>A step with what it asks for.</summary>
/// <param name="Step">The step.</param>
/// <param name="Action">The action of each row.</param>
/// <param name="From">States in which rows take it.</param>
/// <param name="Permission">What the person needs for the batch's organisation.</param>
public sealed record BatchStepRule(BatchStep Step, DisclosureAction Action, IReadOnlyList<DisclosureState> From, Permission Permission);

/// <summary>The table of steps.</summary>
public static class BatchSteps
{
    /// <summary>In the order of a disclosure's way.</summary>
    public static IReadOnlyList<BatchStepRule> All { get; } =
    [
        Rule(BatchStep.Submit, DisclosureAction.Submit, Permission.DisclosuresDraft),
        Rule(BatchStep.PassSecrecyReview, DisclosureAction.PassSecrecyReview, Permission.DisclosuresReview),
        Rule(BatchStep.PassSecondReview, DisclosureAction.PassSecondReview, Permission.DisclosuresReview),
        Rule(BatchStep.Approve, DisclosureAction.Approve, Permission.DisclosuresReview),
        Rule(BatchStep.Publish, DisclosureAction.Publish, Permission.DisclosuresPublish),
        Rule(BatchStep.Return, DisclosureAction.Return, Permission.DisclosuresReview),
    ];

    /// <summary>The rule of a step.</summary>
    public static BatchStepRule Of(BatchStep step) => All.Single(rule => rule.Step == step);

    private static BatchStepRule Rule(BatchStep step, DisclosureAction action, Permission permission) =>
        new(step, action, [.. Enum.GetValues<DisclosureState>().Where(state => DisclosureTransitions.Has(state, action))], permission);
}
