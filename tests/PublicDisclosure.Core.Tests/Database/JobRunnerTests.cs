using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Two nodes, one job: it runs on one of them.</summary>
public sealed class JobRunnerTests
{
    [Theory, EveryEngine]
    public async Task Run_AnotherNodeHoldsTheLease_DoesNothing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var clock = new TestClock();
        var job = new CountingJob();

        Assert.True(await Node(store, clock).RunAsync(job, CancellationToken.None));
        Assert.False(await Node(store, clock).RunAsync(job, CancellationToken.None));

        Assert.Equal(1, job.Runs);
    }

    [Theory, EveryEngine]
    public async Task Run_HolderDied_AnotherNodeTakesOverAfterTheLease(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var clock = new TestClock();
        var job = new CountingJob();
        await Node(store, clock).RunAsync(job, CancellationToken.None);

        clock.Advance(TimeSpan.FromMinutes(11));

        Assert.True(await Node(store, clock).RunAsync(job, CancellationToken.None));
        Assert.Equal(2, job.Runs);
    }

    [Theory, EveryEngine]
    public async Task Run_JobFails_KeepsTheFailureAndGoesOnNextTime(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var clock = new TestClock();
        var job = new CountingJob { Fails = true };
        var node = Node(store, clock);

        Assert.False(await node.RunAsync(job, CancellationToken.None));
        job.Fails = false;
        Assert.True(await node.RunAsync(job, CancellationToken.None));

        var runs = await store.ReadAsync(db => db.JobRuns.OrderBy(r => r.Handled).ToListAsync());
        Assert.Equal(["InvalidOperationException: planted", ""], runs.Select(r => r.Failure));
    }

    private static JobRunner Node(TestStore store, TestClock clock)
    {
        var services = new ServiceCollection();
        services.AddScoped(_ => store.Open());
        return new JobRunner(services.BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), clock.Business, NullLogger<JobRunner>.Instance);
    }

    private sealed class CountingJob : IPeriodicJob
    {
        public bool Fails { get; set; }

        public int Runs { get; private set; }

        public string Name => "Counting";

        public TimeSpan Every => TimeSpan.FromMinutes(1);

        public Task<int> RunAsync(CancellationToken stop)
        {
            Runs++;
            return Fails ? throw new InvalidOperationException("planted") : Task.FromResult(1);
        }
    }
}
