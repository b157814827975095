using System.Text.RegularExpressions;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Pictures and links in a body name an attachment, <c>![说明](attachment:图1.png)</c>; the address they lead to depends on where
/// the body is shown.
/// </summary>
public static partial class AttachmentLinks
{
    /// <summary>The body with addresses of a published version.</summary>
    public static string ForVersion(Disclosure disclosure, string address, int version)
    {
        var ordinals = disclosure.Attachments.OrderBy(a => a.SortOrder).Select((file, index) => (file.FileName, Ordinal: index + 1))
            .DistinctBy(f => f.FileName).ToDictionary(f => f.FileName, f => f.Ordinal);
        return Resolve(disclosure.Text.Body, name => ordinals.TryGetValue(name, out var k) ? VersionAddress(address, version, k, name) : null);
    }

    /// <summary>The body with addresses that <paramref name="addressOf"/> gives; unknown names stay as they were typed.</summary>
    public static string Resolve(string body, Func<string, string?> addressOf) => MediaLine().Replace(
        Reference().Replace(body, match =>
            addressOf(Uri.UnescapeDataString(match.Groups["name"].Value.Trim('<', '>'))) is { } address ? $"]({address})" : match.Value),
        match => addressOf(Uri.UnescapeDataString(match.Groups["name"].Value.Trim())) is { } address ? match.Groups["head"].Value + address : match.Value);

    /// <summary>Public address of the k-th attachment of a version.</summary>
    public static string VersionAddress(string address, int version, int ordinal, string fileName) =>
        $"/disclosures/{address}/versions/{version}/attachments/{ordinal}/{Uri.EscapeDataString(fileName)}";

    /// <summary>A line of a media block (<see cref="Text.Media.MediaReader"/>).</summary>
    [GeneratedRegex(@"^(?<head>(?:文件|封面|字幕)[：:][ \t]*)attachment:(?<name>[^\r\n]+)", RegexOptions.Multiline)]
    private static partial Regex MediaLine();

    [GeneratedRegex(@"\]\(attachment:(?<name><[^>\n]+>|[^)\s]+)\)")]
    private static partial Regex Reference();
}
