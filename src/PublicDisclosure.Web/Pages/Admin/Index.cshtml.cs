using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin;

/// <summary>The task desk: what waits for me, the longest-formed first, because the time limit counts from that date.</summary>
public sealed class IndexModel(DisclosureDb db, DisclosureAccess access) : PageModel
{
    private const int ShownPerGroup = 30;

    private static readonly (string Title, Permission Needs, DisclosureState[] States)[] Desk =
    [
        ("待我发布", Permission.DisclosuresPublish, [DisclosureState.AwaitingPublication]),
        ("待我审查、审签", Permission.DisclosuresReview, [DisclosureState.AwaitingSecrecyReview, DisclosureState.AwaitingApproval]),
        ("待完成的草稿", Permission.DisclosuresDraft, [DisclosureState.Draft]),
    ];

    /// <summary>One group per kind of work the person may do; none for those who do not work on texts.</summary>
    public IReadOnlyList<TaskGroup> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var rights = User.GetRights();
        var groups = new List<TaskGroup>();
        foreach (var (title, needs, states) in Desk.Where(work => rights.Has(work.Needs)))
        {
            var waiting = access.For(User, needs).Where(d => states.Contains(d.State));
            var rows = await waiting
                .OrderBy(d => d.Text.FormedOn == null).ThenBy(d => d.Text.FormedOn).ThenBy(d => d.ChangedAt).Take(ShownPerGroup)
                .Select(d => new TaskRow(
                    d.Id, d.Text.Title, db.Organisations.Where(o => o.Id == d.OrganisationId).Select(o => o.ShortName).Single(),
                    d.State, d.Text.FormedOn, d.ChangedAt))
                .ToListAsync(stop);
            groups.Add(new TaskGroup(title, await waiting.CountAsync(stop), rows));
        }

        Groups = groups;
    }

    /// <summary>A kind of work and what waits there.</summary>
    public sealed record TaskGroup(string Title, int Count, IReadOnlyList<TaskRow> Rows);

    /// <summary>One disclosure that waits.</summary>
    public sealed record TaskRow(Guid Id, string Title, string Organisation, DisclosureState State, DateOnly? FormedOn, DateTime ChangedAt);
}
