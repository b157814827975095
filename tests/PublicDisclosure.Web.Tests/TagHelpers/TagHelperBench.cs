using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Tests.TagHelpers;

/// <summary>Runs one tag helper as a page would, and parses what it wrote.</summary>
internal sealed class TagHelperBench
{
    private readonly IServiceProvider _services;

    public TagHelperBench(Action<IServiceCollection>? more = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddRazorPages().AddMvcOptions(ChineseMessages.Use);
        more?.Invoke(builder.Services);
        _services = builder.Build().Services;
        var http = new DefaultHttpContext { RequestServices = _services };
        var data = new ViewDataDictionary<SampleForm>(_services.GetRequiredService<IModelMetadataProvider>(), ModelState) { Model = Form };
        View = new ViewContext(
            new ActionContext(http, new RouteData(), new ActionDescriptor(), ModelState), new NoView(), data,
            new TempDataDictionary(http, _services.GetRequiredService<ITempDataProvider>()), TextWriter.Null, new HtmlHelperOptions());
    }

    public SampleForm Form { get; } = new();

    public ModelStateDictionary ModelState { get; } = new();

    public ViewContext View { get; }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public ModelExpression Expression<TValue>(Expression<Func<SampleForm, TValue>> property) =>
        Get<IModelExpressionProvider>() is ModelExpressionProvider provider
            ? provider.CreateModelExpression((ViewDataDictionary<SampleForm>)View.ViewData, property)
            : throw new InvalidOperationException();

    public static async Task<IElement> RunAsync(TagHelper helper, string tag, IHtmlContent? child = null)
    {
        var output = new TagHelperOutput(tag, [], (_, _) =>
        {
            var content = new DefaultTagHelperContent();
            if (child is not null) content.SetHtmlContent(child);
            return Task.FromResult<TagHelperContent>(content);
        });
        helper.Init(new TagHelperContext([], new Dictionary<object, object>(), "test"));
        await helper.ProcessAsync(new TagHelperContext([], new Dictionary<object, object>(), "test"), output);
        // A page writes the content inside the tag unless the helper replaced or suppressed it.
        if (!output.IsContentModified && child is not null) output.Content.SetHtmlContent(child);
        using var writer = new StringWriter();
        output.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + writer).Body!;
    }

    internal sealed class SampleForm
    {
        [Display(Name = "标题"), StringLength(20)]
        public string? Title { get; set; }

        [Display(Name = "公开领域")]
        public string? Domain { get; set; }

        [Display(Name = "五公开")]
        public IReadOnlyList<string> Aspects { get; set; } = [];

        [Display(Name = "成文日期")]
        public DateOnly? DocumentOn { get; set; }

        [Display(Name = "已核对")]
        public bool Checked { get; set; }
    }

    private sealed class NoView : IView
    {
        public string Path => "none";

        public Task RenderAsync(ViewContext context) => Task.CompletedTask;
    }
}
