using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Benchmarks;

/// <summary>Verb <c>letters</c>: fills a site with letters and measures the public list, the statistics, the look by code and a desk.</summary>
internal static class LetterFiguresRun
{
    private const int Batch = 2000;
    private const int Reads = 200;

    public static async Task<int> RunAsync(string folder, int count)
    {
        await using var site = new BenchmarkSite(folder, "Development", withJobs: false);
        var receipt = await FillAsync(site, count);
        var table = new Table();
        await MeasureAsync(site, table, "list of public letters, first page", 20, reader => reader.ListAsync(new LetterFilter(), null, null));
        await MeasureAsync(site, table, "list of one kind", 20, reader => reader.ListAsync(new LetterFilter(LetterKind.Help), null, null));
        var organisation = await site.UseAsync<DisclosureDb, Guid>(db => db.Letters.Select(l => l.OrganisationId).FirstAsync());
        await MeasureAsync(site, table, "list of one organisation", 20, reader => reader.ListAsync(new LetterFilter(OrganisationId: organisation), null, null));
        await MeasureAsync(site, table, "search for a rare word", null, reader => reader.ListAsync(new LetterFilter(Words: "绝无此词"), null, null));
        var figures = site.Services.GetService(typeof(LetterFigures)) as LetterFigures ?? throw new InvalidOperationException("No figures.");
        await RunAsync(site, table, "statistics, first count", null, 1, db => figures.ReadAsync(db, null));
        await RunAsync(site, table, "statistics", 20, Reads, db => figures.ReadAsync(db, null));
        await RunAsync<DisclosureDb, int>(site, table, "statistics after a change", null, 20, async db =>
        {
            await db.Letters.OrderBy(l => l.Id).Take(1).ExecuteUpdateAsync(u => u.SetProperty(l => l.Revision, l => l.Revision + 1));
            return (await figures.ReadAsync(db, null)).All.Received;
        });
        await RunAsync<LetterTracking, TrackedLetter?>(site, table, "look by number and code", 10, Reads, tracking => tracking.OpenAsync(receipt.Number, receipt.Code));
        await RunAsync<LetterTracking, TrackedLetter?>(site, table, "look by a wrong code", 10, Reads, tracking => tracking.OpenAsync(receipt.Number, QueryCode.New().Written));
        var rights = new StaffRights([new RoleAt(organisation, StaffRole.Clerk)]);
        await RunAsync<LetterLists, LetterPage>(site, table, "desk of an organisation", 50, Reads, lists => lists.PageAsync(LetterView.InHand, rights, null, "", 1));
        await RunAsync<LetterLists, IReadOnlyDictionary<LetterView, int>>(site, table, "counts of its heaps", null, Reads, lists => lists.CountsAsync(rights, null));
        Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {await site.UseAsync<DisclosureDb, int>(db => db.Letters.CountAsync()):N0} letters, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:N0} MB");
        return table.Print();
    }

    private static Task MeasureAsync(BenchmarkSite site, Table table, string name, double? target, Func<LetterReader, Task<Page<PublicLetterRow>>> read) => RunAsync(site, table, name, target, Reads, read);

    private static Task RunAsync<T>(BenchmarkSite site, Table table, string name, double? target, int times, Func<DisclosureDb, Task<T>> read) => RunAsync<DisclosureDb, T>(site, table, name, target, times, read);

    private static async Task RunAsync<TService, T>(BenchmarkSite site, Table table, string name, double? target, int times, Func<TService, Task<T>> read) where TService : notnull
    {
        if (times > 1) for (var i = 0; i < 5; i++) await site.UseAsync(read);
        var took = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await site.UseAsync(read);
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        table.Add(name, target, took);
    }

    /// <summary>Letters over two years, most of them answered and public, each by the entity's own acts; the codes of the last.</summary>
    private static async Task<(string Number, string Code)> FillAsync(BenchmarkSite site, int count)
    {
        var (organisations, now) = (await site.UseAsync<DisclosureDb, List<Guid>>(db => db.Organisations.Where(o => o.IsActive).Select(o => o.Id).ToListAsync()), await site.UseAsync<BusinessClock, DateTime>(c => Task.FromResult(c.Now)));
        var random = new Random(450881);
        var code = QueryCode.New();
        var number = "";
        // A folder that is full already gets one more, whose code is known.
        var from = await site.UseAsync<DisclosureDb, int>(db => db.Letters.CountAsync());
        count = Math.Max(count, from + 1);
        for (var done = from; done < count; done += Batch)
        {
            await site.UseAsync<DisclosureDb, int>(async db =>
            {
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                var seals = new LetterSeals((FieldSealer)site.Services.GetService(typeof(FieldSealer))!);
                for (var i = 0; i < Math.Min(Batch, count - done); i++)
                {
                    var letter = Write(seals, random, organisations, now, done + i, code.Hash());
                    number = letter.Number;
                    db.Add(letter);
                }

                return await db.SaveChangesAsync();
            });
        }

        return (number, code.Written);
    }

    private static Letter Write(LetterSeals seals, Random random, List<Guid> organisations, DateTime now, int index, string code)
    {
        var (id, at, by) = (Guid.CreateVersion7(), now.AddMinutes(-random.Next(2 * 365 * 24 * 60) - 1), Guid.NewGuid());
        var on = BusinessClock.BeijingDate(at);
        var text = new LetterText("路灯坏了", $"第{index}封：村口的路灯坏了很久，请派人修一修。", "张三", "");
        var letter = Letter.Receive(
            new LetterReceived(id, on.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "-" + index.ToString("D6", CultureInfo.InvariantCulture), id, id.ToString("N"), (LetterKind)random.Next(5), organisations[random.Next(organisations.Count)], organisations[0])
            {
                WantsPublic = true,
                CodeHash = code,
                SecretHash = code,
                Original = seals.Seal(id, text),
                Limits = new LetterLimits(5, on.AddDays(7), on.AddDays(3)),
            }, at);
        if (random.Next(100) < 5) return letter;
        var (days, reviewer) = (random.Next(12), Guid.NewGuid());
        letter.SubmitReply(new LetterReplyText(seals.Seal(id, LetterSeals.Reply, "已经派人修好。"), letter.Kind == LetterKind.Suggestion ? Adoption.Adopted : null, ""), at.AddHours(1), by);
        letter.Approve(days, on.AddDays(days), at.AddHours(2), reviewer);
        if (random.Next(100) < 20) return letter;
        letter.ProposePublication(new PublicLetterText($"路灯坏了{index}", "村口的路灯坏了很久，请派人修一修。", "已经派人修好，谢谢您的提醒。"), "张**", [], at.AddHours(3), by);
        letter.Publish([], at.AddHours(4), reviewer);
        return letter;
    }
}
