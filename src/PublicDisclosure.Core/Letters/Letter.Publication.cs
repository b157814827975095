using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Letters;

/// <summary>How far the public page of a letter has come.</summary>
public enum LetterPublicity
{
    /// <summary>未公开</summary>
    None,

    /// <summary>公开稿待审核</summary>
    Proposed,

    /// <summary>已公开</summary>
    Published,

    /// <summary>已停止公开</summary>
    TakenDown,
}

/// <summary>The texts that become public: edited apart from the original and the reply, with the writer's name masked.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="DomainId">The field of government work, for the filter of the public list.</param>
public sealed record PublicLetterText(string Title, string Question, string Answer, Guid? DomainId = null);

/// <summary>
/// The public side: only with the writer's consent, only masked, by two persons. There is no digest of a letter whose writer said no.
/// </summary>
public sealed partial class Letter
{
    public LetterPublicity Publicity { get; private set; }

    public string PublicTitle { get; private set; } = "";

    public string PublicQuestion { get; private set; } = "";

    public string PublicAnswer { get; private set; } = "";

    /// <summary>张**; 网友 where no name was given.</summary>
    public string PublicName { get; private set; } = "";

    public Guid? DomainId { get; private set; }

    public Guid? ProposedBy { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    public DateTime? TakenDownAt { get; private set; }

    /// <summary>Why the page was closed; the public reads it.</summary>
    public string TakeDownReason { get; private set; } = "";

    /// <summary>Every reason why no public text can be proposed, whatever it says.</summary>
    public IReadOnlyList<Refusal> CheckPublication() =>
        !WantsPublic ? [new Refusal("Letter.WriterSaidNo")]
        : Publicity == LetterPublicity.Proposed ? [new Refusal("Letter.PublicationWaits")]
        // The public page is never swapped unseen: it is closed first, and says so.
        : Publicity == LetterPublicity.Published ? [new Refusal("Letter.PublicAlready")]
        : ForgottenAt is not null ? [new Refusal("Letter.Forgotten")]
        : Check(LetterAct.ProposePublication);

    /// <summary>Hands in the public texts. They were checked against the original, which only the caller can open.</summary>
    internal void ProposePublication(PublicLetterText text, string publicName, IReadOnlyList<Refusal> found, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny([.. CheckPublication(), .. found]);
        Move(LetterAct.ProposePublication, null, null, now, by, () =>
        {
            (PublicTitle, PublicQuestion, PublicAnswer, DomainId, PublicName) = (text.Title, text.Question, text.Answer, text.DomainId, publicName);
            (Publicity, ProposedBy, PublishedAt) = (LetterPublicity.Proposed, by, null);
        });
    }

    /// <summary>Every reason why a person cannot decide about the public texts.</summary>
    public IReadOnlyList<Refusal> CheckPublishing(Guid by, LetterAct act = LetterAct.Publish) =>
        Check(act) is { Count: > 0 } barred ? barred
        : Publicity != LetterPublicity.Proposed ? [new Refusal("Letter.NoPublicationWaits")]
        : !WantsPublic ? [new Refusal("Letter.WriterSaidNo")]
        : ProposedBy == by ? [new Refusal("Letter.PublisherIsProposer")] : [];

    /// <summary>Another person publishes; the time is the server's.</summary>
    /// <param name="found">What is still unmasked in the texts; anything makes it impossible.</param>
    /// <param name="now">UTC.</param>
    /// <param name="by">Who publishes.</param>
    internal void Publish(IReadOnlyList<Refusal> found, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny([.. CheckPublishing(by), .. found]);
        Move(LetterAct.Publish, null, null, now, by, () => (Publicity, PublishedAt, TakenDownAt, TakeDownReason) = (LetterPublicity.Published, now, null, ""));
    }

    /// <summary>Another person sends the public texts back.</summary>
    internal void ReturnPublication(Privacy.SealedText? remark, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(CheckPublishing(by, LetterAct.ReturnPublication));
        Move(LetterAct.ReturnPublication, null, remark, now, by, Unpropose);
    }

    /// <summary>Closes the public page at once; the address says so and why.</summary>
    /// <param name="reason">Why, in words for the public.</param>
    /// <param name="was">What was public, sealed: evidence that no dump of the database tells.</param>
    /// <param name="now">UTC.</param>
    /// <param name="by">Who closes it.</param>
    internal void TakeDown(string reason, Privacy.SealedText was, DateTime now, Guid by)
    {
        if (Publicity != LetterPublicity.Published) throw new RuleViolationException(new Refusal("Letter.NotPublic"));
        Move(LetterAct.TakeDown, null, was, now, by, () =>
            (Publicity, TakenDownAt, TakeDownReason, PublicTitle, PublicQuestion, PublicAnswer, PublicName) = (LetterPublicity.TakenDown, now, reason, "", "", "", ""));
    }

    private void Unpropose()
    {
        (Publicity, ProposedBy) = (TakenDownAt is null ? LetterPublicity.None : LetterPublicity.TakenDown, null);
        (PublicTitle, PublicQuestion, PublicAnswer, PublicName) = ("", "", "", "");
    }
}
