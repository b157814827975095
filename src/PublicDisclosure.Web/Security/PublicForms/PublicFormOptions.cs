using System.ComponentModel.DataAnnotations;

namespace PublicDisclosure.Web.Security.PublicForms;

/// <summary>
/// Settings of section <c>PublicForms</c>: what keeps machines from filling the forms that everybody may send without an
/// account. Nothing here asks for eyes, ears, a phone or script.
/// </summary>
public sealed class PublicFormOptions
{
    public const string Section = "PublicForms";

    /// <summary>Seconds that a person needs at least between opening a form and sending it.</summary>
    [Range(0, 300)]
    public int FewestSeconds { get; set; } = 3;

    /// <summary>Hours after which an open form must be sent a second time; what was typed stays.</summary>
    [Range(1, 24 * 7)]
    public int MostHours { get; set; } = 12;

    /// <summary>How often one network address may send one form in an hour; a village may share one address.</summary>
    [Range(1, 1_000_000)]
    public int PerHour { get; set; } = 30;

    /// <summary>
    /// Zero bits that the browser must find before it sends a form: 0 asks nothing, 16 costs a phone about a second. Who has no
    /// script waits <see cref="SecondsWithoutProof"/> instead.
    /// </summary>
    [Range(0, 24)]
    public int ProofBits { get; set; }

    /// <summary>Seconds that stand in for the proof where the browser runs no script.</summary>
    [Range(0, 600)]
    public int SecondsWithoutProof { get; set; } = 20;
}
