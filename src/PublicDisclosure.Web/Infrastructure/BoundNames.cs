using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>
/// What a page takes from a form it takes under its own name only. The framework falls back to names without the record's when a
/// form holds none of its fields: errors then belong to <c>Title</c> where the page has <c>Input.Title</c>, and a record whose form
/// was not sent is filled from the fields of another one.
/// </summary>
internal sealed class BoundNames : IPageApplicationModelConvention
{
    /// <inheritdoc/>
    public void Apply(PageApplicationModel model)
    {
        // What an address carries keeps the short names of the address.
        foreach (var property in model.HandlerProperties.Where(p => p.Attributes.OfType<BindPropertyAttribute>().Any(bound => !bound.SupportsGet)))
            if (property.BindingInfo is { } binding) binding.BinderModelName ??= property.PropertyName;
    }
}
