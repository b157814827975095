using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>
/// Every standing of an interpretation beside every standing of its policy, and every output around both: each carries words of its
/// own, and each output shows those alone that the tables open.
/// </summary>
public sealed class InterpretationVisibilityTests(InterpretationVisibilityTests.World world) : IClassFixture<InterpretationVisibilityTests.World>
{
    private static readonly string[] Standings = ["None", "Public", "Suspended", "Withdrawn Error", "Withdrawn Replaced", "Withdrawn PersonalOrSecret"];

    private static readonly string[] Lists =
    [
        "/", "/interpretations", "/interpretations?form=QuestionsAndAnswers", "/interpretations/feed.xml", "/interpretations/owed", "/disclosures", "/feed.xml",
        "/policies", "/policies/feed.xml", "/sitemap.xml", "/sitemap.xml?month=2026-03", "/responses", "/organisations", "/index",
    ];

    /// <summary>Standing of the interpretation and of its policy; what explains nothing public has never been public itself.</summary>
    public static TheoryData<string, string> Pairs => [.. from own in Standings from policy in Standings where policy != "None" || own == "None" select (own, policy)];

    [Theory, MemberData(nameof(Pairs))]
    public async Task EveryPair_ShowsWhatTheTablesOpen(string ownStanding, string policyStanding)
    {
        var (own, policy) = (View(ownStanding), View(policyStanding));
        var made = await world.BringAboutAsync(ownStanding, policyStanding);

        foreach (var list in Lists.Append("/search?q=" + Uri.EscapeDataString(made.OwnWord)).Append("/search?q=" + Uri.EscapeDataString(made.PolicyWord)))
        {
            var text = await world.TextAsync(list);
            if (!InterpretationVisibility.IsListed(own)) Assert.False(text.Contains(made.OwnWord, StringComparison.Ordinal), $"own title in {list}");
            if (!InterpretationVisibility.IsNamed(policy)) Assert.False(text.Contains(made.PolicyWord, StringComparison.Ordinal), $"title of the policy in {list}");
        }

        foreach (var list in Lists[1..4]) Assert.Equal(InterpretationVisibility.IsListed(own), (await world.TextAsync(list)).Contains(made.OwnWord, StringComparison.Ordinal));
        Assert.Equal(InterpretationVisibility.IsListed(own) && InterpretationVisibility.IsNamed(policy), (await world.TextAsync("/interpretations")).Contains(made.PolicyWord, StringComparison.Ordinal));

        // The page of the policy: its material at the top, nothing that is not listed.
        if (made.PolicyAddress is { } at)
        {
            var (status, page) = await world.AskAsync("/disclosures/" + at);
            Assert.Equal(policy.Status, status);
            Assert.Equal(InterpretationVisibility.NamesMaterial(policy) && InterpretationVisibility.IsListed(own), page.Contains(made.OwnWord, StringComparison.Ordinal));
            foreach (var below in new[] { "/versions/1", "/print" })
                if (!InterpretationVisibility.IsListed(own)) Assert.DoesNotContain(made.OwnWord, (await world.AskAsync($"/disclosures/{at}{below}")).Text, StringComparison.Ordinal);
        }

        // The page of the interpretation and the address of its question.
        if (made.OwnAddress is not { } address) return;
        var (code, ownPage) = await world.AskAsync("/disclosures/" + address);
        Assert.Equal(own.Status, code);
        Assert.Equal(own.Shows(PublicPart.Body) && InterpretationVisibility.IsNamed(policy), ownPage.Contains(made.PolicyWord, StringComparison.Ordinal));
        Assert.Equal(own.Shows(PublicPart.Body), ownPage.Contains(made.AnswerWord, StringComparison.Ordinal));
        var (asked, question) = await world.AskAsync($"/interpretations/{address}/questions/1");
        Assert.Equal(InterpretationVisibility.QuestionStatus(own), asked);
        Assert.Equal(own.Shows(PublicPart.Body), question.Contains(made.AnswerWord, StringComparison.Ordinal));
        if (!InterpretationVisibility.IsNamed(policy)) Assert.DoesNotContain(made.PolicyWord, question, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Public")]
    [InlineData("Suspended")]
    [InlineData("Withdrawn PersonalOrSecret")]
    public async Task Debt_IsRegisteredAsLongAsItsPolicyIsOpen_AndNamesNoDraft(string policyStanding)
    {
        var made = await world.OweAsync(policyStanding);

        var register = await world.TextAsync("/interpretations/owed");

        Assert.Equal(InterpretationVisibility.IsNamed(View(policyStanding)), register.Contains(made.PolicyWord, StringComparison.Ordinal));
        Assert.DoesNotContain(made.OwnWord, register, StringComparison.Ordinal);
        Assert.DoesNotContain(made.OwnWord, await world.TextAsync("/disclosures/" + made.PolicyAddress), StringComparison.Ordinal);
        Assert.DoesNotContain(made.OwnWord, await world.TextAsync("/interpretations"), StringComparison.Ordinal);
    }

    private static PublicView View(string standing)
    {
        var parts = standing.Split(' ');
        return PublicVisibility.Of(Enum.Parse<PublicStanding>(parts[0]), parts.Length > 1 ? Enum.Parse<WithdrawalReason>(parts[1]) : null);
    }

    /// <summary>Words and addresses of a pair; an address is null for what never was public.</summary>
    public sealed record Made(string OwnWord, string AnswerWord, string PolicyWord, string? OwnAddress, string? PolicyAddress);

    /// <summary>A site on which pairs of standings are brought about.</summary>
    public sealed class World : IAsyncLifetime
    {
        private TestSite _site = null!;
        private DisclosureDesk _desk = null!;
        private HttpClient _visitor = null!;
        private string _replacement = "";
        private int _pairs;

        public async ValueTask InitializeAsync()
        {
            _site = await TestSite.CreateAsync();
            _desk = await DisclosureDesk.CreateAsync(_site.Store, _site.Clock);
            _visitor = _site.CreateVisitor();
            _replacement = (await AddressAsync(await _desk.PublishedAsync()))!;
        }

        public async Task<Made> BringAboutAsync(string own, string policy)
        {
            var (ownWord, answer, policyWord) = Words();
            var text = _desk.PolicyText($"关于{policyWord}的管理办法");
            var document = policy == "None" ? await _desk.DraftAsync(text) : await _desk.PublishedAsync(text);
            var interpretation = await DraftAsync(document, ownWord, answer);
            if (own != "None")
            {
                await _desk.ReviewedAsync(interpretation);
                Must(await _desk.PublishAsync(interpretation));
            }

            await LeadAsync(interpretation, own);
            await LeadAsync(document, policy);
            return new Made(ownWord, answer, policyWord, await AddressAsync(interpretation), await AddressAsync(document));
        }

        public async Task<Made> OweAsync(string policy)
        {
            var (ownWord, answer, policyWord) = Words();
            var official = await _desk.EmployAsync(StaffRole.DisclosureOffice);
            var document = await _desk.DraftAsync(_desk.PolicyText($"关于{policyWord}的管理办法"));
            await _desk.PlanAsync(document);
            Must(await _desk.InterpretAsync(async d => await d.WaiveAsync(new WaiveInterpretation(document, await _desk.RevisionAsync(document), "汛情紧急", official))));
            await _desk.ReviewedAsync(document);
            Must(await _desk.PublishAsync(document));
            await DraftAsync(document, ownWord, answer);
            await LeadAsync(document, policy);
            return new Made(ownWord, answer, policyWord, null, await AddressAsync(document));
        }

        public async Task<string> TextAsync(string address) => (await AskAsync(address)).Text;

        /// <summary>The answer's words; of a search page the results alone, since it repeats what was asked.</summary>
        public async Task<(int Status, string Text)> AskAsync(string address)
        {
            using var response = await _visitor.GetAsync(address, TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (!address.StartsWith("/search", StringComparison.Ordinal)) return ((int)response.StatusCode, text);
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text);
            return ((int)response.StatusCode, string.Concat(page.QuerySelectorAll("main a[href^='/disclosures/']").Select(a => a.OuterHtml)));
        }

        public async ValueTask DisposeAsync()
        {
            _visitor.Dispose();
            _desk.Dispose();
            await _site.DisposeAsync();
        }

        // Words that are part of no page by themselves.
        private (string Own, string Answer, string Policy) Words()
        {
            var number = Interlocked.Increment(ref _pairs) + 100;
            return ($"铷钴{number}钽铌", $"镧铈{number}镨钕", $"钇锆{number}铪铼");
        }

        private async Task<Guid> DraftAsync(Guid policy, string word, string answer)
        {
            var drafted = await _desk.InterpretAsync(d => d.DraftAsync(new DraftInterpretation(policy, InterpretationForm.QuestionsAndAnswers, PolicyStage.Publication, _desk.Clerk)));
            var id = drafted.Value;
            var text = (await _site.Store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.Id == id))).Text with
            {
                Title = $"{word}问答",
                Summary = $"对{word}的问答。",
                FormedOn = _desk.Clock.Today,
                Body = $"## 问1：{answer}是什么？\n\n出台背景、目标任务和主要内容见全文，{answer}。\n\n## 问2：适用范围有哪些？\n\n全市都适用，注意事项见窗口告知。\n\n## 问3：有什么惠民举措？\n\n新旧政策差异是少跑两趟。",
            };
            Must(await _desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(id, await _desk.RevisionAsync(id), text, [], _desk.Clerk))));
            Must(await _desk.InterpretAsync(async d => await d.DescribeAsync(new DescribeInterpretation(
                id, await _desk.RevisionAsync(id), PolicyStage.Publication, DisclosureDesk.Head, [policy], _desk.Clerk))));
            return id;
        }

        private async Task LeadAsync(Guid id, string standing)
        {
            if (standing == "Suspended") await _desk.SuspendAsync(id);
            if (standing.StartsWith("Withdrawn ", StringComparison.Ordinal))
                await _desk.WithdrawAsync(id, Enum.Parse<WithdrawalReason>(standing.Split(' ')[1]), "现予撤回。", standing.EndsWith("Replaced", StringComparison.Ordinal) ? _replacement : "");
        }

        private Task<string?> AddressAsync(Guid id) => _site.Store.ReadAsync(db => db.Disclosures.Where(d => d.Id == id).Select(d => d.Address).SingleAsync());

        private static void Must(Outcome outcome) => Assert.True(outcome.IsDone, string.Join("; ", outcome.Refusals));
    }
}
