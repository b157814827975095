using System.Text.RegularExpressions;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PublicDisclosure.Core.Tests.SqlServer;

/// <summary>A problem found in the schema (<see cref="Statement"/> empty) or in a captured statement.</summary>
internal sealed record SqlProblem(string Statement, string Message);

/// <summary>
/// Microsoft's own model of a SQL Server database (DacFx), built from definitions and used to check statements: each is
/// wrapped as a procedure, so that every table, column and variable it names must exist.
/// </summary>
internal sealed partial class SqlServerModel(IReadOnlyList<string> definitions)
{
    private static readonly TSqlObjectOptions Options = new() { AnsiNulls = true, QuotedIdentifier = true };

    /// <summary>SQL Server 2022: the compatibility level 160 that the product asks for.</summary>
    private const SqlServerVersion Version = SqlServerVersion.Sql160;

    /// <summary>Builds the model of the schema alone. The caller disposes it.</summary>
    public TSqlModel Build()
    {
        var model = new TSqlModel(Version, new TSqlModelOptions());
        for (var i = 0; i < definitions.Count; i++) model.AddOrUpdateObjects(definitions[i], $"definition{i}", Options);
        return model;
    }

    /// <summary>
    /// Every message of the model about the schema and the statements. Warnings count too: a wrong table is only a
    /// warning (SQL71502), a wrong column an error (SQL71501).
    /// </summary>
    public IReadOnlyList<SqlProblem> Check(IReadOnlyDictionary<string, CapturedCommand> statements)
    {
        var problems = new List<SqlProblem>();
        var procedures = new Dictionary<string, string>();
        foreach (var (name, command) in statements)
        {
            // In another schema than dbo the model raises false alarms on OUTPUT INSERTED.
            var procedure = $"CREATE PROCEDURE [dbo].[{name}] {command.Parameters} AS\nBEGIN\n{command.Sql}\nEND";
            var found = Parse(procedure).Select(message => new SqlProblem(name, message)).ToList();
            if (found.Count == 0) procedures.Add(name, procedure);
            problems.AddRange(found);
        }
        // A rejected script poisons a model for good: leave it out and build a new one.
        while (FirstRejected(procedures) is { } rejected)
        {
            procedures.Remove(rejected.Statement);
            problems.Add(rejected);
        }
        problems.AddRange(Validate(procedures));
        return problems;
    }

    private static IEnumerable<string> Parse(string procedure)
    {
        var tree = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(procedure), out var errors);
        if (errors.Count > 0) return ["syntax: " + errors[0].Message];
        var functions = new UnknownFunctions();
        tree.Accept(functions);
        return functions.Names.Select(name => $"unknown function {name}");
    }

    private SqlProblem? FirstRejected(Dictionary<string, string> procedures)
    {
        using var model = Build();
        foreach (var (name, procedure) in procedures)
        {
            try
            {
                model.AddOrUpdateObjects(procedure, name, Options);
            }
            catch (DacModelException rejection)
            {
                return new SqlProblem(name, string.Join(" | ", rejection.Messages));
            }
        }
        return null;
    }

    private List<SqlProblem> Validate(Dictionary<string, string> procedures)
    {
        using var model = Build();
        foreach (var (name, procedure) in procedures) model.AddOrUpdateObjects(procedure, name, Options);
        return [.. model.Validate()
            .Select(message => message.ToString())
            // The catalog views live in master, which is not part of the model.
            .Where(message => !message.Contains("object [sys].", StringComparison.Ordinal))
            .Select(message => new SqlProblem(ProcedureIn(message, procedures), message))];
    }

    private static string ProcedureIn(string message, Dictionary<string, string> procedures)
    {
        var name = ObjectName().Match(message).Groups[1].Value;
        return procedures.ContainsKey(name) ? name : "";
    }

    [GeneratedRegex(@"\[dbo\]\.\[([^\]]+)\]")]
    private static partial Regex ObjectName();
}
