using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Changes of the formed date: one person asks with a reason, another decides. A confirmed change reaches working copy and
/// listing in one save; the due date of the first publication follows it, and the old one stays in the history.
/// </summary>
public sealed class FormedDateDesk(DisclosureDb db, DisclosureStore store)
{
    /// <summary>What the audit log calls these acts.</summary>
    public static IReadOnlyList<string> Acts { get; } = ["Disclosure.RequestFormedDate", "Disclosure.ConfirmFormedDate", "Disclosure.DeclineFormedDate"];

    /// <summary>Keeps a request; nothing else changes.</summary>
    public Task<Outcome> RequestAsync(RequestFormedDate command, CancellationToken stop = default) => store.ChangeAsync(
        command.Id, command.SeenRevision, command.By, "RequestFormedDate",
        (d, now) => d.RequestFormedDate(Guid.CreateVersion7(now), command.To, command.Reason, now, command.By), stop);

    /// <summary>Confirms or declines the request that is open.</summary>
    public Task<Outcome> DecideAsync(DecideFormedDate command, CancellationToken stop = default) => command.Confirms
        ? store.ChangeAsync(command.Id, command.SeenRevision, command.By, "ConfirmFormedDate", (d, now) => ConfirmAsync(d, command, now, stop), stop)
        : store.ChangeAsync(
            command.Id, command.SeenRevision, command.By, "DeclineFormedDate", (d, now) => d.DeclineFormedDate(command.Remark, now, command.By), stop);

    private async Task<Outcome> ConfirmAsync(Disclosure disclosure, DecideFormedDate command, DateTime now, CancellationToken stop)
    {
        if (disclosure.CheckFormedDateDecision(command.By) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var listing = await db.Listings.Include(l => l.Domains).SingleOrDefaultAsync(l => l.DisclosureId == disclosure.Id, stop);
        var open = disclosure.OpenFormedDateChange!;
        // What the public has seen is what was counted at publication, whatever the calendar says now. A page of the old site has no
        // due date, before and after: it is neither in time nor late.
        (DateOnly, DateOnly)? due = null;
        if (!disclosure.IsImported)
        {
            var (before, after) = await store.Dues.MoveFormedDateAsync(disclosure, open.From, open.To, now, stop);
            due = (listing?.DueOn ?? before, after);
        }

        var change = disclosure.ConfirmFormedDate(due, command.Remark, now, command.By);
        listing?.ChangeFormedDate(change.To, change.DueAfter);
        return Outcome.Done;
    }
}
