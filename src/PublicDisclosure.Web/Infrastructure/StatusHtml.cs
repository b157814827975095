using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>
/// The markup of a state as a word on a coloured ground. Pages write <c>&lt;status value="row.Status" /&gt;</c>; those that are made most often ask
/// here for the same (<c>@(StatusHtml.Of(row.Status))</c>), as for dates (<see cref="TimeHtml"/>).
/// </summary>
public static class StatusHtml
{
    private static readonly string[] Tones = ["green", "amber", "red", "blue", "grey"];

    // Chinese stays Chinese, as everywhere in a page.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // More words than there are.
    private static readonly Remembered<(string Tone, string Word), IHtmlContent> Known = new(2000);

    /// <summary>The word of a coded value in its tone (<see cref="Words"/>).</summary>
    public static IHtmlContent Of(Enum value) => Of(ToneOf(null, value), Words.Of(value));

    /// <summary>Fixed words in a tone.</summary>
    /// <exception cref="ArgumentException">There is no such tone.</exception>
    public static IHtmlContent Of(string tone, string word) =>
        Known.Of((tone, word), static of => new HtmlString($"<span class=\"status {ClassOf(of.Tone)}\">{Encoder.Encode(of.Word)}</span>"));

    /// <summary>The tone that is asked for, else that of a value, else grey.</summary>
    public static string ToneOf(string? tone, Enum? value) => tone ?? (value is null ? null : Words.ToneOf(value)) ?? "grey";

    /// <summary>The class of a tone, beside <c>status</c>.</summary>
    /// <exception cref="ArgumentException">There is no such tone.</exception>
    public static string ClassOf(string tone) => Tones.Contains(tone)
        ? "status-" + tone
        : throw new ArgumentException($"Unknown tone '{tone}'; one of {string.Join(", ", Tones)}.", nameof(tone));
}
