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
        Guid organisationId, IReadOnlyCollection<string> codes, DisclosureGenre genre, DateOnly from, bool alwaysDue = false, DateOnly? trigger = null, CancellationToken stop = default) =>
        DueCounter.Earliest(
            await calendars.GetAsync(stop), await LimitsAsync(organisationId, codes, from, stop), genre, from, await limits.WordsAsync(from, stop), alwaysDue, trigger);

    /// <summary>
    /// What the day beside the formed date means for a document (起算日期), so that a form asks for it by its name; null where the
    /// limits of its items need none. Without a day the present editions and rulings are asked.
    /// </summary>
    public async Task<LimitAnchor?> AnchorAsync(Guid organisationId, IReadOnlyCollection<string> codes, DisclosureGenre genre, DateOnly? on, CancellationToken stop = default)
    {
        var day = on ?? DateOnly.MaxValue;
        return DueCounter.AnchorOf(await LimitsAsync(organisationId, codes, day, stop), genre, await limits.WordsAsync(day, stop));
    }

    /// <summary>The longest display that the limits of some items demand (公示7个工作日), counted from a day; null where none demands one.</summary>
    public async Task<DisplayDemand?> DisplayAsync(Guid organisationId, IReadOnlyCollection<string> codes, DisclosureGenre genre, DateOnly from, CancellationToken stop = default)
    {
        var calendar = await calendars.GetAsync(stop);
        return (await LimitsAsync(organisationId, codes, from, stop))
            .SelectMany(item => item.Limit.Rules
                .Where(r => r is { Kind: TimeLimitRuleKind.Duration, Purpose: DurationPurpose.Display, Channel: not LimitChannel.VillageBoard } && r.AppliesTo(KindsOfInformation.Of(item.Text, genre)))
                .Select(r => new LimitSpan(r.Amount, r.Unit))
                .Select(span => new DisplayDemand(item.Text.Name, span, calendar.Explain(from, span).End)))
            .MaxBy(d => d.Until);
    }

    private async Task<IReadOnlyList<ItemLimit>> LimitsAsync(Guid organisationId, IReadOnlyCollection<string> codes, DateOnly from, CancellationToken stop)
    {
        await LoadAsync(organisationId, codes, stop);
        var items = new List<ItemLimit>();
        foreach (var code in codes.Distinct())
        {
            if (TextOn(_items[(organisationId, code)], from) is not { } text) continue;
            items.Add(new ItemLimit(code, text, await limits.ForAsync(code, text.TimeLimit, from, stop), await limits.ReleaseAsync(code, from, stop)));
        }

        return items;
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
        // Counted from a day of its own, the date says that day; the formed date stands among its inputs then.
        if (known is not null && from is not null && known.Inputs == inputs && (TriggerOf(disclosure) is not null || known.From == from)) return known;
        var counted = from is { } day ? await CountAsync(disclosure, day, TriggerOf(disclosure), stop) : null;
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
        var after = await CountAsync(disclosure, to, disclosure.Text.TriggerOn, stop) ?? DueCounter.Statutory(calendar, to, DueBasis.Statutory);
        var before = known?.DueOn ?? DueCounter.Statutory(calendar, from, DueBasis.Statutory).DueOn;
        known?.Recount(after, Inputs(disclosure), now);
        return (before, after.DueOn);
    }

    /// <summary>Counts a running date anew with today's calendar and limits; null where it would have none any more.</summary>
    internal Task<CountedDue?> AgainAsync(Disclosure disclosure, DueDate due, CancellationToken stop) =>
        CountAsync(disclosure, StartOf(disclosure) ?? due.From, TriggerOf(disclosure), stop);

    /// <summary>The day told beside the formed date: it counts for the first publication, an update has a day of its own.</summary>
    private static DateOnly? TriggerOf(Disclosure disclosure) => disclosure.FirstPublishedAt is null && !disclosure.IsImported ? disclosure.Text.TriggerOn : null;

    private Task<CountedDue?> CountAsync(Disclosure disclosure, DateOnly from, DateOnly? trigger, CancellationToken stop) => CountAsync(
        disclosure.OrganisationId, [.. disclosure.Items.Select(i => i.ItemCode)], disclosure.Text.Genre, from, alwaysDue: disclosure.FirstPublishedAt is not null, trigger, stop);

    internal static string Inputs(Disclosure disclosure)
    {
        var days = TriggerOf(disclosure) is { } trigger && StartOf(disclosure) is { } from ? $"{trigger:yyyy-MM-dd} {from:yyyy-MM-dd} " : "";
        var text = $"{days}{disclosure.Text.Genre} {string.Join(' ', disclosure.Items.Select(i => i.ItemCode).Order(StringComparer.Ordinal))}";
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

/// <summary>A display that an item's limit demands.</summary>
/// <param name="ItemName">The item.</param>
/// <param name="Span">How long at least.</param>
/// <param name="Until">The first last day that is long enough.</param>
public sealed record DisplayDemand(string ItemName, LimitSpan Span, DateOnly Until);
