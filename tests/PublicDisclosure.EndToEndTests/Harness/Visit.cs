using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.EndToEndTests.Harness;

/// <summary>How somebody comes to the site.</summary>
public sealed record VisitOptions
{
    /// <summary>Account to be signed in as; null is an anonymous visitor.</summary>
    public string? As { get; init; }

    /// <summary>Width of the window in CSS pixels.</summary>
    public int Width { get; init; } = 1366;

    /// <summary>Height of the window in CSS pixels.</summary>
    public int Height { get; init; } = 768;

    /// <summary>False: scripts are switched off.</summary>
    public bool Script { get; init; } = true;

    /// <summary>High-contrast mode of the operating system.</summary>
    public ForcedColors ForcedColors { get; init; } = ForcedColors.None;
}

/// <summary>
/// One person's browser: a context with one page. It keeps an eye on what no test should have to ask for: answers of 500
/// and above, script errors, breaches of the content security policy, and requests to any other host.
/// </summary>
public sealed class Visit : IAsyncDisposable
{
    /// <summary>Longest wait for anything, in milliseconds.</summary>
    public const float Patience = 15_000;

    private readonly Portal _portal;
    private readonly ConcurrentQueue<string> _troubles = new();

    private Visit(Portal portal, IPage page)
    {
        _portal = portal;
        Page = page;
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 500) _troubles.Enqueue($"{answer.Status} from {answer.Request.Method} {answer.Url}");
        };
        page.Request += (_, request) =>
        {
            if (IsForeign(request.Url)) _troubles.Enqueue($"request to another host: {request.Url}");
        };
        page.PageError += (_, error) => _troubles.Enqueue($"script error on {page.Url}: {error}");
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase)) _troubles.Enqueue($"{page.Url}: {message.Text}");
        };
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What went wrong unasked; empty on a good site.</summary>
    public IReadOnlyCollection<string> Troubles => _troubles;

    /// <summary>What went wrong so far, and forgets it: for a window that is used on.</summary>
    public IReadOnlyList<string> TakeTroubles()
    {
        var taken = new List<string>();
        while (_troubles.TryDequeue(out var trouble)) taken.Add(trouble);
        return taken;
    }

    /// <summary>Opens a browser context; nothing is loaded yet.</summary>
    public static async Task<Visit> BeginAsync(Portal portal, VisitOptions options)
    {
        var context = await portal.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = portal.Site.Address,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new ViewportSize { Width = options.Width, Height = options.Height },
            JavaScriptEnabled = options.Script,
            ForcedColors = options.ForcedColors,
            ReducedMotion = ReducedMotion.Reduce,
            AcceptDownloads = true,
            StorageState = options.As is null ? null : await portal.SessionOfAsync(options.As),
        });
        context.SetDefaultTimeout(Patience);
        context.SetDefaultNavigationTimeout(Patience * 2);
        return new Visit(portal, await context.NewPageAsync());
    }

    /// <summary>Goes to an address of the site and returns the status of the answer.</summary>
    public async Task<int> GoAsync(string path)
    {
        var answer = await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return answer!.Status;
    }

    /// <summary>Has the person read as <see cref="ReadingMode.Key"/> names it, e.g. <c>elder</c>; empty is as everybody does.</summary>
    public async Task ReadInAsync(string mode)
    {
        if (mode.Length > 0) await Page.Context.AddCookiesAsync([new Cookie { Name = ReadingMode.Cookie, Value = mode, Url = _portal.Site.Address }]);
    }

    /// <summary>Signs in through the form, as a person does.</summary>
    public async Task SignInAsync(string userName, string password = Portal.Password)
    {
        await GoAsync("/account/sign-in");
        await Page.GetByLabel("账号").FillAsync(userName);
        await Page.GetByLabel("密码").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "登录", Exact = true }).ClickAsync();
        await LeavesAsync(new Regex("/account/sign-in"));
    }

    /// <summary>
    /// Waits until the window is at an address and its page has come. The browser is asked again and again: the library's own waits
    /// for an address or a load look first and listen afterwards, and never hear of a page that came in between
    /// (microsoft/playwright-dotnet#3364).
    /// </summary>
    public async Task ArrivesAsync(Regex address)
    {
        await Assertions.Expect(Page).ToHaveURLAsync(address, new PageAssertionsToHaveURLOptions { Timeout = Patience * 2 });
        await LoadsAsync();
    }

    /// <summary>Waits until the page and all that belongs to it has come; asks as <see cref="ArrivesAsync"/> does.</summary>
    /// <exception cref="TimeoutException">It has not come within twice <see cref="Patience"/>.</exception>
    public async Task LoadsAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(Patience * 2));
        while (!await IsLoadedAsync())
        {
            if (patience.IsCancellationRequested) throw new TimeoutException($"{Page.Url} was not loaded");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    private async Task<bool> IsLoadedAsync()
    {
        try
        {
            return await Page.EvaluateAsync<string>("document.readyState") == "complete";
        }
        catch (PlaywrightException)
        {
            // The page went while it was asked: another one is coming.
            return false;
        }
    }

    /// <summary>Waits until the window is at any other address; see <see cref="ArrivesAsync"/>.</summary>
    public async Task LeavesAsync(Regex address) =>
        await Assertions.Expect(Page).Not.ToHaveURLAsync(address, new PageAssertionsToHaveURLOptions { Timeout = Patience * 2 });

    /// <summary>What makes the page scroll sideways, outermost first; empty when nothing does.</summary>
    public async Task<string> OverflowAsync() => await Page.EvaluateAsync<string>(
        """
        () => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) return '';
          const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > root.clientWidth + 1)
            .map(e => e.tagName.toLowerCase() + (e.className ? '.' + String(e.className).trim().replaceAll(' ', '.') : ''));
          return `${root.scrollWidth} px wide: ${wide.slice(0, 8).join(' > ')}`;
        }
        """);

    /// <summary>True for an address that is neither of this site nor inside the page itself.</summary>
    public bool IsForeign(string url) =>
        !url.StartsWith(_portal.Site.Address + "/", StringComparison.Ordinal)
        && !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal)
        && !url.StartsWith("about:", StringComparison.Ordinal) && !url.StartsWith("chrome-error:", StringComparison.Ordinal);

    /// <summary>Leaves for inspection what the person last saw.</summary>
    public async Task RecordAsync(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, string.Concat(name.Select(c => Path.GetInvalidFileNameChars().Contains(c) ? '_' : c)));
        await File.WriteAllTextAsync(file + ".html", $"<!-- {Page.Url}\n{string.Join('\n', _troubles)} -->\n{await Page.ContentAsync()}");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = file + ".png", FullPage = true, Timeout = Patience });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
