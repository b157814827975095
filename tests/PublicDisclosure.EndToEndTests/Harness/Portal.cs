using System.Collections;
using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(PublicDisclosure.EndToEndTests.Harness.Portal))]

namespace PublicDisclosure.EndToEndTests.Harness;

/// <summary>One seeded site and one browser for the whole run; each test has a browser context of its own.</summary>
public sealed class Portal : IAsyncLifetime
{
    /// <summary>Password of the demo accounts.</summary>
    public const string Password = "Gongkai-2026!";

    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _sessions = new();
    private IPlaywright? _playwright;

    /// <summary>The site.</summary>
    public Site Site { get; } = new();

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var program = await Chromium.FindOrInstallAsync();
        var opening = Task.Run(Site.Open);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Timeout = 60_000,
            Env = InChinese(),
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"],
        });
        await opening;
    }

    /// <summary>
    /// The cookies of a signed-in person, got once through the sign-in page and then shared, so that only journeys about
    /// signing in pay for it.
    /// </summary>
    public async Task<string> SessionOfAsync(string userName)
    {
        var session = _sessions.GetOrAdd(userName, name => new Lazy<Task<string>>(() => SignInOnceAsync(name)));
        try
        {
            return await session.Value;
        }
        catch
        {
            // One that failed is no session: the next journey tries again.
            _sessions.TryRemove(KeyValuePair.Create(userName, session));
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.CloseAsync();
        _playwright?.Dispose();
        await Site.DisposeAsync();
    }

    // Without any UTF-8 locale Chromium loses Chinese file names. Date fields and file buttons are in the browser's own language, which is that of
    // the readers only where its translations are installed; the pictures of the manual want them.
    private static Dictionary<string, string> InChinese()
    {
        var all = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "");
        all["LANG"] = "C.UTF-8";
        all["LANGUAGE"] = "zh_CN";
        return all;
    }

    private async Task<string> SignInOnceAsync(string userName)
    {
        await using var visit = await Visit.BeginAsync(this, new VisitOptions());
        await visit.SignInAsync(userName);
        return await visit.Page.Context.StorageStateAsync();
    }
}
