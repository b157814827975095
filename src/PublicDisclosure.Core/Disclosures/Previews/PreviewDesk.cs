using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Makes a link. IsHarmless is the person's word that the draft holds no state, business or work secret.</summary>
public sealed record CreatePreview(Guid DisclosureId, int Days, string Purpose, bool IsHarmless, Guid By);

/// <summary>Ends a link.</summary>
public sealed record RevokePreview(Guid DisclosureId, Guid LinkId, Guid By);

/// <summary>A link as staff see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Purpose">What was typed.</param>
/// <param name="CreatedAt">Since when.</param>
/// <param name="CreatedBy">Name of who made it.</param>
/// <param name="ExpiresAt">Until when.</param>
/// <param name="RevokedAt">When it was revoked, or null.</param>
/// <param name="IsAlive">It still opens the draft, unless personal data have come into it.</param>
/// <param name="Openings">How often the page was opened.</param>
/// <param name="LastOpenedAt">The last time, or null.</param>
public sealed record PreviewLine(
    Guid Id, string Purpose, DateTime CreatedAt, string CreatedBy, DateTime ExpiresAt, DateTime? RevokedAt, bool IsAlive, int Openings, DateTime? LastOpenedAt);

/// <summary>Makes and ends preview links. Who may for which disclosure is asked by the page.</summary>
public sealed class PreviewDesk(DisclosureDb db, DisclosureStore store, ChecklistRunner checklist, BusinessClock clock, IOptions<PreviewOptions> options)
{
    /// <summary>Makes a link and tells its token, the only time that it can be told.</summary>
    public async Task<OutcomeOf<string>> CreateAsync(CreatePreview command, CancellationToken stop = default)
    {
        var disclosure = await store.FindAsync(command.DisclosureId, stop);
        if (disclosure is null) return Outcome.NotFound;
        IReadOnlyList<Refusal> refusals = [.. Check(command), .. PreviewRules.Check(disclosure, await checklist.CheckAsync(disclosure, stop))];
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var now = clock.Now;
        var token = PreviewToken.Create();
        var link = PreviewLink.Create(Guid.CreateVersion7(now), disclosure.Id, PreviewToken.Hash(token), command.Purpose, now, command.Days, command.By);
        db.Add(link);
        db.Add(AuditEntry.Record(now, command.By, DeskActs.CreatePreview, disclosure.OrganisationId, disclosure.Id, disclosure.Text.Title, $"{command.Days} 天；{link.Purpose}"));
        await db.SaveChangesAsync(stop);
        return token;
    }

    /// <summary>Ends a link at once.</summary>
    public async Task<Outcome> RevokeAsync(RevokePreview command, CancellationToken stop = default)
    {
        var link = await db.Set<PreviewLink>().SingleOrDefaultAsync(l => l.Id == command.LinkId && l.DisclosureId == command.DisclosureId, stop);
        if (link is null) return Outcome.NotFound;
        if (link.RevokedAt is not null) return Outcome.Done;
        var disclosure = await db.Disclosures.AsNoTracking().IgnoreQueryFilters().SingleAsync(d => d.Id == link.DisclosureId, stop);
        link.Revoke(clock.Now, command.By);
        db.Add(AuditEntry.Record(clock.Now, command.By, DeskActs.RevokePreview, disclosure.OrganisationId, disclosure.Id, disclosure.Text.Title, link.Purpose));
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }

    /// <summary>The links of a disclosure, newest first, with how often each was opened.</summary>
    public async Task<IReadOnlyList<PreviewLine>> ReadAsync(Guid disclosureId, CancellationToken stop = default)
    {
        var now = clock.Now;
        var alive = await db.Set<PreviewLink>().Where(l => l.DisclosureId == disclosureId).Alive(db, now).Select(l => l.Id).ToListAsync(stop);
        var links = await db.Set<PreviewLink>().AsNoTracking().Where(l => l.DisclosureId == disclosureId).OrderByDescending(l => l.CreatedAt).ToListAsync(stop);
        var ids = links.Select(l => (Guid?)l.Id).ToList();
        var opened = await db.AuditEntries.Where(e => ids.Contains(e.ObjectId) && e.Action == DeskActs.OpenPreview).GroupBy(e => e.ObjectId)
            .Select(g => new { g.Key, Count = g.Count(), Last = g.Max(e => e.At) }).ToDictionaryAsync(g => g.Key!.Value, stop);
        var people = links.Select(l => l.CreatedBy).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, stop);
        return [.. links.Select(l => new PreviewLine(
            l.Id, l.Purpose, l.CreatedAt, names.GetValueOrDefault(l.CreatedBy, ""), l.ExpiresAt, l.RevokedAt, alive.Contains(l.Id),
            opened.TryGetValue(l.Id, out var o) ? o.Count : 0, opened.TryGetValue(l.Id, out var at) ? at.Last : null))];
    }

    private IEnumerable<Refusal> Check(CreatePreview command)
    {
        var longest = options.Value.LongestDays;
        if (command.Days < 1 || command.Days > longest) yield return new Refusal("Preview.DaysInvalid", "Days", longest);
        if (command.Purpose.Trim().Length > PreviewLink.PurposeLength) yield return new Refusal("Disclosure.TextTooLong", "Purpose", PreviewLink.PurposeLength, command.Purpose.Trim().Length);
        if (ChineseText.HasForbiddenCharacters(command.Purpose)) yield return new Refusal("Text.ForbiddenCharacters", "Purpose");
        if (!command.IsHarmless) yield return new Refusal("Preview.HarmlessMissing", "IsHarmless");
    }
}
