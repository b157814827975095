using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Reminders;

/// <summary>
/// Each day in Beijing writes to those who draft for an organisation one digest of what has come to a step before its due date or
/// after it. A matter is in a digest once for each step; the steps are saved together with the mails. A day on which the site did
/// not run is made up for by the next: what counts is the step that was reached, not the day on which it was.
/// </summary>
public sealed class RemindOfDueDates(IServiceScopeFactory scopes, BusinessClock clock, IOptions<DueNoticeOptions> options, IOptions<MailOptions> mail) : IPeriodicJob
{
    private static readonly Permission[] Told = [Permission.DisclosuresDraft];

    /// <inheritdoc/>
    public string Name => nameof(RemindOfDueDates);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    /// <summary>Writes the day's digests; says how many organisations got one.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        if (BusinessClock.BeijingTime(clock.Now).Hour < options.Value.Hour) return 0;
        var today = clock.Today;
        var reached = new List<Reached>();
        await using (var scope = scopes.CreateAsyncScope())
        {
            var calendar = await scope.ServiceProvider.GetRequiredService<CalendarStore>().GetAsync(stop);
            var horizon = calendar.AddWorkingDays(today, options.Value.DaysBefore.DefaultIfEmpty(0).Max());
            foreach (var matter in await scope.ServiceProvider.GetRequiredService<DueMatters>().UntilAsync(horizon, stop))
            {
                var (left, late) = (calendar.WorkingDaysBetween(today, matter.DueOn), calendar.WorkingDaysBetween(matter.DueOn, today));
                if (options.Value.StepOf(left, late, matter.DueOn < today) is { } step) reached.Add(new Reached(matter, step, left, late));
            }
        }

        var written = 0;
        foreach (var organisation in reached.GroupBy(r => r.Matter.OrganisationId))
            if (await WriteAsync(organisation.Key, [.. organisation], today, stop)) written++;
        return written;
    }

    private async Task<bool> WriteAsync(Guid organisationId, List<Reached> reached, DateOnly today, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        // One digest a day: what has come up since waits for tomorrow's.
        if (await db.DueNotices.AnyAsync(n => n.OrganisationId == organisationId && n.On == today, stop)) return false;
        var fresh = new List<Reached>();
        foreach (var some in reached.Chunk(500))
        {
            var keys = some.Select(r => r.Matter.Key).ToList();
            var known = (await db.DueNotices.Where(n => keys.Contains(n.Matter)).Select(n => new { n.Matter, n.DueOn, n.Step }).ToListAsync(stop)).Select(n => (n.Matter, n.DueOn, n.Step)).ToHashSet();
            fresh.AddRange(some.Where(r => !known.Contains((r.Matter.Key, r.Matter.DueOn, r.Step))));
        }

        if (fresh.Count == 0) return false;
        var name = await db.Organisations.Where(o => o.Id == organisationId).Select(o => o.ShortName).SingleAsync(stop);
        await scope.ServiceProvider.GetRequiredService<MailQueue>().AddAsync(Compose(organisationId, name, fresh, reached.Count - fresh.Count, today), Told, stop);
        db.AddRange(fresh.Select(r => new DueNotice(r.Matter, r.Step, today)));
        await db.SaveChangesAsync(stop);
        return true;
    }

    private MailDraft Compose(Guid organisationId, string organisation, List<Reached> fresh, int others, DateOnly today)
    {
        var overdue = fresh.Where(r => r.Matter.DueOn < today).ToList();
        var soon = fresh.Except(overdue).ToList();
        var links = mail.Value;
        var words = new MailWords(organisation)
            .Paragraph("请按期公开下列信息。一件信息在同一时点只提醒一次。")
            .List("已逾期", [.. overdue.Select(r => (r.Matter.Title, Lines(r, today)))])
            .List("即将到期", [.. soon.Select(r => (r.Matter.Title, Lines(r, today)))]);
        if (others > 0) words.Paragraph($"另有 {others} 件以前提醒过，仍未公开。");
        var body = words.Paragraph("待办事项：" + links.Link("/admin")).End(links);
        var about = string.Join("，", new[] { Count(overdue, "件已逾期"), Count(soon, "件即将到期") }.Where(t => t.Length > 0));
        return new MailDraft(MailKind.DueDigest, organisationId, $"due:{today:yyyyMMdd}:{organisationId:N}", MailWords.Subject($"{about}（{MailWords.Date(today)}）"), body, about, "/admin");
    }

    private static string Count(List<Reached> some, string words) => some.Count > 0 ? $"{some.Count} {words}" : "";

    private IReadOnlyList<string> Lines(Reached reached, DateOnly today)
    {
        var matter = reached.Matter;
        var left = matter.DueOn < today ? $"，已逾期 {reached.Late} 个工作日" : matter.DueOn == today ? "，今天到期" : $"，还有 {reached.Left} 个工作日";
        List<string> lines = [$"应公开日期：{MailWords.Date(matter.DueOn)}{(matter.IsEstimated ? "（预计）" : "")}{left}"];
        if (matter.ExplanationPath.Length > 0) lines.Add("计算过程：" + mail.Value.Link(matter.ExplanationPath));
        lines.Add("办理：" + mail.Value.Link(matter.Path));
        return lines;
    }

    /// <param name="Matter">The matter.</param>
    /// <param name="Step">The step it has come to.</param>
    /// <param name="Left">Working days that are left.</param>
    /// <param name="Late">Working days past its due date.</param>
    private sealed record Reached(DueMatter Matter, int Step, int Left, int Late);
}
