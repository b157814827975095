using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Postings;

/// <summary>Records postings off the web, corrects them with a reason, and lets a second person decide.</summary>
public sealed class PostingDesk(DisclosureDb db, BusinessClock clock, DutyItems items, ClosedStore closed, IOptions<PostingOptions> options)
{
    /// <summary>Largest photograph in bytes.</summary>
    public const int LargestPhoto = 20 * 1024 * 1024;

    /// <summary>What the audit log calls these acts.</summary>
    public static IReadOnlyList<string> Acts { get; } =
        ["OffsitePosting.Record", "OffsitePosting.Correct", "OffsitePosting.Confirm", "OffsitePosting.Decline"];

    /// <summary>Records a posting and tells its id.</summary>
    public async Task<OutcomeOf<Guid>> RecordAsync(RecordPosting command, CancellationToken stop = default)
    {
        var known = await items.FindAsync(command.OrganisationId, [command.ItemCode], stop);
        var refusals = new List<Refusal>(PostingDetails.Check(command.Details, clock.Today, options.Value.LeastDays));
        if (!known.TryGetValue(command.ItemCode, out var item)) refusals.Add(new Refusal("OffsitePosting.ItemUnknown", "ItemCode"));
        else if (!ItemReach.MayBePosted(item.Text)) refusals.Add(new Refusal("OffsitePosting.ItemIsForTheWeb", "ItemCode"));
        var photo = await PhotoAsync(command.Photo, refusals, stop);
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var now = clock.Now;
        var posting = OffsitePosting.Record(Guid.CreateVersion7(now), (command.OrganisationId, command.ItemCode), command.Details, photo, now, command.By);
        db.Add(posting);
        Note(posting, "OffsitePosting.Record", now, command.By, command.Details.What);
        await db.SaveChangesAsync(stop);
        return posting.Id;
    }

    /// <summary>Records it anew, with a reason. Without a new photograph the former one stays.</summary>
    public Task<Outcome> CorrectAsync(CorrectPosting command, CancellationToken stop = default) => ChangeAsync(
        command.Id, command.SeenRevision, command.By, "OffsitePosting.Correct", async (posting, now) =>
        {
            var refusals = new List<Refusal>(PostingDetails.Check(command.Details, clock.Today, options.Value.LeastDays));
            var photo = await PhotoAsync(command.Photo, refusals, stop);
            if (refusals.Count > 0) return Outcome.Refused(refusals);
            posting.Correct(command.Details, photo ?? posting.Records.MaxBy(r => r.Number)!.Photo, command.Reason, now, command.By);
            return Outcome.Done;
        }, stop);

    /// <summary>A second person confirms or declines the record that waits.</summary>
    public Task<Outcome> DecideAsync(DecidePosting command, CancellationToken stop = default) => ChangeAsync(
        command.Id, command.SeenRevision, command.By, command.Confirms ? "OffsitePosting.Confirm" : "OffsitePosting.Decline", (posting, now) =>
        {
            if (command.Confirms) posting.Confirm(command.Remark, now, command.By);
            else posting.Decline(command.Remark, now, command.By);
            return Task.FromResult(Outcome.Done);
        }, stop);

    private async Task<Outcome> ChangeAsync(
        Guid id, int seenRevision, Guid by, string act, Func<OffsitePosting, DateTime, Task<Outcome>> change, CancellationToken stop)
    {
        var posting = await db.Postings.Include(p => p.Records).SingleOrDefaultAsync(p => p.Id == id, stop);
        if (posting is null) return Outcome.NotFound;
        if (posting.Revision != seenRevision) return Outcome.EditedMeanwhile;
        var now = clock.Now;
        return await db.ActAndSaveAsync(async () =>
        {
            var outcome = await change(posting, now);
            if (outcome.IsDone) Note(posting, act, now, by, posting.Records.MaxBy(r => r.Number)!.Details.What);
            return outcome;
        }, stop);
    }

    /// <summary>Keeps a photograph in the closed store; what is no picture is refused.</summary>
    private async Task<PostingPhoto?> PhotoAsync(Upload? upload, List<Refusal> refusals, CancellationToken stop)
    {
        if (upload is null) return null;
        var name = SafeFileName.Of(upload.FileName);
        if (upload.Content.Length > LargestPhoto)
        {
            refusals.Add(new Refusal("OffsitePosting.PhotoTooLarge", "Photo", LargestPhoto / 1024 / 1024));
            return null;
        }

        var kind = PictureKind(upload.Content);
        if (kind is null)
        {
            refusals.Add(new Refusal("OffsitePosting.PhotoNotAPicture", "Photo", name));
            return null;
        }

        // Nothing is kept of a posting that is refused.
        if (refusals.Count > 0) return null;
        upload.Content.Position = 0;
        var stored = await closed.KeepAsync(upload.Content, stop);
        return new PostingPhoto(stored.Hash, name);
    }

    /// <summary>jpg or png by its first bytes; the name says nothing.</summary>
    internal static string? PictureKind(Stream content)
    {
        var head = new byte[8];
        content.Position = 0;
        var read = content.ReadAtLeast(head, 8, throwOnEndOfStream: false);
        if (read < 8) return null;
        if (head.AsSpan().StartsWith((byte[])[0xFF, 0xD8, 0xFF])) return "jpg";
        return head.AsSpan().SequenceEqual((byte[])[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "png" : null;
    }

    private void Note(OffsitePosting posting, string act, DateTime now, Guid by, string what) =>
        db.Add(AuditEntry.Record(now, by, act, posting.OrganisationId, posting.Id, what, posting.ItemCode));
}

/// <summary>Records a posting of an organisation for an item.</summary>
public sealed record RecordPosting(Guid OrganisationId, string ItemCode, PostingDetails Details, Upload? Photo, Guid By);

/// <summary>Records a posting anew, because something was wrong.</summary>
public sealed record CorrectPosting(Guid Id, int SeenRevision, PostingDetails Details, Upload? Photo, string Reason, Guid By);

/// <summary>Confirms or declines the record that waits.</summary>
public sealed record DecidePosting(Guid Id, int SeenRevision, bool Confirms, string Remark, Guid By);
