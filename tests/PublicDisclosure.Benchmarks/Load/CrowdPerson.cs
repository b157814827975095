using System.Collections.Concurrent;
using System.Diagnostics;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace PublicDisclosure.Benchmarks.Load;

/// <summary>Somebody with a browser without script: opens, waits, fills in, sends, waits.</summary>
internal abstract class CrowdPerson(int port, int number, ConcurrentBag<Wait> waits, string who, (int Least, int Most) pause) : IDisposable
{
    // As a browser does, each has connections and cookies of his own; pages come compressed.
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = System.Net.DecompressionMethods.Brotli | System.Net.DecompressionMethods.GZip,
        MaxConnectionsPerServer = 2,
    })
    { BaseAddress = new Uri($"http://localhost:{port}") };

    /// <summary>The same sequence of choices in every run.</summary>
    protected Random Choice { get; } = new(number);

    public void Dispose() => _client.Dispose();

    /// <summary>Lives until told to stop; what fails is counted and life goes on.</summary>
    public async Task LiveAsync(CancellationToken stop)
    {
        try
        {
            // Nobody comes at the same moment as all others.
            await Task.Delay(Choice.Next(pause.Most * 1000), stop);
            while (true) await DayAsync(stop);
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }
    }

    /// <summary>One round of what this person does.</summary>
    protected abstract Task DayAsync(CancellationToken stop);

    /// <summary>Opens a page, follows where it leads, and reads it for a while; null where there was no page.</summary>
    protected async Task<IDocument?> OpenAsync(string what, string path, CancellationToken stop)
    {
        for (var step = 0; step < 4; step++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            var (page, next) = await SendAsync(what, request, stop);
            if (next is null)
            {
                await Task.Delay(Choice.Next(pause.Least * 1000, pause.Most * 1000), stop);
                return page;
            }

            path = next;
        }

        return null;
    }

    /// <summary>Fills in and sends a form as it was rendered.</summary>
    protected async Task<IDocument?> SubmitAsync(string what, IDocument page, string form, string button, IEnumerable<(string Name, string Value)> fields, CancellationToken stop)
    {
        // An answer that is no page of the kind (too many at once, an error) was counted with its status when it came.
        if (page.QuerySelector(form) is not IHtmlFormElement filled) return null;
        foreach (var (name, value) in fields)
        {
            switch (filled.QuerySelector($"[name='{name}']"))
            {
                case IHtmlTextAreaElement area: area.Value = value; break;
                case IHtmlInputElement input: input.Value = value; break;
            }
        }

        var submission = filled.GetSubmission((IHtmlElement)filled.QuerySelector(button)!)!;
        using var request = new HttpRequestMessage(HttpMethod.Post, submission.Target.PathName + (submission.Target.Query is { Length: > 0 } query ? "?" + query : "")) { Content = new StreamContent(submission.Body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", submission.MimeType);
        var (answer, next) = await SendAsync(what, request, stop);
        return next is null ? answer : await OpenAsync(what + ", after it", next, stop);
    }

    private async Task<(IDocument? Page, string? Next)> SendAsync(string what, HttpRequestMessage request, CancellationToken stop)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await _client.SendAsync(request, stop);
            var text = await answer.Content.ReadAsStringAsync(stop);
            waits.Add(new Wait(who, what, Stopwatch.GetElapsedTime(start).TotalMilliseconds, (int)answer.StatusCode));
            if (answer.Headers.Location is { } next) return (null, next.IsAbsoluteUri ? next.PathAndQuery : next.ToString());
            using var context = BrowsingContext.New();
            return (await context.OpenAsync(page => page.Content(text).Address(new Uri(_client.BaseAddress!, request.RequestUri!)), stop), null);
        }
        catch (HttpRequestException)
        {
            waits.Add(new Wait(who, what, Stopwatch.GetElapsedTime(start).TotalMilliseconds, 0));
            return (null, null);
        }
    }
}

/// <summary>A citizen: home, lists, pages, a question to the search.</summary>
internal sealed class CrowdReader(int port, int number, ConcurrentBag<Wait> waits, IReadOnlyList<string> addresses) : CrowdPerson(port, 1000 + number, waits, "reader", (2, 5))
{
    private static readonly string[] Questions = ["低保", "危房改造", "上户口", "医保报销", "学区", "征地补偿", "养老金", "浔政办规"];

    protected override async Task DayAsync(CancellationToken stop)
    {
        await OpenAsync("home", "/", stop);
        await OpenAsync("list", "/disclosures", stop);
        for (var i = 0; i < 3; i++) await OpenAsync("disclosure page", "/disclosures/" + addresses[Choice.Next(addresses.Count)], stop);
        await OpenAsync("catalogue", "/catalogue", stop);
        await OpenAsync("search", "/search?q=" + Uri.EscapeDataString(Questions[Choice.Next(Questions.Length)]), stop);
        await OpenAsync("organisations", "/organisations", stop);
        await OpenAsync("disclosure page", "/disclosures/" + addresses[Choice.Next(addresses.Count)], stop);
    }
}

/// <summary>A clerk: desk, a new draft, its text in several goes, its checklist.</summary>
internal sealed class CrowdEditor(int port, int number, ConcurrentBag<Wait> waits) : CrowdPerson(port, number, waits, "editor", (5, 10))
{
    private const string Form = "main form[data-editor]", Save = "button[name=go][value=save]";

    private readonly string _account = number % 2 == 0 ? "clerk" : "township-clerk";
    private string? _organisation;

    protected override async Task DayAsync(CancellationToken stop)
    {
        if (_organisation is null && !await SignInAsync(stop)) return;
        await OpenAsync("desk", "/admin", stop);
        if (await OpenAsync("new draft", $"/admin/disclosures/create?organisation={_organisation}", stop) is not { } empty) return;
        var draft = await SubmitAsync("save a new draft", empty, Form, Save, [("Input.Title", $"关于第{Choice.Next(1, 100_000)}号工作安排的通知"), ("Input.Body", Text(1))], stop);
        for (var go = 2; go <= 5 && draft?.QuerySelector(Form) is not null; go++) draft = await SubmitAsync("save a draft again", draft, Form, Save, [("Input.Body", Text(go))], stop);
    }

    private async Task<bool> SignInAsync(CancellationToken stop)
    {
        if (await OpenAsync("sign-in page", "/account/sign-in", stop) is not { } page) return false;
        await SubmitAsync("sign in", page, "main form", "button", [("Input.UserName", _account), ("Input.Password", "Gongkai-2026!")], stop);
        var link = (await OpenAsync("own disclosures", "/admin/disclosures", stop))?.QuerySelector("a[href*='/admin/disclosures/new']")?.GetAttribute("href");
        var offer = await OpenAsync("choose an item", link ?? "/admin/disclosures/new", stop);
        _organisation = offer?.QuerySelectorAll("a[href*='organisation=']").Select(a => a.GetAttribute("href")!).Select(h => h[(h.IndexOf("organisation=", StringComparison.Ordinal) + 13)..].Split('&')[0]).FirstOrDefault(id => Guid.TryParse(id, out _));
        return _organisation is not null;
    }

    private static string Text(int paragraphs) =>
        "各乡镇人民政府，市直有关单位：\n\n" + string.Join("\n\n", Enumerable.Range(1, paragraphs * 3).Select(n => $"{n}．请各单位按照职责分工抓好落实，并按时报送工作情况。")) + "\n\n特此通知。";
}
