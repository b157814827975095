using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Lead;

/// <summary>The reminders sent in the domains that the person's department leads.</summary>
public sealed class RemindersModel(ReminderQueries reminders) : PageModel
{
    /// <summary>Only reminders in this state, by name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public Page<ReminderRow> List { get; private set; } = new([], null, null);

    public DateOnly Today => reminders.Today;

    public async Task OnGetAsync(string? after, string? before, CancellationToken stop) => List = await reminders.PageAsync(
        reminders.SentFor(User.ScopeOf(Permission.CatalogueConfirm)), ListQuery.Read<ReminderState>(State), ListPosition.Read(after), ListPosition.Read(before), stop);
}
