using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace PublicDisclosure.Core.Data;

/// <summary>
/// The connection of a context. Opening it takes one of the <see cref="KeptConnections"/>, closing it gives that back.
/// </summary>
internal sealed class LeasedConnection(string connectionString, KeptConnections connections) : DbConnection
{
    private KeptConnection? _kept;

    /// <inheritdoc/>
    [AllowNull]
    public override string ConnectionString
    {
        get => connectionString;
        set => throw new NotSupportedException("The file of a leased connection does not change.");
    }

    /// <inheritdoc/>
    public override string Database => "main";

    /// <inheritdoc/>
    public override string DataSource => connections.DataSource;

    /// <inheritdoc/>
    public override string ServerVersion => SQLitePCL.raw.sqlite3_libversion().utf8_to_string();

    /// <inheritdoc/>
    public override ConnectionState State => _kept?.State ?? ConnectionState.Closed;

    /// <summary>The one it took.</summary>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public KeptConnection Kept => _kept ?? throw new InvalidOperationException("The connection is closed.");

    /// <inheritdoc/>
    public override void Open() => _kept ??= connections.Take();

    /// <inheritdoc/>
    public override void Close()
    {
        if (_kept is not { } kept) return;
        _kept = null;
        connections.GiveBack(kept);
    }

    /// <inheritdoc/>
    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new LeasedTransaction(this, Kept.BeginTransaction(isolationLevel));

    /// <inheritdoc/>
    protected override DbCommand CreateDbCommand() => new LeasedCommand(this) { CommandTimeout = connections.DefaultTimeout };

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) Close();
        base.Dispose(disposing);
    }
}
