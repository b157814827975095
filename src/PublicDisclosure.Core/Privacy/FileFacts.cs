using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.WordLists;

namespace PublicDisclosure.Core.Privacy;

/// <summary>One thing an inspection found that a rule of the checklist asks about.</summary>
/// <param name="Rule">Code of the rule without its prefix: <c>FileIdentityNumberFound</c>.</param>
/// <param name="Place">Where in the file; empty for the file as a whole.</param>
/// <param name="Shown">The value, masked, or the heading of a column; never personal data.</param>
/// <param name="Count">How many there are at that place.</param>
public sealed record FileFinding(string Rule, string Place, string Shown, int Count);

/// <summary>A wrong form in a file: nothing of the text around it is kept, which may speak of persons.</summary>
/// <param name="Form">The form, as the list writes it.</param>
/// <param name="Place">Where it stands first.</param>
/// <param name="Count">How often it stands in the file.</param>
public sealed record FileWord(string Form, string Place, int Count);

/// <summary>What the checklist needs to know about a file, without anything of the persons in it.</summary>
/// <param name="Findings">What was found, at most a few places for each rule.</param>
/// <param name="SignatureOn">The date under the text (落款日期), where the file has one.</param>
public sealed record FileFacts(IReadOnlyList<FileFinding> Findings, DateOnly? SignatureOn)
{
    /// <summary>Wrong forms named for one file; a text full of them is sent back in any case.</summary>
    public const int MostWords = 30;

    /// <summary>Places named for one rule.</summary>
    public const int PlacesPerRule = 3;

    /// <summary>Longest place that is kept.</summary>
    public const int PlaceLength = 80;

    // A letter of several pages carries its date near the end.
    private const int PagesWithDate = 2;

    /// <summary>Wrong and sensitive forms of the word lists in the words a reader sees.</summary>
    public IReadOnlyList<FileWord> Words { get; init; } = [];

    /// <summary><see cref="WordMatcher.Fingerprint"/> of the lists that were looked for; empty when none were.</summary>
    public string WordsOf { get; init; } = "";

    /// <summary>Inspects a stored content.</summary>
    /// <param name="extension">Code of its kind.</param>
    /// <param name="content">Seekable.</param>
    /// <param name="words">The word lists to look for; null looks for none.</param>
    public static FileFacts Read(string extension, Stream content, WordMatcher? words = null) =>
        FileKind.OfExtension(extension) is { } kind ? Of(FileInspector.Inspect(kind, content), words) : new FileFacts([], null) { WordsOf = words?.Fingerprint ?? "" };

    /// <summary>Draws the facts from an inspection.</summary>
    public static FileFacts Of(FileInspection inspection, WordMatcher? words = null)
    {
        var findings = new List<FileFinding>();
        var seen = new HashSet<(PersonalDataKind, string)>();
        foreach (var part in inspection.Parts)
        {
            // The same number in a second view of the same text is no second finding.
            foreach (var group in PersonalDataFinder.Find(part.Text).Where(h => seen.Add((h.Kind, h.Value))).GroupBy(h => h.Kind))
                findings.Add(new FileFinding($"File{group.Key}Found", part.Place, group.First().Masked, group.Count()));
            foreach (var column in SensitiveColumns.Find(part.Text, part.Place.Contains("工作表", StringComparison.Ordinal) || part.Place.Contains("表格", StringComparison.Ordinal)))
                findings.Add(new FileFinding(column.IsError ? "FileSensitiveColumn" : "FileContactColumn", part.Place, column.Heading, column.Rows));
        }

        findings.AddRange(inspection.Notes.Select(n => new FileFinding("File" + n.Trait, n.Place, "", 1)));
        var kept = findings.DistinctBy(f => (f.Rule, f.Place, f.Shown)).GroupBy(f => f.Rule).SelectMany(g => g.Take(PlacesPerRule))
            .Select(f => f with { Place = ShortText.Start(f.Place, PlaceLength), Shown = ShortText.Start(f.Shown, PlaceLength) });
        return new FileFacts([.. kept], SignatureOf(inspection)) { Words = words is null ? [] : WordsIn(inspection, words), WordsOf = words?.Fingerprint ?? "" };
    }

    private static IReadOnlyList<FileWord> WordsIn(FileInspection inspection, WordMatcher words) => [.. inspection.Parts.Where(p => !p.IsHidden)
        .SelectMany(p => words.Find(p.Text).Select(hit => (Place: ShortText.Start(p.Place, PlaceLength), hit.Entry.Wrong)))
        .GroupBy(f => f.Wrong).Select(g => new FileWord(g.Key, g.First().Place, g.Count())).Take(MostWords)];

    private static DateOnly? SignatureOf(FileInspection inspection) => inspection.Parts
        .Where(p => !p.IsHidden && (p.Place == "正文" || p.Place.EndsWith('页'))).Reverse().Take(PagesWithDate)
        .Select(p => SignatureDate.Find(p.Text)).FirstOrDefault(d => d is not null);
}
