using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Calendar;

/// <summary>The calendar is the disclosure office's; moved dates are for everybody whose dates they are.</summary>
public sealed class Conventions : IConfigureFolderConventions
{
    public void Configure(PageConventionCollection conventions)
    {
        foreach (var page in new[] { "Index", "Import", "Notice" }) conventions.AuthorizePage("/Admin/Calendar/" + page, Policies.CalendarKeep);
        conventions.AuthorizePage("/Admin/Calendar/Moves", Policies.DisclosuresView);
    }
}
