using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace PublicDisclosure.Core.Data;

/// <summary>
/// Open connections to a SQLite file that nobody uses just now, together with the statements that were prepared on them. Preparing the questions of a
/// page takes longer than asking them, and Microsoft.Data.Sqlite keeps connections, not statements (ADR 13). The one given back last goes out
/// first: its statements and pages are the warmest.
/// </summary>
public sealed class KeptConnections
{
    /// <summary>So many wait open; what comes back beyond that is closed.</summary>
    public const int Most = 16;

    private static readonly ConcurrentDictionary<string, KeptConnections?> Known = new(StringComparer.Ordinal);

    private readonly Lock _lock = new();
    private readonly Stack<KeptConnection> _waiting = new();
    private readonly string _physical;
    private int _generation;

    // The last connection that is closed takes the write-ahead log into the file.
    static KeptConnections() => AppDomain.CurrentDomain.ProcessExit += (_, _) => ClearAll();

    private KeptConnections(SqliteConnectionStringBuilder settings)
    {
        (DataSource, DefaultTimeout) = (settings.DataSource, settings.DefaultTimeout);
        // One pool is enough: what is closed here must be closed.
        _physical = new SqliteConnectionStringBuilder(settings.ToString()) { Pooling = false }.ToString();
    }

    /// <summary>The file.</summary>
    internal string DataSource { get; }

    /// <summary>Seconds a command waits for a lock unless it says otherwise.</summary>
    internal int DefaultTimeout { get; }

    /// <summary>How many wait open.</summary>
    internal int Waiting
    {
        get
        {
            lock (_lock) return _waiting.Count;
        }
    }

    /// <summary>
    /// Closes what waits open for a connection string, and lets what is in use be closed instead of kept; for those who move or delete the file.
    /// With it goes the pool of Microsoft.Data.Sqlite, from which connections come that are opened without a context.
    /// </summary>
    public static void Clear(string connectionString)
    {
        if (Known.TryGetValue(connectionString, out var connections)) connections?.Clear();
        using var pooled = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(pooled);
    }

    /// <summary>The same for every connection string.</summary>
    public static void ClearAll()
    {
        foreach (var connections in Known.Values) connections?.Clear();
        SqliteConnection.ClearAllPools();
    }

    /// <summary>Those of a connection string; null where nothing may be kept: it says so itself, or the database lives in memory.</summary>
    internal static KeptConnections? Of(string connectionString) => Known.GetOrAdd(connectionString, static text =>
    {
        var settings = new SqliteConnectionStringBuilder(text);
        var isFile = settings.Mode != SqliteOpenMode.Memory && settings.DataSource.Length > 0 && !settings.DataSource.Contains(":memory:", StringComparison.OrdinalIgnoreCase);
        return settings.Pooling && isFile && settings.Cache != SqliteCacheMode.Shared ? new KeptConnections(settings) : null;
    });

    /// <summary>An open connection for one user alone.</summary>
    internal KeptConnection Take()
    {
        int generation;
        lock (_lock)
        {
            if (_waiting.TryPop(out var waiting)) return waiting;
            generation = _generation;
        }

        var connection = new KeptConnection(_physical, generation);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Takes a connection back. One that is not as it was when it went out is closed for good.</summary>
    internal void GiveBack(KeptConnection connection)
    {
        if (connection.IsAsNew)
        {
            lock (_lock)
            {
                if (connection.Generation == _generation && _waiting.Count < Most)
                {
                    _waiting.Push(connection);
                    return;
                }
            }
        }

        connection.Dispose();
    }

    private void Clear()
    {
        KeptConnection[] old;
        lock (_lock)
        {
            _generation++;
            old = [.. _waiting];
            _waiting.Clear();
        }

        foreach (var connection in old) connection.Dispose();
    }
}
