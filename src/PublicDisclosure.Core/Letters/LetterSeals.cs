using System.Diagnostics.CodeAnalysis;
using PublicDisclosure.Core.Privacy;

namespace PublicDisclosure.Core.Letters;

/// <summary>Seals and opens the fields of letters, each under its own name and the letter's id, so that none opens as another's.</summary>
internal sealed class LetterSeals(FieldSealer sealer)
{
    /// <summary>Room for a short sealed text. Both engines keep it as an unbounded one.</summary>
    public const int RemarkCipherLength = 12_000;

    /// <summary>Room for a sealed text of <see cref="LetterText.TextLength"/> characters of three bytes.</summary>
    public const int TextCipherLength = 60_000;

    public const string Title = "Letter.Title", Text = "Letter.Text", Name = "Letter.Name", Contact = "Letter.Contact", Again = "Letter.Again",
        Reply = "Letter.Reply", Remark = "Letter.Remark", FileName = "Letter.FileName", Part = "Letter.Part";

    public SealedText Seal(Guid letterId, string field, string plain) => sealer.Seal(plain, $"{field}:{letterId:N}");

    public SealedText? SealOrNull(Guid letterId, string field, string plain) => plain.Length == 0 ? null : Seal(letterId, field, plain);

    /// <summary>The text; empty where there is none.</summary>
    public string Open(Guid letterId, string field, SealedText? text) => text is null ? "" : sealer.Open(text, $"{field}:{letterId:N}");

    /// <summary>The writer's words as they were sealed.</summary>
    public LetterOriginal Seal(Guid letterId, LetterText text) => new(
        letterId, Seal(letterId, Title, text.Title), Seal(letterId, Text, text.Text), SealOrNull(letterId, Name, text.Name), SealOrNull(letterId, Contact, text.Contact));

    /// <summary>The writer's words; empty ones once they were deleted by rule.</summary>
    public LetterText Open([NotNull] LetterOriginal original) => new(
        Open(original.LetterId, Title, original.Title), Open(original.LetterId, Text, original.Text),
        Open(original.LetterId, Name, original.Name), Open(original.LetterId, Contact, original.Contact));
}
