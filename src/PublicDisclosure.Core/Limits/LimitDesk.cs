using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Limits;

/// <summary>Rules for a wording, or for one item alone when its code is given, from a day on.</summary>
public sealed record RuleLimit(string ItemCode, string Wording, IReadOnlyList<TimeLimitRule> Rules, string Article, string Note, DateOnly? From, Guid By);

/// <summary>Settles how a word is read from a day on.</summary>
public sealed record SettleWord(SettledWord Word, int Amount, LimitUnit Unit, DateOnly? From, string Note, Guid By);

/// <summary>Enters a day of an item's released schedule.</summary>
public sealed record EnterRelease(string ItemCode, DateOnly? On, string Name, Guid By);

/// <summary>
/// What the city's steward does with time limits. Nothing is overwritten: rulings and readings follow one another by the day
/// from which they hold, and what began before keeps its date.
/// </summary>
public sealed class LimitDesk(DisclosureDb db, CatalogueAuthority authority, BusinessClock clock)
{
    /// <summary>What the audit log calls these acts.</summary>
    public static IReadOnlyList<string> Acts { get; } = ["Limit.Rule", "Limit.SettleWord", "Limit.EnterRelease", "Limit.RemoveRelease"];

    /// <summary>Keeps a ruling; the one before it ends on the day before.</summary>
    public async Task<Outcome> RuleAsync(RuleLimit command, CancellationToken stop = default)
    {
        if (!(await authority.OfAsync(command.By, stop)).IsCitySteward) return Outcome.NotFound;
        var refusals = LimitRuling.Check(command.Rules, command.Article, command.Note).ToList();
        refusals.AddRange(CheckFrom(command.From));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var now = clock.Now;
        var ruling = LimitRuling.Make(
            Guid.CreateVersion7(now), command.ItemCode, command.ItemCode.Length > 0 ? "" : command.Wording, command.Rules, command.Article, command.Note, command.From!.Value, now, command.By);
        var former = await db.LimitRulings.Where(r => r.ItemCode == ruling.ItemCode && r.Phrase == ruling.Phrase && r.ValidTo == null).ToListAsync(stop);
        if (former.Exists(r => r.ValidFrom >= ruling.ValidFrom)) return Outcome.Refused("Limit.LaterRulingThere", "From", former.Max(r => r.ValidFrom));
        foreach (var before in former) before.End(ruling.ValidFrom.AddDays(-1));
        db.Add(ruling);
        db.Add(AuditEntry.Record(now, command.By, "Limit.Rule", objectId: ruling.Id, objectName: command.ItemCode.Length > 0 ? command.ItemCode : ruling.Phrase, detail: $"{ruling.ValidFrom:yyyy-MM-dd} {ruling.Article}"));
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }

    /// <summary>Keeps how a word is read.</summary>
    public async Task<Outcome> SettleAsync(SettleWord command, CancellationToken stop = default)
    {
        if (!(await authority.OfAsync(command.By, stop)).IsCitySteward) return Outcome.NotFound;
        var refusals = LimitSpan.Check(command.Amount).Concat(CheckFrom(command.From)).ToList();
        if (string.IsNullOrWhiteSpace(command.Note)) refusals.Add(new Refusal("Limit.ArticleMissing", "Note"));
        else if (command.Note.Trim().Length > SettledReading.NoteLength) refusals.Add(new Refusal("Limit.TextTooLong", "Note", SettledReading.NoteLength));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var now = clock.Now;
        db.Add(new SettledReading
        {
            Id = Guid.CreateVersion7(now),
            Word = command.Word,
            Amount = command.Amount,
            Unit = command.Unit,
            From = command.From!.Value,
            Note = command.Note.Trim(),
            At = now,
            By = command.By,
        });
        db.Add(AuditEntry.Record(now, command.By, "Limit.SettleWord", objectName: command.Word.ToString(), detail: $"{command.Amount} {command.Unit} {command.From:yyyy-MM-dd} {command.Note.Trim()}"));
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }

    /// <summary>Enters a released day.</summary>
    public async Task<Outcome> EnterReleaseAsync(EnterRelease command, CancellationToken stop = default)
    {
        if (!(await authority.OfAsync(command.By, stop)).IsCitySteward || !await db.Items.AnyAsync(i => i.Code == command.ItemCode, stop)) return Outcome.NotFound;
        var refusals = new List<Refusal>();
        if (command.On is not { } on) refusals.Add(new Refusal("Limit.DateMissing", "On"));
        else if (on.Year is < HolidayNotice.FirstYear or > HolidayNotice.LastYear) refusals.Add(new Refusal("Disclosure.DateOutOfRange", "On"));
        else if (await db.ReleaseDates.AnyAsync(r => r.ItemCode == command.ItemCode && r.On == on, stop)) refusals.Add(new Refusal("Limit.ReleaseTwice", "On", on));
        if (string.IsNullOrWhiteSpace(command.Name)) refusals.Add(new Refusal("Limit.ReleaseNameMissing", "Name"));
        else if (command.Name.Trim().Length > ReleaseDate.NameLength) refusals.Add(new Refusal("Limit.TextTooLong", "Name", ReleaseDate.NameLength));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var now = clock.Now;
        db.Add(new ReleaseDate
        {
            Id = Guid.CreateVersion7(now),
            ItemCode = command.ItemCode,
            On = command.On!.Value,
            Name = command.Name.Trim(),
            At = now,
            By = command.By,
        });
        db.Add(DueRecount.Ask(DueMoveCause.Schedule, $"已公布日程：{command.Name.Trim()}（{command.On:yyyy-MM-dd}）", now));
        db.Add(AuditEntry.Record(now, command.By, "Limit.EnterRelease", objectName: command.ItemCode, detail: $"{command.On:yyyy-MM-dd} {command.Name.Trim()}"));
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }

    /// <summary>Takes a released day out that has not come yet.</summary>
    public async Task<Outcome> RemoveReleaseAsync(Guid id, Guid by, CancellationToken stop = default)
    {
        if (!(await authority.OfAsync(by, stop)).IsCitySteward) return Outcome.NotFound;
        if (await db.ReleaseDates.SingleOrDefaultAsync(r => r.Id == id, stop) is not { } release) return Outcome.NotFound;
        if (release.On <= clock.Today) return Outcome.Refused("Limit.ReleaseIsPast");
        db.Remove(release);
        db.Add(DueRecount.Ask(DueMoveCause.Schedule, $"已删除日程：{release.Name}（{release.On:yyyy-MM-dd}）", clock.Now));
        db.Add(AuditEntry.Record(clock.Now, by, "Limit.RemoveRelease", objectName: release.ItemCode, detail: $"{release.On:yyyy-MM-dd} {release.Name}"));
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }

    // A ruling may look back a little, to the day a document says; what is settled stays in any case.
    private IEnumerable<Refusal> CheckFrom(DateOnly? from)
    {
        if (from is not { } day) yield return new Refusal("Limit.DateMissing", "From");
        else if (day < clock.Today.AddYears(-1) || day > clock.Today.AddYears(2)) yield return new Refusal("Limit.FromOutOfRange", "From");
    }
}
