using System.Globalization;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>What a public address leads to.</summary>
internal enum PublicTargetKind
{
    Page,
    Disclosure,
    Version,
    Attachment,
    IndexNumber,
    Organisation,
    Domain,
    Item,
    Aspect,
    Staff,
    Nothing,
}

/// <summary>A public address taken apart.</summary>
/// <param name="Kind">What it leads to.</param>
/// <param name="Name">Address part of what it names.</param>
/// <param name="Number">Version, where it names one.</param>
/// <param name="Part">Number of the attachment, or code of the item.</param>
internal sealed record PublicTarget(PublicTargetKind Kind, string Name = "", int Number = 0, string Part = "");

/// <summary>
/// The map of public addresses by which the self-test follows links without asking the site itself. A test of the site holds
/// it against the endpoints.
/// </summary>
internal static class PublicAddresses
{
    // Sections whose pages are computed from their address: below them any address answers.
    private static readonly HashSet<string> Sections = new(StringComparer.OrdinalIgnoreCase) { "calendar", "coverage", "api", "open-data", "css", "js", "img", "lib" };

    private static readonly HashSet<string> Pages = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "index", "disclosures", "organisations", "catalogue", "five", "policies", "policies/cleanup", "policies/feed.xml", "policies/cleanup/feed.xml", "withdrawals", "withdrawals/feed.xml", "search", "search/feed.xml", "search/suggest", "reading-mode", "editions", "editions/feed.xml",
        "editions/compare", "editions/not-applicable", "interpretations", "interpretations/owed", "interpretations/feed.xml", "forced-publications", "forced-publications/feed.xml", "report-error", "report-error/track", "responses", "responses/feed.xml", "letters", "letters/feed.xml", "letters/questions", "letters/questions/feed.xml",
        "letters/receipt", "letters/statistics", "letters/suggestions", "letters/track", "letters/write", "sitemap", "accessibility", "feed.xml", "sitemap.xml",
        "robots.txt", "favicon.ico", "coverage.csv", "coverage.json", "coverage.xlsx",
    };

    private static readonly HashSet<string> BelowOrganisation = new(StringComparer.OrdinalIgnoreCase) { "guide", "rules", "mandatory", "annual-reports", "not-applicable" };

    private static readonly HashSet<string> StaffSections = new(StringComparer.OrdinalIgnoreCase) { "admin", "account", "preview" };

    /// <summary>What a path leads to; <see cref="PublicTargetKind.Nothing"/> where no page of the site has it.</summary>
    /// <param name="path">Path without query and fragment, percent-decoded.</param>
    public static PublicTarget Read(string path)
    {
        var parts = path.Trim('/').Split('/');
        if (Pages.Contains(string.Join('/', parts)) || Sections.Contains(parts[0])) return new(PublicTargetKind.Page);
        if (StaffSections.Contains(parts[0])) return new(PublicTargetKind.Staff);
        return parts switch
        {
            [var a, ..] when Is(a, "disclosures") => Disclosure(parts),
            [var a, var slug] when Is(a, "organisations") => new(PublicTargetKind.Organisation, slug),
            [var a, var slug, var below] when Is(a, "organisations") && BelowOrganisation.Contains(below) => new(PublicTargetKind.Organisation, slug),
            [var a, var domain] when Is(a, "catalogue") => new(PublicTargetKind.Domain, domain),
            [var a, var domain, var file] when Is(a, "catalogue") && (Is(file, "export.xlsx") || Is(file, "export.csv")) => new(PublicTargetKind.Domain, domain),
            [var a, var domain, var item] when Is(a, "catalogue") => new(PublicTargetKind.Item, domain, 0, item),
            [var a, var address, var below, var n] when Is(a, "interpretations") && Is(below, "questions") && Number(n) is not null => new(PublicTargetKind.Disclosure, address),
            // A public letter is no disclosure: that one behind its number is public is not asked.
            [var a, { Length: 15 } number] when Is(a, "letters") && number[8] == '-' => new(PublicTargetKind.Page),
            [var a, var aspect] when Is(a, "five") => new(PublicTargetKind.Aspect, aspect),
            _ => new(PublicTargetKind.Nothing),
        };
    }

    private static PublicTarget Disclosure(string[] parts) => parts switch
    {
        [_, { Length: 18 } code, { Length: 10 } number] when number[4] == '-' => new(PublicTargetKind.IndexNumber, $"{code}/{number}"),
        [_, var address] => new(PublicTargetKind.Disclosure, address),
        [_, var address, var output] when Is(output, "print") || Is(output, "download") => new(PublicTargetKind.Disclosure, address),
        [_, var address, var below, var n] when Is(below, "versions") && Number(n) is { } version => new(PublicTargetKind.Version, address, version),
        [_, var address, var below, var a, var b] when Is(below, "changes") && Number(a) is { } older && Number(b) is { } newer => new(PublicTargetKind.Version, address, Math.Max(older, newer)),
        [_, var address, var below, var n, var files, var k, _] when Is(below, "versions") && Is(files, "attachments") && Number(n) is { } version && Number(k) is not null =>
            new(PublicTargetKind.Attachment, address, version, k),
        _ => new(PublicTargetKind.Nothing),
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool Is(string part, string name) => string.Equals(part, name, StringComparison.OrdinalIgnoreCase);
}
