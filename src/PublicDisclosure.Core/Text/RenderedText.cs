using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text.Media;

namespace PublicDisclosure.Core.Text;

/// <summary>A text as the public reads it.</summary>
/// <param name="Html">Safe HTML; headings start at h2 because the page's title is the h1.</param>
/// <param name="Headings">The headings in order, for a table of contents.</param>
/// <param name="PlainText">The words alone: a line per block, table cells separated by tabs.</param>
/// <param name="Refusal">
/// Why the text could not be read as Markdown (too long, nested too deeply), or null. Even then <paramref name="Html"/>
/// shows the text as it was typed, so that nothing is lost.
/// </param>
public sealed record RenderedText(string Html, IReadOnlyList<RenderedHeading> Headings, string PlainText, Refusal? Refusal = null)
{
    /// <summary>What is wrong with charts, pictures, sounds and films of the text (<c>Chart.*</c>, <c>Media.*</c>); they are shown as typed.</summary>
    public IReadOnlyList<FigureFault> Faults { get; init; } = [];

    /// <summary>Pictures, sounds and films of the text, in order.</summary>
    public IReadOnlyList<MediaBlock> Media { get; init; } = [];

    /// <summary>A chart is drawn in the text.</summary>
    public bool HasChart { get; init; }
}

/// <summary>A fault in a chart or a media block.</summary>
/// <param name="Line">Line of the text, from 1, where the block begins.</param>
/// <param name="Refusal">What is wrong; its own line counts within the block.</param>
public sealed record FigureFault(int Line, Refusal Refusal);

/// <summary>One heading of a rendered text.</summary>
/// <param name="Level">2 to 6.</param>
/// <param name="Id">Fragment to link to.</param>
/// <param name="Text">The words of the heading.</param>
public sealed record RenderedHeading(int Level, string Id, string Text);
