using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Writes drafts: text, items, files and the reasons for warnings. What it saves nobody outside can see.</summary>
public sealed class DisclosureEditor(DisclosureDb db, DisclosureStore store, BusinessClock clock, AttachmentIntake intake)
{
    /// <summary>What the audit log calls the acts that are no step: those of a draft, and the conclusion of a secrecy review.</summary>
    public static IReadOnlyList<string> Acts { get; } =
        ["Disclosure.Edit", "Disclosure.Attach", "Disclosure.Detach", "Disclosure.ExplainWarnings", "Disclosure.ReviewSecrecy"];

    /// <summary>Starts a draft and tells its id.</summary>
    public async Task<OutcomeOf<Guid>> CreateAsync(CreateDisclosure command, CancellationToken stop = default)
    {
        var refusals = DisclosureText.Check(command.Text);
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var now = clock.Now;
        var disclosure = Disclosure.Create(Guid.CreateVersion7(now), command.OrganisationId, command.Text, now, command.By);
        if (command.Items.Count > 0) disclosure.Edit(command.Text, command.Items, now, command.By);
        db.Add(disclosure);
        await store.Dues.FollowAsync(disclosure, now, stop);
        db.Add(AuditEntry.Record(now, command.By, "Disclosure.Create", command.OrganisationId, disclosure.Id, disclosure.Text.Title));
        await db.SaveChangesAsync(stop);
        return disclosure.Id;
    }

    /// <summary>Saves text and items of the draft.</summary>
    public Task<Outcome> EditAsync(EditDisclosure command, CancellationToken stop = default) => store.ChangeAsync(
        command.Id, command.SeenRevision, command.By, "Edit",
        (disclosure, now) => disclosure.Edit(command.Text, command.Items, now, command.By), stop);

    /// <summary>Checks an uploaded file by content, stores it and hangs it on the draft.</summary>
    /// <param name="command">Which file for which draft.</param>
    /// <param name="content">Seekable content.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<Outcome> AttachAsync(AttachFile command, Stream content, CancellationToken stop = default)
    {
        var received = await intake.ReceiveAsync(command.FileName, content, stop);
        if (!received.IsDone) return received.Outcome;
        return await store.ChangeAsync(command.Id, command.SeenRevision, command.By, "Attach", (disclosure, now) =>
        {
            var order = disclosure.Attachments.Select(a => a.SortOrder).DefaultIfEmpty().Max() + 1;
            var file = received.Value!;
            disclosure.Attach(
                new DisclosureAttachment(Guid.CreateVersion7(now), disclosure.Id, file.FileName, file.Kind, file.Hash, file.Size, command.IsOriginal, order, now, command.By),
                now, command.By);
        }, stop);
    }

    /// <summary>Takes a file off the draft.</summary>
    public Task<Outcome> DetachAsync(Guid id, int seenRevision, Guid attachmentId, Guid by, CancellationToken stop = default) =>
        store.ChangeAsync(id, seenRevision, by, "Detach", (disclosure, now) => disclosure.Detach(attachmentId, now, by), stop);

    /// <summary>Keeps the reasons given for warnings; empty ones are refused with the warning's code as field.</summary>
    public Task<Outcome> ExplainAsync(ExplainWarnings command, CancellationToken stop = default) => store.ChangeAsync(
        command.Id, command.SeenRevision, command.By, "ExplainWarnings", (disclosure, now) =>
        {
            var refusals = command.Reasons
                .Where(r => string.IsNullOrWhiteSpace(r.Value)).Select(r => new Refusal("Disclosure.WarningReasonMissing", r.Key))
                .Concat(command.Reasons.Where(r => r.Value.Trim().Length > WarningReason.ReasonLength)
                    .Select(r => new Refusal("Disclosure.TextTooLong", r.Key, WarningReason.ReasonLength, r.Value.Trim().Length)))
                .ToList();
            RuleViolationException.ThrowIfAny(refusals);
            foreach (var (code, reason) in command.Reasons)
                disclosure.ExplainWarning(Guid.CreateVersion7(now), code, reason, now, command.By);
        }, stop);
}

/// <summary>Hangs an uploaded file on a draft.</summary>
/// <param name="Id">The disclosure.</param>
/// <param name="SeenRevision">The revision the user saw.</param>
/// <param name="FileName">Name as uploaded.</param>
/// <param name="IsOriginal">The document itself in its original form, not an annex.</param>
/// <param name="By">Who uploads.</param>
public sealed record AttachFile(Guid Id, int SeenRevision, string FileName, bool IsOriginal, Guid By);
