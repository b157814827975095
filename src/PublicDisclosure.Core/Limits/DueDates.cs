using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Limits;

/// <summary>Counts and keeps the due dates of disclosures. Every change goes into the caller's save.</summary>
public sealed class DueDates(DisclosureDb db, CalendarStore calendars, LimitBook limits)
{
    private readonly Dictionary<(Guid Organisation, string Code), IReadOnlyList<ItemRow>> _items = [];

    /// <summary>With what holds when nobody hands anything on: for tests and tools.</summary>
    public DueDates(DisclosureDb db)
        : this(db, new CalendarStore(db), new LimitBook(db))
    {
    }

    /// <summary>The calendar counted with.</summary>
    public Task<WorkingDayCalendar> CalendarAsync(CancellationToken stop = default) => calendars.GetAsync(stop);

    /// <summary>The due date of a document, counted now; null where its items name another day themselves.</summary>
    public async Task<CountedDue?> CountAsync(
        Guid organisationId, IReadOnlyCollection<string> codes, DisclosureGenre genre, DateOnly from, bool alwaysDue = false, CancellationToken stop = default)
    {
        await LoadAsync(organisationId, codes, stop);
        var items = new List<ItemLimit>();
        foreach (var code in codes.Distinct())
        {
            if (TextOn(_items[(organisationId, code)], from) is not { } text) continue;
            items.Add(new ItemLimit(code, text, await limits.ForAsync(code, text.TimeLimit, from, stop), await limits.ReleaseAsync(code, from, stop)));
        }

        return DueCounter.Earliest(await calendars.GetAsync(stop), items, genre, from, await limits.WordsAsync(from, stop), alwaysDue);
    }

    /// <summary>The day from which the next publication's limit runs; null where there is none to come.</summary>
    public static DateOnly? StartOf(Disclosure disclosure) => disclosure.State is DisclosureState.Filed or DisclosureState.Withdrawn ? null
        : disclosure.FirstPublishedAt is not null ? disclosure.PendingChangedOn
        : disclosure.IsImported ? null : disclosure.Text.FormedOn;

    /// <summary>
    /// Brings the running due date in line with the disclosure. Unless its day, genre or items changed it stays as counted: a
    /// new calendar or limit moves it by <see cref="RecountDueDates"/> alone, which leaves an event.
    /// </summary>
    public async Task<DueDate?> FollowAsync(Disclosure disclosure, DateTime now, CancellationToken stop)
    {
        var version = disclosure.CurrentVersion + 1;
        // One that is only being entered has none yet.
        var known = db.Entry(disclosure).State == EntityState.Added ? null : await FindAsync(disclosure.Id, version, stop);
        var from = StartOf(disclosure);
        var inputs = Inputs(disclosure);
        if (known is not null && known.From == from && known.Inputs == inputs) return known;
        var counted = from is { } day ? await CountAsync(disclosure, day, stop) : null;
        if (counted is null)
        {
            if (known is not null) db.Remove(known);
            return null;
        }

        if (known is null) db.Add(known = DueDate.Of(disclosure.Id, version, counted, inputs, now));
        else known.Recount(counted, inputs, now);
        return known;
    }

    /// <summary>Settles the due date of the version that is being published and says it; null where it has none.</summary>
    public async Task<DueDate?> SettleAsync(Disclosure disclosure, DateTime now, CancellationToken stop)
    {
        var due = await FollowAsync(disclosure, now, stop);
        due?.Settle(now);
        return due;
    }

    /// <summary>The due dates of the first publication before and after its formed date is changed; the stored one follows.</summary>
    public async Task<(DateOnly Before, DateOnly After)> MoveFormedDateAsync(Disclosure disclosure, DateOnly from, DateOnly to, DateTime now, CancellationToken stop)
    {
        var known = await FindAsync(disclosure.Id, 1, stop);
        var calendar = await calendars.GetAsync(stop);
        var after = await CountAsync(disclosure, to, stop) ?? DueCounter.Statutory(calendar, to, DueBasis.Statutory);
        var before = known?.DueOn ?? DueCounter.Statutory(calendar, from, DueBasis.Statutory).DueOn;
        known?.Recount(after, Inputs(disclosure), now);
        return (before, after.DueOn);
    }

    /// <summary>Counts a running date anew with today's calendar and limits; null where it would have none any more.</summary>
    internal Task<CountedDue?> AgainAsync(Disclosure disclosure, DueDate due, CancellationToken stop) => CountAsync(disclosure, due.From, stop);

    private Task<CountedDue?> CountAsync(Disclosure disclosure, DateOnly from, CancellationToken stop) => CountAsync(
        disclosure.OrganisationId, [.. disclosure.Items.Select(i => i.ItemCode)], disclosure.Text.Genre, from, alwaysDue: disclosure.FirstPublishedAt is not null, stop);

    internal static string Inputs(Disclosure disclosure)
    {
        var text = $"{disclosure.Text.Genre} {string.Join(' ', disclosure.Items.Select(i => i.ItemCode).Order(StringComparer.Ordinal))}";
        return text.Length <= DueDate.InputsLength ? text : text[..DueDate.InputsLength];
    }

    private async Task<DueDate?> FindAsync(Guid id, int version, CancellationToken stop) => await db.DueDates.FindAsync([id, version], stop);

    /// <summary>
    /// What an item said on the day the limit began: a new edition changes nothing for what began before it. The organisation's
    /// own edition stands before the city's; before the first edition the present one holds.
    /// </summary>
    private static StandardItemText? TextOn(IReadOnlyList<ItemRow> rows, DateOnly day) =>
        (rows.FirstOrDefault(r => r.HeldOn(day)) ?? rows.FirstOrDefault(r => r.SupersededOn is null))?.Text;

    /// <summary>What the items say in the editions that are or were in force: the organisation's own before the city's.</summary>
    private async Task LoadAsync(Guid organisationId, IReadOnlyCollection<string> codes, CancellationToken stop)
    {
        var missing = codes.Where(c => !_items.ContainsKey((organisationId, c))).Distinct().ToList();
        if (missing.Count == 0) return;
        var rows = await db.Items.AsNoTracking().Where(i => missing.Contains(i.Code) && i.Confirmation != ItemConfirmation.Struck)
            .Join(db.Editions.Where(e => e.Status != EditionStatus.Draft && (e.BasedOnEditionId == null || e.OwnerOrganisationId == organisationId)),
                i => i.EditionId, e => e.Id, (i, e) => new ItemRow(i.Code, i.Text, e.OwnerOrganisationId == organisationId, e.InForceOn, e.SupersededOn))
            .ToListAsync(stop);
        foreach (var code in missing)
            _items[(organisationId, code)] = [.. rows.Where(r => r.Code == code).OrderByDescending(r => r.Own).ThenByDescending(r => r.InForceOn)];
    }

    private sealed record ItemRow(string Code, StandardItemText Text, bool Own, DateOnly? InForceOn, DateOnly? SupersededOn)
    {
        public bool HeldOn(DateOnly day) => day >= InForceOn && (SupersededOn is null || day < SupersededOn);
    }
}
