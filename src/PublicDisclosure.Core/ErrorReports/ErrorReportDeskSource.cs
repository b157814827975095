using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.ErrorReports;

/// <summary>Error reports that wait for an answer of the person's own organisation.</summary>
internal sealed class ErrorReportDeskSource(DisclosureDb db) : IDeskSource
{
    /// <inheritdoc/>
    public async Task<int> CountAsync(DeskPerson person, CancellationToken stop) => Waiting(person) is { } waiting ? await waiting.CountAsync(stop) : 0;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeskTask>> ReadAsync(DeskPerson person, CancellationToken stop)
    {
        if (Waiting(person) is not { } waiting) return [];
        var rows = await waiting.Select(r => new { r.Id, r.Address, r.OrganisationId, r.ReceivedAt, r.DueOn, r.DueWorkingDays, Name = db.Organisations.Where(o => o.Id == r.OrganisationId).Select(o => o.ShortName).First() }).ToListAsync(stop);
        return [.. rows.Select(r => new DeskTask(DeskTaskKind.ErrorReport, $"error-report:{r.Id:N}", r.Address, $"/admin/error-reports/{r.Id}", r.OrganisationId, r.Name, r.ReceivedAt)
        {
            DueOn = r.DueOn,
            ExplanationPath = DueLine.PathOf(BusinessClock.BeijingDate(r.ReceivedAt), new LimitSpan(r.DueWorkingDays, LimitUnit.WorkingDay), null),
        })];
    }

    private IQueryable<ErrorReport>? Waiting(DeskPerson person)
    {
        var own = person.Rights.Roles.Where(r => RolePermissions.Of(r.Role).Contains(Permission.ErrorReportsHandle)).Select(r => r.OrganisationId).Distinct().ToList();
        return own.Count == 0 ? null : db.ErrorReports.AsNoTracking().Where(r => r.State == ErrorReportState.Received && own.Contains(r.OrganisationId));
    }
}
