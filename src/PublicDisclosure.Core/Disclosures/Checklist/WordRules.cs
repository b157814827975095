using static PublicDisclosure.Core.Disclosures.ChecklistRule;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Rules that ask the word lists: wrong and sensitive forms in title, summaries, body and names of files.</summary>
internal static class WordRules
{
    private const int Named = 5;

    public static IReadOnlyList<ChecklistRule> All { get; } =
    [
        Error("GraveWrongWord", "Body", "word lists (词库): lines marked grave", s => Found(s, grave: true)),
        Warning("WrongWord", "Body", "word lists (词库): all other lines", s => Found(s, grave: false)),
    ];

    private static IEnumerable<object[]> Found(ChecklistSubject subject, bool grave) => subject.WrongWords
        .Where(hit => hit.Entry.IsGrave == grave).DistinctBy(hit => hit.Entry.Wrong).Take(Named).Select(hit => new object[] { hit.Entry.Wrong, hit.Entry.Right });
}
