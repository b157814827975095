using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.SelfTest;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Statistics, limits, reminders and the self-test of letters.</summary>
public sealed class LetterWatchTests
{
    [Theory, EveryEngine]
    public async Task Statistics_EveryState_AgreeWithACountOfTheRecords(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        await WalkManyAsync(room);

        var figures = await room.UseFiguresAsync();

        var letters = await room.Store.ReadAsync(db => db.Letters.ToListAsync());
        int Count(Func<Letter, bool> which) => letters.Count(which);
        Assert.Equal(
            (letters.Count, Count(l => l.State == LetterState.Answered), Count(l => l.State == LetterState.Declined), Count(l => l.State == LetterState.Merged)),
            (figures.All.Received, figures.All.Answered, figures.All.Declined, figures.All.Merged));
        Assert.Equal(figures.All.Received, figures.All.Answered + figures.All.Directed + figures.All.Declined + figures.All.Merged + figures.All.Open);
        Assert.Equal(Count(l => l.DueOn < room.Clock.Today), figures.All.Overdue);
        Assert.Equal(Count(l => l.State == LetterState.Answered && !l.IsLate), figures.All.InTime);
        var days = letters.Where(l => l.FinalDays is not null).Select(l => l.FinalDays!.Value).Order().ToList();
        Assert.Equal(days[(int)Math.Ceiling(days.Count * 0.5) - 1], figures.All.Final.Median);
        Assert.Equal(days[(int)Math.Ceiling(days.Count * 0.9) - 1], figures.All.Final.Ninetieth);
        Assert.Equal(figures.All.Received, figures.Organisations.Sum(o => o.Counts.Received));
        Assert.Equal(figures.All.Received, figures.ByKind.Values.Sum());
        Assert.Equal(figures.All, (await room.UseFiguresAsync(2026)).All with { Ratings = figures.All.Ratings });
        Assert.Equal(0, (await room.UseFiguresAsync(2019)).All.Received);
    }

    [Fact]
    public async Task Statistics_AnyChange_IsSeenAtOnce()
    {
        await using var room = await LetterRoom.CreateAsync();
        Assert.Equal((0, null), ((await room.UseFiguresAsync()).All.Received, (await room.UseFiguresAsync()).All.InTimePermille));
        var receipt = await room.SentAsync();
        Assert.Equal((1, 1), ((await room.UseFiguresAsync()).All.Received, (await room.UseFiguresAsync()).All.Open));
        await room.AnswerAsync(receipt.Id);
        Assert.Equal((1, 1000), ((await room.UseFiguresAsync()).All.Answered, (await room.UseFiguresAsync()).All.InTimePermille));
    }

    [Theory, EveryEngine]
    public async Task Follow_BeforeAndAfterTheLastDay_WritesOnceEach(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var receipt = await room.SentAsync(LetterRoom.Text(name: "韦小宝"));
        Assert.Equal(0, await room.RunAsync<FollowLetters>());
        room.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(1, await room.RunAsync<FollowLetters>());
        Assert.Equal(0, await room.RunAsync<FollowLetters>());
        room.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal(1, await room.RunAsync<FollowLetters>());
        Assert.Equal(0, await room.RunAsync<FollowLetters>());

        var mails = await room.Store.ReadAsync(db => db.Mails.Where(m => m.Kind == MailKind.LetterDue).ToListAsync());
        // The clerk and the reviewer, before and after.
        Assert.Equal(4, mails.Count);
        Assert.All(mails, m => Assert.DoesNotContain("韦小宝", m.Body, StringComparison.Ordinal));
        await room.AnswerAsync(receipt.Id);
        room.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await room.RunAsync<FollowLetters>());
        Assert.True((await room.FindAsync(receipt.Id)).IsLate);
    }

    [Theory, EveryEngine]
    public async Task SelfTest_LetterUnansweredForThreeMonths_IsFoundAndGoneWithTheAnswer(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var receipt = await room.SentAsync();
        room.Clock.Set(new DateOnly(2026, 6, 2), new TimeOnly(9, 0));
        Assert.Empty((await StepAsync(room)).Faults);
        room.Clock.Set(new DateOnly(2026, 6, 3), new TimeOnly(9, 0));

        var fault = Assert.Single((await StepAsync(room)).Faults);

        Assert.Equal((SelfTestIndicator.LettersUnanswered, room.Civil.Id, receipt.Id), (fault.Indicator, fault.OrganisationId!.Value, fault.Subject.Id!.Value));
        await room.AnswerAsync(receipt.Id);
        Assert.Empty((await StepAsync(room)).Faults);
    }

    [Theory, EveryEngine]
    public async Task SelfTest_PublicListThatStandsStill_IsFoundAfterTwoMonths(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var receipt = await room.SentAsync();
        await room.AnswerAsync(receipt.Id);
        await room.PublishAsync(receipt.Id);
        room.Clock.Set(new DateOnly(2026, 5, 1), new TimeOnly(9, 0));
        Assert.Empty((await StepAsync(room)).Faults);
        room.Clock.Set(new DateOnly(2026, 5, 4), new TimeOnly(9, 0));

        Assert.Equal(SelfTestIndicator.LettersStale, Assert.Single((await StepAsync(room)).Faults).Indicator);
    }

    [Theory, EveryEngine]
    public async Task Lists_Heaps_AreCutToTheOrganisation(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        await WalkManyAsync(room);
        var civil = new StaffRights([new RoleAt(room.Civil.Id, StaffRole.Clerk)]);
        var water = new StaffRights([new RoleAt(room.Water.Id, StaffRole.Clerk)]);
        var office = new StaffRights([new RoleAt(room.Office.Id, StaffRole.DisclosureOffice)]);

        var counts = await room.UseAsync<LetterLists, IReadOnlyDictionary<LetterView, int>>(l => l.CountsAsync(civil, null));
        foreach (var view in Enum.GetValues<LetterView>())
        {
            var page = await room.UseAsync<LetterLists, LetterPage>(l => l.PageAsync(view, civil, null, "", 1));
            Assert.Equal(counts[view], page.Rows.Count);
            Assert.All(page.Rows, r => Assert.Equal("桂平市民政局", r.OrganisationName));
        }

        Assert.Equal(1, (await room.UseAsync<LetterLists, LetterPage>(l => l.PageAsync(LetterView.InHand, water, null, "", 1))).Total);
        Assert.Equal(1, (await room.UseAsync<LetterLists, LetterPage>(l => l.PageAsync(LetterView.Triage, office, null, "", 1))).Total);
    }

    private static async Task<PassStep> StepAsync(LetterRoom room)
    {
        return await room.UseAsync<IEnumerable<SelfTestPass>, PassStep>(passes => passes.OfType<LetterPass>().Single().StepAsync(Guid.Empty, default));
    }

    /// <summary>Letters of every state and several speeds.</summary>
    private static async Task WalkManyAsync(LetterRoom room)
    {
        for (var i = 0; i < 6; i++)
        {
            var receipt = await room.SentAsync(LetterRoom.Text($"第{i}封：低保怎么申请，去哪里办理？"), kind: (LetterKind)(i % 2));
            room.Clock.Advance(TimeSpan.FromDays(i * 2));
            await room.AnswerAsync(receipt.Id);
        }

        var declined = await room.SentAsync(LetterRoom.Text("这一封要不予受理，内容不清楚。"), "");
        LetterRoom.Sure(await room.TriageAsync(declined.Id, (t, seen) => t.DeclineAsync(new DeclineLetter(declined.Id, seen, LetterDeclineReason.Unclear, "", room.Desk))));
        var main = await room.SentAsync(LetterRoom.Text("这一封一直在办理当中，没有答复。"));
        var merged = await room.SentAsync(LetterRoom.Text("这一封要合并到上一封里去。"));
        LetterRoom.Sure(await room.TriageAsync(merged.Id, (t, seen) => t.MergeAsync(new MergeLetter(merged.Id, seen, main.Number, room.Clerk.Id))));
        room.Clock.Advance(TimeSpan.FromDays(20));
        await room.SentAsync(LetterRoom.Text("水库放水时间是什么时候？请公布一下。"), "slj");
        await room.SentAsync(LetterRoom.Text("不知道找谁，村里的路灯坏了。"), "");
    }
}
