using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.ErrorReports;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.SelfTest;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>The self-test finds planted late responses and unanswered error reports, and only those.</summary>
public sealed class ResponsePassTests
{
    [Theory, EveryEngine]
    public async Task Step_PlantedFaults_AreFoundAndGoneOnceMended(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var now = desk.Clock.Now;
        var late = TestData.CreateCase(now.AddHours(-60), CaseStage.Handling, desk.Organisation.Id, desk.Clerk);
        var running = TestData.CreateCase(now, CaseStage.Handling, desk.Organisation.Id, desk.Clerk);
        var silent = TestData.CreateCase(now.AddHours(-60), CaseStage.Handling, desk.Organisation.Id, desk.Clerk);
        silent.ProposeSilence(Guid.NewGuid(), "涉及隐私。", now.AddHours(-59), desk.Clerk);
        silent.DecideSilence(true, "", now.AddHours(-58), desk.Reviewer);
        var (overdue, today) = (Report(desk, -1), Report(desk, 0));
        await store.AddAsync(late, running, silent, overdue, today);

        var faults = await StepAsync(store, desk);
        Assert.Equal(
            [(SelfTestIndicator.ResponsesLate, (Guid?)late.Id), (SelfTestIndicator.ErrorReportsUnanswered, overdue.Id)],
            faults.Select(f => (f.Indicator, f.Subject.Id)));
        // The board is read by people who may not see cases.
        Assert.All(faults.Where(f => f.Indicator == SelfTestIndicator.ResponsesLate), f => Assert.DoesNotContain(late.Title, f.Subject.Title + f.Subject.Path + string.Concat(f.Arguments), StringComparison.Ordinal));

        await using (var db = store.Open())
        {
            (await db.ErrorReports.SingleAsync(r => r.Id == overdue.Id)).Reply(ErrorOutcome.Fixed, "已改正。", now, desk.Clerk);
            var mended = await db.OpinionCases.Include(c => c.Limits).Include(c => c.Decisions).Include(c => c.Steps).SingleAsync(c => c.Id == late.Id);
            mended.ProposeSilence(Guid.NewGuid(), "涉及隐私。", now, desk.Clerk);
            mended.DecideSilence(true, "", now, desk.Reviewer);
            await db.SaveChangesAsync();
        }

        Assert.Empty(await StepAsync(store, desk));
    }

    private static ErrorReport Report(DisclosureDesk desk, int dueIn)
    {
        var (id, sealer) = (Guid.NewGuid(), new FieldSealer(new EphemeralDataProtectionProvider()));
        return ErrorReport.Receive(id, QueryCode.New(), "/five", ErrorKind.Other, sealer.Seal("错", ErrorReport.WordsPurpose(id)), null, desk.Organisation.Id, (desk.Clock.Today.AddDays(dueIn), 3), desk.Clock.Now);
    }

    private static async Task<IReadOnlyList<FoundFault>> StepAsync(TestStore store, DisclosureDesk desk)
    {
        await using var db = store.Open();
        return (await new ResponsePass(db, new CaseQueries(db, desk.Clock.Business), desk.Clock.Business).StepAsync(Guid.Empty, default)).Faults;
    }
}
