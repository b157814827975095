using PublicDisclosure.EndToEndTests.Pages;

namespace PublicDisclosure.EndToEndTests.Journeys;

/// <summary>读给我听: a browser with a Chinese voice reads the main text; one without is offered nothing.</summary>
public sealed class ReadAloudTests(Portal portal) : BrowserTest(portal)
{
    /// <summary>A voice that remembers what it was told to say, and is done with a sentence when the test says so.</summary>
    private const string Voice =
        """
        (() => {
          const said = [];
          let speaking = null;
          class Utterance { constructor(text) { this.text = text; this.rate = 1; } }
          const synth = new EventTarget();
          synth.getVoices = () => [{ lang: 'en-US', name: 'E' }, { lang: 'zh-HK', name: 'K' }, { lang: 'zh-CN', name: 'Z' }];
          synth.speak = u => { speaking = u; said.push({ text: u.text, rate: u.rate, voice: u.voice.name }); };
          synth.cancel = () => { const u = speaking; speaking = null; u?.onerror?.({ error: 'canceled' }); };
          Object.defineProperty(window, 'speechSynthesis', { value: synth });
          window.SpeechSynthesisUtterance = Utterance;
          window.said = said;
          window.finish = () => { const u = speaking; speaking = null; u?.onend?.(); };
        })();
        """;

    [Fact]
    public async Task Tools_InABrowserWithoutAVoice_AreAbsent()
    {
        var visit = await VisitAsync();
        await visit.Page.AddInitScriptAsync("Object.defineProperty(window, 'speechSynthesis', { value: Object.assign(new EventTarget(), { getVoices: () => [{ lang: 'en-US' }], cancel() {} }) });");
        await visit.GoAsync(await AddressAsync("disclosures/{address}"));

        await Assertions.Expect(visit.Page.Locator("[data-read-aloud]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Tools_OnADocument_ReadTheTitleThenTheTextSentenceBySentence()
    {
        var visit = await OpenAsync("disclosures/{address}");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "读给我听" }).ClickAsync();
        var title = (await visit.Page.Locator("h1").InnerTextAsync()).Trim();

        Assert.Equal(["Z"], await visit.Page.EvaluateAsync<string[]>("said.map(s => s.voice)"));
        Assert.StartsWith((await SaidAsync(visit))[0], title, StringComparison.Ordinal);
        Assert.Equal(1, await visit.Page.Locator("h1.is-read").CountAsync());
        for (var i = 0; i < 400 && await visit.Page.EvaluateAsync<bool>("document.querySelector('[data-read=play]').textContent === '暂停'"); i++) await visit.Page.EvaluateAsync("finish()");

        var said = string.Concat(await SaidAsync(visit));
        var text = await visit.Page.EvaluateAsync<string>("[...document.querySelectorAll('.prose > p')].map(p => p.textContent).join('')");
        foreach (var sentence in text.Split(['。', '；', '，', '、', '：'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(s => s.Length > 3).Take(20))
            Assert.Contains(Bare(sentence), Bare(said), StringComparison.Ordinal);
        Assert.All(await SaidAsync(visit), sentence => Assert.InRange(sentence.Length, 1, 120));
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "读给我听" })).ToBeVisibleAsync();
        Assert.Equal(0, await visit.Page.Locator(".is-read").CountAsync());
    }

    [Fact]
    public async Task Tools_PauseSpeedAndStop_KeepTheirPlaceAndGiveItUp()
    {
        var visit = await OpenAsync("questions of an interpretation");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "读给我听" }).ClickAsync();
        await visit.Page.EvaluateAsync("finish()");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "暂停" }).ClickAsync();
        await visit.Page.EvaluateAsync("finish()");
        Assert.Equal(2, (await SaidAsync(visit)).Count);

        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "继续读" }).ClickAsync();
        var said = await SaidAsync(visit);
        Assert.Equal(said[1], said[2]);
        await visit.Page.GetByLabel("语速").SelectOptionAsync("0.7");
        Assert.Equal(0.7, await visit.Page.EvaluateAsync<double>("said.at(-1).rate"));
        Assert.Equal(said[1], (await SaidAsync(visit))[^1]);

        var stop = visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "停止" });
        await stop.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(stop).ToBeDisabledAsync();
        Assert.Equal("读给我听", await visit.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(said[0], (await SaidAsync(visit))[^1]);
    }

    [Theory]
    [InlineData("interpretations/{address}/questions/{number:int}", ".prose p")]
    [InlineData("letters/{number:length(15)}", "#answer ~ p")]
    public async Task Tools_OnAnAnswer_ReadIt(string route, string answer)
    {
        var visit = await OpenAsync(route);
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "读给我听" }).ClickAsync();
        for (var i = 0; i < 200 && await visit.Page.EvaluateAsync<bool>("document.querySelector('[data-read=play]').textContent === '暂停'"); i++) await visit.Page.EvaluateAsync("finish()");

        Assert.Contains(Bare(await visit.Page.Locator(answer).First.InnerTextAsync())[..10], Bare(string.Concat(await SaidAsync(visit))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AccessKeys_OfEveryPage_AreThoseOfTheStatementAndCanBeSwitchedOff()
    {
        var visit = await VisitAsync();
        await visit.GoAsync("/accessibility");
        var listed = await visit.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('main tbody tr')].map(r => r.cells[0].innerText + ' ' + r.cells[1].innerText)");
        var keys = await visit.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('[accesskey]')].map(e => e.accessKey + ' ' + e.innerText)");

        Assert.Equal(8, listed.Length);
        foreach (var (line, key) in listed.Order(StringComparer.Ordinal).Zip(keys.Order(StringComparer.Ordinal)))
        {
            Assert.Equal(line[0], key[0]);
            Assert.Contains(key[2..], line, StringComparison.Ordinal);
        }

        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "关闭快捷键" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "重新打开快捷键" })).ToBeVisibleAsync();
        Assert.Equal(0, await visit.Page.Locator("[accesskey]").CountAsync());
    }

    private async Task<Visit> OpenAsync(string route)
    {
        var visit = await VisitAsync();
        await visit.Page.AddInitScriptAsync(Voice);
        await visit.GoAsync(await AddressAsync(route));
        return visit;
    }

    private async Task<string> AddressAsync(string route) => PageSamples.Of(route).Address(await Samples.OfAsync(Portal.Site));

    private static async Task<IReadOnlyList<string>> SaidAsync(Visit visit) => await visit.Page.EvaluateAsync<string[]>("said.map(s => s.text)");

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
