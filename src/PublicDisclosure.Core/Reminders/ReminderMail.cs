using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Mail;

namespace PublicDisclosure.Core.Reminders;

/// <summary>Writes a reminder to those who may answer it, in the save that sends it.</summary>
public sealed class ReminderMail(DisclosureDb db, MailQueue queue, IOptions<MailOptions> options)
{
    /// <summary>Queues the mails of a reminder.</summary>
    internal async Task AddAsync(Reminder reminder, string domain, string township, CancellationToken stop)
    {
        var from = await db.Organisations.Where(o => o.Id == reminder.FromOrganisationId).Select(o => o.ShortName).SingleAsync(stop);
        var codes = reminder.Items.Select(i => i.ItemCode).ToList();
        var items = await db.Items.AsNoTracking().Where(i => codes.Contains(i.Code) && db.Editions.Any(e => e.Id == i.EditionId && e.Status == EditionStatus.InForce))
            .OrderBy(i => i.SortOrder).Select(i => new { i.Code, i.Text }).ToListAsync(stop);
        var names = items.DistinctBy(i => i.Code).ToDictionary(i => i.Code, i => i.Text);
        var path = $"/admin/reminders/{reminder.Id}";
        var body = new MailWords(township)
            .Paragraph($"{from}就“{domain}”领域发来提醒，请于{MailWords.Date(reminder.DueOn)}前办理：")
            .Paragraph(reminder.Words)
            .List("提醒的事项", [.. codes.Select(c => (names.TryGetValue(c, out var text) ? text.FullName : c, Limit(text)))])
            .Paragraph("查看和回复：" + options.Value.Link(path)).End(options.Value);
        var about = $"{from}提醒：{domain}，{codes.Count} 个事项";
        await queue.AddAsync(new MailDraft(MailKind.Reminder, reminder.ToOrganisationId, $"reminder:{reminder.Id:N}", MailWords.Subject(about), body, about, path), ReminderDesk.Answering, stop);
    }

    private static IReadOnlyList<string> Limit(StandardItemText? text) => text is { TimeLimit.Length: > 0 } ? [$"公开时限：{text.TimeLimit}"] : [];
}
