namespace PublicDisclosure.Core.Shared;

/// <summary>
/// One page of a list, found by position (the sort key of the last row seen) and not by offset, so that the last page
/// costs what the first does.
/// </summary>
/// <param name="Rows">The rows of this page.</param>
/// <param name="Next">Opaque position after the last row, or null on the last page.</param>
/// <param name="Previous">Opaque position before the first row, or null on the first page.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, string? Next, string? Previous);
