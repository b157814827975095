using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Reminders;

/// <summary>A reminder in a list.</summary>
public sealed record ReminderRow
{
    public Guid Id { get; init; }

    public DateTime SentAt { get; init; }

    public string Domain { get; init; } = "";

    public string From { get; init; } = "";

    public string To { get; init; } = "";

    public string Words { get; init; } = "";

    public DateOnly DueOn { get; init; }

    public ReminderState State { get; init; }

    public int Items { get; init; }
}

/// <summary>A reminder with everything both sides see.</summary>
/// <param name="Row">Its head.</param>
/// <param name="Reminder">The reminder with its answers.</param>
/// <param name="SentBy">Name of the sender.</param>
/// <param name="ClosedBy">Name of who closed it, or empty.</param>
/// <param name="Names">Names of the people who answered.</param>
/// <param name="Items">What it asks for, with what is published since.</param>
/// <param name="IsSender">The reader may end it.</param>
/// <param name="MayAnswer">The reader may answer.</param>
public sealed record ReminderSheet(
    ReminderRow Row, Reminder Reminder, string SentBy, string ClosedBy, IReadOnlyDictionary<Guid, string> Names, IReadOnlyList<RemindedItem> Items, bool IsSender, bool MayAnswer);

/// <summary>An item asked for.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name; the code where no edition in force has it any more.</param>
/// <param name="DomainSlug">For its public page.</param>
/// <param name="PublishedAt">When the township published or changed something behind it since the reminder, or null.</param>
public sealed record RemindedItem(string Code, string Name, string DomainSlug, DateTime? PublishedAt);

/// <summary>Reads reminders for both sides. A reminder between others looks like none.</summary>
public sealed class ReminderQueries(DisclosureDb db, BusinessClock clock)
{
    private const int PageSize = 30;

    /// <summary>Today, by which a list says what is late.</summary>
    public DateOnly Today => clock.Today;

    /// <summary>Received by these organisations.</summary>
    public IQueryable<Reminder> ReceivedBy(OrganisationScope scope) => scope.Apply(db.Set<Reminder>().AsNoTracking(), r => r.ToOrganisationId);

    /// <summary>Sent in the domains this person decides on.</summary>
    public IQueryable<Reminder> SentFor(OrganisationScope confirming)
    {
        if (confirming.IsWholeCity) return db.Set<Reminder>().AsNoTracking();
        var ids = confirming.OrganisationIds.ToList();
        return db.Set<Reminder>().AsNoTracking().Where(r => db.Domains.Any(d => d.Id == r.DomainId && d.LeadOrganisationId != null && ids.Contains(d.LeadOrganisationId.Value)));
    }

    /// <summary>What waits for an answer, the one due first at the top.</summary>
    public async Task<IReadOnlyList<ReminderRow>> WaitingAsync(IQueryable<Reminder> reminders, CancellationToken stop = default) =>
        await Rows(reminders.Where(r => r.State == ReminderState.Open).OrderBy(r => r.DueOn).ThenBy(r => r.Id).Take(PageSize)).ToListAsync(stop);

    /// <summary>A page, newest first.</summary>
    public async Task<Page<ReminderRow>> PageAsync(IQueryable<Reminder> reminders, ReminderState? state, ListPosition? after, ListPosition? before, CancellationToken stop = default)
    {
        if (state is not null) reminders = reminders.Where(r => r.State == state);
        var back = before is not null && after is null;
        if (after is not null) reminders = reminders.Where(r => r.SentAt < after.At || (r.SentAt == after.At && r.Id.CompareTo(after.Id) < 0));
        if (back) reminders = reminders.Where(r => r.SentAt > before!.At || (r.SentAt == before.At && r.Id.CompareTo(before.Id) > 0));
        reminders = back ? reminders.OrderBy(r => r.SentAt).ThenBy(r => r.Id) : reminders.OrderByDescending(r => r.SentAt).ThenByDescending(r => r.Id);
        var rows = await Rows(reminders.Take(PageSize + 1)).ToListAsync(stop);
        return Pages.Of(rows, PageSize, back, after is not null, r => new ListPosition(r.SentAt, r.Id));
    }

    /// <summary>One reminder, if the person is on either side of it.</summary>
    public async Task<ReminderSheet?> FindAsync(Guid id, CatalogueRights rights, CancellationToken stop = default)
    {
        var reminder = await db.Set<Reminder>().AsNoTracking().Include(r => r.Items).Include(r => r.Answers).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id, stop);
        if (reminder is null) return null;
        var domain = await db.Domains.AsNoTracking().SingleAsync(d => d.Id == reminder.DomainId, stop);
        var isSender = rights.MayDecide(domain.LeadOrganisationId);
        if (!isSender && !rights.Rights.Has(Permission.CatalogueView, reminder.ToOrganisationId)) return null;
        var row = await Rows(db.Set<Reminder>().AsNoTracking().Where(r => r.Id == id)).SingleAsync(stop);
        var people = reminder.Answers.Select(a => a.By).Append(reminder.SentBy).Append(reminder.ClosedBy ?? reminder.SentBy).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, stop);
        return new ReminderSheet(
            row, reminder, names.GetValueOrDefault(reminder.SentBy, ""), reminder.ClosedBy is { } by ? names.GetValueOrDefault(by, "") : "", names,
            await ItemsAsync(reminder, domain.Slug, stop), isSender, ReminderDesk.MayAnswer(rights.Rights, reminder.ToOrganisationId));
    }

    private async Task<IReadOnlyList<RemindedItem>> ItemsAsync(Reminder reminder, string domainSlug, CancellationToken stop)
    {
        var codes = reminder.Items.Select(i => i.ItemCode).ToList();
        var names = await db.Items.AsNoTracking().Where(i => codes.Contains(i.Code) && db.Editions.Any(e => e.Id == i.EditionId && e.Status == EditionStatus.InForce))
            .Select(i => new { i.Code, i.Text }).ToListAsync(stop);
        var published = await db.ListingItems.AsNoTracking().Where(l => l.OrganisationId == reminder.ToOrganisationId && codes.Contains(l.ItemCode))
            .Join(db.Listings.Where(p => p.LastPublishedAt >= reminder.SentAt), l => l.DisclosureId, p => p.DisclosureId, (l, p) => new { l.ItemCode, p.LastPublishedAt })
            .GroupBy(p => p.ItemCode).Select(g => new { g.Key, At = g.Max(p => p.LastPublishedAt) }).ToDictionaryAsync(g => g.Key, g => g.At, stop);
        return [.. codes.Order(StringComparer.Ordinal).Select(code => new RemindedItem(
            code, names.Find(n => n.Code == code)?.Text.FullName ?? code, domainSlug, published.TryGetValue(code, out var at) ? at : null))];
    }

    private IQueryable<ReminderRow> Rows(IQueryable<Reminder> reminders) => reminders.Select(r => new ReminderRow
    {
        Id = r.Id,
        SentAt = r.SentAt,
        Domain = db.Domains.Where(d => d.Id == r.DomainId).Select(d => d.Name).First(),
        From = db.Organisations.Where(o => o.Id == r.FromOrganisationId).Select(o => o.ShortName).First(),
        To = db.Organisations.Where(o => o.Id == r.ToOrganisationId).Select(o => o.ShortName).First(),
        Words = r.Words,
        DueOn = r.DueOn,
        State = r.State,
        Items = r.Items.Count,
    });
}
