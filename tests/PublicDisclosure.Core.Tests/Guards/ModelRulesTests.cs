using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Tests.Guards;

public sealed class ModelRulesTests
{
    private static IModel Model { get; } = new SqliteDesignTimeFactory().CreateDbContext([]).Model;

    private static IModel Planted { get; } = new PlantedDb().Model;

    [Fact]
    public void Model_EveryEntity_HasAConfiguration() =>
        Assert.Empty(ModelRules.WithoutConfiguration(Model, typeof(DisclosureDb).Assembly.GetTypes()));

    [Fact]
    public void Model_EveryText_HasALength() => Assert.Empty(ModelRules.TextWithoutLength(Model));

    [Fact]
    public void Model_EveryInstant_IsUtc() => Assert.Empty(ModelRules.InstantWithoutConverter(Model));

    [Fact]
    public void Model_NoType_BelongsToOneEngineOnly() => Assert.Empty(ModelRules.TypeOfOneEngine(Model));

    [Fact]
    public void Rules_PlantedEntity_AreAllBroken()
    {
        Assert.Equal(["PlantedEntity"], ModelRules.WithoutConfiguration(Planted, typeof(DisclosureDb).Assembly.GetTypes()));
        Assert.Contains(ModelRules.TextWithoutLength(Planted), found => found.EndsWith("PlantedEntity.Text", StringComparison.Ordinal));
        Assert.Contains(ModelRules.TextWithoutLength(Planted), found => found.EndsWith(".Inner", StringComparison.Ordinal));
        Assert.Contains(ModelRules.InstantWithoutConverter(Planted), found => found.EndsWith("PlantedEntity.At", StringComparison.Ordinal));
        Assert.Contains(ModelRules.TypeOfOneEngine(Planted), found => found.EndsWith("PlantedEntity.Price", StringComparison.Ordinal));
    }

    private sealed record PlantedPart(string Inner);

    private sealed class PlantedEntity
    {
        public Guid Id { get; init; }

        public string Text { get; init; } = "";

        public DateTime At { get; init; }

        public decimal Price { get; init; }

        public PlantedPart Part { get; init; } = new("");
    }

    private sealed class PlantedDb : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=planted.db");

        protected override void OnModelCreating(ModelBuilder builder) =>
            builder.Entity<PlantedEntity>().ComplexProperty(planted => planted.Part);
    }
}
