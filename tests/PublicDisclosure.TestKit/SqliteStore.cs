using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.TestKit;

/// <summary>
/// A SQLite database in a temporary file. The migrations run once per test run, into a template that is copied for each
/// test: a few milliseconds instead of hundreds.
/// </summary>
public sealed class SqliteStore : TestStore
{
    private static readonly Lazy<Task<byte[]>> Template = new(MakeTemplateAsync);

    private readonly DbContextOptions<SqliteDisclosureDb> _options;
    private readonly string _folder;

    private SqliteStore(string folder)
    {
        _folder = folder;
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = FileIn(folder) }.ToString();
        _options = OptionsFor(ConnectionString);
    }

    /// <inheritdoc/>
    public override string ConnectionString { get; }

    /// <summary>The database file.</summary>
    public string DatabaseFile => FileIn(_folder);

    /// <summary>Called for the options of every store; the static SQL Server check listens here.</summary>
    public static Action<DbContextOptionsBuilder>? Observer { get; set; }

    /// <summary>Makes a migrated, empty database.</summary>
    public static async Task<SqliteStore> CreateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("store-").FullName;
        await File.WriteAllBytesAsync(FileIn(folder), await Template.Value);
        return new SqliteStore(folder);
    }

    /// <inheritdoc/>
    public override DisclosureDb Open() => new SqliteDisclosureDb(_options);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        KeptConnections.Clear(ConnectionString);
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<byte[]> MakeTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("template-").FullName;
        var connection = new SqliteConnectionStringBuilder { DataSource = FileIn(folder), Pooling = false }.ToString();
        await using (var db = new SqliteDisclosureDb(OptionsFor(connection))) await db.Database.MigrateAsync();
        var template = await File.ReadAllBytesAsync(FileIn(folder));
        Directory.Delete(folder, recursive: true);
        return template;
    }

    private static DbContextOptions<SqliteDisclosureDb> OptionsFor(string connection)
    {
        var builder = new DbContextOptionsBuilder<SqliteDisclosureDb>();
        DatabaseRegistration.UseSqlite(builder, connection);
        Observer?.Invoke(builder);
        return builder.Options;
    }

    private static string FileIn(string folder) => Path.Combine(folder, "disclosure.db");
}
