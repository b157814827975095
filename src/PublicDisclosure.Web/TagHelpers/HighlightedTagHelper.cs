using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PublicDisclosure.Web.TagHelpers;

/// <summary>Plain text with the words looked for marked: <c>&lt;highlighted text="…" words="Model.Words" /&gt;</c></summary>
[HtmlTargetElement("highlighted", Attributes = "text,words", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HighlightedTagHelper : TagHelper
{
    /// <summary>Text as stored; it is escaped here.</summary>
    public required string Text { get; set; }

    /// <summary>Words to mark, in any case.</summary>
    public required IReadOnlyList<string> Words { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        var at = 0;
        while (at < Text.Length)
        {
            var (start, length) = Next(at);
            output.Content.Append(Text[at..start]);
            if (length == 0) break;
            output.Content.AppendHtml("<mark>").Append(Text.Substring(start, length)).AppendHtml("</mark>");
            at = start + length;
        }
    }

    /// <summary>The next word at or after a place; length 0 at the end when there is none.</summary>
    private (int Start, int Length) Next(int from)
    {
        var best = (Start: Text.Length, Length: 0);
        foreach (var word in Words)
        {
            var found = Text.IndexOf(word, from, StringComparison.OrdinalIgnoreCase);
            if (found >= 0 && (found < best.Start || (found == best.Start && word.Length > best.Length))) best = (found, word.Length);
        }

        return best;
    }
}
