namespace PublicDisclosure.Core.Text;

/// <summary>How a piece of text stands between two versions.</summary>
public enum DifferenceKind
{
    Unchanged,
    Added,
    Removed,
}

/// <summary>What became of a whole block.</summary>
public enum BlockChange
{
    Unchanged,

    /// <summary>The same block with changed words inside.</summary>
    Changed,
    Added,
    Removed,

    /// <summary>Stood here in the older version and stands elsewhere in the newer, word for word.</summary>
    MovedAway,

    /// <summary>The other end of <see cref="MovedAway"/>.</summary>
    MovedHere,
}

/// <summary>What kind of block the words stood in.</summary>
public enum DifferenceBlockKind
{
    Heading,
    Paragraph,
    ListItem,
    TableHeader,
    TableRow,
}

/// <summary>A run of words; a page shows added ones in <c>ins</c> and removed ones in <c>del</c>.</summary>
public sealed record DifferenceSegment(DifferenceKind Kind, string Text);

/// <summary>One block of the two texts laid over each other, in the order of the newer one.</summary>
/// <param name="Kind">Heading, paragraph, list item or table row.</param>
/// <param name="Change">What became of it.</param>
/// <param name="Cells">The cells of a table row; for other kinds exactly one.</param>
public sealed record DifferenceBlock(DifferenceBlockKind Kind, BlockChange Change, IReadOnlyList<IReadOnlyList<DifferenceSegment>> Cells);

/// <summary>Two versions of a text laid over each other.</summary>
/// <param name="Title">The titles, word by word.</param>
/// <param name="Blocks">The bodies.</param>
/// <param name="ChangedShare">
/// Characters added or removed as a share of all characters of both versions, 0 to 1; blocks that only moved do not count.
/// </param>
public sealed record TextDifference(IReadOnlyList<DifferenceSegment> Title, IReadOnlyList<DifferenceBlock> Blocks, double ChangedShare);
