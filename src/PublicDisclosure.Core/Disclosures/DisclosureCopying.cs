using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Makes a new draft out of a disclosure.</summary>
/// <param name="SourceId">The disclosure copied.</param>
/// <param name="By">Who writes the new one.</param>
/// <param name="NewId">Id given out with the form, so that a form sent twice makes one draft; null makes a new one.</param>
public sealed record CopyDisclosure(Guid SourceId, Guid By, Guid? NewId = null);

/// <summary>The last disclosure of an item, offered as the start of a new one.</summary>
public sealed record CopySource(Guid Id, string Title, DateTime ChangedAt);

/// <summary>Copy as new (沿用上期): text, items, channels and keywords are taken over; dates, numbers and files never are.</summary>
public sealed partial class DisclosureCopying(DisclosureDb db, BusinessClock clock)
{
    /// <summary>What stands where the old document bore its date: unfinished text that the checklist finds.</summary>
    public const string DatePlaceholder = "XXXX年XX月XX日";

    /// <summary>Starts the new draft and tells its id.</summary>
    public async Task<OutcomeOf<Guid>> CopyAsync(CopyDisclosure command, CancellationToken stop = default)
    {
        var source = await db.Disclosures.AsNoTracking().Include(d => d.Items).Include(d => d.Withdrawal).SingleOrDefaultAsync(d => d.Id == command.SourceId, stop);
        if (source is null) return Outcome.NotFound;
        // Words that were closed must not come back by a side door.
        if (source.IsClosed || source.SuspendedAt is not null) return Outcome.Refused("Disclosure.CopyOfClosed");
        if (await SentBeforeAsync(command, stop)) return command.NewId!.Value;
        var now = clock.Now;
        var taken = command.NewId is { } given && await db.Disclosures.IgnoreQueryFilters().AnyAsync(d => d.Id == given, stop);
        var id = taken || command.NewId is not { } own || own == Guid.Empty ? Guid.CreateVersion7(now) : own;
        var text = Cleared(source.Text);
        var copy = Disclosure.Create(id, source.OrganisationId, text, now, command.By);
        copy.Edit(text, [.. source.Items.OrderBy(i => i.SortOrder).Select(i => new ItemChoice(i.ItemCode, i.Elements))], now, command.By);
        copy.NoteSource(source.Id);
        db.Add(copy);
        db.Add(AuditEntry.Record(now, command.By, "Disclosure.Copy", copy.OrganisationId, copy.Id, copy.Text.Title, source.IndexNumber ?? source.Text.Title));
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Both sendings at the same moment: the other one was quicker.
            db.ChangeTracker.Clear();
            if (!await SentBeforeAsync(command, stop)) throw;
        }

        return id;
    }

    /// <summary>The newest disclosure of the organisation for an item, to start the next one from; null when there is none.</summary>
    public Task<CopySource?> LastOfAsync(Guid organisationId, string itemCode, CancellationToken stop = default) =>
        db.Disclosures.AsNoTracking()
            .Where(d => d.OrganisationId == organisationId && d.Items.Any(i => i.ItemCode == itemCode) && d.Withdrawal == null && d.CurrentVersion > 0)
            .OrderByDescending(d => d.FirstPublishedAt).ThenByDescending(d => d.Id)
            .Select(d => new CopySource(d.Id, d.Text.Title, d.ChangedAt)).FirstOrDefaultAsync(stop);

    /// <summary>The text of the next period: dates, document number and display period are for the clerk to give.</summary>
    public static DisclosureText Cleared(DisclosureText text) => text with
    {
        DocumentNumber = "",
        DocumentDate = null,
        FormedOn = null,
        TriggerOn = null,
        EffectiveOn = null,
        ExpiresOn = null,
        DisplayUntil = null,
        Body = WithoutSignatureDate(text.Body),
    };

    /// <summary>A body that bears the old date under it would be published with it.</summary>
    private static string WithoutSignatureDate(string body) =>
        SignatureDate.Find(body) is null ? body : LastDateLine().Replace(body, m => m.Groups[1].Value + DatePlaceholder + m.Groups[2].Value, 1);

    private Task<bool> SentBeforeAsync(CopyDisclosure command, CancellationToken stop) =>
        db.Disclosures.AnyAsync(d => d.Id == command.NewId && d.CreatedBy == command.By && d.CopiedFromId == command.SourceId, stop);

    // The last line that is nothing but a date; a date within a sentence is the clerk's business.
    [GeneratedRegex(@"^([ \t\u3000（(]*)(?:(?:19|20)\d{2}|[一二][〇○零一二三四五六七八九]{3})\s*年\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日([）)]?[ \t]*)$", RegexOptions.Multiline | RegexOptions.RightToLeft)]
    private static partial Regex LastDateLine();
}
