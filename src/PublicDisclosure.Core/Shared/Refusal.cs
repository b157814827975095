using System.Text;

namespace PublicDisclosure.Core.Shared;

/// <summary>
/// A reason why something the user asked for cannot be done. A value, not an exception: the page shows it and the user
/// puts it right.
/// </summary>
/// <param name="Code">
/// Stable code of the form <c>Noun.Reason</c>, which is also the key of the Chinese text in the web project's resources
/// (<c>Disclosure.ReviewerIsSubmitter</c>).
/// </param>
/// <param name="Field">Name of the form field the reason belongs to, or null when it concerns the whole.</param>
/// <param name="Arguments">Values for the placeholders <c>{0}</c>, <c>{1}</c> ... of the Chinese text.</param>
public sealed record Refusal(string Code, string? Field = null, params object[] Arguments)
{
    /// <summary>Two refusals are equal when code, field and the text of every argument are equal.</summary>
    public bool Equals(Refusal? other) =>
        other is not null && Code == other.Code && Field == other.Field && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Field, Arguments.Length);

    /// <summary>Code and arguments, for logs and test output; the user sees the resource text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Code);
        if (Field is not null) text.Append(" [").Append(Field).Append(']');
        foreach (var argument in Arguments) text.Append(' ').Append(argument);
        return text.ToString();
    }
}
