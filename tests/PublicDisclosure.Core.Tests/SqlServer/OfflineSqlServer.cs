using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace PublicDisclosure.Core.Tests.SqlServer;

/// <summary>
/// A connection that opens nothing and writes down every command: <c>UseSqlServer(new OfflineSqlServer())</c>. Queries
/// answer with no rows, commands with one row affected.
/// </summary>
public sealed class OfflineSqlServer : DbConnection
{
    private ConnectionState _state;

    /// <summary>What has been sent so far, in order.</summary>
    public List<CapturedCommand> Commands { get; } = [];

    [AllowNull]
    public override string ConnectionString { get; set; } = "Server=offline;Database=offline";

    public override string Database => "offline";

    public override string DataSource => "offline";

    /// <summary>SQL Server 2022.</summary>
    public override string ServerVersion => "16.00.1000";

    public override ConnectionState State => _state;

    public override void Open() => _state = ConnectionState.Open;

    public override void Close() => _state = ConnectionState.Closed;

    public override void ChangeDatabase(string databaseName)
    {
        // There is only the one that does not exist.
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        new OfflineTransaction(this, isolationLevel);

    protected override DbCommand CreateDbCommand() => new OfflineCommand(this);
}
