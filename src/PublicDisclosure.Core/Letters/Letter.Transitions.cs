using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Letters;

/// <summary>What is done with a letter, each by the table of <see cref="LetterTransitions"/> and with a row of history.</summary>
public sealed partial class Letter
{
    /// <summary>Every reason why an act cannot be done, whoever asks; acts with further conditions have checks of their own.</summary>
    public IReadOnlyList<Refusal> Check(LetterAct act) => !LetterTransitions.Has(State, act) ? [new Refusal("Letter.NotNow")]
        : act is LetterAct.Transfer or LetterAct.SendBack or LetterAct.Merge && _parts.Exists(p => p.IsOpen) ? [new Refusal("Letter.PartsOpen")]
        : act == LetterAct.SubmitReply && _parts.Exists(p => p.IsOpen) ? [new Refusal("Letter.PartsOpen")]
        : act == LetterAct.Transfer && Extension is { ConfirmedAt: null } ? [new Refusal("Letter.ExtensionWaits")]
        : [];

    /// <summary>The office gives it to an organisation, as an ordinary or a complex matter.</summary>
    internal void Assign(Guid organisationId, bool isComplex, string matter, LetterLimits limits, SealedText? remark, DateTime now, Guid by)
    {
        Move(LetterAct.Assign, organisationId, remark, now, by, () =>
        {
            (IsComplex, Matter) = (isComplex, matter.Length > 0 ? matter : Matter);
            (LimitDays, AnswerDueOn) = (limits.Days, limits.AnswerDueOn);
            OrganisationId = organisationId;
        });
    }

    /// <summary>An organisation passes it on to the one it concerns; the writer's limit runs on.</summary>
    internal void Transfer(Guid organisationId, SealedText reason, DateTime now, Guid by) =>
        Move(LetterAct.Transfer, organisationId, reason, now, by, () => OrganisationId = organisationId);

    /// <summary>An organisation that it does not concern gives it back to the office; the limit of triage begins anew.</summary>
    internal void SendBack(Guid officeId, DateOnly today, DateOnly triageDueOn, SealedText reason, DateTime now, Guid by) =>
        Move(LetterAct.SendBack, officeId, reason, now, by, () => (OrganisationId, TriageFrom, TriageDueOn, Extension) = (officeId, today, triageDueOn, null));

    /// <summary>It belongs to 信访, 依申请公开, 监察举报 or 12345: the writer is told where, in writing. It never counts as answered.</summary>
    internal void Direct(LetterChannelKind channel, string direction, DateTime now, Guid by) => Move(LetterAct.Direct, null, null, now, by, () =>
    {
        (DirectedTo, Direction, ClosedAt) = (channel, direction, now);
        IsLate |= Time.BusinessClock.BeijingDate(now) > TriageDueOn;
    });

    /// <summary>不予受理, for a reason that the writer reads.</summary>
    internal void Decline(LetterDeclineReason reason, SealedText? remark, DateTime now, Guid by) =>
        Move(LetterAct.Decline, null, remark, now, by, () => (DeclineReason, ClosedAt) = (reason, now));

    /// <summary>The answer to another letter is the answer to this one.</summary>
    internal void Merge(Letter into, bool hasMerged, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(CheckMerge(into, hasMerged));
        Move(LetterAct.Merge, into.OrganisationId, null, now, by, () => (MergedIntoId, ClosedAt) = (into.Id, now));
    }

    /// <summary>Every reason why it cannot be merged into another.</summary>
    /// <param name="into">The other letter.</param>
    /// <param name="hasMerged">Letters were merged into this one, whose writers would lose the thread.</param>
    public IReadOnlyList<Refusal> CheckMerge(Letter into, bool hasMerged) =>
        into.Id == Id ? [new Refusal("Letter.MergeIntoItself", "Into")]
        : into.State is LetterState.Merged or LetterState.Directed or LetterState.Declined ? [new Refusal("Letter.MergeIntoClosed", "Into", into.Number)]
        : hasMerged ? [new Refusal("Letter.MergeOfMain", "Into")]
        : Check(LetterAct.Merge);

    /// <summary>Another organisation is asked for its part of the answer.</summary>
    internal void AskPart(Guid organisationId, SealedText question, DateTime now, Guid by)
    {
        if (organisationId == OrganisationId) throw new RuleViolationException(new Refusal("Letter.PartOfItself", "OrganisationId"));
        if (HasPartOf(organisationId)) throw new RuleViolationException(new Refusal("Letter.PartAsked", "OrganisationId"));
        Move(LetterAct.AskPart, organisationId, question, now, by, () => _parts.Add(new LetterPart(Id, organisationId, question, now, by)));
    }

    /// <summary>The organisation that was asked gives its part.</summary>
    internal void GivePart(Guid organisationId, SealedText text, DateTime now, Guid by)
    {
        var part = _parts.Find(p => p.OrganisationId == organisationId && p.IsOpen) ?? throw new RuleViolationException(new Refusal("Letter.NoPartAsked"));
        Move(LetterAct.GivePart, organisationId, null, now, by, () => part.Give(text, now, by));
    }

    /// <summary>The lead organisation does without a part.</summary>
    internal void DropPart(Guid partId, DateTime now, Guid by)
    {
        var part = _parts.Find(p => p.Id == partId && p.IsOpen) ?? throw new RuleViolationException(new Refusal("Letter.NoPartAsked"));
        Move(LetterAct.DropPart, part.OrganisationId, null, now, by, () => part.Drop(now));
    }

    /// <summary>Asks for more time, before the time is over and once in a round.</summary>
    internal void ProposeExtension(int days, int most, SealedText reason, DateOnly today, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(CheckExtension(days, most, today));
        Move(LetterAct.ProposeExtension, null, reason, now, by, () => Extension = new LetterExtension(days, reason, now, by));
    }

    /// <summary>Every reason why no extension can be asked for.</summary>
    public IReadOnlyList<Refusal> CheckExtension(int days, int most, DateOnly today)
    {
        if (Check(LetterAct.ProposeExtension) is { Count: > 0 } barred) return barred;
        if (Extension is not null) return [new Refusal(Extension.ConfirmedAt is null ? "Letter.ExtensionWaits" : "Letter.ExtendedBefore")];
        if (today > AnswerDueOn) return [new Refusal("Letter.ExtensionTooLate", null, AnswerDueOn)];
        return days is >= 1 && days <= most ? [] : [new Refusal("Letter.ExtensionDays", "Days", most)];
    }

    /// <summary>Another person agrees; the date moves, and the writer reads why.</summary>
    internal void ConfirmExtension(DateOnly answerDueOn, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(CheckExtensionDecision(by));
        Move(LetterAct.ConfirmExtension, null, Extension!.Reason, now, by, () =>
        {
            Extension.Confirm(now, by);
            (LimitDays, AnswerDueOn) = (LimitDays + Extension.Days, answerDueOn);
        });
    }

    /// <summary>Another person does not agree; the date stays.</summary>
    internal void RefuseExtension(SealedText? remark, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(CheckExtensionDecision(by));
        Move(LetterAct.RefuseExtension, null, remark, now, by, () => Extension = null);
    }

    /// <summary>Every reason why a person cannot decide about the extension.</summary>
    public IReadOnlyList<Refusal> CheckExtensionDecision(Guid by) =>
        Check(LetterAct.ConfirmExtension) is { Count: > 0 } barred ? barred
        : Extension is not { ConfirmedAt: null } ? [new Refusal("Letter.NoExtensionWaits")]
        : Extension.ProposedBy == by ? [new Refusal("Letter.DeciderIsProposer")] : [];

    /// <summary>Hands a reply in for review.</summary>
    internal void SubmitReply(LetterReplyText text, DateTime now, Guid by)
    {
        if (Kind == LetterKind.Suggestion && text.Adoption is null) throw new RuleViolationException(new Refusal("Letter.AdoptionMissing", "Adoption"));
        Move(LetterAct.SubmitReply, null, null, now, by, () => _replies.Add(new LetterReply(Id, Round, text, now, by)));
    }

    /// <summary>The reviewer sends the reply back.</summary>
    internal void ReturnReply(SealedText remark, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(CheckReview(by, LetterAct.ReturnReply));
        Move(LetterAct.ReturnReply, null, remark, now, by, () => OpenReply!.Return(now, by));
    }

    /// <summary>Another person approves the reply, and from this moment the writer reads it.</summary>
    /// <param name="workingDays">From receipt until today.</param>
    /// <param name="today">The day in Beijing.</param>
    /// <param name="now">UTC.</param>
    /// <param name="by">Who approves.</param>
    internal void Approve(int workingDays, DateOnly today, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(CheckReview(by, LetterAct.Answer));
        Move(LetterAct.Answer, null, null, now, by, () =>
        {
            var reply = OpenReply!;
            reply.Approve(now, by);
            (FirstAnsweredAt, FirstDays) = (FirstAnsweredAt ?? now, FirstDays ?? workingDays);
            (FinalAnsweredAt, FinalDays, ClosedAt, Adoption) = (now, workingDays, now, reply.Adoption);
            IsLate |= today > AnswerDueOn;
        });
    }

    /// <summary>Every reason why a person cannot decide about the reply: nobody reviews the own words.</summary>
    public IReadOnlyList<Refusal> CheckReview(Guid by, LetterAct act = LetterAct.Answer) =>
        Check(act) is { Count: > 0 } barred ? barred : OpenReply?.SubmittedBy == by ? [new Refusal("Letter.ReviewerIsAuthor")] : [];

    /// <summary>The writer asks once again; the limit begins anew.</summary>
    internal void Reopen(SealedText text, LetterLimits limits, DateOnly lastDay, DateOnly today, DateTime now)
    {
        RuleViolationException.ThrowIfAny(CheckReopening(lastDay, today));
        Move(LetterAct.Reopen, null, null, now, null, () =>
        {
            Original!.AskAgain(text);
            (ReopenedAt, ClosedAt, Extension) = (now, null, null);
            if (Publicity == LetterPublicity.Proposed) Unpropose();
            SetLimits(limits, today);
        });
    }

    /// <summary>Every reason why the writer cannot ask again.</summary>
    /// <param name="lastDay">Last day on which it is possible.</param>
    /// <param name="today">The day in Beijing.</param>
    public IReadOnlyList<Refusal> CheckReopening(DateOnly lastDay, DateOnly today) =>
        ReopenedAt is not null ? [new Refusal("Letter.ReopenedBefore")]
        : Check(LetterAct.Reopen) is { Count: > 0 } ? [new Refusal("Letter.NotAnswered")]
        : ForgottenAt is not null || today > lastDay ? [new Refusal("Letter.ReopeningTooLate", null, lastDay)] : [];

    /// <summary>The writer says how content they are, once.</summary>
    internal void Rate(Satisfaction satisfaction, DateTime now)
    {
        if (Satisfaction is not null) throw new RuleViolationException(new Refusal("Letter.RatedBefore"));
        if (Check(LetterAct.Rate) is { Count: > 0 }) throw new RuleViolationException(new Refusal("Letter.NotAnswered"));
        Move(LetterAct.Rate, null, null, now, null, () => (Satisfaction, RatedAt) = (satisfaction, now));
    }

    /// <summary>Deletes by rule what names the writer; the case stays.</summary>
    internal void Forget(DateTime now) => Move(LetterAct.Forget, null, null, now, null, () =>
    {
        Original!.Forget();
        foreach (var file in _files) file.Forget();
        ForgottenAt = now;
    });

    private int Round => _replies.Count(r => r.AnsweredAt is not null) + 1;

    private void Move(LetterAct act, Guid? other, SealedText? remark, DateTime now, Guid? by, Action change)
    {
        RuleViolationException.ThrowIfAny(Check(act));
        var (from, holder) = (State, OrganisationId);
        State = LetterTransitions.To(from, act)!.Value;
        change();
        SetDue();
        _steps.Add(LetterStep.Of(Id, _steps.Count + 1, act, from, State, holder, other, remark, by, now));
        Revision++;
    }
}
