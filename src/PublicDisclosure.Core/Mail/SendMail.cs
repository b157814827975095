using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Mail;

/// <summary>
/// Sends what is queued, the oldest first, each mail in a save of its own. A mail is marked after it was handed over: a crash
/// between the two hands over that one mail again, under the same message id, and never loses one.
/// </summary>
public sealed class SendMail(IServiceScopeFactory scopes, BusinessClock clock, IMailCarrier carrier, IOptions<MailOptions> options) : IPeriodicJob
{
    private const int MostPerRun = 200;

    // Well within the lease of the job, so that no other node begins to send the same mails.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    /// <inheritdoc/>
    public string Name => nameof(SendMail);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <summary>Sends what is due; says how many mails were handed over.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var (started, sent) = (clock.Now, 0);
        foreach (var id in await DueAsync(started, stop))
        {
            if (clock.Now - started > Longest) break;
            var (isSent, isUnreachable) = await SendAsync(id, stop);
            if (isSent) sent++;
            if (isUnreachable) break;
        }

        return sent;
    }

    private async Task<List<Guid>> DueAsync(DateTime now, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        return await db.Mails.Where(m => m.State == MailState.Queued && m.TryAt <= now).OrderBy(m => m.TryAt).ThenBy(m => m.Id)
            .Take(MostPerRun).Select(m => m.Id).ToListAsync(stop);
    }

    private async Task<(bool IsSent, bool IsUnreachable)> SendAsync(Guid id, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        var mail = await db.Mails.SingleAsync(m => m.Id == id, stop);
        var person = await db.Users.AsNoTracking().Where(u => u.Id == mail.ToUserId).Select(u => new { u.DisplayName, u.DeactivatedAt }).SingleAsync(stop);
        var isUnreachable = false;
        if (person.DeactivatedAt is not null)
        {
            mail.MarkFailed("账号已停用，没有发送。", options.Value.MostAttempts, isFinal: true, clock.Now);
        }
        else
        {
            try
            {
                await carrier.CarryAsync(MailLetter.Of(mail, person.DisplayName, options.Value), stop);
                mail.MarkSent(carrier.Via, clock.Now);
            }
            catch (MailNotCarriedException problem)
            {
                isUnreachable = problem.IsUnreachable;
                mail.MarkFailed(problem.Message, options.Value.MostAttempts, problem.IsFinal, clock.Now);
            }
        }

        // Handed over is handed over: it is marked even when the site is being stopped.
        await db.SaveChangesAsync(CancellationToken.None);
        return (mail.State == MailState.Sent, isUnreachable);
    }
}
