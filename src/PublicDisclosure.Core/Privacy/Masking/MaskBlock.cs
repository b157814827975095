using System.Text;

namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>A cell, a paragraph or a run: the smallest text that can be replaced.</summary>
internal sealed class MaskSegment(string text, string place, int start, MaskColumn? column)
{
    private readonly List<(int Start, int Length, string Text)> _edits = [];

    public string Text { get; } = text;

    /// <summary>Where it is, as a clerk calls it.</summary>
    public string Place { get; } = place;

    /// <summary>Where it begins in the block's text.</summary>
    public int Start { get; } = start;

    /// <summary>The column it stands in, for cells below a heading.</summary>
    public MaskColumn? Column { get; } = column;

    /// <summary>The text is Markdown, in which a row of stars would be emphasis.</summary>
    public bool IsMarkdown { get; init; }

    public bool IsChanged => _edits.Count > 0;

    /// <summary>Replaces a part; parts of earlier replacements are left alone.</summary>
    public bool Replace(int at, int length, string text)
    {
        if (_edits.Exists(e => at < e.Start + e.Length && e.Start < at + length)) return false;
        _edits.Add((at, length, IsMarkdown ? text.Replace("*", "\\*", StringComparison.Ordinal) : text));
        return true;
    }

    /// <summary>Whether a part was replaced already.</summary>
    public bool IsTaken(int at, int length) => _edits.Exists(e => at < e.Start + e.Length && e.Start < at + length);

    /// <summary>The text with all replacements.</summary>
    public string Result()
    {
        if (_edits.Count == 0) return Text;
        var result = new StringBuilder(Text);
        foreach (var (start, length, text) in _edits.OrderByDescending(e => e.Start)) result.Remove(start, length).Insert(start, text);
        return result.ToString();
    }
}

/// <summary>A column of a table whose heading says what its cells are.</summary>
/// <param name="Key">The same for all its cells.</param>
/// <param name="Place">As a clerk calls it.</param>
/// <param name="Kind">What the cells are; null when the heading says nothing.</param>
internal sealed record MaskColumn(string Key, string Place, MaskingKind? Kind);

/// <summary>
/// Texts that are read together, so that a number parted over runs, cells or lines is still found: a sheet, the body of a
/// document.
/// </summary>
internal sealed class MaskBlock
{
    private readonly StringBuilder _text = new();
    private readonly List<MaskSegment> _segments = [];

    public IReadOnlyList<MaskSegment> Segments => _segments;

    public string Text => _text.ToString();

    /// <summary>Adds a text that can be replaced.</summary>
    public MaskSegment Add(string text, string place, MaskColumn? column = null, bool isMarkdown = false)
    {
        var segment = new MaskSegment(text, place, _text.Length, column) { IsMarkdown = isMarkdown };
        _text.Append(text);
        _segments.Add(segment);
        return segment;
    }

    /// <summary>Adds what parts two texts.</summary>
    public void Separate(char separator) => _text.Append(separator);
}
