using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.SelfTest;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.WordLists;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>A small site on which everything is in order, and the self-test over it. The desk's organisation is the disclosure office too.</summary>
internal sealed class SelfTestBench : IAsyncDisposable
{
    private ServiceProvider? _services;

    private SelfTestBench(TestStore store, DisclosureDesk desk, SelfTestOptions options) => (Store, Desk, Options) = (store, desk, options);

    public TestStore Store { get; }

    public DisclosureDesk Desk { get; }

    public SelfTestOptions Options { get; }

    public SiteTagOptions Site { get; set; } = new() { IdCode = "4508810001", Phone = "0775-3380000", Icp = "桂ICP备1号", PoliceFiling = "45088102000001", Address = "https://www.guiping.gov.cn" };

    /// <summary>Further passes behind the product's own.</summary>
    public Action<IServiceCollection>? More { get; set; }

    public RunSelfTests Job => Services.GetRequiredService<RunSelfTests>();

    private ServiceProvider Services => _services ??= Build();

    /// <summary>An empty site, or one where every column holds something new.</summary>
    public static async Task<SelfTestBench> CreateAsync(Engine engine, bool filled = true, SelfTestOptions? options = null)
    {
        var store = await TestStore.CreateAsync(engine);
        var bench = new SelfTestBench(store, await DisclosureDesk.CreateAsync(store), options ?? new SelfTestOptions());
        if (filled) await bench.FillAsync();
        return bench;
    }

    /// <summary>Puts something new into every column.</summary>
    public async Task FillAsync()
    {
        await Desk.PublishedAsync(Desk.GoodText() with { Aspects = (DisclosureAspects)31 });
        await Desk.PublishedAsync(Desk.GoodText() with { Genre = DisclosureGenre.Guide });
        await Desk.PublishedAsync(Desk.GoodText() with { Genre = DisclosureGenre.Rules });
        await Desk.PublishedAsync(Desk.GoodText() with { Genre = DisclosureGenre.AnnualReport });
    }

    /// <summary>Publishes a text whose warnings are explained.</summary>
    public async Task<Guid> PublishedAsync(DisclosureText text, params string[] warnings)
    {
        var id = await Desk.DraftAsync(text);
        if (warnings.Length > 0)
        {
            var explained = await Desk.EditAsync(async e => await e.ExplainAsync(new ExplainWarnings(
                id, await Desk.RevisionAsync(id), warnings.ToDictionary(w => "Checklist." + w, _ => "已核实，情况属实"), Desk.Clerk)));
            Assert.True(explained.IsDone, string.Join("; ", explained.Refusals));
        }

        await Desk.ReviewedAsync(id);
        var outcome = await Desk.PublishAsync(id);
        Assert.True(outcome.IsDone, string.Join("; ", outcome.Refusals));
        return id;
    }

    /// <summary>Runs the self-test to its end.</summary>
    public async Task RunAsync()
    {
        Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await Job.RequestAsync(Desk.Reviewer, TestContext.Current.CancellationToken)).IsDone);
        while (await Store.ReadAsync(db => db.SelfTestRuns.AnyAsync(r => r.EndedAt == null))) await Job.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal((SelfTestRunState.Done, ""), await Store.ReadAsync(async db =>
        {
            var run = await db.SelfTestRuns.OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id).FirstAsync();
            return (run.State, run.Failure);
        }));
    }

    /// <summary>Runs it and tells what is open, in words for a table.</summary>
    public async Task<IReadOnlyList<string>> OpenAsync()
    {
        await RunAsync();
        return await Store.ReadAsync(async db => (await db.SelfTestFindings.Where(f => f.MendedAt == null).ToListAsync())
            .Select(f => $"{f.Indicator} {f.Fault} {(f.SubjectKind == SelfTestSubjectKind.Column ? f.SubjectPath : f.Arguments.Replace('\n', ' '))}").Order(StringComparer.Ordinal).ToList());
    }

    /// <summary>Everything ever found for an indicator, with its history.</summary>
    public Task<List<SelfTestFinding>> FindingsAsync(SelfTestIndicator indicator) =>
        Store.ReadAsync(db => db.SelfTestFindings.Include(f => f.Events.OrderBy(e => e.At).ThenBy(e => e.Id)).Where(f => f.Indicator == indicator).OrderBy(f => f.FirstSeenAt).ToListAsync());

    /// <summary>The address of a published disclosure.</summary>
    public Task<string> PathAsync(Guid id) => Store.ReadAsync(async db => "/disclosures/" + (await db.Disclosures.SingleAsync(d => d.Id == id)).Address);

    public async Task<T> ReadAsync<T>(Func<SelfTestReader, Task<T>> read)
    {
        await using var db = Store.Open();
        return await read(new SelfTestReader(db, Microsoft.Extensions.Options.Options.Create(Options)));
    }

    /// <summary>The board as an organisation, or the whole city, sees it.</summary>
    public Task<SelfTestBoard> BoardAsync(OrganisationScope? scope = null) => ReadAsync(r => r.BoardAsync(scope ?? OrganisationScope.WholeCity, default));

    /// <summary>How an indicator stands on the board.</summary>
    public async Task<SelfTestLevel> LevelAsync(SelfTestIndicator indicator) => (await BoardAsync()).Lines.Single(l => l.Rule.Indicator == indicator).Level;

    /// <summary>Enters a line of the word lists.</summary>
    public async Task AddWordAsync(string wrong, string right, bool isGrave)
    {
        await using var db = Store.Open();
        Assert.True((await new WordListEditor(db, Desk.Clock.Business).SaveAsync(new SaveWord(null, 0, new WordEntry(wrong, right, WordListKind.Spelling, isGrave, "", ""), Desk.Reviewer))).IsDone);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
        Desk.Dispose();
        await Store.DisposeAsync();
    }

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddScoped<DisclosureDb>(_ => Store.Open());
        services.AddSingleton(Desk.Files);
        services.AddSingleton(Desk.Clock.Business);
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(Options));
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(Site));
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(new DisclosureOfficeOptions { Slug = Desk.Organisation.Slug }));
        services.AddSingleton<CheckPublicWords>();
        services.AddScoped<PublicDisclosure.Core.Time.CalendarStore>();
        services.AddScoped<PublicDisclosure.Core.Interpretations.OwedInterpretations>();
        services.AddScoped<PublicDisclosure.Core.OpinionCases.CaseQueries>();
        services.AddOptions();
        services.AddSelfTestPasses();
        More?.Invoke(services);
        services.AddSingleton(p => new RunSelfTests(
            p.GetRequiredService<IServiceScopeFactory>(), Desk.Clock.Business, p.GetRequiredService<IOptions<SelfTestOptions>>(), NullLogger<RunSelfTests>.Instance));
        return services.BuildServiceProvider();
    }
}
