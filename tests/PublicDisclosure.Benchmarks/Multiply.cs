using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PublicDisclosure.Benchmarks;

/// <summary>
/// Verb <c>multiply</c>: what was led through the workflow is copied row by row, under other names, until a folder holds so many public
/// disclosures. Every table of a disclosure grows alike; records of the whole (audit, coverage) do not. A minute lies between copies.
/// </summary>
internal static class Multiply
{
    // The words of one document in its own order; what is not here keeps its value.
    private static readonly string[] Times = ["FirstPublishedAt"];

    public static async Task<int> RunAsync(string folder, int wanted)
    {
        var file = Path.Combine(folder, "disclosure.db");
        if (!File.Exists(file))
        {
            Console.WriteLine($"{folder} holds no site; make one with 'generate'.");
            return 1;
        }

        var watch = Stopwatch.StartNew();
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await connection.OpenAsync();
        // Nothing is lost when it breaks off but the folder, which is made again.
        await RunAsync(connection, "PRAGMA foreign_keys = OFF; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -6000000; PRAGMA temp_store = MEMORY");
        var listed = await CountAsync(connection);
        var copies = Math.Max(0, (wanted - listed + listed - 1) / listed);
        if (copies > 99)
        {
            Console.WriteLine($"{listed:N0} are too few to make {wanted:N0} of them: generate more.");
            return 1;
        }

        var tables = await TablesAsync(connection);
        foreach (var table in tables) await RunAsync(connection, $"CREATE TEMP TABLE base_{table.Name} AS SELECT * FROM \"{table.Name}\"");
        for (var copy = 1; copy <= copies; copy++)
        {
            await RunAsync(connection, "BEGIN");
            foreach (var table in tables) await RunAsync(connection, table.Copy(copy));
            await RunAsync(connection, "COMMIT");
            Console.WriteLine($"{watch.Elapsed:mm\\:ss} {await CountAsync(connection):N0}");
        }

        await RunAsync(connection, "ANALYZE; PRAGMA journal_mode = WAL");
        Console.WriteLine($"{watch.Elapsed:mm\\:ss} {await CountAsync(connection):N0} public disclosures, {new FileInfo(file).Length / 1048576.0:N0} MB");
        return 0;
    }

    /// <summary>The tables whose rows belong to one disclosure, directly or by its version.</summary>
    private static async Task<List<Table>> TablesAsync(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT m.name, p.name, p.pk, p.type FROM sqlite_master m, pragma_table_info(m.name) p
            WHERE m.type = 'table' AND (m.name = 'Disclosures' OR EXISTS (SELECT 1 FROM pragma_table_info(m.name) q WHERE q.name IN ('DisclosureId', 'VersionId')))
            ORDER BY m.name, p.cid
            """;
        await using var rows = await command.ExecuteReaderAsync();
        var columns = new List<(string Table, Column Column)>();
        while (await rows.ReadAsync()) columns.Add((rows.GetString(0), new Column(rows.GetString(1), rows.GetInt32(2) > 0, rows.GetString(3))));
        return [.. columns.GroupBy(c => c.Table).Select(g => new Table(g.Key, [.. g.Select(c => c.Column)]))];
    }

    private static async Task<int> CountAsync(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM PublicListings";
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task RunAsync(SqliteConnection connection, string text)
    {
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = text;
        await command.ExecuteNonQueryAsync();
    }

    private sealed record Column(string Name, bool IsKey, string Type)
    {
        /// <summary>Its value in a copy: names are other ones, everything else is the same.</summary>
        public string In(int copy) => this switch
        {
            { IsKey: true, Type: "INTEGER" } when Name == "Id" => "NULL",
            { Name: "Id" or "DisclosureId" or "VersionId", Type: "TEXT" } => $"substr(\"{Name}\", 1, 32) || '{copy:X4}'",
            { Name: "Address" or "IndexNumber" } => $"\"{Name}\" || '{copy:D2}'",
            { Name: "Title" or "Text_Title" } => $"\"{Name}\" || '（之{copy}）'",
            _ when Times.Contains(Name) => $"strftime('%Y-%m-%d %H:%M:%S', \"{Name}\", '-{copy} minutes')",
            _ => $"\"{Name}\"",
        };
    }

    private sealed record Table(string Name, List<Column> Columns)
    {
        public string Copy(int copy) =>
            $"INSERT OR IGNORE INTO \"{Name}\" ({string.Join(", ", Columns.Select(c => $"\"{c.Name}\""))}) SELECT {string.Join(", ", Columns.Select(c => c.In(copy)))} FROM base_{Name}";
    }
}
