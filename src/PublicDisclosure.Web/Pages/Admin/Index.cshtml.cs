using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin;

/// <summary>One desk: everything that waits for me, what is late or due first at the top.</summary>
public sealed class IndexModel(OneDesk desk, CalendarStore calendars, BusinessClock clock) : PageModel
{
    /// <summary>Only this kind of work; what is no kind shows all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>Number of the page, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    public DeskPage Desk { get; private set; } = null!;

    /// <summary>The kind that is shown, or null.</summary>
    public DeskTaskKind? Shown { get; private set; }

    public DateTime Now => clock.Now;

    /// <summary>For what is left in working days.</summary>
    public WorkingDayCalendar Calendar { get; private set; } = null!;

    /// <summary>The person may start a disclosure.</summary>
    public bool MayStart => User.GetRights().Has(Permission.DisclosuresDraft);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Shown = Enum.TryParse<DeskTaskKind>(Kind, out var kind) && Enum.IsDefined(kind) && kind.ToString() == Kind ? kind : null;
        Calendar = await calendars.GetAsync(stop);
        Desk = await desk.PageAsync(User.AtDesk(), Shown, int.TryParse(Number, out var number) ? number : 1, stop);
    }

    /// <summary>Address of a page of the list.</summary>
    public string At(DeskTaskKind? kind, int number = 1) => "/admin" + QueryString.Create(new Dictionary<string, string?>
    {
        ["kind"] = kind?.ToString(),
        ["number"] = number > 1 ? $"{number}" : null,
    }.Where(pair => pair.Value is not null));
}
