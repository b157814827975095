using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Mail;

/// <summary>What was written to whom, about what, and what became of it.</summary>
public sealed class IndexModel(DisclosureDb db, MailLog log, IOptions<MailOptions> options) : PageModel
{
    /// <summary>Only this state, by name.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "状态")]
    public string? State { get; set; }

    /// <summary>Only this kind, by name.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "内容")]
    public string? Kind { get; set; }

    /// <summary>Only this organisation, by its slug.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "单位")]
    public string? Organisation { get; set; }

    public Page<MailRow> List { get; private set; } = new([], null, null);

    public IReadOnlyList<SelectListItem> States { get; } = [.. Enum.GetValues<MailState>().Select(s => new SelectListItem(Words.Of(s), s.ToString()))];

    public IReadOnlyList<SelectListItem> Kinds { get; } = [.. Enum.GetValues<MailKind>().Select(k => new SelectListItem(Words.Of(k), k.ToString()))];

    /// <summary>The organisations within reach.</summary>
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>Mails that were given up, whatever is filtered.</summary>
    public int Failed { get; private set; }

    /// <summary>Where mail goes; for those who can do something about it.</summary>
    public MailDelivery Delivery => options.Value.Delivery;

    /// <summary>The person can have a mail sent again.</summary>
    public bool MayKeep => User.GetRights().Has(Permission.MailKeep);

    /// <summary>Something is filtered.</summary>
    public bool IsNarrowed => new[] { State, Kind, Organisation }.Any(v => !string.IsNullOrEmpty(v));

    public async Task OnGetAsync(string? after, string? before, CancellationToken stop)
    {
        var scope = User.ScopeOf(Permission.MailRead);
        var known = await scope.Apply(db.Organisations.AsNoTracking(), o => o.Id).OrderBy(o => o.SortOrder).Select(o => new { o.Id, o.Slug, o.ShortName }).ToListAsync(stop);
        Organisations = [.. known.Select(o => new SelectListItem(o.ShortName, o.Slug))];
        var search = new MailSearch(ListQuery.Read<MailState>(State), ListQuery.Read<MailKind>(Kind), known.Find(o => o.Slug == Organisation)?.Id);
        List = await log.PageAsync(scope, search, ListPosition.Read(after), ListPosition.Read(before), stop);
        Failed = await log.FailedAsync(scope, stop);
    }
}
