using Microsoft.AspNetCore.Mvc.ModelBinding;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>Refusals of the rules, shown where the person can put them right.</summary>
public static class RefusalExtensions
{
    /// <summary>
    /// Adds each refusal under its field (<c>Title</c> becomes <c>Input.Title</c>), or to the whole form when it has none.
    /// </summary>
    /// <param name="modelState">The page's model state.</param>
    /// <param name="refusals">The reasons.</param>
    /// <param name="prefix">Name of the bound record; empty when fields carry their full name.</param>
    public static void AddRefusals(this ModelStateDictionary modelState, IEnumerable<Refusal> refusals, string prefix = "Input")
    {
        foreach (var refusal in refusals)
        {
            var key = refusal.Field switch
            {
                null => "",
                var field when prefix.Length == 0 => field,
                var field => $"{prefix}.{field}",
            };
            modelState.AddModelError(key, RefusalTexts.Of(refusal));
        }
    }
}
