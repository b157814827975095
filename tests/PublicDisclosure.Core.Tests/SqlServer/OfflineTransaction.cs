using System.Data;
using System.Data.Common;

namespace PublicDisclosure.Core.Tests.SqlServer;

/// <summary>A transaction of <see cref="OfflineSqlServer"/>: there is nothing to commit or roll back.</summary>
internal sealed class OfflineTransaction(DbConnection connection, IsolationLevel isolationLevel) : DbTransaction
{
    public override IsolationLevel IsolationLevel => isolationLevel;

    public override bool SupportsSavepoints => true;

    protected override DbConnection? DbConnection => connection;

    public override void Commit()
    {
    }

    public override void Rollback()
    {
    }

    public override void Save(string savepointName)
    {
    }

    public override void Rollback(string savepointName)
    {
    }
}
