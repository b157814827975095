using System.Text;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Storage;

/// <summary>
/// The name a file came with, made fit to be shown and to be offered for download. It is never used to find the file:
/// the store names files by hash.
/// </summary>
public static class SafeFileName
{
    /// <summary>Characters at most, the extension included.</summary>
    public const int MaxLength = 200;

    private const string Nameless = "未命名文件";

    /// <summary>
    /// The name without path parts, control and bidi characters, characters that Windows forbids, or dots and spaces at
    /// its ends; shortened before the extension; never empty.
    /// </summary>
    public static string Of(string? name)
    {
        var text = ChineseText.RemoveForbidden(name ?? "").Normalize(NormalizationForm.FormC);
        text = text[(text.LastIndexOfAny(['/', '\\']) + 1)..];
        text = string.Concat(text.Select(c => c is ':' or '*' or '?' or '"' or '<' or '>' or '|' || char.IsControl(c) ? '_' : c is '\u200B' or '\uFEFF' ? ' ' : c));
        text = text.Trim(' ', '.', '\u3000', '\u00A0');
        if (text.Length == 0) return Nameless;
        if (text.Length <= MaxLength) return text;
        var extension = Path.GetExtension(text);
        if (extension.Length > 10) extension = "";
        var keep = MaxLength - extension.Length;
        if (char.IsHighSurrogate(text[keep - 1])) keep--;
        return text[..keep].TrimEnd(' ', '.') + extension;
    }

    /// <summary>The extension in lower case without the dot; empty when there is none.</summary>
    public static string Extension(string? name) => Path.GetExtension(Of(name)).TrimStart('.').ToLowerInvariant();
}
