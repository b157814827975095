using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Letters;

/// <summary>
/// Follows the limits of open letters: counts them anew when the calendar changed, and writes to those who handle them once before
/// the last day and once when it is over.
/// </summary>
public sealed class FollowLetters(IServiceScopeFactory scopes, BusinessClock clock, IOptions<LetterOptions> options) : IPeriodicJob
{
    /// <summary>What the audit log calls a date that moved.</summary>
    public const string RecountAct = "Letter.Recount";

    /// <inheritdoc/>
    public string Name => nameof(FollowLetters);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(30);

    /// <summary>Says how many letters moved or were written about.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        List<Guid> open;
        await using (var scope = scopes.CreateAsyncScope())
            open = await scope.ServiceProvider.GetRequiredService<DisclosureDb>().Letters.Where(l => l.DueOn != null).OrderBy(l => l.DueOn).Select(l => l.Id).ToListAsync(stop);
        var handled = 0;
        foreach (var some in open.Chunk(100)) handled += await FollowAsync(some, stop);
        return handled;
    }

    private async Task<int> FollowAsync(Guid[] ids, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, mail) = (services.GetRequiredService<DisclosureDb>(), services.GetRequiredService<LetterMail>());
        var calendar = await services.GetRequiredService<CalendarStore>().GetAsync(stop);
        var (today, handled) = (clock.Today, 0);
        foreach (var letter in await db.Letters.Where(l => ids.Contains(l.Id) && l.DueOn != null).ToListAsync(stop))
        {
            DateOnly? triage = letter.TriageFrom is { } from ? calendar.AddWorkingDays(from, options.Value.TriageDays) : null;
            var moved = letter.Recount(calendar.AddWorkingDays(letter.LimitFrom, letter.LimitDays), triage);
            if (moved) db.Add(AuditEntry.Record(clock.Now, null, RecountAct, letter.OrganisationId, letter.Id, letter.Number, $"{letter.AnswerDueOn:yyyy-MM-dd}"));
            var told = letter.State != LetterState.AwaitingTriage && await TellAsync(letter, calendar, today, mail, stop);
            if (moved || told) handled++;
        }

        return (await db.TrySaveAsync(stop)).IsDone ? handled : 0;
    }

    private async Task<bool> TellAsync(Letter letter, WorkingDayCalendar calendar, DateOnly today, LetterMail mail, CancellationToken stop)
    {
        var due = letter.DueOn!.Value;
        var isOver = today > due;
        if (isOver ? letter.RemindedAfter == due : letter.RemindedBefore == due || calendar.WorkingDaysBetween(today, due) > options.Value.RemindDays) return false;
        letter.Remind(isOver);
        await mail.DueAsync(letter, isOver, stop);
        return true;
    }
}

/// <summary>Deletes name, contact, original text and files of cases that ended long ago (个人信息保护法第四十七条); the case stays.</summary>
public sealed class ForgetLetters(IServiceScopeFactory scopes, BusinessClock clock, IOptions<LetterOptions> options) : IPeriodicJob
{
    private const int Batch = 200;

    /// <inheritdoc/>
    public string Name => nameof(ForgetLetters);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(6);

    /// <summary>Says how many letters were forgotten.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var until = BusinessClock.Utc(clock.Today.AddMonths(-options.Value.KeepMonths), TimeOnly.MinValue);
        List<Guid> ended;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
            // A letter whose merged ones still wait for its answer is open itself, so its end is theirs too.
            ended = await db.Letters.Where(l => l.ForgottenAt == null && l.ClosedAt != null && l.ClosedAt < until && l.DueOn == null).OrderBy(l => l.ClosedAt).Select(l => l.Id).Take(Batch).ToListAsync(stop);
        }

        var forgotten = 0;
        foreach (var id in ended) if (await ForgetAsync(id, stop)) forgotten++;
        return forgotten;
    }

    private async Task<bool> ForgetAsync(Guid id, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, store) = (services.GetRequiredService<DisclosureDb>(), services.GetRequiredService<LetterStore>());
        if (await store.FindAsync(id, stop) is not { } letter) return false;
        var hashes = letter.Files.Select(f => f.Hash).Where(h => h.Length > 0).ToList();
        var outcome = await store.ActAsync(letter, null, LetterAct.Forget, (l, now) =>
        {
            l.Forget(now);
            return Task.FromResult(Shared.Outcome.Done);
        }, stop);
        if (!outcome.IsDone) return false;
        // After the save, so that a row never names a content that is gone; the same file may have come with another letter.
        foreach (var hash in hashes)
            if (!await db.Set<LetterFile>().AnyAsync(f => f.Hash == hash, stop)) services.GetRequiredService<LetterFiles>().Remove(hash);
        return true;
    }
}
