using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.TestKit;

/// <summary>A database of its own on the SQL Server that <c>PUBLICDISCLOSURE_TEST_SQLSERVER</c> names; dropped at the end.</summary>
public sealed class SqlServerStore : TestStore
{
    private const string Variable = "PUBLICDISCLOSURE_TEST_SQLSERVER";

    private readonly DbContextOptions<SqlServerDisclosureDb> _options;

    private SqlServerStore(string connection)
    {
        ConnectionString = connection;
        var builder = new DbContextOptionsBuilder<SqlServerDisclosureDb>();
        DatabaseRegistration.UseSqlServer(builder, connection, new DatabaseOptions());
        _options = builder.Options;
    }

    /// <summary>Why no SQL Server test can run here, or null when it can.</summary>
    public static string? WhyAbsent => Server is null ? $"No SQL Server: {Variable} is not set." : null;

    /// <inheritdoc/>
    public override string ConnectionString { get; }

    private static string? Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server ? server : null;

    /// <summary>Makes a migrated, empty database.</summary>
    public static async Task<SqlServerStore> CreateAsync()
    {
        var connection = new SqlConnectionStringBuilder(Server ?? throw new InvalidOperationException(WhyAbsent))
        {
            InitialCatalog = $"PublicDisclosureTest_{Guid.NewGuid():N}",
        };
        var store = new SqlServerStore(connection.ToString());
        await using var db = store.Open();
        await db.Database.MigrateAsync();
        return store;
    }

    /// <inheritdoc/>
    public override DisclosureDb Open() => new SqlServerDisclosureDb(_options);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await using var db = Open();
        await db.Database.EnsureDeletedAsync();
    }
}
