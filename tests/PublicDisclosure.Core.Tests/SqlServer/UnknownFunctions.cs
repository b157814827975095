using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PublicDisclosure.Core.Tests.SqlServer;

/// <summary>Finds calls of functions that Transact-SQL does not have; a <c>TSqlModel</c> lets them pass.</summary>
internal sealed class UnknownFunctions : TSqlFragmentVisitor
{
    // What EF Core's SQL Server provider emits today and what its next releases plausibly will. A function missing here
    // fails the check loudly; it is then added on purpose.
    private static readonly HashSet<string> Known = new(
        """
        ABS AVG CEILING CHARINDEX CHECKSUM CONCAT CONCAT_WS COUNT COUNT_BIG DATALENGTH DATEADD DATEDIFF DATEDIFF_BIG
        DATEFROMPARTS DATENAME DATEPART DATETIME2FROMPARTS DAY DB_ID DENSE_RANK EOMONTH EXP FLOOR GETDATE GETUTCDATE
        HASHBYTES ISDATE ISNULL ISNUMERIC JSON_MODIFY JSON_QUERY JSON_VALUE LAG LEAD LEN LOG LOWER LTRIM MAX MIN MONTH
        NEWID NEWSEQUENTIALID NTILE OBJECT_ID PATINDEX POWER RANK REPLACE REPLICATE REVERSE ROUND ROW_NUMBER RTRIM
        SCHEMA_ID SCOPE_IDENTITY SERVERPROPERTY SIGN SPACE SQRT STDEV STRING_AGG STUFF SUBSTRING SUM SYSUTCDATETIME TRIM
        UNICODE UPPER VAR YEAR
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The unknown names, in the order met.</summary>
    public List<string> Names { get; } = [];

    public override void Visit(FunctionCall node)
    {
        // A call with a target is a method of a column (xml, hierarchyid) or a function of ours, which the model knows.
        if (node.CallTarget is null && !Known.Contains(node.FunctionName.Value)) Names.Add(node.FunctionName.Value);
    }
}
