using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PublicDisclosure.Web.TagHelpers;

/// <summary>Small conveniences shared by the tag helpers.</summary>
internal static class TagHelperOutputExtensions
{
    /// <summary>Adds a class, keeping those written in the page.</summary>
    public static void AddClass(this TagHelperOutput output, string name)
    {
        // The framework takes the names apart even where there are none yet.
        if (output.Attributes.ContainsName("class")) output.AddClass(name, HtmlEncoder.Default);
        else output.Attributes.Add("class", name);
    }

    /// <summary>Removes the element and its content from the page.</summary>
    public static void Drop(this TagHelperOutput output) => output.SuppressOutput();
}
