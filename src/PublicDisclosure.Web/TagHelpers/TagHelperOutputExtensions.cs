using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PublicDisclosure.Web.TagHelpers;

/// <summary>Small conveniences shared by the tag helpers.</summary>
internal static class TagHelperOutputExtensions
{
    /// <summary>Adds classes, keeping those written in the page.</summary>
    public static void AddClass(this TagHelperOutput output, params ReadOnlySpan<string> names)
    {
        // The framework takes the names apart even where there are none yet.
        if (!output.Attributes.ContainsName("class"))
        {
            output.Attributes.Add("class", string.Join(' ', names));
            return;
        }

        foreach (var name in names) output.AddClass(name, HtmlEncoder.Default);
    }

    /// <summary>Puts markup in the element's place.</summary>
    /// <exception cref="InvalidOperationException">The page gave it an attribute, which would be lost.</exception>
    public static void Become(this TagHelperOutput output, IHtmlContent html)
    {
        if (output.Attributes.Count > 0) throw new InvalidOperationException($"<{output.TagName}> shows a date and takes no {output.Attributes[0].Name}.");
        output.TagName = null;
        output.Content.SetHtmlContent(html);
    }

    /// <summary>Removes the element and its content from the page.</summary>
    public static void Drop(this TagHelperOutput output) => output.SuppressOutput();
}
