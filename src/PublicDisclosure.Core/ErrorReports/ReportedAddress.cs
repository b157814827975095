using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.ErrorReports;

/// <summary>The page that a report is about: a path of this site, as it came with the link or was typed.</summary>
public static class ReportedAddress
{
    /// <summary>
    /// The path with its query. A whole address loses scheme and host, as citizens copy what stands above the page; null for what is
    /// empty, too long or no address.
    /// </summary>
    public static string? Read(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length is 0 or > ErrorReport.AddressLength || ChineseText.HasForbiddenCharacters(text) || text.Any(char.IsWhiteSpace)) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https") text = whole.PathAndQuery;
        return text[0] == '/' && !text.StartsWith("//", StringComparison.Ordinal) && !text.Contains('\\', StringComparison.Ordinal) ? text : null;
    }

    /// <summary>The address of the disclosure it is about, or null.</summary>
    public static string? Disclosure(string address) => Part(address, "disclosures");

    /// <summary>The slug of the organisation whose column it is, or null.</summary>
    public static string? Organisation(string address) => Part(address, "organisations");

    private static string? Part(string address, string section)
    {
        var parts = address.Split('?', '#')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 2 && parts[0] == section ? parts[1] : null;
    }
}
