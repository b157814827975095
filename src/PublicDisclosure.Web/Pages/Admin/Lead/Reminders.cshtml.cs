using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.Web.Pages.Admin.Reminders;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Lead;

/// <summary>The reminders sent in the domains that the person's department leads.</summary>
public sealed class RemindersModel(ReminderQueries reminders) : ReminderListPage(reminders)
{
    /// <inheritdoc/>
    protected override IQueryable<Reminder> Mine(ReminderQueries queries) => queries.SentFor(User.ScopeOf(Permission.CatalogueConfirm));
}
