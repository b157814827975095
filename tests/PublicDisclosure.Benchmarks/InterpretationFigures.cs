using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;

namespace PublicDisclosure.Benchmarks;

/// <summary>
/// Verb <c>interpretations</c>: makes interpretations of some of the pages of a generated folder, each of two other pages, and reads the
/// lists and both sides over HTTP. It changes the folder: what it makes has the public rows of an interpretation and no history.
/// </summary>
internal static class InterpretationFigures
{
    private const int Requests = 100;
    private const int WarmUp = 10;

    public static async Task<int> RunAsync(string folder, int count)
    {
        await using var site = new BenchmarkSite(folder, "Staging", withJobs: false);
        var made = await site.UseAsync<DisclosureDb, int>(db => MakeAsync(db, count));
        var (policies, materials, domains, organisations) = await site.UseAsync<DisclosureDb, (List<string>, List<string>, List<string>, List<string>)>(ReadAsync);
        using var client = site.Visitor();
        var table = new Table();
        await AskAsync(site, client, table, "list of interpretations", ["/interpretations"]);
        await AskAsync(site, client, table, "list of one form", [.. Enum.GetNames<InterpretationForm>().Select(f => "/interpretations?form=" + f)]);
        await AskAsync(site, client, table, "list of one domain", [.. domains.Select(d => "/interpretations?domain=" + d)]);
        await AskAsync(site, client, table, "list of one organisation", [.. organisations.Select(o => "/interpretations?organisation=" + o)]);
        await AskAsync(site, client, table, "page of an interpretation", materials, null);
        await AskAsync(site, client, table, "page of a policy with interpretations", policies, null);
        Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {made:N0} interpretations, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:N0} MB");
        return table.Print();
    }

    // Straight into the tables: leading 20,000 texts through plan, two reviews and signature would take hours and measure the same pages.
    private static async Task<int> MakeAsync(DisclosureDb db, int count)
    {
        var missing = count - await db.PublicInterpretations.CountAsync();
        if (missing > 0)
        {
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "PublicInterpretations" ("DisclosureId", "Form", "Stage", "Interpreter_ContactPhone", "Interpreter_ContactUnit", "Interpreter_Name", "Interpreter_Post")
                SELECT "DisclosureId", CASE (ROW_NUMBER() OVER (ORDER BY "DisclosureId")) % 4 WHEN 0 THEN 'Text' WHEN 1 THEN 'QuestionsAndAnswers' WHEN 2 THEN 'Expert' ELSE 'Chart' END,
                    'Publication', '0775-3380001', '办公室', '韦某', '局长'
                FROM "PublicListings" WHERE "Genre" IN ('Announcement', 'Other') ORDER BY "Address" LIMIT {missing}
                """);
            foreach (var shift in new[] { 1, 7 })
            {
                await db.Database.ExecuteSqlAsync($"""
                    INSERT OR IGNORE INTO "PublicInterpretationLinks" ("InterpretationId", "PolicyId")
                    SELECT i."DisclosureId", p."DisclosureId"
                    FROM (SELECT "DisclosureId", ROW_NUMBER() OVER (ORDER BY "DisclosureId") AS n FROM "PublicInterpretations") i
                    JOIN (SELECT "DisclosureId", ROW_NUMBER() OVER (ORDER BY "DisclosureId") AS n FROM "PublicListings" WHERE "Genre" NOT IN ('Announcement', 'Other')) p ON p.n = i.n / 3 + {shift}
                    """);
            }

            var explains = db.PublicInterpretations.Select(i => i.DisclosureId);
            await db.Listings.Where(l => explains.Contains(l.DisclosureId)).ExecuteUpdateAsync(u => u.SetProperty(l => l.Genre, DisclosureGenre.Interpretation));
            await db.ListingDomains.Where(l => explains.Contains(l.DisclosureId)).ExecuteUpdateAsync(u => u.SetProperty(l => l.Genre, DisclosureGenre.Interpretation));
        }

        return await db.PublicInterpretations.CountAsync();
    }

    private static async Task<(List<string> Policies, List<string> Materials, List<string> Domains, List<string> Organisations)> ReadAsync(DisclosureDb db)
    {
        var policies = await db.Listings.Where(l => db.PublicInterpretationLinks.Any(k => k.PolicyId == l.DisclosureId)).OrderBy(l => l.Address).Take(Requests).Select(l => "/disclosures/" + l.Address).ToListAsync();
        var materials = await db.Listings.Where(l => l.Genre == DisclosureGenre.Interpretation).OrderBy(l => l.Address).Take(Requests).Select(l => "/disclosures/" + l.Address).ToListAsync();
        return (policies, materials, await db.Domains.Select(d => d.Slug).ToListAsync(), await db.Organisations.Where(o => o.IsActive).Select(o => o.Slug).Take(40).ToListAsync());
    }

    private static async Task AskAsync(BenchmarkSite site, HttpClient client, Table table, string name, IReadOnlyList<string> addresses, double? target = 20)
    {
        var took = new List<double>();
        for (var round = -WarmUp; round < Requests; round++)
        {
            using var answer = await client.GetAsync(new Uri(addresses[(round + WarmUp) % addresses.Count], UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            var once = await site.Time.NextAsync();
            if (round >= 0) took.Add(once);
        }

        table.Add(name, target, took);
    }
}
