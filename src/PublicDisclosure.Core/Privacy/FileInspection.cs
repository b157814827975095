namespace PublicDisclosure.Core.Privacy;

/// <summary>What is remarkable about a file itself, whatever its words say.</summary>
public enum FileTrait
{
    /// <summary>It is encrypted: nobody can say what it holds.</summary>
    Encrypted,

    /// <summary>It is broken or of a shape no reader knows: nobody can say what it holds.</summary>
    Unreadable,

    /// <summary>It is too large or too deeply nested to be read to its end.</summary>
    NotReadToEnd,

    /// <summary>Tracked insertions, deletions or moves (修订).</summary>
    TrackedChanges,

    /// <summary>Comments of those who worked on it (批注).</summary>
    Comments,

    /// <summary>Text set invisible: hidden font, white on white, off the page, render mode 3.</summary>
    HiddenText,

    /// <summary>Hidden or very hidden sheets.</summary>
    HiddenSheet,

    /// <summary>Hidden rows or columns of a sheet.</summary>
    HiddenCells,

    /// <summary>Hidden slides.</summary>
    HiddenSlide,

    /// <summary>Speaker's notes.</summary>
    Notes,

    /// <summary>Cells kept behind the sheets: pivot caches, external link caches, unused shared strings.</summary>
    CachedData,

    /// <summary>Files inside the file.</summary>
    EmbeddedFile,

    /// <summary>Pages or the whole file are pictures without text.</summary>
    ImageOnly,

    /// <summary>Text under a picture that covers the page: search finds other words than readers see.</summary>
    TextUnderPicture,

    /// <summary>The place where a photo was taken.</summary>
    Gps,

    /// <summary>Names of persons, organisations or paths in the properties.</summary>
    PersonalProperties,
}

/// <summary>A part of a file with words: its body, a sheet, a comment, its properties.</summary>
/// <param name="Place">Where it is, as a clerk calls it: <c>工作表“名单”（隐藏）</c>.</param>
/// <param name="Text">Its words; the cells of a row are parted by tabs, rows and paragraphs by line breaks.</param>
/// <param name="IsHidden">True when a reader who opens the file does not see it.</param>
public readonly record struct InspectedPart(string Place, string Text, bool IsHidden);

/// <summary>Something remarkable and where.</summary>
public readonly record struct FileNote(FileTrait Trait, string Place);

/// <summary>Everything an inspection found in a file.</summary>
/// <param name="Parts">All words, hidden ones included.</param>
/// <param name="Notes">What is remarkable about the file itself.</param>
public sealed record FileInspection(IReadOnlyList<InspectedPart> Parts, IReadOnlyList<FileNote> Notes)
{
    /// <summary>True when the file was read to its end, so that what was not found is not there.</summary>
    public bool IsComplete => !Notes.Any(n => n.Trait is FileTrait.Encrypted or FileTrait.Unreadable or FileTrait.NotReadToEnd);

    /// <summary>The words a reader sees.</summary>
    public string VisibleText => string.Join('\n', Parts.Where(p => !p.IsHidden).Select(p => p.Text));

    /// <summary>True when something of that kind was found anywhere.</summary>
    public bool Has(FileTrait trait) => Notes.Any(n => n.Trait == trait);

    /// <summary>The parts in which the value stands, also when it is written with blanks or in full-width digits.</summary>
    public IEnumerable<InspectedPart> Holding(string value) => Parts.Where(p => Plain(p.Text).Contains(Plain(value), StringComparison.OrdinalIgnoreCase));

    private static string Plain(string text) => string.Concat(Text.ChineseText.ToHalfWidth(text).Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD')));
}
