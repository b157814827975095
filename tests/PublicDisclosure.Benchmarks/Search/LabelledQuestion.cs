namespace PublicDisclosure.Benchmarks.Search;

/// <summary>
/// A question as a citizen types it, with the pages that answer it, written from situations before any search was tuned for it.
/// </summary>
/// <param name="Number">Its number in the set.</param>
/// <param name="Words">What is typed.</param>
/// <param name="Kind">plain, situation (shares no two characters in a row with a right page's title), typo, spoken, number, nothing.</param>
/// <param name="Right">Titles of the right pages; none where nothing on the site answers.</param>
/// <param name="IsHeldOut">Never used for synonyms or weights: only the figure of this half is reported as the product's.</param>
internal sealed record LabelledQuestion(int Number, string Words, string Kind, IReadOnlyList<string> Right, bool IsHeldOut)
{
    /// <summary>The set whose half is held out.</summary>
    public const string Measured = "questions";

    /// <summary>
    /// Reads a set from its file beside the program: <see cref="Measured"/>, or <c>practice</c>, the harder questions by which weights
    /// are found, all of which may be looked at.
    /// </summary>
    public static IReadOnlyList<LabelledQuestion> ReadAll(string set = Measured) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Search", Path.GetFileName(set) + ".tsv")).Skip(1).Where(l => l.Length > 0).Select(Read)];

    private static LabelledQuestion Read(string line)
    {
        var fields = line.Split('\t');
        if (fields.Length != 5 || fields[4] is not ("a" or "b")) throw new FormatException($"Not a labelled question: {line}");
        return new LabelledQuestion(
            int.Parse(fields[0], System.Globalization.CultureInfo.InvariantCulture), fields[1], fields[2],
            fields[3].Split(" | ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), fields[4] == "b");
    }
}
