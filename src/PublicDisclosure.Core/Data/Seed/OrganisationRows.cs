using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>A row of <c>organisations.csv</c>.</summary>
/// <param name="DivisionCode">Six digits for the city, nine for a township.</param>
/// <param name="Name">Full official name.</param>
/// <param name="ShortName">Short name.</param>
/// <param name="Kind">Kind of body.</param>
/// <param name="LeadsDomains">Names of the catalogue domains it leads (牵头).</param>
/// <param name="NameIsUnconfirmed">The name came from general knowledge.</param>
/// <param name="SortOrder">Position, in tens.</param>
public sealed record OrganisationRow(
    string DivisionCode, string Name, string ShortName, OrganisationKind Kind, IReadOnlyList<string> LeadsDomains, bool NameIsUnconfirmed, int SortOrder)
{
    /// <summary>Address slug.</summary>
    public string Slug => OrganisationSlugs.Of(this);
}

/// <summary>Reads <c>organisations.csv</c>: plain fields without quotes.</summary>
public static class OrganisationRows
{
    private const int Columns = 6;

    /// <summary>Every row, in order.</summary>
    public static IReadOnlyList<OrganisationRow> All { get; } = Read();

    /// <summary>Which organisation (address slug) leads which domain (Chinese name).</summary>
    public static IReadOnlyDictionary<string, string> LeadOfDomain { get; } =
        All.SelectMany(row => row.LeadsDomains.Select(domain => (domain, row.Slug))).ToDictionary(pair => pair.domain, pair => pair.Slug);

    private static List<OrganisationRow> Read()
    {
        using var reader = new StreamReader(SeedFiles.Open("organisations.csv"));
        var rows = new List<OrganisationRow>();
        for (var line = 0; reader.ReadLine() is { } text; line++)
        {
            if (line == 0 || text.Length == 0) continue;
            var parts = text.Split(',');
            if (parts.Length != Columns) throw new InvalidOperationException($"organisations.csv line {line + 1} has {parts.Length} fields.");
            rows.Add(new OrganisationRow(
                parts[0], parts[1], parts[2], Enum.Parse<OrganisationKind>(parts[3], ignoreCase: true),
                parts[4].Split(';', StringSplitOptions.RemoveEmptyEntries), parts[5].StartsWith("name from general knowledge", StringComparison.Ordinal), line * 10));
        }

        return rows;
    }
}
