namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>A column of .csv and .xlsx.</summary>
/// <param name="Heading">Its name.</param>
/// <param name="Value">What stands in it: an <see cref="int"/> or <see cref="decimal"/> becomes a number, a <see cref="DateOnly"/> an ISO date, null an empty cell.</param>
public sealed record ApiColumn<T>(string Heading, Func<T, object?> Value);

/// <summary>A list as a table.</summary>
/// <param name="Name">Name of the file, without its ending.</param>
/// <param name="Plain">The same in ASCII.</param>
/// <param name="Columns">In order.</param>
public sealed record ApiTable<T>(string Name, string Plain, params IReadOnlyList<ApiColumn<T>> Columns)
{
    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Heading => [.. Columns.Select(c => c.Heading)];

    /// <summary>A row of cells.</summary>
    public IReadOnlyList<object?> Row(T of) => [.. Columns.Select(c => c.Value(of))];
}
