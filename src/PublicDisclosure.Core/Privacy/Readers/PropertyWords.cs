using System.Text.RegularExpressions;

namespace PublicDisclosure.Core.Privacy.Readers;

/// <summary>Which values of a file's properties tell who worked on it or where it lay.</summary>
internal static partial class PropertyWords
{
    /// <summary>A Chinese name, a path of somebody's machine or a mail address; names of programs and organisations are none.</summary>
    public static bool IsPersonal(string? value) => value is not null && (Name().IsMatch(value.Trim()) || Trace().IsMatch(value));

    [GeneratedRegex(@"^[\u4E00-\u9FFF]{2,4}$")]
    private static partial Regex Name();

    [GeneratedRegex(@"[A-Za-z]:\\|\\\\[A-Za-z0-9]|file:///|/Users/|/home/|[\w.+-]+@[\w-]+\.[\w.]+")]
    private static partial Regex Trace();
}
