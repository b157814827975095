using System.Text.RegularExpressions;

namespace PublicDisclosure.Core.Privacy.Metadata;

/// <summary>Paths of the machine a file was made on: <c>C:\Users\王某\…</c>, <c>\\server\share\…</c>, <c>file:///…</c>, <c>/home/…</c>.</summary>
internal static partial class LocalPath
{
    /// <summary>The text with every local path shortened to its file name; links to the web stay.</summary>
    public static string ToFileName(string text) => text.Length < 4 ? text : Path().Replace(text, "${name}");

    /// <summary>Whether the text holds a local path.</summary>
    public static bool IsIn(string text) => Path().IsMatch(text);

    [GeneratedRegex("""(?:file:/{2,}|(?<![A-Za-z])[A-Za-z]:[\\/](?![\\/]?/)|(?<![:\\/\w])\\\\(?:\\\\)?(?=[\w.-]+\\)|(?<![\w:/.])/(?:home|Users)/)(?:[^"<>|*?\r\n]*[\\/])?(?<name>[^"<>|*?\r\n\\/]*)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Path();
}
