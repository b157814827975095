using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace PublicDisclosure.Core.Data;

/// <summary>A connection that stays open from one user to the next, with the statements that were prepared on it.</summary>
internal sealed class KeptConnection : SqliteConnection
{
    /// <summary>So many statements are kept; beyond that the one that was not used for longest goes.</summary>
    public const int MostStatements = 64;

    private readonly Dictionary<string, KeptCommand> _ready = new(SqlText.Comparer);
    private int _out;
    private long _uses;
    private bool _isSpoilt;

    /// <summary>A connection that is still closed.</summary>
    /// <param name="connectionString">Without pooling.</param>
    /// <param name="generation">Of the connections it belongs to.</param>
    public KeptConnection(string connectionString, int generation)
        : base(connectionString)
    {
        Generation = generation;
        // EF Core puts on it what its translations call in SQLite, here once instead of with every opening.
        using var context = new DbContext(new DbContextOptionsBuilder().UseSqlite(this).Options);
        _ = context.Database.GetDbConnection();
    }

    /// <summary>Which it was made for; a later one is served by others.</summary>
    public int Generation { get; }

    /// <summary>The transaction that is open on it.</summary>
    public SqliteTransaction? Running => Transaction;

    /// <summary>How many statements wait prepared.</summary>
    public int Statements => _ready.Count;

    /// <summary>Whether the next user finds it as the one before did: open, no reader, no transaction, no setting changed.</summary>
    public bool IsAsNew => State == ConnectionState.Open && !_isSpoilt && _out == 0 && Transaction is null && raw.sqlite3_get_autocommit(Handle) != 0;

    /// <inheritdoc/>
    public override void Open()
    {
        base.Open();
        SqliteConnectionSettings.Set(this);
    }

    /// <summary>It goes to nobody else: something went wrong on it, or it was given a setting.</summary>
    public void Spoil() => _isSpoilt = true;

    /// <summary>A command of a text for one user alone, with its statements if they were prepared before.</summary>
    public KeptCommand Take(string text)
    {
        _out++;
        if (_ready.Remove(text, out var ready)) return ready;
        if (!SqlText.LeavesNothingBehind(text)) Spoil();
        return new KeptCommand(text, this);
    }

    /// <summary>Takes a command back and keeps what was prepared for it, if it only reads.</summary>
    public void GiveBack(KeptCommand command)
    {
        _out--;
        if (State != ConnectionState.Open || _isSpoilt || !SqlText.OnlyReads(command.CommandText))
        {
            command.Dispose();
            return;
        }

        command.Clear();
        command.LastUse = ++_uses;
        // Two readers of the same text were at work at once; one is enough to keep.
        if (!_ready.TryAdd(command.CommandText, command)) command.Dispose();
        else if (_ready.Count > MostStatements) Drop();
    }

    private void Drop()
    {
        var oldest = _ready.MinBy(pair => pair.Value.LastUse);
        _ready.Remove(oldest.Key);
        oldest.Value.Dispose();
    }
}
