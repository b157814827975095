using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Saves the whole edit form in one go: text, items, the order of the files, new files and a Word document. All of it or
/// nothing, so that a refused file never leaves half a change.
/// </summary>
public sealed class DraftSaver(DisclosureDb db, DisclosureStore store, BusinessClock clock, AttachmentIntake intake)
{
    /// <summary>Starts a draft, from a Word document where there is one, and tells its id and what to look at in the import.</summary>
    public Task<OutcomeOf<SavedDraft>> CreateAsync(CreateDisclosure command, Upload? word, CancellationToken stop = default) => CreateAsync(command, word, [], null, stop);

    /// <summary>The same with files, and with something that goes into the same save.</summary>
    /// <param name="command">What to start.</param>
    /// <param name="word">A document to read into the draft.</param>
    /// <param name="uploads">Files to hang on it.</param>
    /// <param name="also">Acts on the draft last, before it is saved.</param>
    /// <param name="stop">Ends the work.</param>
    internal async Task<OutcomeOf<SavedDraft>> CreateAsync(
        CreateDisclosure command, Upload? word, IReadOnlyList<Upload> uploads, Action<Disclosure, DateTime>? also, CancellationToken stop)
    {
        // A form that was sent twice finds the draft that its first sending made.
        if (await db.Disclosures.AnyAsync(d => d.Id == command.Id && d.CreatedBy == command.By && d.OrganisationId == command.OrganisationId, stop))
            return new SavedDraft(command.Id!.Value, []);
        var files = await ReceiveAsync(command.Text, word, replaceBody: true, uploads, [], stop);
        if (!files.IsDone) return files.Outcome;
        var (text, received, warnings) = files.Value!;
        if (text.Summary.Length == 0) text = text with { Summary = WordDraft.Summarise(text.Body) };
        IReadOnlyList<Refusal> refusals = [.. DisclosureText.Check(text), .. ItemChoice.Check(command.Items)];
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var now = clock.Now;
        var id = command.Id is { } given && !await db.Disclosures.IgnoreQueryFilters().AnyAsync(d => d.Id == given, stop) ? given : Guid.CreateVersion7(now);
        var disclosure = Disclosure.Create(id, command.OrganisationId, text, now, command.By);
        if (command.Items.Count > 0) disclosure.Edit(text, command.Items, now, command.By);
        if (Attach(disclosure, received, now, command.By) is { } tooMany) return tooMany;
        also?.Invoke(disclosure, now);
        db.Add(disclosure);
        await store.Dues.FollowAsync(disclosure, now, stop);
        db.Add(AuditEntry.Record(now, command.By, "Disclosure.Create", command.OrganisationId, disclosure.Id, disclosure.Text.Title));
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Both sendings at the same moment: the other one was quicker.
            db.ChangeTracker.Clear();
            if (!await db.Disclosures.AnyAsync(d => d.Id == id && d.CreatedBy == command.By, stop)) throw;
        }

        return new SavedDraft(disclosure.Id, warnings);
    }

    /// <summary>Saves the edit form. Saving what is stored already changes nothing, however often the button is pressed.</summary>
    public Task<OutcomeOf<SavedDraft>> SaveAsync(SaveDraft command, CancellationToken stop = default) => SaveAsync(command, null, stop);

    /// <summary>The same with something that goes into the same save: then it is saved even where nothing else changed.</summary>
    internal async Task<OutcomeOf<SavedDraft>> SaveAsync(SaveDraft command, Action<Disclosure, DateTime>? also, CancellationToken stop)
    {
        var stored = await store.FindAsync(command.Id, stop);
        if (stored is null) return Outcome.NotFound;
        if (also is null && command.Word is null && command.Uploads.Count == 0 && IsStored(stored, command)) return new SavedDraft(stored.Id, []);
        if (stored.Revision != command.SeenRevision) return Outcome.EditedMeanwhile;
        var names = stored.Attachments.Select(a => a.FileName).ToList();
        db.ChangeTracker.Clear();

        var files = await ReceiveAsync(command.Text, command.Word, command.ReplaceBody, command.Uploads, names, stop);
        if (!files.IsDone) return files.Outcome;
        var (text, received, warnings) = files.Value!;
        // A Word document may say another date than the one that is fixed; the form's is compared with it below.
        if (stored.IsFormedOnFixed) text = text with { FormedOn = command.Text.FormedOn };
        var outcome = await store.ChangeAsync(command.Id, command.SeenRevision, command.By, "Edit", (disclosure, now) =>
        {
            disclosure.Edit(text, command.Items, now, command.By);
            if (command.Files is not null) disclosure.ArrangeFiles(command.Files, now, command.By);
            if (Attach(disclosure, received, now, command.By) is { } tooMany) return Task.FromResult(tooMany);
            also?.Invoke(disclosure, now);
            return Task.FromResult(Outcome.Done);
        }, stop);
        return outcome.IsDone ? new SavedDraft(command.Id, warnings) : outcome;
    }

    private static bool IsStored(Disclosure stored, SaveDraft command) =>
        stored.Text == command.Text.Normalised()
        && stored.Items.OrderBy(i => i.SortOrder).Select(i => new ItemChoice(i.ItemCode, i.Elements)).SequenceEqual(command.Items)
        && (command.Files is null || stored.Attachments.OrderBy(a => a.SortOrder).Select(a => new FilePlace(a.Id, a.IsOriginal)).SequenceEqual(command.Files));

    private static Outcome? Attach(Disclosure disclosure, IReadOnlyList<(ReceivedFile File, bool IsOriginal)> received, DateTime now, Guid by)
    {
        if (disclosure.Attachments.Count + received.Count > DisclosureAttachment.MostPerDisclosure)
            return Outcome.Refused("Attachment.TooMany", "Uploads", DisclosureAttachment.MostPerDisclosure);
        var order = disclosure.Attachments.Select(a => a.SortOrder).DefaultIfEmpty().Max();
        foreach (var (file, isOriginal) in received)
        {
            disclosure.Attach(new DisclosureAttachment(
                Guid.CreateVersion7(now), disclosure.Id, file.FileName, file.Kind, file.Hash, file.Size, isOriginal, ++order, now, by), now, by);
        }

        return null;
    }

    private async Task<OutcomeOf<Received>> ReceiveAsync(
        DisclosureText text, Upload? word, bool replaceBody, IReadOnlyList<Upload> uploads, IReadOnlyList<string> names, CancellationToken stop)
    {
        var refusals = new List<Refusal>();
        var received = new List<(ReceivedFile, bool)>();
        IReadOnlyList<ImportWarning> warnings = [];
        if (word is not null)
        {
            var read = WordImport.Read(word.Content);
            if (read.Value is not { } document) return Outcome.Refused([.. read.Refusals.Select(r => r with { Field = "Word" })]);
            var draft = WordDraft.Fill(text, document, replaceBody, names);
            (text, warnings) = (draft.Text, document.Warnings);
            await TakeAsync(word, "Word", isOriginal: true);
            foreach (var picture in draft.Pictures) await TakeAsync(new Upload(picture.FileName, new MemoryStream(picture.Image.Content)), "Word", isOriginal: false);
        }

        foreach (var upload in uploads) await TakeAsync(upload, "Uploads", upload.IsOriginal);
        return refusals.Count > 0 ? Outcome.Refused(refusals) : new Received(text, received, warnings);

        async Task TakeAsync(Upload upload, string field, bool isOriginal)
        {
            var file = await intake.ReceiveAsync(upload.FileName, upload.Content, stop);
            if (file.Value is { } taken) received.Add((taken, isOriginal));
            else refusals.AddRange(file.Refusals.Select(r => r with { Field = field }));
        }
    }

    private sealed record Received(DisclosureText Text, IReadOnlyList<(ReceivedFile File, bool IsOriginal)> Files, IReadOnlyList<ImportWarning> Warnings);
}

/// <summary>A file as it came, with the name it came under.</summary>
/// <param name="FileName">Name as uploaded.</param>
/// <param name="Content">Seekable content.</param>
/// <param name="IsOriginal">The document itself in its original form (原件), not an annex.</param>
public sealed record Upload(string FileName, Stream Content, bool IsOriginal = false);

/// <summary>A file of the draft and its mark; the place in the list is its order.</summary>
public sealed record FilePlace(Guid AttachmentId, bool IsOriginal);

/// <summary>Saves the edit form.</summary>
/// <param name="Id">The disclosure.</param>
/// <param name="SeenRevision">The revision the user saw.</param>
/// <param name="Text">What was typed.</param>
/// <param name="Items">Items and their ticked elements.</param>
/// <param name="Files">The files that stay, in their new order; null leaves them as they are.</param>
/// <param name="Uploads">New files.</param>
/// <param name="Word">A document to read into the draft.</param>
/// <param name="ReplaceBody">The document's body takes the place of the present one instead of following it.</param>
/// <param name="By">Who saves.</param>
public sealed record SaveDraft(
    Guid Id, int SeenRevision, DisclosureText Text, IReadOnlyList<ItemChoice> Items, IReadOnlyList<FilePlace>? Files,
    IReadOnlyList<Upload> Uploads, Upload? Word, bool ReplaceBody, Guid By);

/// <summary>A draft as saved.</summary>
/// <param name="Id">The disclosure.</param>
/// <param name="Warnings">What a clerk should look at after a Word import.</param>
public sealed record SavedDraft(Guid Id, IReadOnlyList<ImportWarning> Warnings);
