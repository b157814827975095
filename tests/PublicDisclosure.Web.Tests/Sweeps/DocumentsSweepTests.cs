using System.Reflection;
using System.Text.RegularExpressions;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>The glossary and the table of settings say nothing of the code that is not so.</summary>
public sealed partial class DocumentsSweepTests
{
    // The parts of later releases are named before they are built.
    private const string LaterParts = "## Later parts";

    /// <summary>Settings of the framework, which no class of ours binds.</summary>
    private static readonly string[] OfTheFramework = ["ASPNETCORE_ENVIRONMENT", "ASPNETCORE_URLS", "ConnectionStrings:Disclosure"];

    private static readonly Assembly[] Ours = [typeof(Outcome).Assembly, typeof(Words).Assembly];

    [Fact]
    public void Glossary_EveryName_IsOfTheCode() =>
        Sweep.IsClean(UnknownNames(SourceTree.Read("docs/glossary.md").Split(LaterParts)[0], Names(Ours.SelectMany(a => a.GetTypes()))));

    [Fact]
    public void Glossary_LaterParts_AreNotBuiltYet()
    {
        // A part that was built moves up into a table of its own.
        var later = CodeNames(SourceTree.Read("docs/glossary.md").Split(LaterParts)[1]).Where(name => name is not ("Guide" or "Rules" or "AnnualReport"));

        Assert.Empty(later.Intersect(Ours.SelectMany(a => a.GetTypes()).Select(type => type.Name)));
    }

    [Fact]
    public void Settings_Described_AreBound() =>
        Sweep.IsClean(Described(SourceTree.Read("docs/operations.md")).Except(Bound()).Except(OfTheFramework));

    [Fact]
    public void Settings_Bound_AreDescribed()
    {
        var described = Described(SourceTree.Read("docs/operations.md")).ToList();

        Sweep.IsClean(Bound().Where(setting => !described.Contains(setting) && !described.Contains($"{setting.Split(':')[0]}:*")));
    }

    [Fact]
    public void Sweep_PlantedDocuments_AreCaught()
    {
        var names = Names([typeof(DocumentsSweepTests)]);

        Assert.Equal(["LostName"], UnknownNames("| 词 | `DocumentsSweepTests`, `LostName` | `Settings_Bound_AreDescribed`, `<credit code>/<year>` |", names));
        Assert.Equal(["Planted:One", "Planted:Two"], Described("| Setting | Default |\n|---|---|\n| `Planted:One`, `Planted:Two` | `x` |\n\ntext `No:Setting`"));
        Assert.Contains("Storage:DataFolder", Bound());
        Assert.Contains("Health:LeastFreeMegabytes", Bound());
        Assert.DoesNotContain("Planted:One", Bound());
    }

    private static IEnumerable<string> UnknownNames(string text, HashSet<string> names) => CodeNames(text).Where(name => !names.Contains(name));

    /// <summary>Names in code type: one word, or a member after its type.</summary>
    private static IEnumerable<string> CodeNames(string text) =>
        CodeName().Matches(text).Select(match => match.Groups[1].Value.Split('.')[^1]).Distinct();

    private static HashSet<string> Names(IEnumerable<Type> types) =>
        [.. types.SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance).Select(m => m.Name).Append(type.Name.Split('`')[0]))];

    /// <summary>The first column of the table of settings.</summary>
    private static IEnumerable<string> Described(string text) => text.Split('\n')
        .SkipWhile(line => !line.StartsWith("| Setting ", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
        .SelectMany(line => Setting().Matches(line.Split('|')[1]).Select(match => match.Groups[1].Value));

    /// <summary>Properties of the options classes under their section, and single settings read by name.</summary>
    private static HashSet<string> Bound() =>
    [
        .. from type in Ours.SelectMany(a => a.GetTypes())
           where type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetField("Section") is not null
           from property in type.GetProperties()
           where property.CanWrite
           select $"{type.GetField("Section")!.GetRawConstantValue()}:{property.Name}",
        .. SourceTree.Sources().SelectMany(source => ReadByName().Matches(source)).Select(match => match.Groups[1].Value),
        $"{SiteOptions.Section}:*",
    ];

    [GeneratedRegex(@"`([A-Za-z][A-Za-z]*(?:\.[A-Za-z]+)*)`")]
    private static partial Regex CodeName();

    [GeneratedRegex(@"`([A-Za-z_]+(?::[A-Za-z*]+)?)`")]
    private static partial Regex Setting();

    [GeneratedRegex(@"Get(?:Section|Value)(?:<[^>]+>)?\(""([A-Za-z]+:[A-Za-z]+)""")]
    private static partial Regex ReadByName();
}
