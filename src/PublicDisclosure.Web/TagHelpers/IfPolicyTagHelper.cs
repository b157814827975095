using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PublicDisclosure.Web.TagHelpers;

/// <summary>
/// Shows its content to those who meet a policy. It only tidies the page; the endpoint behind the link has the policy too.
/// <c>&lt;if-policy name="Disclosures.Review"&gt;…&lt;/if-policy&gt;</c>
/// </summary>
[HtmlTargetElement("if-policy", Attributes = "name")]
public sealed class IfPolicyTagHelper(IAuthorizationService authorization) : TagHelper
{
    /// <summary>Name of the policy.</summary>
    public required string Name { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var answer = await authorization.AuthorizeAsync(ViewContext.HttpContext.User, Name);
        if (!answer.Succeeded) output.Drop();
    }
}
