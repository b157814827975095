using static PublicDisclosure.Core.Disclosures.ChecklistRule;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Rules that ask the word lists: wrong and sensitive forms in title, summaries, body, names of files and what readers see in the files.</summary>
internal static class WordRules
{
    private const int Named = 5;

    public static IReadOnlyList<ChecklistRule> All { get; } =
    [
        Error("GraveWrongWord", "Body", "word lists (词库): lines marked grave", s => Found(s, grave: true)),
        Warning("WrongWord", "Body", "word lists (词库): all other lines", s => Found(s, grave: false)),
        Error("FileGraveWrongWord", "Attachments", "word lists (词库): lines marked grave", s => InFiles(s, grave: true)),
        Warning("FileWrongWord", "Attachments", "word lists (词库): all other lines", s => InFiles(s, grave: false)),
    ];

    /// <summary>File, place, wrong and right form.</summary>
    private static IEnumerable<object[]> InFiles(ChecklistSubject subject, bool grave) => (
        from file in subject.Disclosure.Attachments.OrderBy(a => a.SortOrder)
        from word in subject.Facts.Files.GetValueOrDefault(file.Hash)?.Words ?? []
        let line = subject.Facts.Words.LineOf(word.Form)
        where line is not null && line.Entry.IsGrave == grave
        select new object[] { file.FileName, word.Place, word.Form, line.Entry.Right }).Take(Named);

    private static IEnumerable<object[]> Found(ChecklistSubject subject, bool grave) => subject.WrongWords
        .Where(hit => hit.Entry.IsGrave == grave).DistinctBy(hit => hit.Entry.Wrong).Take(Named).Select(hit => new object[] { hit.Entry.Wrong, hit.Entry.Right });
}
