using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Desk;

/// <summary>Reminders to answer, and public texts to look at again: for those who work on texts in time, for the disclosure office what has been left lying.</summary>
internal sealed class UpkeepDeskSource(DisclosureDb db, ContentReviewDesk reviews, ReminderQueries reminders) : IDeskSource
{
    /// <inheritdoc/>
    public Task<int> CountAsync(DeskPerson person, CancellationToken stop) =>
        new[] { Reminders(person)?.Select(r => r.Id), Reviews(person)?.Select(r => r.DisclosureId) }.OfType<IQueryable<Guid>>().CountTogetherAsync(stop);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeskTask>> ReadAsync(DeskPerson person, CancellationToken stop)
    {
        var asked = Reminders(person) is { } sent ? await sent.Select(r => new
        {
            r.Id,
            r.SentAt,
            r.DueOn,
            r.ToOrganisationId,
            Items = r.Items.Count,
            Domain = db.Domains.Where(d => d.Id == r.DomainId).Select(d => d.Name).First(),
            Name = db.Organisations.Where(o => o.Id == r.ToOrganisationId).Select(o => o.ShortName).First(),
        }).ToListAsync(stop) : [];
        var due = Reviews(person) is { } rows ? await rows.Select(r => new
        {
            r.DueOn,
            Row = db.Disclosures.Where(d => d.Id == r.DisclosureId)
                .Select(d => new { d.Id, d.Text.Title, d.OrganisationId, d.ChangedAt, Name = db.Organisations.Where(o => o.Id == d.OrganisationId).Select(o => o.ShortName).First() }).First(),
        }).ToListAsync(stop) : [];
        return
        [
            .. asked.Select(r => new DeskTask(DeskTaskKind.Reminder, $"reminder:{r.Id:N}", $"{r.Domain}：{r.Items} 个事项", $"/admin/reminders/{r.Id}", r.ToOrganisationId, r.Name, r.SentAt)
            {
                DueOn = r.DueOn,
                Unit = LimitUnit.Day,
            }),
            .. due.Select(r => new DeskTask(
                DeskTaskKind.ContentReview, $"content-review:{r.Row.Id:N}:{r.DueOn:yyyyMMdd}", r.Row.Title, $"/admin/disclosures/{r.Row.Id}/content-review", r.Row.OrganisationId, r.Row.Name, r.Row.ChangedAt)
            {
                DueOn = r.DueOn,
                Unit = LimitUnit.Day,
            }),
        ];
    }

    private IQueryable<Reminder>? Reminders(DeskPerson person)
    {
        var own = person.Rights.Roles.Where(r => ReminderDesk.MayAnswer(person.Rights, r.OrganisationId)).Select(r => r.OrganisationId).Distinct().ToList();
        return own.Count == 0 ? null : reminders.ReceivedBy(new OrganisationScope(own)).Where(r => r.State == ReminderState.Open);
    }

    private IQueryable<ReviewDate>? Reviews(DeskPerson person)
    {
        var works = new[] { Permission.DisclosuresDraft, Permission.DisclosuresReview }.Where(person.Rights.Has).ToList();
        if (works.Count > 0) return reviews.Due(Within(person, works[0]), onlyLongOverdue: false);
        return person.Rights.Roles.Any(r => r.Role == StaffRole.DisclosureOffice) ? reviews.Due(Within(person, Permission.DisclosuresView), onlyLongOverdue: true) : null;
    }

    private IQueryable<Disclosure> Within(DeskPerson person, Permission permission) =>
        person.Rights.ScopeOf(permission).Apply(db.Disclosures.AsNoTracking(), d => d.OrganisationId);
}
