using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Everything staff see of one disclosure beside its own parts.</summary>
/// <param name="OrganisationName">Who publishes.</param>
/// <param name="Names">Display names of the people in the history, by id.</param>
/// <param name="Items">The chosen items by code; those not in force are absent.</param>
/// <param name="Check">The checklist's answer for the text as stored.</param>
/// <param name="Due">The last day in time of the first publication or of the update under way; null without one.</param>
/// <param name="Left">How long it still is from today, in the limit's own unit; null without one.</param>
/// <param name="Versions">Published versions, newest first.</param>
public sealed record DisclosureOverview(
    string OrganisationName, IReadOnlyDictionary<Guid, string> Names, IReadOnlyDictionary<string, DutyItem> Items, ChecklistResult Check,
    DueLine? Due, TimeLeft? Left, IReadOnlyList<PublishedVersion> Versions)
{
    /// <summary>Name of a person, or a word for one whose account is gone.</summary>
    public string NameOf(Guid id) => Names.GetValueOrDefault(id, StaffNames.Gone);

    /// <summary>Name of a person, or of the system acting by itself.</summary>
    public string NameOf(Guid? id) => id is { } person ? NameOf(person) : "系统";
}

/// <summary>A published version in a list.</summary>
public sealed record PublishedVersion(
    int Number, ChangeKind Change, string ChangeReason, DateTime PublishedAt, Guid PublishedBy, string ContentHash, DateOnly? ChangedOn, DateOnly? DueOn)
{
    /// <summary>An update that was published after its last day in time.</summary>
    public bool IsLate => DueOn < BusinessClock.BeijingDate(PublishedAt);
}

/// <summary>Gathers <see cref="DisclosureOverview"/>.</summary>
public sealed class OverviewReader(DisclosureDb db, ChecklistRunner checklist, DutyItems items, DueDates dues, BusinessClock clock)
{
    /// <summary>The overview of a loaded disclosure.</summary>
    public async Task<DisclosureOverview> OverviewAsync(Disclosure disclosure, CancellationToken stop = default)
    {
        var versions = await db.Versions.AsNoTracking().Where(v => v.DisclosureId == disclosure.Id).OrderByDescending(v => v.Number)
            .Select(v => new PublishedVersion(v.Number, v.Change, v.ChangeReason, v.PublishedAt, v.PublishedBy, v.ContentHash, v.ChangedOn, v.DueOn)).ToListAsync(stop);
        var people = disclosure.Transitions.Select(t => t.By).Concat(disclosure.Reviews.Select(r => r.By)).Concat(versions.Select(v => v.PublishedBy))
            .Concat(disclosure.StandingChanges.Select(c => c.By).OfType<Guid>())
            .Concat(disclosure.FormedDateChanges.SelectMany(c => new[] { c.RequestedBy, c.DecidedBy ?? c.RequestedBy }))
            .Concat(disclosure.WarningReasons.Select(w => w.By)).Concat(disclosure.Contributors.Select(c => c.UserId))
            .Concat(disclosure.Signatures.Select(s => s.EnteredBy)).Concat(disclosure.Opinions.Select(p => p.By)).Concat(disclosure.Reexaminations.Select(r => r.By))
            .Concat(disclosure.ForcedPublications.SelectMany(f => f.ReviewedBy is { } reviewer ? new[] { f.By, reviewer } : [f.By]))
            .Append(disclosure.CreatedBy).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, stop);
        var organisation = await db.Organisations.AsNoTracking().Where(o => o.Id == disclosure.OrganisationId).Select(o => new { o.Name, o.Slug }).SingleAsync(stop);
        var calendar = await dues.CalendarAsync(stop);
        var stored = await db.DueDates.AsNoTracking().SingleOrDefaultAsync(d => d.DisclosureId == disclosure.Id && d.Version == disclosure.CurrentVersion + 1, stop);
        var due = stored is null ? null : DueLine.Of(stored) with { Organisation = organisation.Slug };
        return new DisclosureOverview(
            organisation.Name, names, await items.FindAsync(disclosure.OrganisationId, [.. disclosure.Items.Select(i => i.ItemCode)], stop),
            await checklist.CheckAsync(disclosure, stop), due, due?.Left(calendar, clock.Today), versions);
    }
}
