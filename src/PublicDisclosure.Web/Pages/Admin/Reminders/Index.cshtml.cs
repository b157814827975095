using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Reminders;

/// <summary>The reminders that the person's organisations have received.</summary>
public sealed class IndexModel(ReminderQueries reminders) : ReminderListPage(reminders)
{
    /// <inheritdoc/>
    protected override IQueryable<Reminder> Mine(ReminderQueries queries) => queries.ReceivedBy(User.ScopeOf(Permission.CatalogueView));
}
