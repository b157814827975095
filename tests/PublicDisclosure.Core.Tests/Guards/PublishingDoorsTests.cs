using System.Text.RegularExpressions;

namespace PublicDisclosure.Core.Tests.Guards;

/// <summary>
/// One class alone sends a disclosure out, and every job, verb, batch and page goes through it: the source names no other place
/// that calls the entity. The generator of the demo site builds a history of its own and never runs in Production.
/// </summary>
public sealed partial class PublishingDoorsTests
{
    private static readonly string[] Doors =
    [
        "src/PublicDisclosure.Core/Disclosures/DisclosurePublishing.cs disclosure.Publish",
        "src/PublicDisclosure.Core/Disclosures/DisclosurePublishing.cs disclosure.ForcePublish",
        "src/PublicDisclosure.Core/Data/Seed/Demo/Generator/DemoWriter.cs disclosure.Publish",
    ];

    // The same word of other nouns: a letter's masked text, the frozen facts of a response.
    private static readonly string[] OtherNouns = ["letter.Publish", "response.Publish"];

    [Fact]
    public void Source_CallsOfPublish_StandInOnePlace() => Assert.Equal(
        Doors.Order(StringComparer.Ordinal),
        Repository.SourceFiles("src").SelectMany(file => Found(File.ReadAllText(file)).Select(call => $"{Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')} {call}")).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("var version = policy.Publish(check, body);", "policy.Publish")]
    [InlineData("rows[0].ForcePublish(check, body);", "].ForcePublish")]
    [InlineData("await scope.Find()!.Publish(", ")!.Publish")]
    public void Found_PlantedCall_IsSeen(string source, string call) => Assert.Equal([call], Found(source));

    [Theory]
    [InlineData("/// <see cref=\"Disclosure.Publish(ChecklistResult)\"/>")]
    [InlineData("letter.Publish(mask, now, by);")]
    [InlineData("await publishing.PublishAsync(command, stop);")]
    public void Found_OtherWords_AreNone(string source) => Assert.Empty(Found(source));

    private static IEnumerable<string> Found(string source) =>
        source.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)).SelectMany(line => Call().Matches(line).Select(m => m.Value[..^1])).Except(OtherNouns);

    [GeneratedRegex(@"(\w+|[\])]!?)\.(Publish|ForcePublish)\(")]
    private static partial Regex Call();
}
