using System.Collections.Concurrent;
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
    // More words than there are; whoever makes up others in an address fills nothing.
    private const int MostKnown = 2000;

    private static readonly string[] Tones = ["green", "amber", "red", "blue", "grey"];

    // Chinese stays Chinese, as everywhere in a page.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly ConcurrentDictionary<(string Tone, string Word), IHtmlContent> Known = new();

    /// <summary>The word of a coded value in its tone (<see cref="Words"/>).</summary>
    public static IHtmlContent Of(Enum value) => Of(ToneOf(null, value), Words.Of(value));

    /// <summary>Fixed words in a tone.</summary>
    /// <exception cref="ArgumentException">There is no such tone.</exception>
    public static IHtmlContent Of(string tone, string word)
    {
        if (Known.TryGetValue((tone, word), out var known)) return known;
        var html = new HtmlString($"<span class=\"{ClassOf(tone)}\">{Encoder.Encode(word)}</span>");
        if (Known.Count < MostKnown) Known.TryAdd((tone, word), html);
        return html;
    }

    /// <summary>The tone that is asked for, else that of a value, else grey.</summary>
    public static string ToneOf(string? tone, Enum? value) => tone ?? (value is null ? null : Words.ToneOf(value)) ?? "grey";

    /// <summary>The classes of a tone.</summary>
    /// <exception cref="ArgumentException">There is no such tone.</exception>
    public static string ClassOf(string tone) => Tones.Contains(tone)
        ? "status status-" + tone
        : throw new ArgumentException($"Unknown tone '{tone}'; one of {string.Join(", ", Tones)}.", nameof(tone));
}
