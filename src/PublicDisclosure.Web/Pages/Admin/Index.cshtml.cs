using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin;

/// <summary>The task desk: what waits for me, what is late or due first at the top.</summary>
public sealed class IndexModel(DisclosureAccess access, DisclosureDeskQueries queries, StandingDesk standing) : PageModel
{
    private static readonly (string Title, Permission Needs, Func<IQueryable<Disclosure>, Guid, IQueryable<Disclosure>> Waiting)[] Desk =
    [
        ("待我发布", Permission.DisclosuresPublish, (rows, _) => rows.AwaitingPublication()),
        ("待我审查、审签", Permission.DisclosuresReview, (rows, me) => rows.AwaitingDecisionBy(me)),
        ("待完成的草稿", Permission.DisclosuresDraft, (rows, _) => rows.Where(d => d.State == DisclosureState.Draft)),
    ];

    /// <summary>One group per kind of work the person may do; none for those who do not work on texts.</summary>
    public IReadOnlyList<TaskGroup> Groups { get; private set; } = [];

    /// <summary>Suspensions and proposed withdrawals in the person's organisations; null for those who do not decide them.</summary>
    public IReadOnlyList<StandingTask>? Standing { get; private set; }

    /// <summary>The person may start a disclosure.</summary>
    public bool MayStart => User.GetRights().Has(Permission.DisclosuresDraft);

    public async Task OnGetAsync(CancellationToken stop)
    {
        var rights = User.GetRights();
        var groups = new List<TaskGroup>();
        foreach (var (title, needs, find) in Desk.Where(work => rights.Has(work.Needs)))
        {
            var waiting = find(access.For(User, needs), User.GetStaffId());
            groups.Add(new TaskGroup(title, await waiting.CountAsync(stop), await queries.QueueAsync(waiting, stop)));
        }

        Groups = groups;
        if (rights.Has(Permission.WithdrawalsDecide)) Standing = await standing.WaitingAsync(access.For(User, Permission.WithdrawalsDecide), stop);
    }

    /// <summary>A kind of work and what waits there.</summary>
    public sealed record TaskGroup(string Title, int Count, IReadOnlyList<DeskRow> Rows);
}
