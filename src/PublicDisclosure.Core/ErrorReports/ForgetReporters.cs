using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.ErrorReports;

/// <summary>
/// Deletes the contacts of reports that were answered long enough ago (《个人信息保护法》第四十七条: what is not needed any more is
/// deleted). Report, answer and figures stay.
/// </summary>
public sealed class ForgetReporters(IServiceScopeFactory scopes, BusinessClock clock, IOptions<ErrorReportOptions> options) : IPeriodicJob
{
    private const int MostPerRun = 200;

    /// <inheritdoc/>
    public string Name => nameof(ForgetReporters);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(6);

    /// <summary>Deletes what is due; says how many contacts went.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        var (now, before) = (clock.Now, clock.Now.AddDays(-options.Value.KeepContactDays));
        // What was merged counts from the answer of the report it was merged into.
        var due = await db.ErrorReports.Where(r => r.Contact != null && r.ForgottenAt == null)
            .Where(r => r.AnsweredAt < before || db.ErrorReports.Any(m => m.Id == r.MergedIntoId && m.AnsweredAt < before)).OrderBy(r => r.ReceivedAt).Take(MostPerRun).ToListAsync(stop);
        foreach (var report in due)
        {
            report.Forget(now);
            db.Add(AuditEntry.Record(now, null, ErrorReportTransitions.Forget, report.OrganisationId, report.Id, report.Address));
        }

        await db.SaveChangesAsync(stop);
        return due.Count;
    }
}
