using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PublicDisclosure.Core.Tests.SqlServer;

/// <summary>
/// Reads a script of EF Core (create script or idempotent migration script) and keeps the schema it ends with as plain
/// CREATE statements: a <c>TSqlModel</c> takes declarations only, no IF, no ALTER, no EXEC.
/// </summary>
internal sealed class DeclarativeSchema
{
    private readonly TSql160Parser _parser = new(initialQuotedIdentifiers: true);
    private readonly Sql160ScriptGenerator _generator = new();
    private readonly Dictionary<string, CreateTableStatement> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, TSqlStatement> _indexes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The final tables and indexes, one CREATE statement each.</summary>
    public IReadOnlyList<string> Definitions => [.. _tables.Values.Concat(_indexes.Values).Select(Text)];

    /// <summary>INSERT, UPDATE and DELETE statements met on the way (seed rows, the migration history).</summary>
    public List<string> DataChanges { get; } = [];

    /// <summary>Statements this class does not know. A test demands that there are none: nothing is skipped silently.</summary>
    public List<string> NotUnderstood { get; } = [];

    /// <summary>Applies a script on top of what was read before.</summary>
    /// <exception cref="InvalidOperationException">The script is not valid Transact-SQL.</exception>
    public DeclarativeSchema Read(string script)
    {
        var tree = (TSqlScript)_parser.Parse(new StringReader(script), out var errors);
        if (errors.Count > 0)
            throw new InvalidOperationException(string.Join("\n", errors.Select(e => $"{e.Line}:{e.Column} {e.Message}")));
        foreach (var statement in tree.Batches.SelectMany(batch => batch.Statements)) Apply(statement);
        return this;
    }

    private void Apply(TSqlStatement statement)
    {
        switch (statement)
        {
            // The idempotent script wraps everything: IF NOT EXISTS (...) BEGIN ... EXEC(N'...') END
            case IfStatement guarded:
                Apply(guarded.ThenStatement);
                break;
            case BeginEndBlockStatement block:
                foreach (var inner in block.StatementList.Statements) Apply(inner);
                break;
            case ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableStringList { Strings: [StringLiteral text] } }:
                Read(text.Value);
                break;
            case CreateTableStatement table:
                _tables[Name(table.SchemaObjectName)] = table;
                break;
            case CreateIndexStatement index:
                _indexes[$"{Name(index.OnName)}.{index.Name.Value}"] = index;
                break;
            case AlterTableAddTableElementStatement addition:
                Add(_tables[Name(addition.SchemaObjectName)].Definition, addition.Definition);
                break;
            case AlterTableDropTableElementStatement removal:
                Remove(_tables[Name(removal.SchemaObjectName)].Definition, removal.AlterTableDropTableElements);
                break;
            case AlterTableAlterColumnStatement change:
                Change(_tables[Name(change.SchemaObjectName)].Definition, change);
                break;
            case DropIndexStatement drop:
                foreach (var index in drop.DropIndexClauses.OfType<DropIndexClause>())
                    _indexes.Remove($"{Name(index.Object)}.{index.Index.Value}");
                break;
            case DropTableStatement drop:
                foreach (var table in drop.Objects) _tables.Remove(Name(table));
                break;
            case InsertStatement or UpdateStatement or DeleteStatement:
                DataChanges.Add(Text(statement));
                break;
            case BeginTransactionStatement or CommitTransactionStatement or DeclareVariableStatement or SetOnOffStatement:
                break;
            case var _ when IsDropOfUnnamedDefault(statement):
                break;
            default:
                NotUnderstood.Add($"{statement.GetType().Name}: {Text(statement).Split('\n')[0]}");
                break;
        }
    }

    /// <summary>Before it changes a column EF Core looks up the name of its default constraint and drops it.</summary>
    private bool IsDropOfUnnamedDefault(TSqlStatement statement) =>
        statement is SelectStatement && Text(statement).Contains("default_constraints", StringComparison.OrdinalIgnoreCase)
        || statement is ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableStringList { Strings.Count: > 1 } };

    private static void Add(TableDefinition table, TableDefinition addition)
    {
        foreach (var column in addition.ColumnDefinitions) table.ColumnDefinitions.Add(column);
        foreach (var constraint in addition.TableConstraints) table.TableConstraints.Add(constraint);
    }

    private static void Remove(TableDefinition table, IList<AlterTableDropTableElement> removals)
    {
        foreach (var removal in removals)
        {
            var column = table.ColumnDefinitions.FirstOrDefault(
                c => removal.TableElementType == TableElementType.Column && c.ColumnIdentifier.Value == removal.Name.Value);
            if (column is not null) table.ColumnDefinitions.Remove(column);
            var constraint = table.TableConstraints.FirstOrDefault(c => c.ConstraintIdentifier?.Value == removal.Name.Value);
            if (constraint is not null) table.TableConstraints.Remove(constraint);
        }
    }

    private static void Change(TableDefinition table, AlterTableAlterColumnStatement change)
    {
        var column = table.ColumnDefinitions.First(
            c => c.ColumnIdentifier.Value.Equals(change.ColumnIdentifier.Value, StringComparison.OrdinalIgnoreCase));
        column.DataType = change.DataType;
        column.Collation = change.Collation;
        foreach (var nullable in column.Constraints.OfType<NullableConstraintDefinition>())
            nullable.Nullable = change.AlterTableAlterColumnOption != AlterTableAlterColumnOption.NotNull;
    }

    private static string Name(SchemaObjectName name) => $"{name.SchemaIdentifier?.Value ?? "dbo"}.{name.BaseIdentifier.Value}";

    private string Text(TSqlFragment fragment)
    {
        _generator.GenerateScript(fragment, out var text);
        return text;
    }
}
