using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Mail;

/// <summary>
/// When running due dates have moved and the recount is over, writes one mail to those who draft for each organisation: every
/// document with its old and its new date, why, and how the new one is counted. The events themselves are the list of what is
/// still to be told, so nothing is told twice and nothing is forgotten by a crash.
/// </summary>
public sealed class TellOfMoves(IServiceScopeFactory scopes, BusinessClock clock, IOptions<MailOptions> options) : IPeriodicJob
{
    private static readonly Permission[] Told = [Permission.DisclosuresDraft];

    /// <inheritdoc/>
    public string Name => nameof(TellOfMoves);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <summary>Tells what moved; says how many events were told.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        List<Guid> organisations;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
            if (await IsRecountingAsync(db, stop)) return 0;
            organisations = await db.DueDateMoves.Where(m => m.ToldAt == null).Select(m => m.OrganisationId).Distinct().OrderBy(o => o).ToListAsync(stop);
        }

        var told = 0;
        foreach (var organisation in organisations) told += await TellAsync(organisation, stop);
        return told;
    }

    // In the middle of a recount only some of an organisation's dates have moved.
    private static async Task<bool> IsRecountingAsync(DisclosureDb db, CancellationToken stop) =>
        await db.HolidayNotices.AnyAsync(n => n.SignedOffAt != null && n.RecountedAt == null, stop)
        || await db.LimitRulings.AnyAsync(r => r.RecountedAt == null, stop) || await db.SettledReadings.AnyAsync(r => r.RecountedAt == null, stop);

    private async Task<int> TellAsync(Guid organisationId, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        var moves = await db.DueDateMoves.Where(m => m.OrganisationId == organisationId && m.ToldAt == null).OrderBy(m => m.At).ThenBy(m => m.Id).ToListAsync(stop);
        var ids = moves.Select(m => m.DisclosureId).Distinct().ToList();
        // What lies in the bin is left out: nobody is to work on it.
        var titles = await db.Disclosures.AsNoTracking().Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.Text.Title }).ToDictionaryAsync(d => d.Id, d => d.Title, stop);
        var dues = await db.DueDates.AsNoTracking().Where(d => ids.Contains(d.DisclosureId) && d.SettledAt == null).ToDictionaryAsync(d => d.DisclosureId, stop);
        // Moved twice is told once; moved and moved back is nothing to tell.
        var changes = moves.GroupBy(m => m.DisclosureId).Where(g => titles.ContainsKey(g.Key) && g.First().From != g.Last().To)
            .Select(g => new Change(titles[g.Key], g.Key, g.First().From, g.Last().To, [.. g.Select(Why).Distinct()], dues.GetValueOrDefault(g.Key)))
            .OrderBy(c => c.To).ThenBy(c => c.Title, StringComparer.Ordinal).ToList();
        if (changes.Count > 0)
        {
            var name = await db.Organisations.Where(o => o.Id == organisationId).Select(o => o.ShortName).SingleAsync(stop);
            await scope.ServiceProvider.GetRequiredService<MailQueue>().AddAsync(Compose(organisationId, name, moves[^1].Id, changes), Told, stop);
        }

        foreach (var move in moves) move.MarkTold(clock.Now);
        await db.SaveChangesAsync(stop);
        return moves.Count;
    }

    private MailDraft Compose(Guid organisationId, string organisation, Guid lastMove, List<Change> changes)
    {
        var links = options.Value;
        var body = new MailWords(organisation)
            .Paragraph("下列正在办理的公开信息，应公开日期已经重新计算，请按新的日期办理。已经公开的信息不受影响。")
            .List("应公开日期有变化", [.. changes.Select(c => (c.Title, Lines(c, links)))])
            .Paragraph("全部变化和原因：" + links.Link("/admin/calendar/moves")).End(links);
        var about = $"{changes.Count} 件公开信息的应公开日期有变化";
        return new MailDraft(MailKind.DueDatesMoved, organisationId, $"moves:{lastMove:N}", MailWords.Subject(about), body, about, "/admin/calendar/moves");
    }

    private static IReadOnlyList<string> Lines(Change change, MailOptions links)
    {
        List<string> lines =
        [
            $"原应公开日期：{MailWords.Date(change.From)}", $"现应公开日期：{MailWords.Date(change.To)}{(change.Due is { IsEstimated: true } ? "（预计）" : "")}",
            .. change.Why.Select(why => "原因：" + why),
        ];
        if (change.Due is { } due) lines.Add("计算过程：" + links.Link(DueLine.Of(due).ExplanationPath));
        lines.Add("办理：" + links.Link($"/admin/disclosures/{change.DisclosureId}"));
        return lines;
    }

    private static string Why(DueDateMove move) =>
        (move.Cause == DueMoveCause.Calendar ? "节假日安排签发" : "公开时限重新认定") + (move.Source.Length > 0 ? "，" + move.Source : "");

    private sealed record Change(string Title, Guid DisclosureId, DateOnly From, DateOnly To, IReadOnlyList<string> Why, DueDate? Due);
}
