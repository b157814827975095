using Microsoft.AspNetCore.Html;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.TagHelpers;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>The markup of a due date that leads to its explanation; pages write <c>&lt;due-date&gt;</c> (<see cref="DueDateTagHelper"/>), those that are made most often ask here.</summary>
public static class DueDateHtml
{
    /// <summary>The date.</summary>
    /// <param name="on">The last day in time.</param>
    /// <param name="page">The page that explains it.</param>
    /// <param name="estimates">Why it was an estimate; null for one that was certain.</param>
    public static IHtmlContent Of(DateOnly on, string page, IReadOnlyList<Estimate>? estimates) => new HtmlContentBuilder()
        .AppendHtml("<a class=\"due-date\" href=\"").Append(page).AppendHtml("\" title=\"查看日期的计算过程\">")
        .AppendHtml(TimeHtml.On(on))
        .AppendHtml(estimates is null ? "</a>" : "</a> " + EstimateTagHelper.Mark(estimates));
}
