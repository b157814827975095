using System.ComponentModel.DataAnnotations;

namespace PublicDisclosure.Core.Data;

/// <summary>Settings of section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>Which engine: <c>Sqlite</c> (default) or <c>SqlServer</c>.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Most statements EF Core puts into one round trip.</summary>
    [Range(1, 1000)]
    public int MaxBatchSize { get; set; } = 42;

    /// <summary>Compatibility level of the SQL Server database; 160 is SQL Server 2022.</summary>
    [Range(130, 170)]
    public int SqlServerCompatibilityLevel { get; set; } = 160;
}

/// <summary>The two engines.</summary>
public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
}
