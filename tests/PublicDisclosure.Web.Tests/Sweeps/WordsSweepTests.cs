using System.Xml.Linq;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>
/// <c>Words.resx</c> against the code: every coded value that people may see has a word, and every word is of a value, or of
/// an act of the audit log, that still exists.
/// </summary>
public sealed class WordsSweepTests
{
    /// <summary>Enums of the machinery: no page shows their values.</summary>
    private static readonly string[] NeverShown =
    [
        "ApiFormat", "BlockChange", "CatalogueFormat", "CatalogueLevels", "ChartKind", "ChecklistMoment", "DatabaseProvider", "DifferenceBlockKind", "DifferenceKind", "DraftNotice", "FileTrait", "MailSecurity", "MediaKind",
        "OutcomeKind", "PersonalDataKind", "RowStanding",
        "SearchSubject", "SeedKind", "SeedProvenance", "SensitiveColumnKind", "SignInAnswer", "TextSize", "ZipVerdict",
    ];

    [Fact]
    public void Values_OfShownEnums_AllHaveAWord() => Sweep.IsClean(MissingWords(ShownEnums(), Keys()));

    [Fact]
    public void Words_All_AreOfAValueOrAnAct() => Sweep.IsClean(UnusedWords(Keys(), Enums(), [.. SourceTree.Sources()]));

    [Fact]
    public void NeverShown_All_ExistAndHaveNoWords()
    {
        Assert.Empty(NeverShown.Except(Enums().Select(type => type.Name)));
        Assert.DoesNotContain(Keys(), key => NeverShown.Contains(key.Split('.')[0]));
    }

    [Fact]
    public void Sweep_PlantedEnumAndWords_AreCaught()
    {
        Assert.Equal(["Planted.Second"], MissingWords([typeof(Planted)], ["Planted.First", "Planted.First.Tone"]));
        Assert.Equal(
            ["Act.Planted.Gone", "Lost.First", "Planted.Third"],
            UnusedWords(
                ["Planted.First", "Planted.First.Tone", "Planted.Third", "Lost.First", "Act.Planted.Done", "Act.Planted.Gone", "Act.Planted.Second"],
                [typeof(Planted)], ["""db.Record("Planted.Done"); db.Record("Planted." + Planted.Second);"""]));
    }

    private static IEnumerable<string> MissingWords(IEnumerable<Type> enums, IReadOnlyCollection<string> keys) => enums
        .SelectMany(type => Enum.GetNames(type).Select(name => $"{type.Name}.{name}")).Where(key => !keys.Contains(key)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> UnusedWords(IEnumerable<string> keys, IReadOnlyCollection<Type> enums, IReadOnlyCollection<string> sources)
    {
        var values = enums.SelectMany(type => Enum.GetNames(type).Select(name => $"{type.Name}.{name}")).ToHashSet();
        return keys.Where(key => key.StartsWith("Act.", StringComparison.Ordinal)
            ? !IsAct(key[4..], enums, sources)
            : !values.Contains(key.EndsWith(".Tone", StringComparison.Ordinal) ? key[..^5] : key)).Order(StringComparer.Ordinal);
    }

    /// <summary>An act stands in the source whole, or as <c>"Noun." + value</c> of an enum.</summary>
    private static bool IsAct(string act, IReadOnlyCollection<Type> enums, IReadOnlyCollection<string> sources)
    {
        if (sources.Any(source => source.Contains($"\"{act}\"", StringComparison.Ordinal))) return true;
        var parts = act.Split('.');
        return sources.Any(source => source.Contains($"\"{parts[0]}.\" +", StringComparison.Ordinal)) && enums.Any(type => Enum.GetNames(type).Contains(parts[1]));
    }

    /// <summary>Enums whose values pages show, and all that have any word.</summary>
    private static IEnumerable<Type> ShownEnums()
    {
        var begun = Keys().Select(key => key.Split('.')[0]).ToHashSet();
        return Enums().Where(type => begun.Contains(type.Name) || !NeverShown.Contains(type.Name));
    }

    private static List<Type> Enums() =>
        [.. typeof(Outcome).Assembly.GetTypes().Concat(typeof(Words).Assembly.GetTypes()).Where(type => type is { IsEnum: true, IsPublic: true })];

    private static List<string> Keys() => [.. XDocument.Parse(SourceTree.Read("src/PublicDisclosure.Web/Resources/Words.resx"))
        .Descendants("data").Select(data => data.Attribute("name")!.Value)];

    private enum Planted
    {
        First,
        Second,
    }
}
