using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace PublicDisclosure.Core.Tests.SqlServer;

/// <summary>A command of <see cref="OfflineSqlServer"/>: records its text and typed parameters instead of running.</summary>
internal sealed class OfflineCommand(OfflineSqlServer connection) : DbCommand
{
    /// <summary>EF Core checks only that a result has at least as many columns as it means to read.</summary>
    private const int MoreColumnsThanAnyQueryReads = 256;

    // A real command, for its parameter collection alone: it infers SQL Server types the way the client does.
    private readonly SqlCommand _parameters = new();

    [AllowNull]
    public override string CommandText { get; set; } = "";

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; } = connection;

    protected override DbParameterCollection DbParameterCollection => _parameters.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel()
    {
    }

    public override void Prepare()
    {
    }

    public override int ExecuteNonQuery() => Record(1);

    public override object ExecuteScalar() => Record(1);

    protected override DbParameter CreateDbParameter() => _parameters.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        using var empty = new DataTable();
        for (var i = 0; i < MoreColumnsThanAnyQueryReads; i++) empty.Columns.Add("column" + i);
        return Record(empty.CreateDataReader());
    }

    private T Record<T>(T answer)
    {
        var parameters = _parameters.Parameters.Cast<SqlParameter>()
            .Select(parameter => $"@{parameter.ParameterName.TrimStart('@')} {TypeOf(parameter)}");
        connection.Commands.Add(new CapturedCommand(string.Join(", ", parameters), CommandText));
        return answer;
    }

    private static string TypeOf(SqlParameter parameter) => parameter.SqlDbType switch
    {
        SqlDbType.NVarChar => $"nvarchar({Length(parameter.Size, 4000)})",
        SqlDbType.VarChar or SqlDbType.VarBinary => $"{parameter.SqlDbType}({Length(parameter.Size, 8000)})",
        SqlDbType.Decimal => $"decimal({(parameter.Precision == 0 ? 38 : parameter.Precision)},{parameter.Scale})",
        SqlDbType.Timestamp => "binary(8)",
        _ => parameter.SqlDbType.ToString(),
    };

    private static string Length(int size, int longest) =>
        size <= 0 || size > longest ? "max" : size.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
