using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Mail;

/// <summary>
/// When running due dates have moved and the recount is over, writes one mail to those who draft for each organisation: every
/// document, period and standing page with its old and its new date, why, and how the new one is counted. The events themselves are the list of what is
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
            organisations = await db.DueDateMoves.Where(m => m.ToldAt == null).Select(m => m.OrganisationId)
                .Union(db.UnitDueMoves.Where(m => m.ToldAt == null).Select(m => m.OrganisationId)).OrderBy(o => o).ToListAsync(stop);
        }

        var told = 0;
        foreach (var organisation in organisations) told += await TellAsync(organisation, stop);
        return told;
    }

    // In the middle of a recount only some of an organisation's dates have moved.
    private static async Task<bool> IsRecountingAsync(DisclosureDb db, CancellationToken stop) =>
        await db.HolidayNotices.AnyAsync(n => n.SignedOffAt != null && n.RecountedAt == null, stop)
        || await db.LimitRulings.AnyAsync(r => r.RecountedAt == null, stop) || await db.SettledReadings.AnyAsync(r => r.RecountedAt == null, stop)
        || await db.CoverageMarks.AnyAsync(m => m.RecordId == null && m.OrganisationId == null && m.ItemCode == "", stop);

    private async Task<int> TellAsync(Guid organisationId, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        var moves = await db.DueDateMoves.Where(m => m.OrganisationId == organisationId && m.ToldAt == null).OrderBy(m => m.At).ThenBy(m => m.Id).ToListAsync(stop);
        var unitMoves = await db.UnitDueMoves.Where(m => m.OrganisationId == organisationId && m.ToldAt == null).OrderBy(m => m.At).ThenBy(m => m.Id).ToListAsync(stop);
        var changes = (await OfDisclosuresAsync(db, moves, stop)).Concat(await OfUnitsAsync(db, scope.ServiceProvider.GetRequiredService<UnitTitles>(), unitMoves, stop))
            .OrderBy(c => c.To).ThenBy(c => c.Title, StringComparer.Ordinal).ToList();
        if (changes.Count > 0)
        {
            var name = await db.Organisations.Where(o => o.Id == organisationId).Select(o => o.ShortName).SingleAsync(stop);
            var last = moves.Select(m => m.Id).Concat(unitMoves.Select(m => m.Id)).Max();
            await scope.ServiceProvider.GetRequiredService<MailQueue>().AddAsync(Compose(organisationId, name, last, changes), Told, stop);
        }

        foreach (var move in moves) move.MarkTold(clock.Now);
        foreach (var move in unitMoves) move.MarkTold(clock.Now);
        await db.SaveChangesAsync(stop);
        return moves.Count + unitMoves.Count;
    }

    private static async Task<IEnumerable<Change>> OfDisclosuresAsync(DisclosureDb db, List<DueDateMove> moves, CancellationToken stop)
    {
        var ids = moves.Select(m => m.DisclosureId).Distinct().ToList();
        // What lies in the bin is left out: nobody is to work on it.
        var titles = await db.Disclosures.AsNoTracking().Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.Text.Title }).ToDictionaryAsync(d => d.Id, d => d.Title, stop);
        var dues = await db.DueDates.AsNoTracking().Where(d => ids.Contains(d.DisclosureId) && d.SettledAt == null).ToDictionaryAsync(d => d.DisclosureId, stop);
        // Moved twice is told once; moved and moved back is nothing to tell.
        return moves.GroupBy(m => m.DisclosureId).Where(g => titles.ContainsKey(g.Key) && g.First().From != g.Last().To).Select(g =>
        {
            var due = dues.GetValueOrDefault(g.Key);
            return new Change(
                titles[g.Key], g.First().From, g.Last().To, due is { IsEstimated: true }, [.. g.Select(Why).Distinct()], due is null ? "" : DueLine.Of(due).ExplanationPath, $"/admin/disclosures/{g.Key}");
        });
    }

    private static async Task<IEnumerable<Change>> OfUnitsAsync(DisclosureDb db, UnitTitles titles, List<UnitDueMove> moves, CancellationToken stop)
    {
        var ids = moves.Select(m => m.UnitId).Distinct().ToList();
        // What was done since, or is 待核对, concerns nobody any more or not yet.
        var units = await db.CoverageUnits.AsNoTracking().Where(u => ids.Contains(u.Id) && u.FulfilledOn == null && !u.HasZeroReport && u.IsRated).ToDictionaryAsync(u => u.Id, stop);
        var names = await titles.OfAsync(units.Values, stop);
        return moves.GroupBy(m => m.UnitId).Where(g => units.ContainsKey(g.Key) && g.First().From != g.Last().To).Select(g => new Change(
            names[g.Key], g.First().From, g.Last().To, false, ["节假日安排或者公开时限有变化"], UnitTitles.ExplanationOf(units[g.Key]), UnitTitles.PathOf(units[g.Key])));
    }

    private MailDraft Compose(Guid organisationId, string organisation, Guid lastMove, List<Change> changes)
    {
        var links = options.Value;
        var body = new MailWords(organisation)
            .Paragraph("下列应当公开的信息，应公开日期已经重新计算，请按新的日期办理。已经公开的信息不受影响。")
            .List("应公开日期有变化", [.. changes.Select(c => (c.Title, Lines(c, links)))])
            .Paragraph("办理中信息的变化和原因：" + links.Link("/admin/calendar/moves")).End(links);
        var about = $"{changes.Count} 件信息的应公开日期有变化";
        return new MailDraft(MailKind.DueDatesMoved, organisationId, $"moves:{lastMove:N}", MailWords.Subject(about), body, about, "/admin/calendar/moves");
    }

    private static IReadOnlyList<string> Lines(Change change, MailOptions links)
    {
        List<string> lines =
        [
            $"原应公开日期：{MailWords.Date(change.From)}", $"现应公开日期：{MailWords.Date(change.To)}{(change.IsEstimated ? "（预计）" : "")}",
            .. change.Why.Select(why => "原因：" + why),
        ];
        if (change.ExplanationPath.Length > 0) lines.Add("计算过程：" + links.Link(change.ExplanationPath));
        lines.Add("办理：" + links.Link(change.Path));
        return lines;
    }

    private static string Why(DueDateMove move) =>
        move.Cause switch
        {
            DueMoveCause.Calendar => "节假日安排签发",
            DueMoveCause.Schedule => "公布日程变动",
            DueMoveCause.Edition => "新目录施行",
            _ => "公开时限重新认定",
        } + (move.Source.Length > 0 ? "，" + move.Source : "");

    private sealed record Change(string Title, DateOnly From, DateOnly To, bool IsEstimated, IReadOnlyList<string> Why, string ExplanationPath, string Path);
}
