using System.ComponentModel.DataAnnotations;

namespace PublicDisclosure.Core.Policies;

/// <summary>Settings <c>Validity:*</c>.</summary>
public sealed class ValidityOptions
{
    public const string Section = "Validity";

    /// <summary>Staff see what ends within so many months.</summary>
    [Range(1, 60)]
    public int EndsWithinMonths { get; init; } = 6;
}
