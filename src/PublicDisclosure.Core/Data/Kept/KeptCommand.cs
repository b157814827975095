using Microsoft.Data.Sqlite;

namespace PublicDisclosure.Core.Data;

/// <summary>A command of a <see cref="KeptConnection"/>. Microsoft.Data.Sqlite keeps its statements prepared as long as text and connection stay.</summary>
internal sealed class KeptCommand(string text, SqliteConnection connection) : SqliteCommand(text, connection)
{
    /// <summary>When it was given back, counted in uses of its connection.</summary>
    public long LastUse { get; set; }

    /// <summary>Whether its reader is open.</summary>
    public bool IsReading => DataReader is not null;

    /// <summary>Ends a reader that somebody left open, which resets the statement, and forgets what the last user asked with.</summary>
    public void Clear()
    {
        DataReader?.Dispose();
        Parameters.Clear();
        Transaction = null;
    }
}
