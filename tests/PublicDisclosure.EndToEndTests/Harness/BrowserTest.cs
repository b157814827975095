namespace PublicDisclosure.EndToEndTests.Harness;

/// <summary>
/// Base of the tests in a browser. Visits begun here are closed at the end; after a failure each leaves its last page as
/// picture and HTML in <c>TestResults/journeys</c>; after a success each must have been without trouble.
/// </summary>
public abstract class BrowserTest(Portal portal) : IAsyncLifetime
{
    private readonly List<Visit> _visits = [];

    /// <summary>Site and browser.</summary>
    protected Portal Portal { get; } = portal;

    /// <summary>Opens a browser for somebody.</summary>
    protected async Task<Visit> VisitAsync(VisitOptions? options = null)
    {
        var visit = await Visit.BeginAsync(Portal, options ?? new VisitOptions());
        _visits.Add(visit);
        return visit;
    }

    /// <summary>Opens a browser for somebody signed in.</summary>
    protected Task<Visit> VisitAsync(string userName) => VisitAsync(new VisitOptions { As = userName });

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        var test = TestContext.Current;
        var failed = test.TestState?.Result == TestResult.Failed;
        if (failed)
        {
            foreach (var (visit, index) in _visits.Select((v, i) => (v, i + 1)))
                await visit.RecordAsync(Repository.In("TestResults", "journeys"), $"{test.Test?.TestDisplayName}-{index}");
        }

        var troubles = _visits.SelectMany(v => v.Troubles).Distinct().ToList();
        foreach (var visit in _visits) await visit.DisposeAsync();
        GC.SuppressFinalize(this);
        if (!failed && troubles.Count > 0) Assert.Fail("The site misbehaved unasked:\n" + string.Join('\n', troubles));
    }
}
