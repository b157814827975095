using Microsoft.SqlServer.Dac;
using Microsoft.SqlServer.Dac.Compare;

namespace PublicDisclosure.Core.Tests.SqlServer;

/// <summary>Checks scripts that would create or migrate a database on SQL Server, without one.</summary>
internal static class SqlServerSchemaCheck
{
    private const string HistoryTable = "__EFMigrationsHistory";

    /// <summary>Everything that is wrong with the schema a script ends with; empty when SQL Server would take it.</summary>
    public static IReadOnlyList<string> Problems(string script)
    {
        var schema = new DeclarativeSchema().Read(script);
        var model = new SqlServerModel(schema.Definitions);
        var problems = schema.NotUnderstood.Select(statement => "not understood: " + statement).ToList();
        problems.AddRange(model.Check(new Dictionary<string, CapturedCommand>()).Select(problem => problem.Message));
        if (problems.Count > 0) return problems;
        using var built = model.Build();
        return [.. CascadeRules.Check(built), .. SizeRules.Check(built)];
    }

    /// <summary>What differs between the schemas two scripts end with, in words; the order of columns does not count.</summary>
    public static IReadOnlyList<string> Differences(string leftScript, string rightScript)
    {
        var folder = Directory.CreateTempSubdirectory("schema-").FullName;
        try
        {
            var comparison = new SchemaComparison(Package(leftScript, folder, "left"), Package(rightScript, folder, "right"))
            {
                Options = new DacDeployOptions { IgnoreColumnOrder = true },
            };
            return [.. comparison.Compare().Differences
                .Select(difference => $"{difference.UpdateAction} {difference.SourceObject?.Name ?? difference.TargetObject?.Name}")
                .Where(text => !text.Contains(HistoryTable, StringComparison.Ordinal))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static SchemaCompareDacpacEndpoint Package(string script, string folder, string name)
    {
        var path = Path.Combine(folder, name + ".dacpac");
        using var model = new SqlServerModel(new DeclarativeSchema().Read(script).Definitions).Build();
        DacPackageExtensions.BuildPackage(path, model, new PackageMetadata { Name = name, Version = "1.0" });
        return new SchemaCompareDacpacEndpoint(path);
    }
}
