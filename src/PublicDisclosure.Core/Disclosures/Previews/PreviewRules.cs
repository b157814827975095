using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>When a draft may be shown outside, and when a link has ended by itself.</summary>
public static class PreviewRules
{
    /// <summary>The states in which there is a draft to look at. Reaching any other ends every link for good.</summary>
    public static IReadOnlyList<DisclosureState> OpenStates { get; } =
        [
            DisclosureState.Draft, DisclosureState.AwaitingSecrecyReview, DisclosureState.AwaitingSecondReview, DisclosureState.AwaitingApproval,
            DisclosureState.AwaitingPublication,
        ];

    /// <summary>Changes of the public standing that end every link made before them.</summary>
    public static IReadOnlyList<StandingAction> Closing { get; } =
        [StandingAction.Suspend, StandingAction.ConfirmSuspension, StandingAction.ConfirmWithdrawal, StandingAction.CloseWithdrawn];

    /// <summary>
    /// The errors of the checklist that speak of personal data: those that rest on the law on it (个人信息保护法). A rule added
    /// to the checklist later is among them by its source.
    /// </summary>
    public static IReadOnlySet<string> PersonalData { get; } = PublicationChecklist.Rules
        .Where(r => r.Severity == ChecklistSeverity.Error && r.Source.Contains("个人信息保护法", StringComparison.Ordinal)).Select(r => r.Code).ToHashSet();

    /// <summary>Every reason why the draft may not be shown outside now; empty when it may.</summary>
    /// <param name="disclosure">The disclosure.</param>
    /// <param name="check">The checklist's answer for the text and files as they stand.</param>
    public static IReadOnlyList<Refusal> Check(Disclosure disclosure, ChecklistResult check)
    {
        var refusals = new List<Refusal>();
        if (!OpenStates.Contains(disclosure.State) || disclosure.Withdrawal is not null) refusals.Add(new Refusal("Preview.NoDraft"));
        // The working copy begins with the words for which the page was closed.
        else if (disclosure.SuspendedAt is not null) refusals.Add(new Refusal("Preview.Suspended"));
        if (disclosure.Text.Attribute != DisclosureAttribute.Active) refusals.Add(new Refusal("Preview.OnlyActive"));
        if (check.Errors.Any(e => PersonalData.Contains(e.Refusal.Code))) refusals.Add(new Refusal("Preview.PersonalData"));
        return refusals;
    }

    /// <summary>
    /// Links that are not revoked, not expired, and whose draft has not been published, filed, withdrawn, given up or thrown into
    /// the bin since, nor its page suspended or closed. A draft taken out of the bin again, or a page opened again, needs a new link.
    /// </summary>
    public static IQueryable<PreviewLink> Alive(this IQueryable<PreviewLink> links, DisclosureDb db, DateTime now)
    {
        var open = OpenStates.ToList();
        var closing = Closing.ToList();
        return links.Where(l => l.RevokedAt == null && l.ExpiresAt > now && db.Disclosures.Any(d => d.Id == l.DisclosureId
            && open.Contains(d.State) && !d.Transitions.Any(t => t.At >= l.CreatedAt && !open.Contains(t.To))
                && !d.StandingChanges.Any(c => c.At >= l.CreatedAt && closing.Contains(c.Action)))
            && !db.AuditEntries.Any(e => e.ObjectId == l.DisclosureId && e.At >= l.CreatedAt && e.Action == "Disclosure.Discard"));
    }
}
