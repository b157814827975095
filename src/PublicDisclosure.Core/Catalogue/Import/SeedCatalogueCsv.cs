using System.Reflection;
using PublicDisclosure.Core.Tables;

namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>Where a seeded row comes from: how far it can be trusted.</summary>
public enum SeedProvenance
{
    /// <summary>Seen on the page of a government body.</summary>
    OriginalPage,

    /// <summary>Seen on a copy under an unrelated address, which has no authority.</summary>
    Mirror,

    /// <summary>Reconstructed; no page behind it.</summary>
    GeneralKnowledge,
}

/// <summary>A row of the shipped catalogue with its source.</summary>
/// <param name="Row">The row.</param>
/// <param name="SourceUrl">Address of the page, or null for general knowledge.</param>
/// <param name="Provenance">How far it can be trusted; anything but an original page is 待核对.</param>
public sealed record SeedRow(CatalogueRow Row, string? SourceUrl, SeedProvenance Provenance);

/// <summary>One of the shipped domains.</summary>
/// <param name="Key">File name without ending: 06-elderly-care.</param>
/// <param name="Name">养老服务</param>
/// <param name="IssuingMinistry">The ministry whose guideline it follows.</param>
public sealed record SeedDomain(string Key, string Name, string IssuingMinistry);

/// <summary>Reads the catalogue that ships with the product: 29 domains, 552 rows.</summary>
public static class SeedCatalogueCsv
{
    private static readonly Lazy<IReadOnlyList<SeedDomain>> Index = new(ReadIndex);

    /// <summary>The domains in their official order.</summary>
    public static IReadOnlyList<SeedDomain> Domains => Index.Value;

    /// <summary>The names of the domains.</summary>
    public static IEnumerable<string> DomainNames => Domains.Select(d => d.Name);

    /// <summary>The rows of one domain.</summary>
    public static IReadOnlyList<SeedRow> Rows(SeedDomain domain) => [.. Records($"{domain.Key}.csv").Select((r, i) => ToRow(r, domain, i + 2))];

    /// <summary>The rows of all domains.</summary>
    public static IReadOnlyList<SeedRow> AllRows() => [.. Domains.SelectMany(Rows)];

    private static IReadOnlyList<SeedDomain> ReadIndex() =>
        [.. Records("_index.csv").Select(r => new SeedDomain(r["file"], r["domain_zh"], r["issuing_ministry(general knowledge)"]))];

    private static SeedRow ToRow(Dictionary<string, string> record, SeedDomain domain, int number)
    {
        var source = record["source_url"];
        var audience = record["audience"];
        var row = new CatalogueRow
        {
            Domain = record["domain"],
            SheetName = domain.Key,
            RowNumber = number,
            Sequence = record["seq"],
            Level1 = record["item_l1"],
            Level2 = record["item_l2"],
            ElementsText = record["elements"],
            LegalBasis = record["legal_basis"],
            TimeLimitText = record["time_limit"],
            BodyText = record["body"],
            Channels = ChannelList.Parse(record["channels"], out var anyTicked),
            AnyTickedChannel = anyTicked,
            ForWholeSociety = audience.Contains("全社会", StringComparison.Ordinal),
            SpecificGroup = RowReader.AudienceGroup(audience),
            IsActive = record["mode"].Contains("主动", StringComparison.Ordinal),
            IsOnApplication = record["mode"].Contains("依申请", StringComparison.Ordinal),
            Levels = CatalogueWords.LevelsIn(record["level"]),
        };
        var provenance = source.StartsWith("from general knowledge", StringComparison.Ordinal) ? SeedProvenance.GeneralKnowledge
            : source.Contains("mirror", StringComparison.OrdinalIgnoreCase) ? SeedProvenance.Mirror
            : SeedProvenance.OriginalPage;
        return new SeedRow(row.Normalised(), provenance == SeedProvenance.GeneralKnowledge ? null : source.Split(' ')[0], provenance);
    }

    private static IEnumerable<Dictionary<string, string>> Records(string file)
    {
        var name = $"Seed/catalogue/{file}";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the build.");
        using var reader = new StreamReader(stream);
        var table = DelimitedReader.Read(reader.ReadToEnd(), ',', file);
        var headings = table.Rows[0].Cells.Select(c => c.Text).ToList();
        return table.Rows.Skip(1).Select(r => headings.Select((h, i) => (h, r.Cells[i].Text)).ToDictionary(x => x.h, x => x.Text));
    }
}
