using System.Net;
using System.Text.RegularExpressions;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>
/// docs/visibility.md, read as a reader reads it, against every answer of the site: every planted word is looked for in every
/// output, and each output answers with the status that the table says.
/// </summary>
public sealed class PlantedWordsTests(PlantedWorld world) : IClassFixture<PlantedWorld>
{
    private static readonly Dictionary<string, (int Status, HashSet<PublicPart> Parts)> Table = ReadTable();

    // Which row of the table a situation reads as; written by hand in the document.
    private static readonly Dictionary<string, string> Situations = ReadSituations();

    // The part that has to be open for a word to be read. What is said about a document goes with its summary.
    private static readonly Dictionary<Planted, PublicPart> PartOf = new()
    {
        [Planted.Title] = PublicPart.Title,
        [Planted.Notice] = PublicPart.Notice,
        [Planted.Body] = PublicPart.Body,
        [Planted.Summary] = PublicPart.Summary,
        [Planted.PlainSummary] = PublicPart.Summary,
        [Planted.Keywords] = PublicPart.Summary,
        [Planted.Source] = PublicPart.Summary,
        [Planted.FileName] = PublicPart.Files,
        [Planted.FileContent] = PublicPart.Files,
        [Planted.ChangeReason] = PublicPart.Summary,
        [Planted.FormedReason] = PublicPart.Summary,
        [Planted.ValidityReason] = PublicPart.Summary,
        [Planted.ForcedReason] = PublicPart.Lists,
    };

    public static TheoryData<string> Names => [.. Situations.Keys];

    [Fact]
    public void Table_OfTheDocument_EqualsTheCode()
    {
        Assert.Equal(PublicVisibility.All.Count(), Table.Count);
        foreach (var (standing, reason, view) in PublicVisibility.All)
        {
            var row = Table[reason is null ? $"{standing}" : $"{standing} {reason}"];
            Assert.Equal(view.Status, row.Status);
            foreach (var part in Enum.GetValues<PublicPart>()) Assert.True(view.Shows(part) == row.Parts.Contains(part), $"{standing} {reason} {part}");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void EveryOutput_SearchedForEveryWord_CarriesOnlyWhatTheTableOpens(string name)
    {
        var faults = new List<string>();
        foreach (var field in Enum.GetValues<Planted>())
        {
            if (Open(name).Contains(PartOf[field]) && name != "closedByCorrection") continue;
            var word = world.Word(name, field);
            faults.AddRange(world.All.Where(a => a.Text.Contains(word, StringComparison.Ordinal)).Select(a => $"{field} in {a.Address}"));
        }

        // The text of a correction under way is nobody's yet.
        if (name == "corrected")
            faults.AddRange(from field in Enum.GetValues<Planted>() from answer in world.All where answer.Text.Contains(world.Word("corrected+", field), StringComparison.Ordinal) select $"{field}+ in {answer.Address}");
        Assert.Empty(faults);
    }

    [Theory, MemberData(nameof(Names))]
    public void OwnPage_ShowsWhatTheTableOpens(string name)
    {
        if (!world.Below.TryGetValue(name, out var below))
        {
            Assert.Equal("None", Situations[name]);
            return;
        }

        var planted = name == "closedByCorrection" ? name + "+" : name;
        Assert.Equal(Table[Situations[name]].Status, (int)below[""].Status);
        foreach (var field in new[] { Planted.Title, Planted.Summary, Planted.PlainSummary, Planted.Keywords, Planted.Source, Planted.Body, Planted.FileName })
            Assert.True(Open(name).Contains(PartOf[field]) == below[""].Text.Contains(world.Word(planted, field), StringComparison.Ordinal), $"{field}");
        if (Situations[name].StartsWith("Withdrawn", StringComparison.Ordinal))
            Assert.Equal(Open(name).Contains(PublicPart.Notice), below[""].Text.Contains(world.Word(name, Planted.Notice), StringComparison.Ordinal));
        Assert.Contains(below["index"].Status, new[] { HttpStatusCode.MovedPermanently, HttpStatusCode.PermanentRedirect, HttpStatusCode.Found });
    }

    [Theory, MemberData(nameof(Names))]
    public void OutputsBelow_AnswerAsTheTableSays(string name)
    {
        if (!world.Below.TryGetValue(name, out var below)) return;
        var (first, second) = name == "closedByCorrection" ? (false, true) : (true, false);
        Expect("/versions/1", PublicPart.Versions, first);
        Expect("/versions/2", PublicPart.Versions, second);
        Expect("/print", PublicPart.Print, true);
        Expect("/download", PublicPart.Download, true);
        Expect("/download?version=1", PublicPart.Download, first);
        Expect("file1", PublicPart.Files, first);
        Expect("file2", PublicPart.Files, second);
        Expect("/changes/1/2", PublicPart.Differences, false);
        Expect("api", PublicPart.Lists, true);
        Expect("api1", PublicPart.Versions, first);
        Expect("api2", PublicPart.Versions, second);

        void Expect(string output, PublicPart part, bool isThere)
        {
            var status = (int)below[output].Status;
            if (isThere && Open(name).Contains(part)) Assert.True(status == 200, $"{output}: {status}");
            else Assert.True(status is 404 or 410, $"{output}: {status}");
            if (!Open(name).Contains(part) || (name == "closedByCorrection" && !isThere)) Assert.True(status == 410, $"{output}: {status} instead of 410");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task ListsFeedsSearchAndSitemap_NameOnlyWhatTheTableOpens(string name)
    {
        var planted = name == "closedByCorrection" ? name + "+" : name;
        var title = world.Word(planted, Planted.Title);
        bool In(string address) => world.Everywhere.Single(a => a.Address == address).Text.Contains(title, StringComparison.Ordinal);
        Assert.Equal(Open(name).Contains(PublicPart.Lists), In("/disclosures"));
        Assert.Equal(Open(name).Contains(PublicPart.Feeds), In("/feed.xml"));
        foreach (var list in new[] { "/api/v1/disclosures?limit=200", "/api/v1/disclosures?changedSince=2026-01-01&limit=200", "/api/v1/disclosures?format=xlsx&limit=200" })
            Assert.True(Open(name).Contains(PublicPart.Lists) == In(list), list);
        var hits = await world.AskAsync("/search?q=" + Uri.EscapeDataString(title[..3]));
        Assert.Equal(Open(name).Contains(PublicPart.Search), hits.Text.Contains(title, StringComparison.Ordinal));
        if (!world.Addresses.TryGetValue(name, out var at)) return;
        var mapped = world.Everywhere.Where(a => a.Address.StartsWith("/sitemap.xml", StringComparison.Ordinal)).Any(a => a.Text.Contains($"/disclosures/{at.Address}<", StringComparison.Ordinal));
        Assert.Equal(Open(name).Contains(PublicPart.Sitemap) && name != "displayed", mapped);
    }

    [Theory]
    [InlineData("/withdrawals", "suspended", "lifted", "withdrawnError", "withdrawnPersonalOrSecret", "withdrawnReplaced", "closedByWithdrawal", "closedByCorrection", "basisSuspended")]
    [InlineData("/withdrawals?kind=displays", "ended")]
    public void Register_NamesEveryAct(string address, params string[] names)
    {
        // A page of the register holds twenty lines, and there are fewer acts than that here.
        var register = world.Everywhere.Single(a => a.Address == address).Text;
        foreach (var name in names) Assert.Contains(world.Addresses[name].IndexNumber, register + Linked(register), StringComparison.Ordinal);
        Assert.DoesNotContain(world.Addresses["published"].Address + "\"", register, StringComparison.Ordinal);
    }

    /// <summary>Who keeps a copy learns of everything that is not public any more, and of the reason where that is told.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Removals_NameWhatMustBeDeleted(string name)
    {
        if (!world.Addresses.TryGetValue(name, out var at)) return;
        var removals = world.Everywhere.Single(a => a.Address == "/api/v1/removals?limit=200").Text;
        Assert.Equal(!Open(name).Contains(PublicPart.Lists), removals.Contains($"\"address\":\"{at.Address}\"", StringComparison.Ordinal));
        Assert.Equal(Situations[name].StartsWith("Withdrawn", StringComparison.Ordinal) && Open(name).Contains(PublicPart.Notice), removals.Contains(world.Word(name, Planted.Notice), StringComparison.Ordinal));
    }

    [Theory, InlineData("displayed"), InlineData("ended"), InlineData("endedLate")]
    public void ListOfPersons_EveryOpenOutput_IsKeptOutOfIndexes(string name)
    {
        var open = world.Below[name].Values.Where(a => a.Status == HttpStatusCode.OK).ToList();
        Assert.NotEmpty(open);
        Assert.All(open, a => Assert.True(a.SaysNoIndex, a.Address));
        Assert.Contains(world.Below["published"].Values, a => a.Status == HttpStatusCode.OK && !a.SaysNoIndex);
    }

    [Fact]
    public void Planted_EveryWordOfAPublicPage_IsFoundByThisSearch()
    {
        // The guard of the guard: a word that was never planted could not be missed.
        foreach (var field in Enum.GetValues<Planted>().Except([Planted.Notice, Planted.ChangeReason]))
            Assert.Contains(world.All, a => a.Text.Contains(world.Word("published", field), StringComparison.Ordinal));
        Assert.Contains(world.All, a => a.Text.Contains(world.Word("withdrawnError", Planted.Notice), StringComparison.Ordinal));
    }

    private static HashSet<PublicPart> Open(string name) => Table[Situations[name]].Parts;

    /// <summary>Index numbers of the pages that the register links to.</summary>
    private string Linked(string register) =>
        string.Concat(world.Addresses.Values.Where(a => register.Contains($"/disclosures/{a.Address}\"", StringComparison.Ordinal)).Select(a => a.IndexNumber));

    private static string[][] Rows() =>
        [.. SourceTree.Read("docs/visibility.md").Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l.Trim('|', ' ', '\r').Split('|', StringSplitOptions.TrimEntries))];

    private static Dictionary<string, (int, HashSet<PublicPart>)> ReadTable()
    {
        var rows = Rows();
        var parts = Codes(string.Concat(rows.Single(r => r[0] == "Standing"))).Split(' ').Select(Enum.Parse<PublicPart>).ToArray();
        return rows.Where(r => r.Length == parts.Length + 2 && r[0] != "Standing").ToDictionary(
            r => Codes(r[0]), r => (int.Parse(r[1], System.Globalization.CultureInfo.InvariantCulture), parts.Where((_, i) => r[i + 2] == "●").ToHashSet()));
    }

    private static Dictionary<string, string> ReadSituations() =>
        Rows().Where(r => r.Length == 2 && r[0] != "Situation" && !r[0].StartsWith('-')).ToDictionary(r => Codes(r[0]), r => Codes(r[1]));

    private static string Codes(string cell) => string.Join(' ', Regex.Matches(cell, "`([A-Za-z]+)`").Select(m => m.Groups[1].Value));
}
