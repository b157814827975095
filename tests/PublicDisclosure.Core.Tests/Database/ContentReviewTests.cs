using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

public sealed class ContentReviewTests
{
    [Theory, EveryEngine]
    public async Task Confirm_PublicText_KeepsWhoAndSetsTheNextDateAndNothingElse(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var id = await around.Desk.PublishedAsync();
        var today = around.Desk.Clock.Today;
        Assert.True((await around.ReviewsAsync(r => r.SetAsync(new SetReviewDate(id, 0, today.AddDays(30), around.Desk.Clerk)))).IsDone);
        var before = await around.FindAsync(id);
        around.Desk.Clock.Advance(TimeSpan.FromDays(29));

        var outcome = await around.ReviewsAsync(r => r.ConfirmAsync(new ConfirmContent(id, 1, today.AddDays(400), "电话核对过", around.Desk.Reviewer)));

        Assert.True(outcome.IsDone, string.Join("; ", outcome.Refusals));
        var after = await around.FindAsync(id);
        var sheet = await around.ReviewsAsync(r => r.ReadAsync(after));
        Assert.Equal((today.AddDays(400), 2), (sheet.DueOn, sheet.Revision));
        var past = Assert.Single(sheet.Past);
        Assert.Equal((1, today.AddDays(30), today.AddDays(400), "电话核对过"), (past.VersionNumber, past.DueOn, past.NextOn, past.Remark));
        Assert.Equal((before.Revision, before.ChangedAt, before.FirstPublishedAt, before.LastPublishedAt), (after.Revision, after.ChangedAt, after.FirstPublishedAt, after.LastPublishedAt));
        var listing = await around.Store.ReadAsync(db => db.Listings.SingleAsync(l => l.DisclosureId == id));
        Assert.Equal((before.FirstPublishedAt, before.LastPublishedAt), (listing.FirstPublishedAt, listing.LastPublishedAt));
    }

    [Theory, EveryEngine]
    public async Task SetOrConfirm_BadInputOrOvertaken_SavesNothing(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var (draft, id) = (await around.Desk.DraftAsync(), await around.Desk.PublishedAsync());
        var today = around.Desk.Clock.Today;
        Task<Outcome> Set(DateOnly? on, int seen = 0) => around.ReviewsAsync(r => r.SetAsync(new SetReviewDate(id, seen, on, around.Desk.Clerk)));

        Assert.Equal([new Refusal("ReviewDate.OutOfRange", "DueOn")], (await Set(today)).Refusals);
        Assert.Equal([new Refusal("ReviewDate.OutOfRange", "DueOn")], (await Set(today.AddYears(11))).Refusals);
        Assert.Equal(["ReviewDate.NotPublic"], (await around.ReviewsAsync(r => r.ConfirmAsync(new ConfirmContent(draft, 0, null, "", around.Desk.Clerk)))).Refusals.Select(r => r.Code));
        Assert.Equal(["Disclosure.TextTooLong"], (await around.ReviewsAsync(r => r.ConfirmAsync(new ConfirmContent(id, 0, null, new string('长', 501), around.Desk.Clerk)))).Refusals.Select(r => r.Code));
        Assert.Equal(OutcomeKind.NotFound, (await around.ReviewsAsync(r => r.SetAsync(new SetReviewDate(Guid.NewGuid(), 0, null, around.Desk.Clerk)))).Kind);
        Assert.True((await Set(today.AddDays(9))).IsDone);
        Assert.Equal(OutcomeKind.EditedMeanwhile, (await Set(today.AddDays(10))).Kind);
        Assert.True((await Set(null, seen: 1)).IsDone);
        Assert.Equal(0, await around.Store.ReadAsync(db => db.Set<ContentReview>().CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Job_GenreWithADefault_GetsItsDateOnce(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var guide = await around.Desk.PublishedAsync(around.Desk.GoodText() with { Genre = DisclosureGenre.Guide });
        var other = await around.Desk.PublishedAsync();

        Assert.Equal(1, await around.RemindAsync());
        Assert.Equal(0, await around.RemindAsync());

        var date = await around.Store.ReadAsync(db => db.Set<ReviewDate>().SingleAsync());
        Assert.Equal((guide, around.Desk.Clock.Today.AddMonths(12), true), (date.DisclosureId, date.DueOn, date.IsDefault));
        Assert.DoesNotContain("ReviewDate.Default", await around.ActsAsync(other));
        // Taken away by a person, it does not come back.
        Assert.True((await around.ReviewsAsync(r => r.SetAsync(new SetReviewDate(guide, 0, null, around.Desk.Clerk)))).IsDone);
        Assert.Equal(0, await around.RemindAsync());
    }

    [Theory, EveryEngine]
    public async Task Job_BeforeAndAfterTheDate_LeavesOneReminderEach(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var id = await around.Desk.PublishedAsync();
        var clock = around.Desk.Clock;
        await around.ReviewsAsync(r => r.SetAsync(new SetReviewDate(id, 0, clock.Today.AddDays(20), around.Desk.Clerk)));
        Assert.Equal(0, await around.RemindAsync());

        clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal((1, 0), (await around.RemindAsync(), await around.RemindAsync()));
        clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal(0, await around.RemindAsync());
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((1, 0), (await around.RemindAsync(), await around.RemindAsync()));

        Assert.Equal(["ReviewDate.Remind", "ReviewDate.Overdue"], (await around.ActsAsync(id)).TakeLast(2));
    }

    [Theory, EveryEngine]
    public async Task Due_ForClerkAndOffice_InTheirTime(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var (id, far) = (await around.Desk.PublishedAsync(), await around.Desk.PublishedAsync());
        var clock = around.Desk.Clock;
        await around.ReviewsAsync(r => r.SetAsync(new SetReviewDate(id, 0, clock.Today.AddDays(14), around.Desk.Clerk)));
        await around.ReviewsAsync(r => r.SetAsync(new SetReviewDate(far, 0, clock.Today.AddDays(200), around.Desk.Clerk)));
        Task<IReadOnlyList<ReviewDueRow>> Due(bool late) => around.Store.ReadAsync(db => new ContentReviewDesk(
            db, clock.Business, Microsoft.Extensions.Options.Options.Create(new ContentReviewOptions())).DueAsync(db.Disclosures, late));

        var row = Assert.Single(await Due(false));
        Assert.Equal((id, 14), (row.Id, row.DaysLeft));
        Assert.Empty(await Due(true));
        clock.Advance(TimeSpan.FromDays(21));
        Assert.Equal(-7, Assert.Single(await Due(true)).DaysLeft);

        await around.Desk.WithdrawAsync(id, WithdrawalReason.Error);
        Assert.Empty(await Due(false));
    }
}
