using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.ApiKeys;

/// <summary>How far something sent by a business system has come.</summary>
public enum ArrivalStage
{
    /// <summary>草稿: on the clerk's desk.</summary>
    Draft,

    /// <summary>待审: handed in by a person.</summary>
    InReview,

    /// <summary>退回: sent back to the clerk with a reason.</summary>
    Returned,

    /// <summary>待发布</summary>
    AwaitingPublication,

    /// <summary>已发布</summary>
    Published,

    /// <summary>暂停公开</summary>
    Suspended,

    /// <summary>公示期满</summary>
    DisplayEnded,

    /// <summary>已撤回</summary>
    Withdrawn,

    /// <summary>不公开归档</summary>
    Filed,

    /// <summary>已放入回收站</summary>
    Discarded,
}

/// <summary>What a business system learns of something it sent.</summary>
/// <param name="Draft">The disclosure, with items, files and arrival.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Reason">Why it was returned, or the public notice of a withdrawal; empty otherwise.</param>
/// <param name="DueOn">Last day in time; null where none can be counted, or it is public.</param>
/// <param name="Checklist">What the checklist says of a draft: what has to be put right before it can be handed in.</param>
public sealed record ArrivalStatus(Disclosure Draft, ArrivalStage Stage, string Reason, DateOnly? DueOn, IReadOnlyList<ChecklistFinding> Checklist);

/// <summary>Tells business systems what became of what they sent: their own organisation's, and nothing else.</summary>
public sealed class ArrivalReader(DisclosureDb db, ChecklistRunner checklist)
{
    /// <summary>The status of something that arrived for the organisation of the key; null for everything else.</summary>
    public async Task<ArrivalStatus?> FindAsync(KeyHolder key, Guid id, CancellationToken stop = default)
    {
        // What lies in the bin is told as such: the system would wait for it else.
        var draft = await db.Disclosures.AsNoTracking().IgnoreQueryFilters()
            .Include(d => d.Items).Include(d => d.Attachments).Include(d => d.WarningReasons).Include(d => d.Withdrawal).Include(d => d.Transitions).Include(d => d.Arrival)
            .AsSplitQuery().SingleOrDefaultAsync(d => d.Id == id && d.Arrival!.OrganisationId == key.OrganisationId, stop);
        if (draft is null) return null;
        var last = draft.Transitions.MaxBy(t => t.Step);
        var stage = StageOf(draft, last?.Action);
        var due = await db.DueDates.AsNoTracking().Where(d => d.DisclosureId == id && d.SettledAt == null).OrderByDescending(d => d.Version).Select(d => (DateOnly?)d.DueOn).FirstOrDefaultAsync(stop);
        var findings = stage is ArrivalStage.Draft or ArrivalStage.Returned ? (await checklist.CheckAsync(draft, stop)).Findings : [];
        return new ArrivalStatus(draft, stage, stage switch
        {
            ArrivalStage.Returned => last!.Remark,
            ArrivalStage.Withdrawn => draft.Withdrawal?.Notice ?? "",
            _ => "",
        }, due, findings);
    }

    /// <summary>What the public sees counts first: a page under correction is published.</summary>
    internal static ArrivalStage StageOf(Disclosure draft, DisclosureAction? last) => draft.Standing switch
    {
        PublicStanding.Public => ArrivalStage.Published,
        PublicStanding.Suspended => ArrivalStage.Suspended,
        PublicStanding.DisplayEnded => ArrivalStage.DisplayEnded,
        PublicStanding.Withdrawn => ArrivalStage.Withdrawn,
        _ when draft.DiscardedAt is not null => ArrivalStage.Discarded,
        _ => draft.State switch
        {
            DisclosureState.Draft => last == DisclosureAction.Return ? ArrivalStage.Returned : ArrivalStage.Draft,
            DisclosureState.AwaitingPublication => ArrivalStage.AwaitingPublication,
            DisclosureState.Filed => ArrivalStage.Filed,
            DisclosureState.Withdrawn => ArrivalStage.Withdrawn,
            _ => ArrivalStage.InReview,
        },
    };
}
