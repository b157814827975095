namespace PublicDisclosure.Core.Tables;

/// <summary>
/// Spreadsheet programs run a .csv cell that begins with = + - or @ as a formula. Exports put an apostrophe before such
/// a cell, imports take exactly one off again.
/// </summary>
public static class FormulaGuard
{
    private const string Dangerous = "=+-@'＝＋－＠";

    /// <summary>The text as it may stand in a .csv.</summary>
    public static string PutOn(string text) => text.Length > 0 && Dangerous.Contains(text[0]) ? "'" + text : text;

    /// <summary>The text without our apostrophe; an apostrophe before anything else is the author's and stays.</summary>
    public static string TakeOff(string text) => text.Length > 1 && text[0] == '\'' && Dangerous.Contains(text[1]) ? text[1..] : text;
}
