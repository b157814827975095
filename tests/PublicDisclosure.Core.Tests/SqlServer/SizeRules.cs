using Microsoft.SqlServer.Dac.Model;
using SqlIndex = Microsoft.SqlServer.Dac.Model.Index;

namespace PublicDisclosure.Core.Tests.SqlServer;

/// <summary>The limits of SQL Server on keys and columns that DacFx does not check.</summary>
internal static class SizeRules
{
    private const int ClusteredKeyBytes = 900;
    private const int IndexKeyBytes = 1700;
    private const int LongestNVarChar = 4000;
    private const int LongestVarChar = 8000;

    private static readonly (ModelTypeClass Kind, ModelRelationshipClass Columns, int Limit)[] Keys =
    [
        (PrimaryKeyConstraint.TypeClass, PrimaryKeyConstraint.Columns, ClusteredKeyBytes),
        (UniqueConstraint.TypeClass, UniqueConstraint.Columns, IndexKeyBytes),
        (SqlIndex.TypeClass, SqlIndex.Columns, IndexKeyBytes),
    ];

    public static IEnumerable<string> Check(TSqlModel model) => KeySizes(model).Concat(ColumnSizes(model));

    /// <summary>Errors 1919 and 1944/1946: a key column of (max) length, a key that may become too long.</summary>
    private static IEnumerable<string> KeySizes(TSqlModel model)
    {
        foreach (var (kind, columns, limit) in Keys)
        {
            foreach (var key in model.GetObjects(DacQueryScopes.UserDefined, kind))
            {
                var keyColumns = key.GetReferenced(columns).ToList();
                foreach (var column in keyColumns.Where(column => column.GetProperty<bool>(Column.IsMax)))
                    yield return $"1919 {key.Name}: key column {column.Name} is (max)";
                var bytes = keyColumns.Sum(Bytes);
                if (bytes > limit) yield return $"1946 {key.Name}: key of up to {bytes} bytes, limit {limit}";
            }
        }
    }

    /// <summary>Errors 131 and 2717: a text column longer than its type allows.</summary>
    private static IEnumerable<string> ColumnSizes(TSqlModel model) =>
        from table in model.GetObjects(DacQueryScopes.UserDefined, Table.TypeClass)
        from column in table.GetReferenced(Table.Columns)
        let length = column.GetProperty<int>(Column.Length)
        where length > (IsUnicode(column) ? LongestNVarChar : LongestVarChar)
        select $"2717 {column.Name}: length {length}";

    private static int Bytes(TSqlObject column) => TypeName(column) switch
    {
        "nvarchar" or "nchar" => 2 * column.GetProperty<int>(Column.Length),
        "varchar" or "char" or "varbinary" or "binary" => column.GetProperty<int>(Column.Length),
        "uniqueidentifier" => 16,
        "bigint" or "datetime2" or "float" => 8,
        "int" => 4,
        "date" => 3,
        "bit" => 1,
        _ => 17,
    };

    private static bool IsUnicode(TSqlObject column) => TypeName(column) is "nvarchar" or "nchar";

    private static string? TypeName(TSqlObject column) =>
        column.GetReferenced(Column.DataType).FirstOrDefault()?.Name.Parts[^1];
}
