using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace PublicDisclosure.Core.Text;

/// <summary>
/// The public difference between two versions of a text: blocks laid over each other, changed ones compared word by
/// word, tables row by row and cell by cell. Only what is read counts, not how it is typed: bold, spaces and escapes
/// make no difference.
/// </summary>
public static class VersionDifference
{
    private const double SameBlock = 0.4;
    private const double SameRow = 0.3;

    /// <summary>Shorter blocks (完毕, 特此通知) are not said to have moved.</summary>
    private const int LeastMoved = 8;

    /// <summary>Compares; texts that cannot be read as Markdown are compared line by line as typed.</summary>
    public static TextDifference Between(string olderTitle, string olderMarkdown, string newerTitle, string newerMarkdown)
    {
        var (older, newer) = (Units(olderMarkdown), Units(newerMarkdown));
        var blocks = new List<DifferenceBlock>();
        foreach (var (at, to, left, right) in Sequences.Align(older.ConvertAll(u => u.Key), newer.ConvertAll(u => u.Key)))
        {
            if (left == right && left > 0 && older[at].Key == newer[to].Key)
            {
                for (var i = 0; i < left; i++) blocks.Add(Whole(newer[to + i], BlockChange.Unchanged));
                continue;
            }

            var pairs = Sequences.Pair(left, right, (i, j) => Likeness(older[at + i], newer[to + j]), SameBlock);
            foreach (var (i, j) in pairs)
            {
                blocks.Add(i is { } l && j is { } r ? Compare(older[at + l], newer[to + r])
                    : i is { } gone ? Whole(older[at + gone], BlockChange.Removed) : Whole(newer[to + j!.Value], BlockChange.Added));
            }
        }

        MarkMoves(blocks);
        var title = WordDifference.Between(olderTitle, newerTitle);
        return new TextDifference(title, blocks, Share(blocks, title));
    }

    /// <summary>A short text without blocks (通俗摘要), word by word; empty where both are.</summary>
    public static IReadOnlyList<DifferenceSegment> OfLines(string older, string newer) => WordDifference.Between(older, newer);

    private static double Likeness(Unit older, Unit newer)
    {
        if (older.IsRow != newer.IsRow) return 0;
        if (!older.IsRow) return Sequences.Likeness(older.Key, newer.Key);
        // Rows about the same thing begin alike; numbers further right are what changes.
        var first = older.Cells[0].Length > 0 && older.Cells[0] == newer.Cells[0] ? 0.35 : 0;
        var likeness = Math.Max(first, 0) + (0.65 * Sequences.Likeness(older.Key, newer.Key));
        return likeness >= SameRow ? Math.Max(likeness, SameBlock) : 0;
    }

    private static DifferenceBlock Compare(Unit older, Unit newer)
    {
        var cells = new List<IReadOnlyList<DifferenceSegment>>();
        if (older.Cells.Count == newer.Cells.Count)
        {
            for (var c = 0; c < newer.Cells.Count; c++) cells.Add(WordDifference.Between(older.Cells[c], newer.Cells[c]));
        }
        else
        {
            // A column came or went: cells are laid over each other by likeness, the rest is added or removed whole.
            foreach (var (i, j) in Sequences.Pair(older.Cells.Count, newer.Cells.Count, (i, j) => 0.01 + Sequences.Likeness(older.Cells[i], newer.Cells[j]), 0))
            {
                cells.Add(WordDifference.Between(i is { } l ? older.Cells[l] : "", j is { } r ? newer.Cells[r] : ""));
            }
        }

        var changed = cells.Any(cell => cell.Any(s => s.Kind != DifferenceKind.Unchanged)) || older.Cells.Count != newer.Cells.Count;
        return new DifferenceBlock(newer.Kind, changed ? BlockChange.Changed : BlockChange.Unchanged, cells);
    }

    private static DifferenceBlock Whole(Unit unit, BlockChange change)
    {
        var kind = change switch { BlockChange.Added => DifferenceKind.Added, BlockChange.Removed => DifferenceKind.Removed, _ => DifferenceKind.Unchanged };
        return new DifferenceBlock(unit.Kind, change, unit.Cells.Select(cell => (IReadOnlyList<DifferenceSegment>)(cell.Length == 0 ? [] : [new DifferenceSegment(kind, cell)])).ToList());
    }

    private static void MarkMoves(List<DifferenceBlock> blocks)
    {
        var removed = new Dictionary<string, Queue<int>>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Change != BlockChange.Removed || Text(blocks[i]) is not { Length: >= LeastMoved } text) continue;
            if (!removed.TryGetValue(text, out var places)) removed[text] = places = new Queue<int>();
            places.Enqueue(i);
        }

        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Change != BlockChange.Added || !removed.TryGetValue(Text(blocks[i]), out var places) || !places.TryDequeue(out var from)) continue;
            blocks[i] = blocks[i] with { Change = BlockChange.MovedHere };
            blocks[from] = blocks[from] with { Change = BlockChange.MovedAway };
        }
    }

    private static string Text(DifferenceBlock block) => string.Join('\t', block.Cells.Select(cell => string.Concat(cell.Select(s => s.Text))));

    private static double Share(List<DifferenceBlock> blocks, IReadOnlyList<DifferenceSegment> title)
    {
        long all = 0, changed = 0;
        foreach (var (segment, moved) in blocks.SelectMany(b => b.Cells.SelectMany(c => c).Select(s => (s, b.Change is BlockChange.MovedAway or BlockChange.MovedHere))).Concat(title.Select(s => (s, false))))
        {
            // An unchanged character stands in both versions.
            all += segment.Kind == DifferenceKind.Unchanged ? 2 * segment.Text.Length : segment.Text.Length;
            if (segment.Kind != DifferenceKind.Unchanged && !moved) changed += segment.Text.Length;
        }

        return all == 0 ? 0 : (double)changed / all;
    }

    private static List<Unit> Units(string markdown)
    {
        if (MarkdownLimits.Check(markdown) is null)
        {
            try
            {
                var units = new List<Unit>();
                foreach (var block in MarkdownDialect.Parse(markdown)) Collect(block, DifferenceBlockKind.Paragraph, units);
                return units;
            }
            catch (ArgumentException)
            {
                // Nested too deeply to be read; compared as typed.
            }
        }

        return markdown.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => new Unit(DifferenceBlockKind.Paragraph, [ChineseText.RemoveForbidden(line)])).ToList();
    }

    private static void Collect(Block block, DifferenceBlockKind kind, List<Unit> units)
    {
        switch (block)
        {
            case HeadingBlock heading: units.Add(new Unit(DifferenceBlockKind.Heading, [PlainTextWriter.Inlines(heading.Inline)])); break;
            case LeafBlock { Inline: { } inline }: units.Add(new Unit(kind, [PlainTextWriter.Inlines(inline)])); break;
            case CodeBlock code: units.Add(new Unit(kind, [code.Lines.ToString()])); break;
            case TableRow row: units.Add(new Unit(row.IsHeader ? DifferenceBlockKind.TableHeader : DifferenceBlockKind.TableRow, Cells(row))); break;
            case LinkReferenceDefinitionGroup: break;
            case ContainerBlock container:
                foreach (var child in container) Collect(child, block is ListItemBlock ? DifferenceBlockKind.ListItem : kind, units);
                break;
        }
    }

    /// <summary>Cells by column; the places that a merged cell covers are empty.</summary>
    private static string[] Cells(TableRow row)
    {
        var cells = row.OfType<TableCell>().ToList();
        var table = (Table)row.Parent!;
        var width = table.OfType<TableRow>().SelectMany(r => r.OfType<TableCell>()).Max(c => c.ColumnIndex + c.ColumnSpan);
        var texts = Enumerable.Repeat("", width).ToArray();
        foreach (var cell in cells) texts[cell.ColumnIndex] = PlainTextWriter.CellText(cell);
        return texts;
    }

    private sealed record Unit(DifferenceBlockKind Kind, IReadOnlyList<string> Cells)
    {
        public bool IsRow => Kind is DifferenceBlockKind.TableRow or DifferenceBlockKind.TableHeader;

        public string Key { get; } = string.Join('\t', Cells);
    }
}
