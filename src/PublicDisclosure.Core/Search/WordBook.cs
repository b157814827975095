using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Search;

/// <summary>
/// Everyday words with the official ones they stand for, and the words of questions that say nothing of what is asked. Looked up by
/// the longest word that begins at a place.
/// </summary>
internal sealed class WordBook
{
    private const string Words = "Seed/search/everyday.csv";
    private const string Situations = "Seed/search/situations.csv";
    private const string Questions = "Seed/search/question-words.csv";

    /// <summary>
    /// An official word of so many characters is a name, which whoever types it means as a whole. Taken pair by pair, its many pairs would weigh
    /// more than whatever else was asked, or less, by their number alone.
    /// </summary>
    private const int LeastName = 5;

    private readonly Dictionary<string, IReadOnlyList<string>> _official;
    private readonly Dictionary<string, IReadOnlyList<string>>.AlternateLookup<ReadOnlySpan<char>> _explained;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _silent;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _named;
    private readonly int _longest;
    private readonly SimilarPhrases _similar;
    private readonly Topics _topics;

    private WordBook(Dictionary<string, IReadOnlyList<string>> official, HashSet<string> silent)
    {
        (_official, _explained, _silent) = (official, official.GetAlternateLookup<ReadOnlySpan<char>>(), silent.GetAlternateLookup<ReadOnlySpan<char>>());
        var named = official.Values.SelectMany(w => w).Where(w => w.Length >= LeastName && w.All(ChineseText.IsHan) && !official.ContainsKey(w)).ToHashSet();
        _named = named.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = official.Keys.Concat(silent).Concat(named).Select(w => w.Length).DefaultIfEmpty(0).Max();
        var said = official.Select(w => (Word: w.Key, Stretches: Said(w.Key), Official: w.Value)).ToList();
        _similar = new SimilarPhrases(said.Select(s => (s.Word, s.Stretches)));
        _topics = new Topics(said.Select(s => (s.Stretches, s.Official)));
    }

    /// <summary>What the program brings along, everyday word by everyday word.</summary>
    public static IReadOnlyList<(string Everyday, IReadOnlyList<string> Official)> Shipped { get; } =
        [.. Lines(Words).Concat(Lines(Situations)).Select(l => (SearchFold.Fold(l[0]), (IReadOnlyList<string>)[.. l[1].Split('、').Select(SearchFold.Fold)]))];

    private static IReadOnlyList<string> ShippedSilent { get; } = [.. Lines(Questions).Select(l => SearchFold.Fold(l[0]))];

    /// <summary>What the program brings along, with what the site says instead.</summary>
    public static WordBook With(IEnumerable<(string Everyday, IReadOnlyList<string> Official)> own)
    {
        var official = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (everyday, words) in Shipped) official[everyday] = words;
        foreach (var (everyday, words) in own) official[everyday] = words;
        return new WordBook(
            official.Where(w => w.Value.Count > 0).ToDictionary(w => w.Key, w => w.Value),
            [.. ShippedSilent.Where(w => !official.TryGetValue(w, out var some) || some.Count == 0)]);
    }

    /// <summary>The official words of an everyday word; none where it is not known.</summary>
    public IReadOnlyList<string> OfficialOf(string everyday) => _official.GetValueOrDefault(everyday, []);

    /// <summary>True for a word that this book explains.</summary>
    public bool Knows(string everyday) => _official.ContainsKey(everyday);

    /// <summary>True for a character that says nothing of what is asked.</summary>
    public bool IsSilent(char c) => _silent.Contains([c]);

    /// <summary>Every everyday word.</summary>
    public IEnumerable<string> Everyday => _official.Keys;

    /// <summary>The longest known word that begins at a place of a folded text: its length, and whether it says nothing; 0 where none does.</summary>
    public (int Length, bool IsSilent) At(string folded, int start)
    {
        for (var length = Math.Min(_longest, folded.Length - start); length > 0; length--)
        {
            var word = folded.AsSpan(start, length);
            if (_explained.ContainsKey(word) || _named.Contains(word)) return (length, false);
            if (_silent.Contains(word)) return (length, true);
        }

        return (0, false);
    }

    /// <summary>Phrases that say much the same as a folded text without standing in it, the best first.</summary>
    /// <param name="text">What was asked.</param>
    /// <param name="said">Its stretches (<see cref="Said"/>).</param>
    /// <param name="known">The everyday words found in it.</param>
    /// <param name="least">Likeness below which nothing counts.</param>
    public IEnumerable<SimilarPhrase> Similar(string text, IReadOnlyList<string> said, IEnumerable<string> known, float least) =>
        _similar.Find(said, known, least).Where(s => !text.Contains(s.Phrase, StringComparison.Ordinal));

    /// <summary>Official words that a text seems to be about by all its characters together, the likeliest first.</summary>
    /// <param name="said">Its stretches (<see cref="Said"/>).</param>
    /// <param name="least">Evidence below which nothing counts.</param>
    public IReadOnlyList<Topic> Topics(IReadOnlyList<string> said, float least) => _topics.Find(said, least);

    /// <summary>The stretches of a folded text between the words that say nothing.</summary>
    public IReadOnlyList<string> Said(string text)
    {
        var said = new List<string>();
        var begun = 0;
        for (var i = 0; i < text.Length;)
        {
            var length = SilentAt(text, i);
            if (length > 0 && i > begun) said.Add(text[begun..i]);
            i += Math.Max(1, length);
            if (length > 0) begun = i;
        }

        if (begun < text.Length) said.Add(text[begun..]);
        return said;
    }

    /// <summary>Unlike <see cref="At"/>: within an everyday word, too, what says nothing makes no two phrases alike.</summary>
    private int SilentAt(string text, int start)
    {
        for (var length = Math.Min(_longest, text.Length - start); length > 0; length--)
            if (_silent.Contains(text.AsSpan(start, length))) return length;
        return 0;
    }

    private static IEnumerable<string[]> Lines(string resource)
    {
        using var stream = typeof(WordBook).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line.Split(',');
    }
}
