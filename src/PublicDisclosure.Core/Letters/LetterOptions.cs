using System.ComponentModel.DataAnnotations;

namespace PublicDisclosure.Core.Letters;

/// <summary>Settings of section <c>Letters</c>. Where domain rules name no number it is this city's own and shown publicly as such.</summary>
public sealed class LetterOptions : IValidatableObject
{
    public const string Section = "Letters";

    /// <summary>Working days for an ordinary letter.</summary>
    [Range(1, 60)]
    public int OrdinaryDays { get; set; } = 5;

    /// <summary>Working days for a letter that the office marked as complex.</summary>
    [Range(1, 120)]
    public int ComplexDays { get; set; } = 15;

    /// <summary>Working days by kind where they differ: <c>Letters:Kinds:Thanks</c> = <c>10/20</c> (ordinary/complex).</summary>
    public Dictionary<LetterKind, string> Kinds { get; init; } = [];

    /// <summary>Working days within which a letter without an addressee is assigned or directed elsewhere.</summary>
    [Range(1, 30)]
    public int TriageDays { get; set; } = 3;

    /// <summary>Most working days an extension adds.</summary>
    [Range(1, 60)]
    public int ExtensionDays { get; set; } = 10;

    /// <summary>Working days after the answer within which the writer may ask once again.</summary>
    [Range(1, 120)]
    public int ReopeningDays { get; set; } = 15;

    /// <summary>Working days before the due date on which those who handle it are reminded.</summary>
    [Range(0, 30)]
    public int RemindDays { get; set; } = 1;

    /// <summary>Days within which the same letter of the same writer is one.</summary>
    [Range(1, 365)]
    public int SameLetterDays { get; set; } = 30;

    /// <summary>Months after the end of a case until name, contact and original text are deleted. Not verified by a source.</summary>
    [Range(1, 240)]
    public int KeepMonths { get; set; } = 24;

    /// <summary>Months after which an unanswered letter fails an inspection (国办秘函〔2019〕19号，单项否决).</summary>
    [Range(1, 24)]
    public int UnansweredMonths { get; set; } = 3;

    /// <summary>Months without a new public letter after which the column fails (同上，扣分).</summary>
    [Range(1, 24)]
    public int StaleMonths { get; set; } = 2;

    /// <summary>Most files with a letter.</summary>
    [Range(0, 10)]
    public int MostFiles { get; set; } = 3;

    /// <summary>Largest file with a letter, in megabytes.</summary>
    [Range(1, 50)]
    public int LargestFileMegabytes { get; set; } = 10;

    /// <summary>The working days of a kind.</summary>
    public int DaysOf(LetterKind kind, bool isComplex)
    {
        if (Kinds.GetValueOrDefault(kind) is { } own && Read(own) is { } days) return isComplex ? days.Complex : days.Ordinary;
        return isComplex ? ComplexDays : OrdinaryDays;
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (kind, text) in Kinds.Where(k => Read(k.Value) is null))
            yield return new ValidationResult($"Letters:Kinds:{kind} must be like 5/15, not '{text}'.");
    }

    private static (int Ordinary, int Complex)? Read(string text) =>
        text.Split('/') is [var a, var b] && int.TryParse(a, out var ordinary) && int.TryParse(b, out var complex) && ordinary is >= 1 and <= 120 && complex is >= 1 and <= 120
            ? (ordinary, complex) : null;
}
