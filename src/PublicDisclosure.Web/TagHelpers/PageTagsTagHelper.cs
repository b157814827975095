using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.TagHelpers;

/// <summary>
/// The title and the page tags of 政府网站发展指引 (国办发〔2017〕47号) for the page being shown. Stands once in each layout's
/// head: <c>&lt;page-tags /&gt;</c>.
/// </summary>
[HtmlTargetElement("page-tags", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PageTagsTagHelper(PageTags tags, SiteAddress address, IOptions<SiteOptions> site) : TagHelper
{
    // Never the relaxed one: what it writes may end a script element.
    private static readonly JsonSerializerOptions Strict = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (tags.Title is null) throw new InvalidOperationException("The page set no page tags: call Tags.Column, Content, Utility or Home at its top.");
        output.TagName = null;
        var title = tags.Title.Length == 0 ? site.Value.Name : $"{tags.Title} - {site.Value.Name}";
        if (tags.Particular is { Length: > 0 } particular) title = $"{particular} - {title}";
        output.Content.AppendHtml("<title>").Append(title).AppendHtml("</title>");
        Meta(output, "SiteName", site.Value.Name);
        Meta(output, "SiteDomain", address.Domain);
        Meta(output, "SiteIDCode", site.Value.IdCode);
        Meta(output, "ColumnName", tags.ColumnName);
        Meta(output, "ColumnType", tags.ColumnType);
        Meta(output, "ColumnDescription", tags.ColumnDescription);
        Meta(output, "ColumnKeywords", tags.ColumnKeywords);
        if (tags.Article is { } article)
        {
            Meta(output, "ArticleTitle", article.Title);
            Meta(output, "PubDate", BusinessClock.BeijingTime(article.PublishedAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
            Meta(output, "ContentSource", article.Source);
            Meta(output, "Keywords", article.Keywords);
            Meta(output, "Author", article.Source);
            Meta(output, "Url", article.Url);
        }

        Meta(output, "Description", tags.Description);
        if (tags.NoIndex) Meta(output, "robots", "noindex");
        else OpenGraph(output, title);
        // Written by the strict encoder: < and > leave as \u003C and \u003E, so that no title ends the element.
        if (tags.Data is { } data) output.Content.AppendHtml("<script type=\"application/ld+json\">").AppendHtml(data.ToJsonString(Strict)).AppendHtml("</script>");
        if (tags.Feed is not null)
        {
            output.Content.AppendHtml("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"").Append(tags.ColumnName ?? "最新公开信息").AppendHtml("\" href=\"")
                .Append(tags.Feed).AppendHtml("\">");
        }
    }

    /// <summary>How the page looks where its address is passed on (Open Graph).</summary>
    private void OpenGraph(TagHelperOutput output, string title)
    {
        Property(output, "og:site_name", site.Value.Name);
        Property(output, "og:locale", "zh_CN");
        Property(output, "og:title", tags.Article?.Title ?? title);
        Property(output, "og:type", tags.Article is null ? "website" : "article");
        Property(output, "og:url", tags.Article?.Url ?? address.Current);
        Property(output, "og:description", tags.Description);
        if (tags.Article is { } article) Property(output, "article:published_time", TimeHtml.Iso(article.PublishedAt));
    }

    private static void Property(TagHelperOutput output, string name, string? content)
    {
        if (string.IsNullOrEmpty(content)) return;
        output.Content.AppendHtml($"<meta property=\"{name}\" content=\"").Append(content).AppendHtml("\">");
    }

    private static void Meta(TagHelperOutput output, string name, string? content)
    {
        if (string.IsNullOrEmpty(content)) return;
        output.Content.AppendHtml($"<meta name=\"{name}\" content=\"").Append(content).AppendHtml("\">");
    }
}
