using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.SelfTest;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>How runs of the self-test go on, end and are told, on every engine.</summary>
public sealed class SelfTestRunTests
{
    [Theory, EveryEngine]
    public async Task Run_FaultComesAndGoes_IsOneRowWithItsHistory(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine);
        await bench.RunAsync();
        for (var round = 0; round < 2; round++)
        {
            bench.Desk.Clock.Advance(TimeSpan.FromDays(15));
            await bench.RunAsync();
            bench.Desk.Clock.Advance(TimeSpan.FromHours(1));
            await bench.RunAsync();
            await bench.Desk.PublishedAsync();
            bench.Desk.Clock.Advance(TimeSpan.FromHours(1));
            await bench.RunAsync();
        }

        var finding = Assert.Single(await bench.FindingsAsync(SelfTestIndicator.HomeStale));
        Assert.Equal([SelfTestEventKind.Found, SelfTestEventKind.Mended, SelfTestEventKind.Reopened, SelfTestEventKind.Mended], finding.Events.Select(e => e.Kind));
        Assert.Equal(finding.FirstSeenAt, finding.Events[0].At);
        Assert.Equal(finding.MendedAt, finding.Events[^1].At);
        Assert.InRange(finding.LastSeenAt - finding.Events[2].At, TimeSpan.FromHours(1), TimeSpan.FromHours(1.1));

        var rows = (await bench.ReadAsync(r => r.RunsAsync(null, default))).Rows;
        Assert.Equal(7, rows.Count);
        Assert.Equal((0, 0, 2), (rows[0].Open, rows[0].Added, rows[0].Mended));
        Assert.Equal((2, 0, 0), (rows[1].Open, rows[1].Added, rows[1].Mended));
        Assert.Equal((2, 2, 0), (rows[2].Open, rows[2].Added, rows[2].Mended));
        Assert.Equal(SelfTestIndicators.All.Count, rows[0].Figures.Count);
        Assert.Equal(7, await bench.Store.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Action == RunSelfTests.Act && a.By == bench.Desk.Reviewer)));
    }

    [Theory, EveryEngine]
    public async Task RunAsync_Night_RunsOnceFromItsHourOn(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine);
        bench.Desk.Clock.Set(bench.Desk.Clock.Today.AddDays(1), new TimeOnly(2, 59));
        Assert.Equal(0, await bench.Job.RunAsync(default));
        Assert.Equal(0, await bench.Store.ReadAsync(db => db.SelfTestRuns.CountAsync()));

        bench.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual(0, await bench.Job.RunAsync(default));
        Assert.Equal(0, await bench.Job.RunAsync(default));
        Assert.Null((await bench.Store.ReadAsync(db => db.SelfTestRuns.SingleAsync())).RequestedBy);

        bench.Desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotEqual(0, await bench.Job.RunAsync(default));
        Assert.Equal(2, await bench.Store.ReadAsync(db => db.SelfTestRuns.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Run_MoreThanABatch_LooksAtEveryPage(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine);
        // Copies of one published row are enough to make batches; each lacks its keywords.
        var id = await bench.PublishedAsync(bench.Desk.GoodText() with { Keywords = "" }, "KeywordsMissing");
        for (var i = 1; i < DocumentPass.Batch + 5; i++) await bench.PublishedAsync(bench.Desk.GoodText() with { Keywords = "" }, "KeywordsMissing");

        var open = await bench.OpenAsync();

        Assert.Equal(DocumentPass.Batch + 5, open.Count);
        Assert.All(open, f => Assert.StartsWith("PageTags KeywordsTagMissing", f, StringComparison.Ordinal));
        var first = await bench.ReadAsync(r => r.FindingsAsync(SelfTestIndicator.PageTags, OrganisationScope.WholeCity, new SelfTestFilter(), default));
        var second = await bench.ReadAsync(r => r.FindingsAsync(SelfTestIndicator.PageTags, OrganisationScope.WholeCity, new SelfTestFilter(After: ListPosition.Read(first.Next)), default));
        var back = await bench.ReadAsync(r => r.FindingsAsync(SelfTestIndicator.PageTags, OrganisationScope.WholeCity, new SelfTestFilter(Before: ListPosition.Read(second.Previous)), default));
        Assert.Equal((SelfTestReader.PageSize, 5), (first.Rows.Count, second.Rows.Count));
        Assert.Equal(first.Rows.Select(r => r.Id), back.Rows.Select(r => r.Id));
        Assert.Contains(first.Rows.Concat(second.Rows), r => r.SubjectId == id);
    }

    [Theory, EveryEngine]
    public async Task Run_Interrupted_GoesOnWhereItStood(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine);
        var trouble = new Trouble { Left = 1 };
        bench.More = s => s.AddSingleton(trouble).AddScoped<SelfTestPass, TroubledPass>();
        bench.Desk.Clock.Advance(TimeSpan.FromDays(15));

        await bench.Job.RequestAsync(bench.Desk.Reviewer, TestContext.Current.CancellationToken);
        var run = await bench.Store.ReadAsync(db => db.SelfTestRuns.Include(r => r.Figures).SingleAsync());
        Assert.Equal((SelfTestRunState.Running, 8, 1), (run.State, run.Pass, run.Failures));
        Assert.Equal("InvalidOperationException: 测试", run.Failure);
        Assert.Contains(run.Figures, f => f.Indicator == SelfTestIndicator.HomeStale && f.Open == 1);
        Assert.Equal(["SelfTest.UnderWay"], (await bench.Job.RequestAsync(bench.Desk.Reviewer, TestContext.Current.CancellationToken)).Refusals.Select(r => r.Code));

        await bench.Job.RunAsync(TestContext.Current.CancellationToken);
        run = await bench.Store.ReadAsync(db => db.SelfTestRuns.Include(r => r.Figures).SingleAsync());
        Assert.Equal((SelfTestRunState.Done, 0), (run.State, run.Failures));
        Assert.Equal(run.Figures.Count, run.Figures.DistinctBy(f => f.Indicator).Count());
    }

    [Theory, EveryEngine]
    public async Task Run_FailsAgainAndAgain_GivesUpAndClosesNothingOfThatPass(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine);
        bench.Desk.Clock.Advance(TimeSpan.FromDays(15));
        var trouble = new Trouble();
        bench.More = s =>
        {
            // The walk over the columns cannot be made.
            s.Remove(s.First(d => d.ImplementationType == typeof(ColumnPass)));
            s.Insert(0, ServiceDescriptor.Scoped<SelfTestPass, TroubledColumns>());
            s.AddSingleton(trouble).AddScoped<ColumnPass>();
        };
        await bench.RunAsync();
        await bench.Desk.PublishedAsync();
        trouble.Left = 3;
        bench.Desk.Clock.Advance(TimeSpan.FromMinutes(1));

        await bench.Job.RequestAsync(bench.Desk.Reviewer, TestContext.Current.CancellationToken);
        await bench.Job.RunAsync(TestContext.Current.CancellationToken);
        await bench.Job.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal((SelfTestRunState.Failed, true), await bench.Store.ReadAsync(async db =>
        {
            var run = await db.SelfTestRuns.OrderByDescending(r => r.Id).FirstAsync();
            return (run.State, run.EndedAt is not null);
        }));
        Assert.Null(Assert.Single(await bench.FindingsAsync(SelfTestIndicator.HomeStale)).MendedAt);
        var board = await bench.BoardAsync();
        Assert.Equal((SelfTestRunState.Failed, SelfTestRunState.Done), (board.Last!.State, board.LastDone!.State));
        await bench.RunAsync();
        Assert.NotNull(Assert.Single(await bench.FindingsAsync(SelfTestIndicator.HomeStale)).MendedAt);
    }

    [Theory, EveryEngine]
    public async Task RunAsync_TwoNodesAtOnce_EnterEachFindingOnce(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine, filled: false);
        bench.Desk.Clock.Advance(TimeSpan.FromDays(1));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => bench.Job.RunAsync(TestContext.Current.CancellationToken))));
        while (await bench.Store.ReadAsync(db => db.SelfTestRuns.AnyAsync(r => r.EndedAt == null))) await bench.Job.RunAsync(TestContext.Current.CancellationToken);

        var findings = await bench.Store.ReadAsync(db => db.SelfTestFindings.Include(f => f.Events).ToListAsync());
        Assert.Equal(13, findings.Count);
        Assert.All(findings, f => Assert.Single(f.Events));
    }

    [Theory, EveryEngine]
    public async Task Read_ByOrganisation_ShowsOnlyItsOwn(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine, filled: false);
        var other = TestData.CreateOrganisation();
        await bench.Store.AddAsync(other);
        await bench.RunAsync();
        var scope = new OrganisationScope([other.Id]);

        var board = await bench.BoardAsync(scope);
        var line = board.Lines.Single(l => l.Rule.Indicator == SelfTestIndicator.ColumnsEmpty);
        Assert.Equal((5, 17, SelfTestLevel.Red), (line.Own, line.All, line.Level));
        var home = board.Lines.Single(l => l.Rule.Indicator == SelfTestIndicator.HomeStale);
        Assert.Equal((0, 1, SelfTestLevel.Green), (home.Own, home.All, home.Level));
        Assert.Equal(line, await bench.ReadAsync(r => r.LineAsync(SelfTestIndicators.Of(SelfTestIndicator.ColumnsEmpty), scope, default)));

        var list = await bench.ReadAsync(r => r.FindingsAsync(SelfTestIndicator.ColumnsEmpty, scope, new SelfTestFilter(), default));
        Assert.Equal(5, list.Rows.Count);
        Assert.All(list.Rows, r => Assert.Equal((other.Id, other.ShortName), (r.OrganisationId, r.OrganisationName)));
        Assert.Empty((await bench.ReadAsync(r => r.FindingsAsync(SelfTestIndicator.ColumnsEmpty, scope, new SelfTestFilter(OrganisationSlug: bench.Desk.Organisation.Slug), default))).Rows);
        Assert.Equal([(other.Slug, 5)], (await bench.ReadAsync(r => r.SharesAsync(SelfTestIndicator.ColumnsEmpty, scope, false, default))).Select(s => (s.Slug, s.Count)));
        Assert.Equal([bench.Desk.Organisation.Slug, other.Slug], (await bench.ReadAsync(r => r.SharesAsync(SelfTestIndicator.ColumnsEmpty, OrganisationScope.WholeCity, false, default))).Select(s => s.Slug));
        Assert.Empty((await bench.ReadAsync(r => r.FindingsAsync(SelfTestIndicator.ColumnsEmpty, scope, new SelfTestFilter(Mended: true), default))).Rows);
    }

    private sealed class Trouble
    {
        public int Left { get; set; }

        public void Meet()
        {
            if (Left-- > 0) throw new InvalidOperationException("测试");
        }
    }

    private sealed class TroubledPass(Trouble trouble) : SelfTestPass
    {
        public override IReadOnlyList<SelfTestIndicator> Indicators => [];

        public override Task<PassStep> StepAsync(Guid after, CancellationToken stop)
        {
            trouble.Meet();
            return Task.FromResult(new PassStep([], 0, null));
        }
    }

    private sealed class TroubledColumns(Trouble trouble, ColumnPass columns) : SelfTestPass
    {
        public override IReadOnlyList<SelfTestIndicator> Indicators => columns.Indicators;

        public override Task<PassStep> StepAsync(Guid after, CancellationToken stop)
        {
            trouble.Meet();
            return columns.StepAsync(after, stop);
        }
    }
}
