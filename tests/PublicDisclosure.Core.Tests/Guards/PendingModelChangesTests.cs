using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Tests.Guards;

public sealed class PendingModelChangesTests
{
    [Fact]
    public void Sqlite_ModelAndMigrations_Agree()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void SqlServer_ModelAndMigrations_Agree()
    {
        using var db = new SqlServerDesignTimeFactory().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void HasPendingModelChanges_PlantedColumn_IsFound()
    {
        using var db = new PlantedDb();
        Assert.True(db.Database.HasPendingModelChanges());
    }

    /// <summary>The product's migrations under a model that has one entity only.</summary>
    private sealed class PlantedDb : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) =>
            options.UseSqlite("Data Source=planted.db", sqlite => sqlite.MigrationsAssembly(typeof(DisclosureDb).Assembly));

        protected override void OnModelCreating(ModelBuilder builder) =>
            builder.Entity<AuditEntry>().Property<string>("Planted");
    }
}
