using System.Diagnostics;
using System.Globalization;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Benchmarks.Search;

/// <summary>
/// Verb <c>questions</c>: asks the search of the site with its demonstration every labelled question and prints how often a right page
/// comes first and among the first five, by half and by kind.
/// </summary>
internal static class SearchFigures
{
    private const int Shown = 5;

    public static async Task<int> RunAsync(string folder)
    {
        await using var site = new BenchmarkSite(folder, "Development", withJobs: false, withDemo: true);
        var answers = new List<Answer>();
        foreach (var question in LabelledQuestion.ReadAll())
        {
            var start = Stopwatch.GetTimestamp();
            var titles = await site.UseAsync<DisclosureSearch, List<string>>(async search =>
                [.. (await search.FindAsync(DisclosureSearch.Words(question.Words), null, CancellationToken.None)).Rows.Select(h => h.Disclosure.Title)]);
            answers.Add(new Answer(question, titles, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
        }

        Console.WriteLine();
        Console.WriteLine("| Questions | n | Right page first | Among the first five | Median ms | p95 ms |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        var asked = answers.Where(a => a.Question.Right.Count > 0).ToList();
        Print("held out", asked.Where(a => a.Question.IsHeldOut));
        Print("open", asked.Where(a => !a.Question.IsHeldOut));
        foreach (var kind in asked.GroupBy(a => a.Question.Kind).OrderBy(g => g.Key, StringComparer.Ordinal)) Print(kind.Key, kind);
        var nothing = answers.Where(a => a.Question.Right.Count == 0).ToList();
        Console.WriteLine($"Nothing to find: {nothing.Count(a => a.Titles.Count == 0)} of {nothing.Count} found nothing.");
        return 0;
    }

    private static void Print(string name, IEnumerable<Answer> some)
    {
        var answers = some.ToList();
        if (answers.Count == 0) return;
        var times = answers.Select(a => a.Milliseconds).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {answers.Count} | {Share(answers, 1)} | {Share(answers, Shown)} | {times[times.Count / 2]:N1} | {times[times.Count * 95 / 100]:N1} |"));
    }

    private static string Share(List<Answer> answers, int among) =>
        (answers.Count(a => a.Titles.Take(among).Any(a.Question.Right.Contains)) * 100d / answers.Count).ToString("N0", CultureInfo.InvariantCulture) + " %";

    private sealed record Answer(LabelledQuestion Question, List<string> Titles, double Milliseconds);
}
