namespace PublicDisclosure.Core.Data;

/// <summary>What a text of SQL does, by its first word: EF Core begins every text with what it is.</summary>
internal static class SqlText
{
    /// <summary>
    /// Compares whole texts, but tells them apart by their ends: questions are thousands of characters long and begin alike, and almost always it is
    /// the same text object again.
    /// </summary>
    public static IEqualityComparer<string> Comparer { get; } = new Ends();

    /// <summary>Whether it changes nothing, so that it may be asked again as it was prepared. A pragma does not count: some act while being prepared.</summary>
    public static bool OnlyReads(string text) => FirstWord(text) is "SELECT";

    /// <summary>Whether the connection is afterwards as it was before, apart from a transaction: questions and changes of rows, no settings.</summary>
    public static bool LeavesNothingBehind(string text) => FirstWord(text) is "SELECT" or "INSERT" or "UPDATE" or "DELETE";

    private static ReadOnlySpan<char> FirstWord(string text)
    {
        var rest = text.AsSpan().TrimStart();
        // Tags of a question stand before it as comments.
        while (rest.StartsWith("--"))
        {
            var end = rest.IndexOf('\n');
            rest = end < 0 ? [] : rest[end..].TrimStart();
        }

        var length = rest.IndexOfAnyExceptInRange('A', 'Z');
        return length < 0 ? rest : rest[..length];
    }

    private sealed class Ends : IEqualityComparer<string>
    {
        private const int Length = 24;

        public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

        public int GetHashCode(string obj) => HashCode.Combine(obj.Length, string.GetHashCode(obj.AsSpan(Math.Max(0, obj.Length - Length))), string.GetHashCode(obj.AsSpan(0, Math.Min(Length, obj.Length))));
    }
}
