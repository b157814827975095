using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin;

/// <summary>What reminds a person on the desk: letters of lead departments, public texts to look at again, and due dates that moved.</summary>
[ViewComponent(Name = "DeskReminders")]
public sealed class DeskRemindersViewComponent(DisclosureAccess access, ContentReviewDesk reviews, ReminderQueries reminders, LimitReader limits, DutyLists duties) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var user = UserClaimsPrincipal;
        var rights = user.GetRights();
        var stop = HttpContext.RequestAborted;
        // Who works on texts is reminded in time; the disclosure office only of what has been left lying.
        var works = new[] { Permission.DisclosuresDraft, Permission.DisclosuresReview }.Where(rights.Has).ToList();
        var due = works.Count > 0 ? await reviews.DueAsync(access.For(user, works[0]), onlyLongOverdue: false, stop)
            : rights.Roles.Any(r => r.Role == StaffRole.DisclosureOffice) ? await reviews.DueAsync(access.For(user, Permission.DisclosuresView), onlyLongOverdue: true, stop)
            : [];
        var own = rights.Roles.Where(r => ReminderDesk.MayAnswer(rights, r.OrganisationId)).Select(r => r.OrganisationId).Distinct().ToList();
        var waiting = own.Count > 0 ? await reminders.WaitingAsync(reminders.ReceivedBy(new OrganisationScope(own)), stop) : [];
        var moves = rights.Has(Permission.DisclosuresView) ? await limits.MovesAsync(user.ScopeOf(Permission.DisclosuresView), stop) : [];
        var unitMoves = rights.Has(Permission.CoverageRead) ? await duties.MovesAsync(user.ScopeOf(Permission.CoverageRead), stop) : [];
        return View(new Lists(waiting, due, moves, reminders.Today)
        {
            UnitMoves = unitMoves,
            Duties = works.Count > 0 ? await duties.CountsAsync(user.ScopeOf(works[0]), null, stop) : null,
        });
    }

    /// <summary>What the view shows.</summary>
    public sealed record Lists(IReadOnlyList<ReminderRow> Reminders, IReadOnlyList<ReviewDueRow> Reviews, IReadOnlyList<MoveLine> Moves, DateOnly Today)
    {
        /// <summary>Last days of periods, standing pages and checks that moved.</summary>
        public IReadOnlyList<(UnitDueMove Move, UnitLine Unit)> UnitMoves { get; init; } = [];

        /// <summary>What waits on the desk for duties; null for those who do not work there.</summary>
        public DutyCounts? Duties { get; init; }
    }
}
