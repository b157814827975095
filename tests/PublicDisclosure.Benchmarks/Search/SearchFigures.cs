using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Search;

namespace PublicDisclosure.Benchmarks.Search;

/// <summary>
/// Verb <c>questions</c>: asks the search of the site with its demonstration every labelled question and prints how often a right page
/// comes first and among the first five, by half and by kind.
/// </summary>
internal static class SearchFigures
{
    private const int Shown = 5;

    public static async Task<int> RunAsync(string folder, bool withOpen, string set)
    {
        await using var site = new BenchmarkSite(folder, "Development", withJobs: false, withDemo: true);
        var start = Stopwatch.GetTimestamp();
        var pages = await site.UseAsync<SearchFollower, int>(follower => follower.RebuildAsync());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Index of {pages} pages built in {Stopwatch.GetElapsedTime(start).TotalSeconds:N1} s: {pages / Stopwatch.GetElapsedTime(start).TotalSeconds:N0} a second."));
        // What the first question costs (the tables of characters) is no figure of a question.
        await AskAsync(site, "居主证");
        var answers = new List<Answer>();
        // A list of persons whose display is over by now can be found by nobody: such questions have no right page any more.
        var open = await site.UseAsync<DisclosureDb, HashSet<string>>(OpenTitlesAsync);
        var all = LabelledQuestion.ReadAll(set);
        var askable = all.Where(q => q.Right.Count == 0 || q.Right.Any(open.Contains)).ToList();
        Console.WriteLine($"{all.Count - askable.Count} of {all.Count} questions are left out: the display of their right pages is over.");
        foreach (var question in askable)
        {
            start = Stopwatch.GetTimestamp();
            var found = await AskAsync(site, question.Words);
            answers.Add(new Answer(question, [.. found.Rows.Select(r => r.PlainTitle)], found.Total, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
        }

        Console.WriteLine();
        Console.WriteLine("| Questions | n | Right page first | Among the first five | Among the first twenty | Nothing found | Median ms | p95 ms |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        var asked = answers.Where(a => a.Question.Right.Count > 0).ToList();
        Print("held out", asked.Where(a => a.Question.IsHeldOut));
        Print("open", asked.Where(a => !a.Question.IsHeldOut));
        foreach (var kind in asked.GroupBy(a => a.Question.Kind).OrderBy(g => g.Key, StringComparer.Ordinal)) Print(kind.Key, kind);
        var nothing = answers.Where(a => a.Question.Right.Count == 0).ToList();
        Console.WriteLine($"Nothing to find: {nothing.Count(a => a.Titles.Count == 0)} of {nothing.Count} found nothing.");
        var totals = answers.Select(a => (double)a.Total).ToList();
        Console.WriteLine($"Pages found: least {totals.Min()}, median {Quantile.Of(totals, 0.5)}, p95 {Quantile.Of(totals, 0.95)}, most {totals.Max()}.");
        if (!withOpen) return 0;
        // Only the open half: whoever tunes must not see what the other one finds.
        foreach (var answer in answers.Where(a => !a.Question.IsHeldOut && !IsRight(a)))
            Console.WriteLine($"{answer.Question.Kind}\t{answer.Question.Words}\t{answer.Total}\t{string.Join(" / ", answer.Titles.Take(3))}\tplace {answer.Titles.FindIndex(answer.Question.Right.Contains) + 1}");
        return 0;
    }

    private static bool IsRight(Answer answer) =>
        answer.Question.Right.Count == 0 ? answer.Total == 0 : answer.Titles.Take(1).Any(answer.Question.Right.Contains);

    private static async Task<HashSet<string>> OpenTitlesAsync(DisclosureDb db) =>
    [
        .. await db.Listings.Select(l => l.Title).ToListAsync(),
        .. await db.Letters.Where(l => l.Publicity == LetterPublicity.Published).Select(l => l.PublicTitle).ToListAsync(),
        .. await db.Organisations.Select(o => o.Name).ToListAsync(),
    ];

    private static Task<SearchPage> AskAsync(BenchmarkSite site, string words) =>
        site.UseAsync<SiteSearch, SearchPage>(search => search.FindAsync(words, new SearchFilter()));

    private static void Print(string name, IEnumerable<Answer> some)
    {
        var answers = some.ToList();
        if (answers.Count == 0) return;
        var times = answers.Select(a => a.Milliseconds).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {answers.Count} | {Share(answers, 1)} | {Share(answers, Shown)} | {Share(answers, SiteSearch.PageSize)} | {answers.Count(a => a.Total == 0)} | {Quantile.Of(times, 0.5):N1} | {Quantile.Of(times, 0.95):N1} |"));
    }

    private static string Share(List<Answer> answers, int among) =>
        (answers.Count(a => a.Titles.Take(among).Any(a.Question.Right.Contains)) * 100d / answers.Count).ToString("N0", CultureInfo.InvariantCulture) + " %";

    private sealed record Answer(LabelledQuestion Question, List<string> Titles, int Total, double Milliseconds);
}
