using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin;

/// <summary>The task desk: what waits for me, what is late or due first at the top.</summary>
public sealed class IndexModel(DisclosureAccess access, DisclosureDeskQueries queries, StandingDesk standing, BusinessClock clock) : PageModel
{
    private const string FormedDates = "信息形成日期变更，待我确认";

    private static readonly (string Title, Permission Needs, Func<IQueryable<Disclosure>, Guid, DateOnly, IQueryable<Disclosure>> Waiting)[] Desk =
    [
        ("定时发布未成功", Permission.DisclosuresPublish, (rows, _, _) => rows.ScheduleRefused()),
        ("应急发布，待补办审签", Permission.DisclosuresReview, (rows, me, _) => rows.AwaitingForcedReviewBy(me)),
        ("应急发布，待补办审签", Permission.DisclosuresForce, (rows, me, _) => rows.AwaitingForcedReviewBy(me)),
        ("补办审签要求撤回", Permission.DisclosuresPublish, (rows, _, _) => rows.ToPutRight(ForcedReviewOutcome.ToWithdraw)),
        ("补办审签要求更正", Permission.DisclosuresDraft, (rows, _, _) => rows.ToPutRight(ForcedReviewOutcome.ToCorrect)),
        ("拟不予公开的政策文件，待提出意见", Permission.DisclosuresForce, (rows, me, _) => rows.AwaitingOpinionBy(me)),
        (FormedDates, Permission.DisclosuresReview, (rows, me, _) => rows.AwaitingFormedDateBy(me)),
        ("待我发布", Permission.DisclosuresPublish, (rows, _, _) => rows.AwaitingPublication()),
        ("待我审查、审签", Permission.DisclosuresReview, (rows, me, _) => rows.AwaitingDecisionBy(me)),
        ("不公开的信息，待重新审查", Permission.DisclosuresReview, (rows, _, today) => rows.ToReexamine(today)),
        ("待完成的草稿", Permission.DisclosuresDraft, (rows, _, _) => rows.Where(d => d.State == DisclosureState.Draft)),
    ];

    private static readonly string[] Everyday = ["待我发布", "待我审查、审签", "待完成的草稿"];

    private static readonly HashSet<string> Rare = [.. Desk.Select(work => work.Title).Except(Everyday)];

    /// <summary>One group per kind of work the person may do; none for those who do not work on texts.</summary>
    public IReadOnlyList<TaskGroup> Groups { get; private set; } = [];

    /// <summary>Suspensions and proposed withdrawals in the person's organisations; null for those who do not decide them.</summary>
    public IReadOnlyList<StandingTask>? Standing { get; private set; }

    public DateOnly Today => clock.Today;

    /// <summary>The person may start a disclosure.</summary>
    public bool MayStart => User.GetRights().Has(Permission.DisclosuresDraft);

    public async Task OnGetAsync(CancellationToken stop)
    {
        var rights = User.GetRights();
        var groups = new List<TaskGroup>();
        foreach (var (title, needs, find) in Desk.Where(work => rights.Has(work.Needs)))
        {
            var waiting = find(access.For(User, needs), User.GetStaffId(), clock.Today);
            var group = new TaskGroup(title, await waiting.CountAsync(stop), await queries.QueueAsync(waiting, stop));
            // What is rare shows only when there is some; who may do it by two roles sees it once, with the wider reach.
            if (group.Count == 0 && Rare.Contains(title)) continue;
            groups.RemoveAll(g => g.Title == title);
            groups.Add(group);
        }

        Groups = groups;
        if (rights.Has(Permission.WithdrawalsDecide)) Standing = await standing.WaitingAsync(access.For(User, Permission.WithdrawalsDecide), stop);
    }

    /// <summary>A kind of work and what waits there.</summary>
    public sealed record TaskGroup(string Title, int Count, IReadOnlyList<DeskRow> Rows)
    {
        /// <summary>The page below a disclosure where this work is done; empty for its details, which offer the steps.</summary>
        public string Below => Title == FormedDates ? "/formed-date" : "";
    }
}
