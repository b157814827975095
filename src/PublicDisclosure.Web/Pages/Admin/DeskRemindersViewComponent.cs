using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin;

/// <summary>What stands beside the tasks on the desk: the counts of the duties, and due dates that moved.</summary>
[ViewComponent(Name = "DeskReminders")]
public sealed class DeskRemindersViewComponent(LimitReader limits, DutyLists duties) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var user = UserClaimsPrincipal;
        var rights = user.GetRights();
        var stop = HttpContext.RequestAborted;
        var works = new[] { Permission.DisclosuresDraft, Permission.DisclosuresReview }.Where(rights.Has).ToList();
        var moves = rights.Has(Permission.DisclosuresView) ? await limits.MovesAsync(user.ScopeOf(Permission.DisclosuresView), stop) : [];
        var unitMoves = rights.Has(Permission.CoverageRead) ? await duties.MovesAsync(user.ScopeOf(Permission.CoverageRead), stop) : [];
        return View(new Lists(moves)
        {
            UnitMoves = unitMoves,
            Duties = works.Count > 0 ? await duties.CountsAsync(user.ScopeOf(works[0]), null, stop) : null,
        });
    }

    /// <summary>What the view shows.</summary>
    public sealed record Lists(IReadOnlyList<MoveLine> Moves)
    {
        /// <summary>Last days of periods, standing pages and checks that moved.</summary>
        public IReadOnlyList<(UnitDueMove Move, UnitLine Unit)> UnitMoves { get; init; } = [];

        /// <summary>What waits on the desk for duties; null for those who do not work there.</summary>
        public DutyCounts? Duties { get; init; }
    }
}
