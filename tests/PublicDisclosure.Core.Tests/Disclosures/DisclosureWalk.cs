using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Disclosures;

/// <summary>Walks one disclosure through its states without a database: a clerk writes, a reviewer decides.</summary>
public sealed class DisclosureWalk
{
    private readonly TestClock _clock = new();

    private DisclosureWalk(DisclosureAttribute attribute)
    {
        var text = TestData.CreateText() with { Attribute = attribute };
        Disclosure = Disclosure.Create(Guid.NewGuid(), Guid.NewGuid(), text, Now, Clerk);
    }

    public Guid Clerk { get; } = Guid.NewGuid();

    public Guid Reviewer { get; } = Guid.NewGuid();

    public Disclosure Disclosure { get; }

    public DateTime Now => _clock.Now;

    public Guid LastActor { get; private set; }

    /// <summary>A checklist that found nothing in the text as it stands.</summary>
    public ChecklistResult Passed => new(Disclosure.TextRevision, []);

    /// <summary>A disclosure in a state, such that the action, if it is in the table, is not barred by anything else.</summary>
    public static DisclosureWalk To(DisclosureState state, DisclosureAction? next = null)
    {
        var toFile = state == DisclosureState.Filed || next == DisclosureAction.File;
        var walk = new DisclosureWalk(toFile ? DisclosureAttribute.OnApplication : DisclosureAttribute.Active);
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
        var actor = LastActor = by ?? (action is DisclosureAction.Submit or DisclosureAction.Recall or DisclosureAction.BeginCorrection or DisclosureAction.AbandonCorrection ? Clerk : Reviewer);
        switch (action)
        {
            case DisclosureAction.Submit: Disclosure.Submit(Passed, Now, actor); break;
            case DisclosureAction.Recall: Disclosure.Recall(Now, actor); break;
            case DisclosureAction.PassSecrecyReview: Disclosure.ReviewSecrecy(SecrecyConclusion.MayPublish, "", Now, actor); break;
            case DisclosureAction.ReferForDetermination: Disclosure.ReviewSecrecy(SecrecyConclusion.Refer, "报市保密局确定", Now, actor); break;
            case DisclosureAction.Return: Disclosure.Return("请修改", Now, actor); break;
            case DisclosureAction.Approve: Disclosure.Approve(Passed, Now, actor); break;
            case DisclosureAction.Schedule: Disclosure.Schedule(Now.AddHours(1), Now, actor); break;
            case DisclosureAction.Publish: Publish(actor); break;
            case DisclosureAction.BeginCorrection: Disclosure.BeginCorrection(ChangeKind.Correction, "数字有误", Now, actor); break;
            case DisclosureAction.AbandonCorrection: Disclosure.AbandonCorrection(Disclosure.Versions.Count > 0 ? Disclosure.Versions[^1] : Another(), Now, actor); break;
            case DisclosureAction.Withdraw: Disclosure.Withdraw(WithdrawalReason.Error, "内容有误，已撤回。", "", Now, actor); break;
            case DisclosureAction.File: Disclosure.File(Passed, Now, actor); break;
            default: throw new ArgumentOutOfRangeException(nameof(action), action, null);
        }
    }

    private static DisclosureVersion Another() => To(DisclosureState.Published).Disclosure.Versions[0];

    private void Publish(Guid by) => Disclosure.Publish(
        Passed, new RenderedBody("<p>正文。</p>", "正文。", "1"), "桂平市民政局", ("114508810000000000/2026-00001", "mzj-2026-00001"), Now, by);

    private void Go(DisclosureState state)
    {
        if (Disclosure.State == state || state == DisclosureState.Draft) return;
        Act(DisclosureAction.Submit);
        if (state == DisclosureState.AwaitingSecrecyReview) return;
        Act(DisclosureAction.PassSecrecyReview);
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
