using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// What opens and closes a public page. The row of the lists comes and goes in the same save as the standing, so that a crash
/// leaves either both or neither.
/// </summary>
public sealed class StandingWorkflow(
    DisclosureDb db, DisclosureStore store, ListingShelf shelf, CalendarStore calendars, IOptions<StandingOptions> options)
{
    /// <summary>Closes the page at once; a second person has until the end of the period to confirm or lift it.</summary>
    public Task<Outcome> SuspendAsync(SuspendDisclosure command, CancellationToken stop = default) => ChangeAsync(
        command.Id, command.SeenRevision, command.By, StandingAction.Suspend, async (d, now) =>
        {
            var due = (await calendars.GetAsync(stop)).AddWorkingDays(BusinessClock.BeijingDate(now), options.Value.SuspensionWorkingDays);
            d.Suspend(command.Reason, due, now, command.By);
            await shelf.TakeOffAsync(d.Id, stop);
        }, stop);

    /// <summary>A second person opens the page again, with its row in the lists.</summary>
    public Task<Outcome> LiftAsync(LiftSuspension command, CancellationToken stop = default) => ChangeAsync(
        command.Id, command.SeenRevision, command.By, StandingAction.LiftSuspension, async (d, now) =>
        {
            d.LiftSuspension(command.Remark, now, command.By);
            await shelf.PutBackAsync(d, stop);
        }, stop);

    /// <summary>A second person turns the suspension into a withdrawal.</summary>
    public Task<Outcome> ConfirmSuspensionAsync(ConfirmSuspension command, CancellationToken stop = default) => CheckedAsync(
        command.Id, command.SeenRevision, command.By, StandingAction.ConfirmSuspension, command.ReplacementAddress,
        (d, now) => d.ConfirmSuspension(command.Ground, command.Notice, command.ReplacementAddress, now, command.By), stop);

    /// <summary>Proposes a withdrawal; nothing changes for the public.</summary>
    public Task<Outcome> ProposeAsync(ProposeWithdrawal command, CancellationToken stop = default) => CheckedAsync(
        command.Id, command.SeenRevision, command.By, StandingAction.ProposeWithdrawal, command.ReplacementAddress,
        (d, now) => d.ProposeWithdrawal(command.Reason, command.Notice, command.ReplacementAddress, now, command.By), stop,
        d => CheckDisplayAsync(d, command.Reason, stop));

    /// <summary>
    /// A display is not ended by hand before it has lasted as long as the item's limit, or else the setting, demands; what is
    /// wrong or nobody's business comes down at any time.
    /// </summary>
    private async Task<Refusal?> CheckDisplayAsync(Disclosure d, WithdrawalReason reason, CancellationToken stop)
    {
        if (reason is not (WithdrawalReason.Replaced or WithdrawalReason.Other) || d.FirstPublishedAt is not { } first || !d.Text.Genre.Rule().NeedsDisplayPeriod) return null;
        var from = BusinessClock.BeijingDate(first);
        var demanded = await store.Dues.DisplayAsync(d.OrganisationId, [.. d.Items.Select(i => i.ItemCode)], d.Text.Genre, from, stop);
        var until = demanded?.Until ?? (await calendars.GetAsync(stop)).AddWorkingDays(from, options.Value.LeastDisplayWorkingDays);
        return store.Today <= until ? new Refusal("Disclosure.DisplayTooShort", "Reason", until) : null;
    }

    /// <summary>Another person agrees: the page is withdrawn.</summary>
    public Task<Outcome> ConfirmAsync(ConfirmWithdrawal command, CancellationToken stop = default) => ChangeAsync(
        command.Id, command.SeenRevision, command.By, StandingAction.ConfirmWithdrawal, async (d, now) =>
        {
            d.ConfirmWithdrawal(now, command.By);
            await shelf.TakeOffAsync(d.Id, stop);
        }, stop);

    /// <summary>Another person does not agree: the page stays.</summary>
    public Task<Outcome> DeclineAsync(DeclineWithdrawal command, CancellationToken stop = default) => ChangeAsync(
        command.Id, command.SeenRevision, command.By, StandingAction.DeclineWithdrawal,
        (d, now) => Done(() => d.DeclineWithdrawal(command.Remark, now, command.By)), stop);

    /// <summary>Ends the display of a list.</summary>
    public Task<Outcome> EndDisplayAsync(EndDisplay command, CancellationToken stop = default) => ChangeAsync(
        command.Id, command.SeenRevision, null, StandingAction.EndDisplay, async (d, now) =>
        {
            d.EndDisplay(command.Until, BusinessClock.BeijingDate(now), now);
            await shelf.TakeOffAsync(d.Id, stop);
        }, stop);

    /// <summary>Closes what a withdrawal had left readable.</summary>
    public Task<Outcome> CloseWithdrawnAsync(CloseWithdrawn command, CancellationToken stop = default) => ChangeAsync(
        command.Id, command.SeenRevision, command.By, StandingAction.CloseWithdrawn,
        (d, now) => Done(() => d.CloseWithdrawn(command.Remark, now, command.By)), stop);

    private Task<Outcome> CheckedAsync(
        Guid id, int seenRevision, Guid by, StandingAction action, string replacementAddress, Action<Disclosure, DateTime> act, CancellationToken stop,
        Func<Disclosure, Task<Refusal?>>? check = null) =>
        store.ChangeAsync(id, seenRevision, by, action.ToString(), async (d, now) =>
        {
            if (check is not null && await check(d) is { } refusal) return Outcome.Refused([refusal]);
            var replacement = replacementAddress.Trim();
            if (replacement.Length > 0 && !await db.Listings.AnyAsync(l => l.Address == replacement && l.DisclosureId != d.Id, stop))
                return Outcome.Refused("Disclosure.ReplacementUnknown", "ReplacementAddress");
            act(d, now);
            if (d.Standing == PublicStanding.Withdrawn) await shelf.TakeOffAsync(d.Id, stop);
            return Outcome.Done;
        }, stop);

    private Task<Outcome> ChangeAsync(Guid id, int seenRevision, Guid? by, StandingAction action, Func<Disclosure, DateTime, Task> act, CancellationToken stop) =>
        store.ChangeAsync(id, seenRevision, by, action.ToString(), async (d, now) =>
        {
            await act(d, now);
            return Outcome.Done;
        }, stop);

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
