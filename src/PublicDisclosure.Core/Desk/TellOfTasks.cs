using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Desk;

/// <summary>Settings of section <c>Desk</c>. The numbers are the house's own (未核实).</summary>
public sealed class DeskOptions
{
    public const string Section = "Desk";

    /// <summary>Hours before a due hour, or before the last day ends, at which a person is told that a task is due soon.</summary>
    [Range(1, 240)]
    public int HoursBefore { get; set; } = 24;

    /// <summary>Of a limit counted in hours the warning comes at the latest when this share of it, in per cent, is left; five hours know no day before.</summary>
    [Range(1, 90)]
    public int PercentLeft { get; set; } = 30;
}

/// <summary>
/// Writes to people about what came to wait for them, is due soon or overdue: at once, or in one mail a day, as each has chosen. What
/// was told is kept in the save that queues the mail. Nobody is told of what waited before they could be: the first run notes it.
/// </summary>
public sealed class TellOfTasks(IServiceScopeFactory scopes, BusinessClock clock, IOptions<DeskOptions> options, IOptions<DueNoticeOptions> digest, IOptions<MailOptions> mail) : IPeriodicJob
{
    /// <inheritdoc/>
    public string Name => nameof(TellOfTasks);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(5);

    /// <summary>Writes what is to be written; says how many mails were queued.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        List<(Guid Id, TaskMail Choice)> people;
        await using (var scope = scopes.CreateAsyncScope())
        {
            // Without an address there is nobody to write to; the desk itself remains.
            people = [.. (await scope.ServiceProvider.GetRequiredService<DisclosureDb>().Users.AsNoTracking().Active().Where(u => u.Email != null && u.Email != "" && u.TaskMail != TaskMail.None)
                .OrderBy(u => u.Id).Select(u => new { u.Id, u.TaskMail }).ToListAsync(stop)).Select(u => (u.Id, u.TaskMail))];
        }

        var written = 0;
        foreach (var (person, choice) in people.Where(p => p.Choice == TaskMail.AtOnce || IsDigestHour))
            if (await TellAsync(person, choice, stop)) written++;
        return written;
    }

    private bool IsDigestHour => BusinessClock.BeijingTime(clock.Now).Hour >= digest.Value.Hour;

    private async Task<bool> TellAsync(Guid person, TaskMail choice, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<DisclosureDb>();
        var morning = BusinessClock.Utc(clock.Today, TimeOnly.MinValue);
        var notices = await db.DeskNotices.AsNoTracking().Where(n => n.UserId == person).ToListAsync(stop);
        if (choice == TaskMail.Daily && notices.Exists(n => n.At >= morning && n.Key.Length == 0)) return false;
        var rights = await services.GetRequiredService<StaffAuthority>().RightsOfAsync(person, stop);
        var home = rights.Roles.Select(r => r.OrganisationId).FirstOrDefault();
        if (home == Guid.Empty) return false;
        var known = notices.Select(n => (n.Key, n.Step)).ToHashSet();
        var tasks = await services.GetRequiredService<OneDesk>().ReadAsync(new DeskPerson(person, rights), stop);
        var fresh = tasks.SelectMany(Steps).Where(t => !known.Contains((KeyOf(t.Task, t.Step), t.Step))).ToList();
        var isFirst = notices.Count == 0;
        db.AddRange(fresh.Select(t => new DeskNotice(person, KeyOf(t.Task, t.Step), t.Step, clock.Now)));
        await NoteDayAsync(db, person, isFirst, choice, stop);
        if (isFirst || fresh.Count == 0)
        {
            await db.SaveChangesAsync(stop);
            return false;
        }

        var name = await db.Organisations.Where(o => o.Id == home).Select(o => o.ShortName).SingleAsync(stop);
        await services.GetRequiredService<MailQueue>().AddToAsync(Compose(home, name, fresh, choice), person, stop);
        await db.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>An empty key marks that a person was looked after: the first time, and for a digest the day.</summary>
    private async Task NoteDayAsync(DisclosureDb db, Guid person, bool isFirst, TaskMail choice, CancellationToken stop)
    {
        if (!isFirst && choice == TaskMail.AtOnce) return;
        await db.DeskNotices.Where(n => n.UserId == person && n.Key == "").ExecuteDeleteAsync(stop);
        db.Add(new DeskNotice(person, "", DeskStep.Assigned, clock.Now));
    }

    private IEnumerable<(DeskTask Task, DeskStep Step)> Steps(DeskTask task)
    {
        var rule = task.Kind.Rule();
        if (rule.Assignment) yield return (task, DeskStep.Assigned);
        if (!rule.Due || task.LateFrom is not { } late) yield break;
        if (task.IsLate(clock.Now)) yield return (task, DeskStep.Overdue);
        else if (clock.Now >= WarnFrom(task, late)) yield return (task, DeskStep.DueSoon);
    }

    private DateTime WarnFrom(DeskTask task, DateTime late)
    {
        var before = TimeSpan.FromHours(options.Value.HoursBefore);
        if (task.DueAt is { } at && at > task.Since) before = TimeSpan.FromTicks(Math.Min(before.Ticks, (at - task.Since).Ticks * options.Value.PercentLeft / 100));
        return late - before;
    }

    private static string KeyOf(DeskTask task, DeskStep step) =>
        step == DeskStep.Assigned ? task.Key : string.Create(CultureInfo.InvariantCulture, $"{task.Key}@{task.LateFrom:yyyyMMddHHmm}");

    private MailDraft Compose(Guid organisation, string name, List<(DeskTask Task, DeskStep Step)> fresh, TaskMail choice)
    {
        var links = mail.Value;
        var words = new MailWords(name).Paragraph(choice == TaskMail.Daily ? "下列事项等您办理。" : "有新的事项等您办理。");
        foreach (var (step, heading) in new[] { (DeskStep.Overdue, "已逾期"), (DeskStep.DueSoon, "即将到期"), (DeskStep.Assigned, "新到的事项") })
            words.List(heading, [.. fresh.Where(f => f.Step == step).Select(f => (f.Task.Title, Lines(f.Task, links)))]);
        var body = words.Paragraph("全部待办事项：" + links.Link("/admin")).Paragraph("随时发送还是每天一封，可以在这里选择：" + links.Link("/account/mail")).End(links);
        var about = $"{fresh.Select(f => f.Task.Key).Distinct().Count()} 件事项等您办理";
        return new MailDraft(MailKind.DeskTasks, organisation, $"desk:{clock.Now:yyyyMMddHHmmss}", MailWords.Subject(about), body, about, "/admin");
    }

    private static IReadOnlyList<string> Lines(DeskTask task, MailOptions links)
    {
        List<string> lines = ["单位：" + task.Organisation];
        if (task.DueAt is { } at) lines.Add("期限：" + BusinessClock.BeijingTime(at).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture));
        else if (task.DueOn is { } on) lines.Add("期限：" + MailWords.Date(on));
        lines.Add("办理：" + links.Link(task.Path));
        return lines;
    }
}
