using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Letters;

/// <summary>
/// What a writer types. Invisible control and direction characters are taken out and not complained about: nobody sees what they
/// would have to delete. Emoji and rare characters stay.
/// </summary>
/// <param name="Title">What it is about.</param>
/// <param name="Text">The letter.</param>
/// <param name="Name">Empty when the writer gives none.</param>
/// <param name="Contact">Empty when the writer gives none.</param>
public sealed record LetterText(string Title, string Text, string Name = "", string Contact = "")
{
    public const int TitleLength = 60;
    public const int TextLength = 5000;
    public const int LeastText = 8;
    public const int NameLength = 30;
    public const int ContactLength = 100;

    /// <summary>The same as it is kept.</summary>
    public LetterText Cleaned() => new(Line(Title), Clean(Text), Line(Name), Line(Contact));

    /// <summary>Every reason why it cannot be sent; asked of the cleaned text.</summary>
    public IReadOnlyList<Refusal> Check()
    {
        var refusals = new List<Refusal>();
        if (Title.Length < 2) refusals.Add(new Refusal("Letter.TitleMissing", "Title"));
        if (Title.Length > TitleLength) refusals.Add(new Refusal("Letter.TitleTooLong", "Title", TitleLength, Title.Length));
        if (Text.Length == 0) refusals.Add(new Refusal("Letter.TextMissing", "Text"));
        else if (ChineseText.WithoutSpaces(Text).Length < LeastText) refusals.Add(new Refusal("Letter.TextTooShort", "Text", LeastText));
        if (Text.Length > TextLength) refusals.Add(new Refusal("Letter.TextTooLong", "Text", TextLength, Text.Length));
        if (Name.Length > NameLength) refusals.Add(new Refusal("Letter.NameTooLong", "Name", NameLength));
        if (Contact.Length > ContactLength) refusals.Add(new Refusal("Letter.ContactTooLong", "Contact", ContactLength));
        return refusals;
    }

    /// <summary>Text of several lines as it is kept.</summary>
    internal static string Clean(string? text) =>
        string.Concat(ChineseText.RemoveForbidden((text ?? "").ReplaceLineEndings("\n")).Where(c => c is not ('\u200B' or '\uFEFF'))).Trim();

    private static string Line(string? text) => ChineseText.TidySpaces(Clean(text)).Trim();
}
