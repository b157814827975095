using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Admin.Reminders;

/// <summary>What both sides' lists of reminders share: the state asked for and the page.</summary>
public abstract class ReminderListPage(ReminderQueries reminders) : PageModel
{
    /// <summary>Only reminders in this state, by name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public Page<ReminderRow> List { get; private set; } = new([], null, null);

    public DateOnly Today => reminders.Today;

    /// <summary>The reminders of this side that the person may see.</summary>
    protected abstract IQueryable<Reminder> Mine(ReminderQueries queries);

    public async Task OnGetAsync(string? after, string? before, CancellationToken stop) =>
        List = await reminders.PageAsync(Mine(reminders), ListQuery.Read<ReminderState>(State), ListPosition.Read(after), ListPosition.Read(before), stop);
}
