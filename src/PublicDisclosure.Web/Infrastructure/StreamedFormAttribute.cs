using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Storage;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>
/// A page whose form is read as it arrives (<see cref="StreamedForm"/>). The form's token must be its first field: it is read before
/// everything else and handed to the ordinary antiforgery check, which then has no need to read the form.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StreamedFormAttribute : Attribute, IAsyncAuthorizationFilter, IResourceFilter, IOrderedFilter
{
    private const long Around = 1024 * 1024;

    /// <summary>Before the antiforgery check, which stands at 1000.</summary>
    public int Order => 500;

    /// <inheritdoc/>
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || StreamedForm.Of(http.Request) is not { } form) return;
        var size = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (size is { IsReadOnly: false }) size.MaxRequestBodySize = http.RequestServices.GetRequiredService<IOptions<StorageOptions>>().Value.LargestMedia + Around;
        var options = http.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value;
        if (options.HeaderName is null || !await form.ReadFieldAsync(http.RequestAborted) || !form.Fields.TryGetValue(options.FormFieldName, out var token))
        {
            context.Result = new BadRequestResult();
            return;
        }

        http.Request.Headers[options.HeaderName] = token;
        http.Features.Set(form);
    }

    /// <inheritdoc/>
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (context.HttpContext.Features.Get<StreamedForm>() is null) return;
        foreach (var reading in context.ValueProviderFactories.Where(f => f is FormValueProviderFactory or FormFileValueProviderFactory or JQueryFormValueProviderFactory).ToList())
            context.ValueProviderFactories.Remove(reading);
    }

    /// <inheritdoc/>
    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
