using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace PublicDisclosure.Core.Data;

/// <summary>A transaction on what a <see cref="LeasedConnection"/> took; it only says which connection it belongs to.</summary>
internal sealed class LeasedTransaction(LeasedConnection connection, SqliteTransaction transaction) : DbTransaction
{
    /// <inheritdoc/>
    public override IsolationLevel IsolationLevel => transaction.IsolationLevel;

    /// <inheritdoc/>
    public override bool SupportsSavepoints => transaction.SupportsSavepoints;

    /// <inheritdoc/>
    protected override DbConnection? DbConnection => transaction.Connection is null ? null : connection;

    /// <inheritdoc/>
    public override void Commit() => transaction.Commit();

    /// <inheritdoc/>
    public override void Rollback() => transaction.Rollback();

    /// <inheritdoc/>
    public override void Save(string savepointName) => transaction.Save(savepointName);

    /// <inheritdoc/>
    public override void Rollback(string savepointName) => transaction.Rollback(savepointName);

    /// <inheritdoc/>
    public override void Release(string savepointName) => transaction.Release(savepointName);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) transaction.Dispose();
        base.Dispose(disposing);
    }
}
