using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Tests.SqlServer;

/// <summary>The product's own scripts, checked without a server.</summary>
public sealed class SqlServerSchemaTests
{
    private static readonly string CreateScript = WithDb(db => db.Database.GenerateCreateScript());

    private static readonly string MigrationScript = WithDb(db => db.GetService<IMigrator>().GenerateScript(
        options: MigrationsSqlGenerationOptions.Idempotent));

    [Fact]
    public void CreateScript_IsSound() => Assert.Empty(SqlServerSchemaCheck.Problems(CreateScript));

    [Fact]
    public void MigrationScript_IsSound() => Assert.Empty(SqlServerSchemaCheck.Problems(MigrationScript));

    [Fact]
    public void MigratedAndCreatedDatabase_AreEqual() => Assert.Empty(SqlServerSchemaCheck.Differences(CreateScript, MigrationScript));

    private static string WithDb(Func<DisclosureDb, string> script)
    {
        using var db = new SqlServerDesignTimeFactory().CreateDbContext([]);
        return script(db);
    }
}
