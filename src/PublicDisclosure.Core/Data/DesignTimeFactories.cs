using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PublicDisclosure.Core.Data;

/// <summary>Lets <c>dotnet ef</c> build the SQLite model without the web project.</summary>
public sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteDisclosureDb>
{
    public SqliteDisclosureDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDisclosureDb>().UseSqlite("Data Source=design-time.db").Options);
}

/// <summary>Lets <c>dotnet ef</c> build the SQL Server model without a server.</summary>
public sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerDisclosureDb>
{
    public SqlServerDisclosureDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerDisclosureDb>()
            .UseSqlServer("Server=design-time;Database=design-time", options => options.UseCompatibilityLevel(160)).Options);
}
