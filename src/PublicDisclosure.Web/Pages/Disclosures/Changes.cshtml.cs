using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Web.Pages.Disclosures;

/// <summary>What changed between two versions, word by word, with long unchanged stretches left out.</summary>
public sealed class ChangesModel(DisclosureReader reader) : PageModel
{
    /// <summary>Unchanged blocks kept on each side of a change, for the reader to find the place.</summary>
    private const int Context = 2;

    public PublicRecord Record { get; private set; } = null!;

    public PublicVersion Older { get; private set; } = null!;

    public PublicVersion Newer { get; private set; } = null!;

    public TextDifference Difference { get; private set; } = null!;

    public IReadOnlyList<Part> Parts { get; private set; } = [];

    /// <summary>The plain summaries word by word; empty where they are the same.</summary>
    public IReadOnlyList<DifferenceSegment> PlainSummary { get; private set; } = [];

    public IReadOnlyList<FileChange> Files { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string address, int older, int newer, CancellationToken stop)
    {
        if (older >= newer) return NotFound();
        var (former, latter) = (await reader.ReadAsync(address, PublicPart.Differences, older, stop), await reader.ReadAsync(address, PublicPart.Differences, newer, stop));
        if (!former.IsOpen) return StatusCode(former.Status);
        if (!latter.IsOpen) return StatusCode(latter.Status);
        var (first, second) = (former.Version, latter.Version);
        (Record, Older, Newer) = (former.Record, first, second);
        Difference = VersionDifference.Between(
            first.Text.Title, await reader.BodyAsync(first.Id, stop) ?? "", second.Text.Title, await reader.BodyAsync(second.Id, stop) ?? "");
        if (first.Text.PlainSummary != second.Text.PlainSummary) PlainSummary = VersionDifference.OfLines(first.Text.PlainSummary, second.Text.PlainSummary);
        Parts = [.. Fold(Difference.Blocks)];
        Files =
        [
            .. second.Attachments.Where(f => first.Attachments.All(o => o.Hash != f.Hash)).Select(f => new FileChange(f.FileName, true)),
            .. first.Attachments.Where(f => second.Attachments.All(o => o.Hash != f.Hash)).Select(f => new FileChange(f.FileName, false)),
        ];
        return Page();
    }

    private static IEnumerable<Part> Fold(IReadOnlyList<DifferenceBlock> blocks)
    {
        var changed = blocks.Select((b, i) => (b, i)).Where(p => p.b.Change != BlockChange.Unchanged).Select(p => p.i).ToList();
        var hidden = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var at = changed.BinarySearch(i);
            var next = at >= 0 ? at : ~at;
            var isNear = (next < changed.Count && changed[next] - i <= Context) || (next > 0 && i - changed[next - 1] <= Context);
            if (!isNear)
            {
                hidden++;
                continue;
            }

            if (hidden > 0) yield return new Part(null, hidden);
            hidden = 0;
            yield return new Part(blocks[i], 0);
        }

        if (hidden > 0) yield return new Part(null, hidden);
    }

    /// <summary>A block, or a number of unchanged blocks left out.</summary>
    public sealed record Part(DifferenceBlock? Block, int Hidden);

    /// <summary>A file that came or went.</summary>
    public sealed record FileChange(string Name, bool IsAdded);
}
