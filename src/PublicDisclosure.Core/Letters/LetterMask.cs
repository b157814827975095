using System.Text.RegularExpressions;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Privacy.Masking;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Letters;

/// <summary>Masks what becomes public of a letter, and finds what is not masked: nothing that is found can be published.</summary>
public static partial class LetterMask
{
    /// <summary>What stands for a writer who gave no name.</summary>
    public const string Anonymous = "网友";

    private const int ShortestName = 2;
    private const int ShortestContact = 5;

    /// <summary>The writer's name as the public reads it: 张**.</summary>
    public static string Name(string name, MaskingRules rules) => name.Length == 0 ? Anonymous : rules.Mask(MaskingKind.Name, name);

    /// <summary>A text with numbers, addresses, e-mail addresses and the writer's own name and contact masked.</summary>
    public static string Propose(string text, LetterText writer, MaskingRules rules)
    {
        foreach (var hit in PersonalDataFinder.Find(text).OrderByDescending(h => h.Start))
            text = text[..hit.Start] + rules.Mask(KindOf(hit.Kind), hit.Value) + text[(hit.Start + hit.Length)..];
        text = Mail().Replace(text, "***");
        if (writer.Contact.Length >= ShortestContact) text = text.Replace(writer.Contact, "***", StringComparison.Ordinal);
        return writer.Name.Length >= ShortestName ? text.Replace(writer.Name, Name(writer.Name, rules), StringComparison.Ordinal) : text;
    }

    /// <summary>Everything that may not become public as it is, by field.</summary>
    /// <param name="text">The public texts.</param>
    /// <param name="writer">The original, whose name and contact must not stand in them; empty once deleted by rule.</param>
    public static IReadOnlyList<Refusal> Check(PublicLetterText text, LetterText writer)
    {
        var refusals = new List<Refusal>();
        Field("Title", text.Title, Letter.PublicTitleLength);
        Field("Question", text.Question, Letter.PublicTextLength);
        Field("Answer", text.Answer, Letter.PublicTextLength);
        return refusals;

        void Field(string field, string value, int most)
        {
            if (string.IsNullOrWhiteSpace(value)) refusals.Add(new Refusal("Letter.PublicTextMissing", field));
            if (value.Length > most) refusals.Add(new Refusal("Letter.PublicTextTooLong", field, most, value.Length));
            if (ChineseText.HasForbiddenCharacters(value)) refusals.Add(new Refusal("Text.ForbiddenCharacters", field));
            refusals.AddRange(Unmasked(field, value, writer));
        }
    }

    /// <summary>What of a person stands unmasked in a text.</summary>
    internal static IEnumerable<Refusal> Unmasked(string field, string value, LetterText writer)
    {
        foreach (var hit in PersonalDataFinder.Find(value).DistinctBy(h => h.Kind)) yield return new Refusal("Letter.Unmasked", field, KindOf(hit.Kind), hit.Masked);
        if (Mail().IsMatch(value)) yield return new Refusal("Letter.UnmaskedMail", field);
        // Spaces and full-width signs between the characters hide nothing from a reader.
        var plain = Plain(value);
        if (writer.Name.Length >= ShortestName && plain.Contains(Plain(writer.Name), StringComparison.OrdinalIgnoreCase)) yield return new Refusal("Letter.UnmaskedName", field);
        if (writer.Contact.Length >= ShortestContact && plain.Contains(Plain(writer.Contact), StringComparison.OrdinalIgnoreCase)) yield return new Refusal("Letter.UnmaskedContact", field);
    }

    private static string Plain(string text) => ChineseText.WithoutSpaces(ChineseText.ToHalfWidth(text));

    internal static MaskingKind KindOf(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.IdentityNumber => MaskingKind.IdentityNumber,
        PersonalDataKind.SuspectedIdentityNumber => MaskingKind.SuspectedIdentityNumber,
        PersonalDataKind.BankCard => MaskingKind.BankCard,
        PersonalDataKind.Mobile => MaskingKind.Mobile,
        _ => MaskingKind.HomeAddress,
    };

    [GeneratedRegex(@"[A-Za-z0-9._%+-]{2,}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")]
    private static partial Regex Mail();
}
