using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data.Seed.Demo;
using PublicDisclosure.Core.ErrorReports;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>Enters the error reports of the demonstration, once, under the days of their story. Never in Production.</summary>
public sealed class DemoErrorReportSeed(
    DisclosureDb db, BusinessClock clock, CalendarStore calendars, FieldSealer sealer, IHostEnvironment environment, IOptions<ErrorReportOptions> options, IOptions<DisclosureOfficeOptions> office) : ISeed
{
    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        if (environment.IsProduction() || await db.ErrorReports.AnyAsync(stop)) return 0;
        var calendar = await calendars.GetAsync(stop);
        var organisations = await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Slug, o => o.Id, stop);
        var page = await db.Listings.AsNoTracking().Where(l => l.IsDemo).OrderByDescending(l => l.FirstPublishedAt).Select(l => new { l.Address, l.OrganisationId }).FirstOrDefaultAsync(stop);
        var members = await db.Memberships.AsNoTracking().Where(m => db.Users.Any(u => u.Id == m.UserId && u.IsDemo)).OrderBy(m => m.UserId).Select(m => new { m.OrganisationId, m.UserId }).ToListAsync(stop);
        var people = members.DistinctBy(m => m.OrganisationId).ToDictionary(m => m.OrganisationId, m => m.UserId);
        var written = new Dictionary<string, ErrorReport>();
        foreach (var story in DemoDocumentReader.Read(SeedFiles.Text("Demo/responses/errors.md")))
        {
            var isDocument = story["address"] == "policy";
            if (isDocument && page is null) continue;
            var address = isDocument ? "/disclosures/" + page!.Address : story["address"];
            var owner = isDocument ? page!.OrganisationId : ReportedAddress.Organisation(address) is { } slug && organisations.TryGetValue(slug, out var own) ? own : organisations[office.Value.Slug];
            var on = clock.Today.AddDays(-int.Parse(story["ago"], CultureInfo.InvariantCulture));
            var at = story["ago"] == "0" ? clock.Now.AddMinutes(-50) : BusinessClock.Utc(on, new TimeOnly(10, 15));
            var (id, days) = (Guid.CreateVersion7(at), options.Value.AnswerWorkingDays);
            var contact = story["contact"];
            var report = ErrorReport.Receive(
                id, QueryCode.New(), address, Enum.Parse<ErrorKind>(story["kind"]), sealer.Seal(story["words"], ErrorReport.WordsPurpose(id)), contact.Length > 0 ? sealer.Seal(contact, ErrorReport.ContactPurpose(id)) : null,
                owner, (calendar.AddWorkingDays(on, days), days), at, isDemo: true);
            db.Add(report);
            db.Add(AuditEntry.Record(at, null, ErrorReportTransitions.Receive, owner, id, address));
            if (story["merge"] is { Length: > 0 } into) report.MergeInto(written[into]);
            else if (story["outcome"].Length > 0 && people.TryGetValue(owner, out var by))
            {
                var answered = BusinessClock.Utc(calendar.AddWorkingDays(on, int.Parse(story["took"], CultureInfo.InvariantCulture)), new TimeOnly(16, 0));
                if (answered <= clock.Now) report.Reply(Enum.Parse<ErrorOutcome>(story["outcome"]), story["answer"], answered, by);
            }

            written[story["key"]] = report;
        }

        await db.SaveChangesAsync(stop);
        return written.Count;
    }

    /// <summary>Takes the demonstration's reports out again.</summary>
    public async Task RemoveAsync(CancellationToken stop)
    {
        await db.ErrorReports.Where(r => r.IsDemo && r.MergedIntoId != null).ExecuteDeleteAsync(stop);
        await db.ErrorReports.Where(r => r.IsDemo).ExecuteDeleteAsync(stop);
    }
}
