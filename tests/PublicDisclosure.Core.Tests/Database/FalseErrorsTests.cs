using System.Globalization;
using System.Text.RegularExpressions;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Data.Seed.Demo;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Tests.Disclosures;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Core.WordLists;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>
/// How often checklist and word lists are wrong: every text of the demo year is fit to be published, so each error, and each form
/// of the shipped lists that is found, is a false one. The figures stand in docs/checklist.md.
/// </summary>
public class FalseErrorsTests
{
    private const double Most = 0.02;
    private const int TextsAtLeast = 3000;

    private static readonly WordMatcher Lists = new(WordListSeed.Shipped.Select(e => new WordLine(Guid.NewGuid(), e)));

    [Fact]
    public async Task Check_EveryTextOfTheDemoYear_IsHardlyEverFalselyRefused()
    {
        var clock = new TestClock();
        clock.Set(new DateOnly(2026, 11, 23), new TimeOnly(9, 0));
        await using var site = await SeededSite.CreateAsync(clock, SeedKind.DemoAccounts);
        var city = await site.ReadAsync<DisclosureDb, DemoCity>(db => DemoCity.LoadAsync(db, default));
        var today = clock.Business.Today;
        var random = new Random(450881);
        var patterns = new DemoPatterns(city, random, today.AddDays(-365), today);
        var entries = DemoHandwritten.Drafts(city, clock.Now).Concat(DemoTemplates.Drafts(city, today, random)).Select(DemoEntry.Of).Concat(patterns.Entries(DemoSeed.DefaultGenerated)).ToList();

        var results = entries.AsParallel().Select(entry => Errors(entry, city)).ToList();

        var files = results.Sum(r => r.Files);
        var refused = results.Where(r => r.Errors.Count > 0).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{results.Count} texts, {files} files, {refused.Count} falsely refused");
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', refused.SelectMany(r => r.Errors).GroupBy(c => c).Select(g => $"{g.Key} {g.Count()}")));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', results.SelectMany(r => r.Warnings).GroupBy(c => c).Select(g => $"warning {g.Key} {g.Count()}")));
        var worded = results.Count(r => r.Words.Count > 0);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', results.SelectMany(r => r.Words).GroupBy(c => c).Select(g => $"word {g.Key} {g.Count()}")));
        Assert.True(results.Count >= TextsAtLeast, $"{results.Count}");
        Assert.True(refused.Count <= Most * results.Count, $"{refused.Count} of {results.Count}");
        Assert.True(worded <= Most * results.Count, $"{worded} of {results.Count}");
        AssertWritten(GeneratedDocuments.FalseErrors, refused.Count, results.Count);
        AssertWritten(GeneratedDocuments.FalseWords, worded, results.Count);
    }

    /// <summary>The lists are not silent because they are empty, or because the files are not read.</summary>
    [Fact]
    public void Lists_WrongFormsInAFile_AreFound()
    {
        var wrong = string.Join('，', WordListSeed.Shipped.Select(e => e.Wrong).Take(20));

        var facts = FileFacts.Read("csv", new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"说明\n\"{wrong}\"\n")), Lists);

        Assert.True(facts.Words.Count >= 15, $"{facts.Words.Count}");
        Assert.True(WordListSeed.Shipped.Count >= 200);
    }

    private static void AssertWritten(string figure, int wrong, int of)
    {
        var written = Regex.Match(figure, @"(\d+) of ([\d,]+) texts").Groups;
        Assert.Equal((wrong, of), (int.Parse(written[1].Value, CultureInfo.InvariantCulture), int.Parse(written[2].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)));
    }

    private static (List<string> Errors, List<string> Warnings, List<string> Words, int Files) Errors(DemoEntry entry, DemoCity city)
    {
        var made = entry.Render();
        var draft = made.Draft;
        var by = Guid.NewGuid();
        var disclosure = Disclosure.Create(Guid.NewGuid(), draft.Organisation.Id, draft.Text, draft.PublishAt, by, isDemo: true);
        disclosure.Edit(draft.Text, [.. draft.ItemCodes.Select(code => new ItemChoice(code, city.Items.GetValueOrDefault(code)?.Text.Elements ?? ""))], draft.PublishAt, by);
        var files = new Dictionary<string, FileFacts>();
        foreach (var (attachment, order) in draft.Attachments.Select((a, i) => (a, i)))
        {
            var extension = Path.GetExtension(attachment.FileName)[1..];
            var hash = $"{order:x64}";
            using var content = new MemoryStream(DemoFiles.Make(draft.Key, attachment, draft.Organisation.Name));
            files[hash] = FileFacts.Read(extension, content, Lists);
            disclosure.Attach(new DisclosureAttachment(Guid.NewGuid(), disclosure.Id, attachment.FileName, extension, hash, 1, false, order, draft.PublishAt, by), draft.PublishAt, by);
        }

        var check = PublicationChecklist.Check(disclosure, new DisclosureFacts
        {
            Today = BusinessClock.BeijingDate(draft.PublishAt),
            OrganisationName = draft.Organisation.Name,
            OrganisationHasCode = draft.Organisation.CreditCode is not null,
            Files = files,
            Words = Lists,
            Items = draft.ItemCodes.Select(code => city.Items.GetValueOrDefault(code)).OfType<Core.Catalogue.StandardItem>().DistinctBy(i => i.Code).ToDictionary(
                i => i.Code, i => new ItemFacts(i.Text.Name, i.Text.Elements, i.Mode, i.Text.Channels, city.HasDuty(draft.Organisation.Id, i.Code))),
        }, made.Body);
        return ([.. check.Errors.Select(e => $"{e.Refusal.Code} ({draft.Key})")], [.. check.Warnings.Select(w => w.Refusal.Code).Distinct()],
            [.. check.Findings.Where(f => f.Refusal.Code.EndsWith("WrongWord", StringComparison.Ordinal)).Select(f => f.Refusal.ToString())], files.Count);
    }
}
