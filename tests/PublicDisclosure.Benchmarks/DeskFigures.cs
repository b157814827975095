using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.ErrorReports;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Benchmarks;

/// <summary>Verb <c>desk</c>: a clerk for whom a thousand things wait, of several kinds, opens the desk and every other staff page.</summary>
internal static class DeskFigures
{
    private const int Drafts = 600, Reports = 200, Cases = 200, Reads = 60;

    public static async Task<int> RunAsync(string folder)
    {
        await using var site = new BenchmarkSite(folder, "Development", withJobs: false);
        var person = await PrepareAsync(site);
        var (page, count) = (new List<double>(), new List<double>());
        var total = 0;
        for (var i = 0; i < Reads + 5; i++)
        {
            var read = await TimeAsync(() => site.UseAsync<OneDesk, DeskPage>(d => d.PageAsync(person)));
            var counted = await TimeAsync(() => site.UseAsync<OneDesk, int>(d => d.CountAsync(person)));
            if (read.Value.Total != counted.Value) throw new InvalidOperationException($"The list has {read.Value.Total} things, the head counts {counted.Value}.");
            total = counted.Value;
            if (i < 5) continue;
            page.Add(read.Milliseconds);
            count.Add(counted.Milliseconds);
        }

        var table = new Table();
        table.Add($"the desk, {total:N0} open things", 50, page);
        table.Add("its count in the head of a page", 20, count);
        Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}");
        return table.Print();
    }

    private static async Task<(T Value, double Milliseconds)> TimeAsync<T>(Func<Task<T>> act)
    {
        var start = Stopwatch.GetTimestamp();
        var value = await act();
        return (value, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static async Task<DeskPerson> PrepareAsync(BenchmarkSite site)
    {
        var sealer = await site.UseAsync<FieldSealer, FieldSealer>(Task.FromResult);
        var now = await site.UseAsync<BusinessClock, DateTime>(clock => Task.FromResult(clock.Now));
        return await site.UseAsync<DisclosureDb, DeskPerson>(async db =>
        {
            var organisation = await db.Organisations.Where(o => o.Slug == "mzj").Select(o => o.Id).SingleAsync();
            var clerk = await db.Users.Where(u => u.UserName == "demo-clerk-mzj").Select(u => u.Id).SingleAsync();
            if (await db.ErrorReports.CountAsync(r => r.OrganisationId == organisation) < Reports)
            {
                for (var i = 0; i < Drafts; i++) db.Add(Disclosure.Create(Guid.CreateVersion7(now), organisation, Text(i), now.AddMinutes(-i), clerk));
                for (var i = 0; i < Cases; i++) db.Add(Case(i, organisation, now, clerk));
                for (var i = 0; i < Reports; i++)
                {
                    var id = Guid.CreateVersion7(now);
                    db.Add(ErrorReport.Receive(id, QueryCode.New(), "/five", ErrorKind.Other, sealer.Seal("错字", ErrorReport.WordsPurpose(id)), null, organisation, (BusinessClock.BeijingDate(now).AddDays(i % 9 - 4), 3), now));
                }

                await db.SaveChangesAsync();
            }

            return new DeskPerson(clerk, new StaffRights([new RoleAt(organisation, StaffRole.Clerk)]));
        });
    }

    private static OpinionCase Case(int number, Guid organisation, DateTime now, Guid by) => OpinionCase.Register(
        Guid.CreateVersion7(now), organisation, new CaseFacts($"舆情 {number}", "内容", CaseSource.Media, "", (CaseGrade)(number % 4), now.AddHours(-4), "记录", now.AddHours(-3), "记录"), new CaseOptions(), now, by);

    private static DisclosureText Text(int number) => new()
    {
        Title = $"关于第 {number} 件待办的通知",
        Genre = DisclosureGenre.Other,
        Kind = DocumentKind.Notice,
        Aspects = DisclosureAspects.Decision,
        Body = "正文。",
        FormedOn = new DateOnly(2026, 3, 2),
        Channels = "Website",
    };
}
