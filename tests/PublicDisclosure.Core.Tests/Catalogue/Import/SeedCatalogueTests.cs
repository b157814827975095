using PublicDisclosure.Core.Catalogue.Export;
using PublicDisclosure.Core.Catalogue.Import;

namespace PublicDisclosure.Core.Tests.Catalogue.Import;

/// <summary>The shipped catalogue, and its way out and in again.</summary>
public sealed class SeedCatalogueTests
{
    public static TheoryData<string> Domains => [.. SeedCatalogueCsv.Domains.Select(d => d.Key)];

    [Fact]
    public void AllRows_ShippedCatalogue_HasTheKnownCounts()
    {
        var rows = SeedCatalogueCsv.AllRows();

        Assert.Equal(29, SeedCatalogueCsv.Domains.Count);
        Assert.Equal(552, rows.Count);
        Assert.Equal(312, rows.Count(r => r.Provenance == SeedProvenance.GeneralKnowledge));
        Assert.Equal(66, rows.Count(r => r.Provenance == SeedProvenance.Mirror));
        Assert.All(rows, r => Assert.Equal(r.Provenance == SeedProvenance.GeneralKnowledge, r.SourceUrl is null));
        Assert.All(rows, r => Assert.True(r.Row.Level1.Length > 0 && r.Row.Elements.Count > 0 && r.Row.Levels != CatalogueLevels.None && r.Row.Channels.Any(c => c.IsTicked)));
        Assert.Equal(4, rows.Count(r => r.Row.IsOnApplication));
        Assert.Equal(18, rows.Count(r => r.Row.SpecificGroup is not null));
    }

    [Theory]
    [MemberData(nameof(Domains))]
    public void WriteThenRead_OneDomain_GivesEqualRows(string key)
    {
        var rows = SeedCatalogueCsv.Rows(SeedCatalogueCsv.Domains.Single(d => d.Key == key)).Select(r => r.Row).ToList();

        AssertSame(rows, Fixture.Read(CatalogueXlsx.Write(rows, "填报单位：桂平市大数据发展和政务局")));
        AssertSame(rows, Fixture.Read(CatalogueCsv.Write(rows)));
    }

    [Fact]
    public void WriteThenRead_WholeEdition_GivesEqualRowsOverAllSheets()
    {
        var rows = SeedCatalogueCsv.AllRows().Select(r => r.Row with { Note = r.Provenance == SeedProvenance.OriginalPage ? "" : "待核对" }).ToList();

        AssertSame(rows, Fixture.Read(CatalogueXlsx.Write(rows)));
        AssertSame(rows, Fixture.Read(CatalogueCsv.Write(rows)));
    }

    internal static void AssertSame(IReadOnlyList<CatalogueRow> expected, CatalogueReading reading)
    {
        Assert.Empty(reading.Unreadable);
        Assert.Equal(expected.Count, reading.Rows.Count);
        for (var i = 0; i < expected.Count; i++) Assert.Equal(CatalogueCells.Of(expected[i]), CatalogueCells.Of(reading.Rows[i]));
    }
}
