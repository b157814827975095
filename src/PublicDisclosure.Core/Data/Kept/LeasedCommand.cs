using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace PublicDisclosure.Core.Data;

/// <summary>
/// A command of a <see cref="LeasedConnection"/>: it holds text and parameters, and what runs is a command of that text which the connection kept,
/// from the first execution until this one is disposed of.
/// </summary>
internal sealed class LeasedCommand(LeasedConnection connection) : SqliteCommand
{
    private KeptConnection? _from;
    private KeptCommand? _kept;

    /// <inheritdoc/>
    protected override DbConnection? DbConnection
    {
        get => connection;
        set
        {
            if (value != connection) throw new NotSupportedException("A leased command stays with its connection.");
        }
    }

    /// <summary>The one that is open on the connection counts; SQLite knows no other.</summary>
    protected override DbTransaction? DbTransaction { get; set; }

    /// <inheritdoc/>
    public override SqliteDataReader ExecuteReader(CommandBehavior behavior) => behavior.HasFlag(CommandBehavior.CloseConnection)
        ? throw new NotSupportedException("The connection is closed by whoever opened it.")
        : Run(kept => kept.ExecuteReader(behavior));

    /// <inheritdoc/>
    public override int ExecuteNonQuery() => Run(kept => kept.ExecuteNonQuery());

    /// <inheritdoc/>
    public override object? ExecuteScalar() => Run(kept => kept.ExecuteScalar());

    /// <summary>Does nothing: what is kept is prepared once it ran.</summary>
    public override void Prepare()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) GiveBack();
        base.Dispose(disposing);
    }

    private T Run<T>(Func<KeptCommand, T> run)
    {
        if (_kept?.CommandText != CommandText || _from != connection.Kept) Change();
        _kept!.Transaction = _from!.Running;
        _kept.CommandTimeout = CommandTimeout;
        try
        {
            // While its reader is open the command refuses to run again, and its parameters are those of the reader.
            if (!_kept.IsReading)
            {
                _kept.Parameters.Clear();
                foreach (SqliteParameter parameter in Parameters) _kept.Parameters.Add(parameter);
            }

            return run(_kept);
        }
        catch
        {
            _from.Spoil();
            throw;
        }
    }

    private void Change()
    {
        GiveBack();
        _from = connection.Kept;
        _kept = _from.Take(CommandText);
    }

    private void GiveBack()
    {
        if (_kept is null) return;
        _from!.GiveBack(_kept);
        (_from, _kept) = (null, null);
    }
}
