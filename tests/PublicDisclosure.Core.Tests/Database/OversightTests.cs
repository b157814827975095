using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Oversight;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

public sealed class OversightTests
{
    [Theory, EveryEngine]
    public async Task History_OfAWithdrawnDisclosure_TellsEverythingInOrder(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var id = await around.Desk.ApprovedAsync();
        await around.TokenAsync(id);
        await around.NotesAsync(n => n.WriteAsync(new WriteNote(id, "内部的话不外传", around.Desk.Clerk)));
        around.Desk.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await around.Desk.PublishAsync(id)).IsDone);
        around.Desk.Clock.Advance(TimeSpan.FromHours(1));
        await around.ReviewsAsync(r => r.ConfirmAsync(new ConfirmContent(id, 0, null, "", around.Desk.Clerk)));
        await WithdrawAsync(around, id);

        var history = await HistoryAsync(around, id);

        Assert.NotNull(history);
        foreach (var kind in new[] { HistoryKind.Created, HistoryKind.Step, HistoryKind.Review, HistoryKind.Version, HistoryKind.Note, HistoryKind.Preview, HistoryKind.ContentReview, HistoryKind.Audit })
            Assert.Contains(history.Lines, l => l.Kind == kind);
        Assert.Equal(history.Lines.Select(l => l.At).Order(), history.Lines.Select(l => l.At));
        Assert.Equal(
            ["Submit", "PassSecrecyReview", "Approve", "Publish", "Withdraw"],
            history.Lines.Where(l => l.Kind == HistoryKind.Step).Select(l => l.Code.Split('.')[1]));
        Assert.Equal(64, history.Lines.Single(l => l.Kind == HistoryKind.Version).Hash.Length);
        Assert.DoesNotContain(history.Lines, l => l.Text.Contains("不外传", StringComparison.Ordinal));
        Assert.Equal((DisclosureState.Withdrawn, 1), (history.State, history.CurrentVersion));
        Assert.Null(await HistoryAsync(around, Guid.NewGuid()));
    }

    [Theory, EveryEngine]
    public async Task Search_ByIndexNumberOrTitle_Finds(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var id = await around.Desk.PublishedAsync(around.Desk.GoodText("关于寻找的通知"));
        var number = (await around.FindAsync(id)).IndexNumber!;
        Task<IReadOnlyList<FoundDisclosure>> Search(string words) => around.Store.ReadAsync(db => new HistoryReader(db).SearchAsync(words, default));

        Assert.Equal(id, Assert.Single(await Search(number)).Id);
        Assert.Equal(id, Assert.Single(await Search("寻找的")).Id);
        Assert.Empty(await Search("没有这样的题目"));
        Assert.Empty(await Search("  "));
        Assert.Empty(await Search("%' OR 1=1 --"));
    }

    [Theory, EveryEngine]
    public async Task Lists_ByOrganisationAndPeriod_AreNarrowedAndPaged(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var clock = around.Desk.Clock;
        var first = await around.Desk.PublishedAsync();
        await WithdrawAsync(around, first);
        var day = clock.Today;
        clock.Advance(TimeSpan.FromDays(3));
        var second = await around.Desk.PublishedAsync();
        await WithdrawAsync(around, second);
        Task<Page<OversightRow>> List(OversightFilter filter) => around.Store.ReadAsync(db => new OversightLists(db).PageAsync(OversightList.Withdrawals, filter, default));

        Assert.Equal([second, first], (await List(new OversightFilter())).Rows.Select(r => r.DisclosureId));
        Assert.Equal([first], (await List(new OversightFilter(To: day))).Rows.Select(r => r.DisclosureId));
        Assert.Equal([second], (await List(new OversightFilter(around.Desk.Organisation.Slug, day.AddDays(1)))).Rows.Select(r => r.DisclosureId));
        Assert.Empty((await List(new OversightFilter("nobody"))).Rows);
        var newest = (await List(new OversightFilter())).Rows[0];
        Assert.Equal((WithdrawalReason.Error, "内容有误。"), (newest.Ground, newest.Reason));
        Assert.Equal([first], (await List(new OversightFilter(After: new ListPosition(newest.At, newest.Id)))).Rows.Select(r => r.DisclosureId));
        Assert.Equal(2, (await around.Store.ReadAsync(db => new OversightLists(db).ExportAsync(OversightList.Withdrawals, new OversightFilter(), default))).Count);
    }

    [Theory, EveryEngine]
    public async Task Lists_WaivedWarnings_CarryCodeAndReason(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var id = await around.Desk.DraftAsync();
        var revision = await around.Desk.RevisionAsync(id);
        await around.Desk.EditAsync(e => e.ExplainAsync(new ExplainWarnings(id, revision, new Dictionary<string, string> { ["Checklist.SummaryMissing"] = "标题已说明" }, around.Desk.Clerk)));

        var row = Assert.Single((await around.Store.ReadAsync(db => new OversightLists(db).PageAsync(OversightList.WaivedWarnings, new OversightFilter(), default))).Rows);

        Assert.Equal((id, "Checklist.SummaryMissing", "标题已说明"), (row.DisclosureId, row.Code, row.Reason));
        Assert.Null(row.Standing);
    }

    [Theory, EveryEngine]
    public async Task Lists_ForcedPublications_CarryReasonAndReview(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var id = await around.Desk.PublishedAsync();
        var day = around.Desk.Clock.Today;
        await around.Store.AddAsync(new ForcedPublication(Guid.NewGuid(), id, 1, DisclosureState.AwaitingApproval, "台风预警", day.AddDays(2), around.Desk.Clock.Now, around.Desk.Reviewer, [around.Desk.Clerk]));
        Task<Page<OversightRow>> List(OversightFilter filter) => around.Store.ReadAsync(db => new OversightLists(db).PageAsync(OversightList.ForcedPublications, filter, default));

        var row = Assert.Single((await List(new OversightFilter(From: day, To: day))).Rows);

        Assert.Equal((id, "台风预警", null), (row.DisclosureId, row.Reason, row.Outcome));
        Assert.Empty((await List(new OversightFilter(From: day.AddDays(1)))).Rows);
    }

    private static Task<DisclosureHistory?> HistoryAsync(AroundDesk around, Guid id) => around.Store.ReadAsync(db => new HistoryReader(db).ReadAsync(id, default));

    private static Task WithdrawAsync(AroundDesk around, Guid id) => around.Desk.WithdrawAsync(id, WithdrawalReason.Error, "内容有误。");
}
