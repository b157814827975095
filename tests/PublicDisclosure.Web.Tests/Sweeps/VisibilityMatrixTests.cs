using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>
/// Every state against every output: what is not public shows nowhere, what is public shows everywhere, and what was taken
/// back shows as much as its reason allows. Each disclosure carries a word of its own in title, summary and body, and every
/// output is searched for it.
/// </summary>
public sealed class VisibilityMatrixTests(VisibilityMatrixTests.World world) : IClassFixture<VisibilityMatrixTests.World>
{
    /// <summary>Outputs that list disclosures; {word} is the searched word.</summary>
    private static readonly string[] Lists =
    [
        "/", "/disclosures", "/five/decision", "/catalogue/{domain}/{item}", "/organisations/{organisation}", "/organisations/{organisation}/mandatory?class=Livelihood",
        "/disclosures?organisation={organisation}", "/feed.xml", "/feed.xml?organisation={organisation}", "/feed.xml?domain={domain}", "/feed.xml?organisation={organisation}&year=2026", "/sitemap.xml", "/sitemap.xml?month=2026-03", "/search?q={word}",
    ];

    private static readonly string[] Documents = ["", "/versions/1", "/print", "/download", "/versions/2", "/changes/1/2"];

    public static TheoryData<string> HiddenStates { get; } = ["draft", "submitted", "reviewed", "approved", "filed", "correction"];

    [Theory, MemberData(nameof(HiddenStates))]
    public async Task NotPublic_ShowsInNoOutput(string state)
    {
        foreach (var list in Lists) Assert.DoesNotContain(World.Word(state), await world.TextAsync(world.Fill(list, World.Word(state))), StringComparison.Ordinal);
        foreach (var address in world.Addresses)
            foreach (var document in Documents)
                Assert.DoesNotContain(World.Word(state), await world.TextAsync($"/disclosures/{address}{document}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_ShowsInEveryOutput()
    {
        var missing = new List<string>();
        foreach (var list in Lists.Where(l => !l.StartsWith("/sitemap", StringComparison.Ordinal)))
            if (!(await world.TextAsync(world.Fill(list, World.Word("published")))).Contains(World.Word("published"), StringComparison.Ordinal)) missing.Add(list);
        Assert.Contains(world.AddressOf("published"), await world.TextAsync("/sitemap.xml?month=2026-03"), StringComparison.Ordinal);
        foreach (var document in Documents.Take(4))
            if (!(await world.TextAsync($"/disclosures/{world.AddressOf("published")}{document}")).Contains(World.Word("published"), StringComparison.Ordinal)) missing.Add(document);

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData(WithdrawalReason.Error)]
    [InlineData(WithdrawalReason.PublishedInError)]
    [InlineData(WithdrawalReason.PersonalOrSecret)]
    [InlineData(WithdrawalReason.Replaced)]
    [InlineData(WithdrawalReason.Other)]
    public async Task Withdrawn_ShowsWhatItsReasonAllows(WithdrawalReason reason)
    {
        var word = World.Word("withdrawn" + reason);
        var address = world.AddressOf("withdrawn" + reason);
        foreach (var list in Lists)
        {
            var text = await world.TextAsync(world.Fill(list, word));
            Assert.DoesNotContain(word, text, StringComparison.Ordinal);
            Assert.DoesNotContain(address, text, StringComparison.Ordinal);
        }

        foreach (var document in Documents)
        {
            var (status, text) = await world.AskAsync($"/disclosures/{address}{document}");
            Assert.NotEqual(HttpStatusCode.OK, status);
            if (!View(reason).Shows(PublicPart.Body)) Assert.DoesNotContain(World.BodyWord("withdrawn" + reason), text, StringComparison.Ordinal);
            if (!View(reason).Shows(PublicPart.Title)) Assert.DoesNotContain(word, text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Gone, (await world.AskAsync($"/disclosures/{address}")).Status);
        var register = await world.TextAsync("/withdrawals");
        Assert.Contains(address, register, StringComparison.Ordinal);
        Assert.Equal(View(reason).Shows(PublicPart.Title), register.Contains(word, StringComparison.Ordinal));
    }

    private static PublicView View(WithdrawalReason reason) => PublicVisibility.Of(PublicStanding.Withdrawn, reason);

    [Fact]
    public async Task Planted_AWordThatIsPublic_IsFoundByTheSearchOfThisTest()
    {
        // The guard of the guard: were the outputs empty or asked wrongly, the tests above could not fail.
        Assert.Contains(World.BodyWord("published"), await world.TextAsync($"/disclosures/{world.AddressOf("published")}/download"), StringComparison.Ordinal);
        Assert.Contains(World.Word("correctionBefore"), await world.TextAsync($"/disclosures/{world.AddressOf("correction")}"), StringComparison.Ordinal);
    }

    /// <summary>One disclosure in every state.</summary>
    public sealed class World : IAsyncLifetime
    {
        private readonly Dictionary<string, string> _addresses = [];
        private TestSite _site = null!;
        private DisclosureDesk _desk = null!;
        private HttpClient _visitor = null!;
        private string _domain = "";

        public IEnumerable<string> Addresses => _addresses.Values;

        public string AddressOf(string state) => _addresses[state];

        /// <summary>The word in title and summary of a state's disclosure: no part of any page by itself.</summary>
        public static string Word(string state) => $"铷钴{string.Concat(state.Select(c => (int)c % 10))}钽铌";

        /// <summary>The word in its body.</summary>
        public static string BodyWord(string state) => $"镧铈{state.Length}镨钕{string.Concat(state.Select(c => (int)c % 10))}";

        public async ValueTask InitializeAsync()
        {
            _site = await TestSite.CreateAsync();
            _desk = await DisclosureDesk.CreateAsync(_site.Store, _site.Clock);
            _domain = await _site.Store.ReadAsync(db => db.Domains.Select(d => d.Slug).SingleAsync());
            await AddCityEditionAsync();
            await PrepareAsync();
            _visitor = _site.CreateVisitor();
        }

        public string Fill(string pattern, string word) => pattern.Replace("{domain}", _domain, StringComparison.Ordinal)
            .Replace("{item}", _desk.ItemCode, StringComparison.Ordinal).Replace("{organisation}", _desk.Organisation.Slug, StringComparison.Ordinal)
            .Replace("{word}", Uri.EscapeDataString(word), StringComparison.Ordinal);

        public async Task<string> TextAsync(string address) => (await AskAsync(address)).Text;

        /// <summary>The answer's words; a .docx is unpacked, and the searched word itself is taken out of the search box.</summary>
        public async Task<(HttpStatusCode Status, string Text)> AskAsync(string address)
        {
            using var response = await _visitor.GetAsync(address, TestContext.Current.CancellationToken);
            var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            if (bytes is [0x50, 0x4B, ..]) return (response.StatusCode, Unpacked(bytes));
            var text = Encoding.UTF8.GetString(bytes);
            if (!address.StartsWith("/search", StringComparison.Ordinal)) return (response.StatusCode, text);
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text);
            return (response.StatusCode, string.Concat(page.QuerySelectorAll("main a[href^='/disclosures/']").Select(a => a.OuterHtml)));
        }

        public async ValueTask DisposeAsync()
        {
            _visitor.Dispose();
            _desk.Dispose();
            await _site.DisposeAsync();
        }

        // The public catalogue is the city government's edition.
        private async Task AddCityEditionAsync()
        {
            var item = await _site.Store.ReadAsync(db => db.Items.SingleAsync());
            var city = TestData.CreateOrganisation("szf", "桂平市人民政府", OrganisationKind.Government);
            var edition = CatalogueEdition.Draft(Guid.NewGuid(), city.Id, "标准目录（2026年版）", 2026, null, _desk.Clock.Now, null);
            edition.Add(item.CopyTo(Guid.NewGuid(), edition.Id, ItemAdoption.Applies));
            edition.PutInForce(_desk.Clock.Today);
            await _site.Store.AddAsync(city, edition);
        }

        private async Task PrepareAsync()
        {
            await _desk.DraftAsync(Text("draft"));
            var submitted = await _desk.DraftAsync(Text("submitted"));
            await SubmitAsync(submitted);
            var reviewed = await _desk.DraftAsync(Text("reviewed"));
            await SubmitAsync(reviewed);
            await ReviewAsync(reviewed, SecrecyConclusion.MayPublish);
            await _desk.ApprovedAsync(Text("approved"));
            var filed = await _desk.DraftAsync(Text("filed") with { Attribute = DisclosureAttribute.NotPublic, NonDisclosureGround = NonDisclosureGround.InternalAffairs });
            await SubmitAsync(filed);
            await ReviewAsync(filed, SecrecyConclusion.MustNotPublish);
            Assert.True((await _desk.WorkAsync(async w => await w.FileAsync(new FileDisclosure(filed, await _desk.RevisionAsync(filed), _desk.Reviewer)))).IsDone);
            await PublishAsync("published");
            var correction = await PublishAsync("correction", Text("correctionBefore"));
            await _desk.WorkAsync(async w => await w.BeginCorrectionAsync(
                new BeginDisclosureCorrection(correction, await _desk.RevisionAsync(correction), ChangeKind.Correction, "更正", _desk.Clerk)));
            await _desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(correction, await _desk.RevisionAsync(correction), Text("correction"), _desk.GoodItems, _desk.Clerk)));
            foreach (var reason in Enum.GetValues<WithdrawalReason>())
            {
                var id = await PublishAsync("withdrawn" + reason);
                var replacement = reason == WithdrawalReason.Replaced ? AddressOf("published") : "";
                await _desk.WithdrawAsync(id, reason, "现予撤回。", replacement);
            }
        }

        private DisclosureText Text(string state)
        {
            var good = _desk.GoodText($"关于{Word(state)}的通知");
            return good with { Summary = $"关于{Word(state)}。", Body = $"{good.Body}\n\n{BodyWord(state)}，{Word(state)}。" };
        }

        private async Task<Guid> PublishAsync(string state, DisclosureText? text = null)
        {
            var id = await _desk.PublishedAsync(text ?? Text(state));
            _addresses[state] = await _site.Store.ReadAsync(db => db.Listings.Where(l => l.DisclosureId == id).Select(l => l.Address).SingleAsync());
            return id;
        }

        private async Task SubmitAsync(Guid id) => Assert.True((await _desk.WorkAsync(async w =>
            await w.SubmitAsync(new SubmitDisclosure(id, await _desk.RevisionAsync(id), _desk.Clerk)))).IsDone);

        private async Task ReviewAsync(Guid id, SecrecyConclusion conclusion) => Assert.True((await _desk.WorkAsync(async w =>
            await w.ReviewSecrecyAsync(new ReviewSecrecy(id, await _desk.RevisionAsync(id), conclusion, "见审查表", _desk.Reviewer)))).IsDone);

        private static string Unpacked(byte[] bytes)
        {
            using var archive = new ZipArchive(new MemoryStream(bytes));
            return string.Concat(archive.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(entry =>
            {
                using var reader = new StreamReader(entry.Open());
                return reader.ReadToEnd();
            }));
        }
    }
}
