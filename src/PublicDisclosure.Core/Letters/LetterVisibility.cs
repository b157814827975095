namespace PublicDisclosure.Core.Letters;

/// <summary>What everybody may see of a letter.</summary>
/// <param name="Publicity">How far its public page has come.</param>
/// <param name="Status">What its address answers.</param>
/// <param name="Texts">The masked texts are readable: page, list, search, feed, suggestions, questions made of it.</param>
/// <param name="Notice">The page says when and why it was closed.</param>
public sealed record LetterVisibility(LetterPublicity Publicity, int Status, bool Texts, bool Notice)
{
    /// <summary>The table, whatever the state of the letter; the original, the reply and the name are in no row of it.</summary>
    public static IReadOnlyList<LetterVisibility> All { get; } =
    [
        new(LetterPublicity.None, 404, false, false),
        new(LetterPublicity.Proposed, 404, false, false),
        new(LetterPublicity.Published, 200, true, false),
        new(LetterPublicity.TakenDown, 410, false, true),
    ];
}
