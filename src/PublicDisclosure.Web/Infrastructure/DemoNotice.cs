using System.Data.Common;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>Whether pages must say 演示站点，非政府网站: while any demo data exists. Asked of the database at most once a minute.</summary>
public sealed class DemoNotice(IServiceScopeFactory scopes, BusinessClock clock)
{
    /// <summary>The words every page, print, feed and answer carries while demo data exists.</summary>
    public const string Text = "演示站点，非政府网站";

    private static readonly HtmlString Line = new($"<p class=\"demo-banner\" role=\"note\">{Text}</p>");
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private (bool Shown, DateTime At)? _last;

    /// <summary>The line at the top of a page, or nothing.</summary>
    public async Task<IHtmlContent> LineAsync() => await IsShownAsync() ? Line : HtmlString.Empty;

    /// <summary>True while the notice must be shown; also when the database cannot be asked, because a notice too many does no harm.</summary>
    public async Task<bool> IsShownAsync()
    {
        if (_last is { } last && clock.Now - last.At < Fresh) return last.Shown;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
            var shown = await db.Listings.AnyAsync(l => l.IsDemo)
                || await db.Organisations.AnyAsync(o => o.CreditCodeIsDemo)
                || await db.Disclosures.AnyAsync(d => d.IsDemo);
            _last = (shown, clock.Now);
            return shown;
        }
        catch (DbException)
        {
            return true;
        }
    }
}
