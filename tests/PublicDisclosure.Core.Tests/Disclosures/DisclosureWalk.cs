using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Disclosures;

/// <summary>Walks one disclosure through its states without a database: a clerk writes, a reviewer decides.</summary>
public sealed class DisclosureWalk
{
    private readonly TestClock _clock = new();

    private DisclosureWalk(DisclosureAttribute attribute, DisclosureGenre genre = DisclosureGenre.Other)
    {
        var text = TestData.CreateText() with { Attribute = attribute, Genre = genre };
        Disclosure = Disclosure.Create(Guid.NewGuid(), Guid.NewGuid(), text, Now, Clerk);
    }

    public Guid Clerk { get; } = Guid.NewGuid();

    public Guid Reviewer { get; } = Guid.NewGuid();

    /// <summary>Gives the second review, where there are three steps.</summary>
    public Guid SecondReviewer { get; } = Guid.NewGuid();

    /// <summary>Somebody of the disclosure office.</summary>
    public Guid Official { get; } = Guid.NewGuid();

    /// <summary>How many steps the review has when it is submitted.</summary>
    public int ReviewSteps { get; set; } = Organisation.FewestReviewSteps;

    public Disclosure Disclosure { get; }

    public DateTime Now => _clock.Now;

    public Guid LastActor { get; private set; }

    /// <summary>A checklist that found nothing in the text as it stands.</summary>
    public ChecklistResult Passed => new(Disclosure.TextRevision, []);

    /// <summary>A disclosure in a state, such that the action, if it is in the table, is not barred by anything else.</summary>
    public static DisclosureWalk To(DisclosureState state, DisclosureAction? next = null)
    {
        var toFile = state == DisclosureState.Filed || next == DisclosureAction.File;
        var walk = next == DisclosureAction.GiveOpinion ? new DisclosureWalk(DisclosureAttribute.NotPublic, DisclosureGenre.Normative)
            : new DisclosureWalk(toFile ? DisclosureAttribute.OnApplication : DisclosureAttribute.Active);
        if (state == DisclosureState.AwaitingSecondReview) walk.ReviewSteps = Organisation.MostReviewSteps;
        if (next is DisclosureAction.Withdraw or DisclosureAction.AbandonCorrection && state != DisclosureState.Published)
        {
            walk.Go(DisclosureState.Published);
            walk.Act(DisclosureAction.BeginCorrection);
        }

        walk.Go(state);
        return walk;
    }

    /// <summary>Does an action as the person whose task it is.</summary>
    public void Act(DisclosureAction action, Guid? by = null)
    {
        var actor = LastActor = by ?? (action is DisclosureAction.Submit or DisclosureAction.Recall or DisclosureAction.BeginCorrection or DisclosureAction.AbandonCorrection ? Clerk
            : action is DisclosureAction.PassSecondReview ? SecondReviewer
            : action is DisclosureAction.GiveOpinion or DisclosureAction.ForcePublish ? Official : Reviewer);
        switch (action)
        {
            case DisclosureAction.Submit: Disclosure.Submit(Passed, Now, actor, reviewSteps: ReviewSteps); break;
            case DisclosureAction.Recall: Disclosure.Recall(Now, actor); break;
            case DisclosureAction.PassSecrecyReview: Disclosure.ReviewSecrecy(SecrecyConclusion.MayPublish, "", Now, actor); break;
            case DisclosureAction.ReferForDetermination: Disclosure.ReviewSecrecy(SecrecyConclusion.Refer, "报市保密局确定", Now, actor); break;
            case DisclosureAction.Return: Disclosure.Return("请修改", Now, actor); break;
            case DisclosureAction.PassSecondReview: Disclosure.PassSecondReview(Passed, Now, actor); break;
            case DisclosureAction.GiveOpinion: Disclosure.GiveOpinion(true, "同意不予公开。", Now, actor); break;
            case DisclosureAction.Reexamine: Disclosure.Reexamine(ReexaminationResult.StaysNotPublic, "仍属内部事务信息", DateOnly.FromDateTime(Now).AddYears(1), null, Now, actor); break;
            case DisclosureAction.ForcePublish:
                Disclosure.ForcePublish(Passed, Body, "桂平市民政局", Number, "汛情紧急", DateOnly.FromDateTime(Now).AddDays(2), Now, actor);
                break;
            case DisclosureAction.Approve: Disclosure.Approve(Passed, Now, actor); break;
            case DisclosureAction.Schedule: Disclosure.Schedule(Now.AddHours(1), Now, actor); break;
            case DisclosureAction.Publish: Publish(actor); break;
            case DisclosureAction.BeginCorrection: Disclosure.BeginCorrection(ChangeKind.Correction, "数字有误", Now, actor); break;
            case DisclosureAction.AbandonCorrection: Disclosure.AbandonCorrection(Disclosure.Versions.Count > 0 ? Disclosure.Versions[^1] : Another(), Now, actor); break;
            case DisclosureAction.Withdraw: Withdraw(actor); break;
            case DisclosureAction.File: Disclosure.File(Passed, Now, actor); break;
            default: throw new ArgumentOutOfRangeException(nameof(action), action, null);
        }
    }

    private void Withdraw(Guid by)
    {
        Disclosure.ProposeWithdrawal(WithdrawalReason.Error, "内容有误，已撤回。", "", Now, Clerk);
        Disclosure.ConfirmWithdrawal(Now, by);
    }

    private static DisclosureVersion Another() => To(DisclosureState.Published).Disclosure.Versions[0];

    private static readonly RenderedBody Body = new("<p>正文。</p>", "正文。", "1");

    private static readonly (string, string) Number = ("114508810000000000/2026-00001", "mzj-2026-00001");

    private void Publish(Guid by) => Disclosure.Publish(Passed, Body, "桂平市民政局", Number, Now, by);

    private void Go(DisclosureState state)
    {
        if (Disclosure.State == state || state == DisclosureState.Draft) return;
        Act(DisclosureAction.Submit);
        if (state == DisclosureState.AwaitingSecrecyReview) return;
        Act(DisclosureAction.PassSecrecyReview);
        if (state == DisclosureState.AwaitingSecondReview) return;
        if (ReviewSteps == Organisation.MostReviewSteps) Act(DisclosureAction.PassSecondReview);
        if (state == DisclosureState.AwaitingApproval) return;
        if (state == DisclosureState.Filed)
        {
            Act(DisclosureAction.File);
            return;
        }

        Act(DisclosureAction.Approve);
        if (state == DisclosureState.AwaitingPublication) return;
        Act(DisclosureAction.Publish);
        if (state == DisclosureState.Withdrawn) Act(DisclosureAction.Withdraw);
    }
}
