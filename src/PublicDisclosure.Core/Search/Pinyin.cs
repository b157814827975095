using System.Text;
using ICU4N.Text;

namespace PublicDisclosure.Core.Search;

/// <summary>
/// The sound of characters, without tones: most wrong characters of people who type by pinyin sound like the right one. One reading
/// a character, the most usual; no more is needed to look for candidates.
/// </summary>
internal static class Pinyin
{
    private const char First = '\u4E00';
    private const char Last = '\u9FFF';

    private static readonly Lazy<Sounds> All = new(Build);

    /// <summary>True when both are Chinese characters of one sound, whatever the tone.</summary>
    public static bool Alike(char a, char b) => a != b && SoundOf(a) is { Length: > 0 } sound && sound == SoundOf(b);

    /// <summary>The characters that sound like this one, itself left out.</summary>
    public static string Homophones(char c) => SoundOf(c) is { Length: > 0 } sound ? All.Value.Of[sound].Replace(c.ToString(), "", StringComparison.Ordinal) : "";

    private static string SoundOf(char c) => c is >= First and <= Last ? All.Value.By[c - First] : "";

    private static Sounds Build()
    {
        var text = new StringBuilder();
        for (var c = First; c <= Last; c++) text.Append(c).Append('\n');
        var read = Transliterator.GetInstance("Han-Latin; Latin-ASCII").Transliterate(text.ToString()).Split('\n');
        var by = new string[Last - First + 1];
        var of = new Dictionary<string, StringBuilder>();
        for (var i = 0; i < by.Length; i++)
        {
            var sound = i < read.Length ? read[i].Trim() : "";
            // Characters without a reading come back as they were.
            by[i] = sound.All(char.IsAsciiLetter) ? sound.ToLowerInvariant() : "";
            if (by[i].Length == 0) continue;
            if (!of.TryGetValue(by[i], out var some)) of[by[i]] = some = new StringBuilder();
            some.Append((char)(First + i));
        }

        return new Sounds(by, of.ToDictionary(s => s.Key, s => s.Value.ToString()));
    }

    private sealed record Sounds(string[] By, Dictionary<string, string> Of);
}
