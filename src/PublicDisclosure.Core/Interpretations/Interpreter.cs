using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>
/// Who explains a policy (谁起草、谁解读): by the rule the head of the drafting department first, and where a reader can ask. All
/// of it is public with the interpretation: the phone is that of an office, never a person's own.
/// </summary>
public sealed record Interpreter
{
    public const int NameLength = 40;
    public const int PostLength = 80;
    public const int UnitLength = 80;
    public const int PhoneLength = 40;

    /// <summary>解读人</summary>
    public string Name { get; init; } = "";

    /// <summary>职务</summary>
    public string Post { get; init; } = "";

    /// <summary>解读机构: the unit to turn to.</summary>
    public string ContactUnit { get; init; } = "";

    /// <summary>联系电话 of that unit.</summary>
    public string ContactPhone { get; init; } = "";

    /// <summary>Nothing is left open.</summary>
    public bool IsComplete => Name.Length > 0 && Post.Length > 0 && ContactUnit.Length > 0 && ContactPhone.Length > 0;

    /// <summary>The same with outer blanks off.</summary>
    public Interpreter Normalised() => new() { Name = Name.Trim(), Post = Post.Trim(), ContactUnit = ContactUnit.Trim(), ContactPhone = ContactPhone.Trim() };

    /// <summary>Every reason why these words cannot be stored: lengths only, so that half a draft can be saved.</summary>
    public static IReadOnlyList<Refusal> Check(Interpreter interpreter)
    {
        var refusals = new List<Refusal>();
        Limit(interpreter.Name, nameof(Name), NameLength);
        Limit(interpreter.Post, nameof(Post), PostLength);
        Limit(interpreter.ContactUnit, nameof(ContactUnit), UnitLength);
        Limit(interpreter.ContactPhone, nameof(ContactPhone), PhoneLength);
        return refusals;

        void Limit(string value, string field, int length)
        {
            if (value.Trim().Length > length) refusals.Add(new Refusal("Disclosure.TextTooLong", field, length, value.Trim().Length));
        }
    }
}
