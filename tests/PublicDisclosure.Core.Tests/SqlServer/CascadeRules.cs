using Microsoft.SqlServer.Dac.Model;

namespace PublicDisclosure.Core.Tests.SqlServer;

/// <summary>What SQL Server refuses about foreign keys that delete or clear, and DacFx does not see.</summary>
internal static class CascadeRules
{
    private sealed record Edge(string From, string To, string Key, bool Cascades);

    public static IEnumerable<string> Check(TSqlModel model)
    {
        var keys = model.GetObjects(DacQueryScopes.UserDefined, ForeignKeyConstraint.TypeClass).ToList();
        return MultiplePaths(keys).Concat(ClearedNotNull(keys));
    }

    /// <summary>Error 1785: a delete may reach each table by one path only, and must not come back.</summary>
    private static IEnumerable<string> MultiplePaths(List<TSqlObject> keys)
    {
        var edges = keys.Where(key => Action(key) != ForeignKeyAction.NoAction).Select(key => new Edge(
            key.GetReferenced(ForeignKeyConstraint.ForeignTable).First().Name.ToString(),
            key.GetReferenced(ForeignKeyConstraint.Host).First().Name.ToString(),
            key.Name.ToString(),
            Action(key) == ForeignKeyAction.Cascade)).ToList();
        foreach (var root in edges.Select(edge => edge.From).Distinct())
        {
            var pathTo = new Dictionary<string, string>();
            var next = new Queue<(string Table, string Path)>([(root, root)]);
            while (next.TryDequeue(out var here))
            {
                foreach (var edge in edges.Where(edge => edge.From == here.Table))
                {
                    var path = $"{here.Path} -> {edge.To}";
                    if (edge.To == root) yield return $"1785 cascade returns: {path} ({edge.Key})";
                    else if (!pathTo.TryAdd(edge.To, path))
                        yield return $"1785 two cascade paths to {edge.To}: {pathTo[edge.To]} and {path} ({edge.Key})";
                    else if (edge.Cascades) next.Enqueue((edge.To, path));
                }
            }
        }
    }

    /// <summary>Error 1761: SET NULL on a column that takes no null.</summary>
    private static IEnumerable<string> ClearedNotNull(List<TSqlObject> keys) =>
        from key in keys
        where Action(key) == ForeignKeyAction.SetNull
        from column in key.GetReferenced(ForeignKeyConstraint.Columns)
        where !column.GetProperty<bool>(Column.Nullable)
        select $"1761 SET NULL on NOT NULL column {column.Name}";

    private static ForeignKeyAction Action(TSqlObject key) =>
        key.GetProperty<ForeignKeyAction>(ForeignKeyConstraint.DeleteAction);
}
