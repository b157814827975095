using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.SelfTest;
using PublicDisclosure.TestKit;
using static PublicDisclosure.Core.SelfTest.SelfTestIndicator;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Each indicator of the self-test: a planted violation is found, and gone once it is mended by the ordinary way, on every engine.</summary>
public sealed class SelfTestTests
{
    [Theory, EveryEngine]
    public async Task Run_SiteInOrder_FindsNothing(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine);

        Assert.Empty(await bench.OpenAsync());

        var board = await bench.BoardAsync();
        Assert.Equal((SelfTestLevel.Green, 0, 0, 7), (board.Level, board.Open, board.Vetoes, board.VetoIndicators));
        Assert.All(board.Lines.Where(l => l.Rule.Kind != IndicatorKind.Listed), l => Assert.Equal(SelfTestLevel.Green, l.Level));
    }

    [Theory, EveryEngine]
    public async Task Home_NothingNewForTwoWeeks_IsFoundUntilSomethingIsPublished(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine);
        bench.Desk.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Empty(await bench.OpenAsync());

        bench.Desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["ColumnsStale ColumnNotUpdated /disclosures", "HomeStale HomeHasNothingNew /"], await bench.OpenAsync());
        Assert.Equal(SelfTestLevel.Red, await bench.LevelAsync(HomeStale));

        await bench.Desk.PublishedAsync();
        Assert.Empty(await bench.OpenAsync());
        var finding = Assert.Single(await bench.FindingsAsync(HomeStale));
        Assert.Equal([SelfTestEventKind.Found, SelfTestEventKind.Mended], finding.Events.Select(e => e.Kind));
        Assert.Equal("2026-03-02\n14d", finding.Arguments);
    }

    [Theory, EveryEngine]
    public async Task Home_OldPageImported_IsNothingNew(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine);
        bench.Desk.Clock.Advance(TimeSpan.FromDays(15));
        var id = await bench.Desk.DraftAsync();
        await using (var db = bench.Store.Open())
        {
            (await db.Disclosures.SingleAsync(d => d.Id == id)).MarkImported(bench.Desk.Clock.Now, bench.Desk.Clock.Today, "");
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await bench.Desk.ReviewedAsync(id);
        Assert.True((await bench.Desk.PublishAsync(id)).IsDone);

        Assert.Contains("HomeStale HomeHasNothingNew /", await bench.OpenAsync());
    }

    [Theory, EveryEngine]
    public async Task Columns_TwoWeeksOfSimulatedClock_MakeExactlyTheExpectedOnesStale(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(
            engine, options: new SelfTestOptions { UpdateRules = { ["five/result"] = "14d", ["Organisation"] = "14d", ["five/decision"] = "15d" } });
        var own = "/organisations/" + bench.Desk.Organisation.Slug;
        await bench.RunAsync();
        for (var day = 0; day < 14; day++)
        {
            bench.Desk.Clock.Advance(TimeSpan.FromDays(1));
            Assert.Empty(await bench.OpenAsync());
        }

        bench.Desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(
            ["ColumnsStale ColumnNotUpdated /disclosures", "ColumnsStale ColumnNotUpdated /five/result", "ColumnsStale ColumnNotUpdated " + own, "HomeStale HomeHasNothingNew /"],
            await bench.OpenAsync());

        // One document fills the stream and the organisation's column, not the column of results.
        await bench.Desk.PublishedAsync();
        Assert.Equal(["ColumnsStale ColumnNotUpdated /five/result"], await bench.OpenAsync());
        Assert.Equal(SelfTestLevel.Amber, await bench.LevelAsync(ColumnsStale));
    }

    [Theory, EveryEngine]
    public async Task Columns_ALongTimeOut_CountTwiceAndReachTheVeto(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine);
        bench.Desk.Clock.Advance(TimeSpan.FromDays(366));

        var open = await bench.OpenAsync();

        // Newest, policies, five aspects, the organisation; the yearly report has a month left.
        Assert.Equal(8, open.Count(f => f.StartsWith("ColumnsStale", StringComparison.Ordinal)));
        Assert.Equal(8, open.Count(f => f.StartsWith("ColumnsLongStale", StringComparison.Ordinal)));
        Assert.Equal((SelfTestLevel.Red, SelfTestLevel.Amber), (await bench.LevelAsync(ColumnsStale), await bench.LevelAsync(ColumnsLongStale)));

        await bench.FillAsync();
        Assert.Empty(await bench.OpenAsync());
    }

    [Theory, EveryEngine]
    public async Task Columns_Empty_AreFoundUntilFilled(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine, filled: false);
        var own = "/organisations/" + bench.Desk.Organisation.Slug;

        var open = await bench.OpenAsync();

        Assert.Contains("HomeStale HomeWasNeverNew /", open);
        Assert.Equal(
            [
                "/disclosures", "/five/decision", "/five/execution", "/five/management", "/five/result", "/five/service", own, own + "/annual-reports", own + "/guide",
                own + "/mandatory", own + "/rules", "/policies",
            ],
            open.Where(f => f.StartsWith("ColumnsEmpty", StringComparison.Ordinal)).Select(f => f.Split(' ')[2]));
        Assert.Equal(SelfTestLevel.Red, await bench.LevelAsync(ColumnsEmpty));

        await bench.FillAsync();
        Assert.Empty(await bench.OpenAsync());
    }

    [Theory, EveryEngine]
    public async Task Links_IntoWhatIsClosed_AreFoundUntilCorrected(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine);
        var target = await bench.Desk.PublishedAsync();
        var text = bench.Desk.GoodText();
        var id = await bench.Desk.PublishedAsync(text with { Body = text.Body + $"\n\n详见[通知]({await bench.PathAsync(target)})。" });
        Assert.Empty(await bench.OpenAsync());

        await bench.Desk.WithdrawAsync(target, WithdrawalReason.PublishedInError);
        Assert.Equal([$"BrokenLinks LinkToClosedDisclosure {await bench.PathAsync(target)}"], await bench.OpenAsync());

        await bench.Desk.PublishChangeAsync(id, ChangeKind.Correction, text);
        Assert.Empty(await bench.OpenAsync());
    }

    [Theory, EveryEngine]
    public async Task Links_OfEveryKind_AreFollowedWithoutTheNetwork(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine);
        var first = await bench.PathAsync(await bench.Desk.PublishedAsync());
        var number = await bench.Store.ReadAsync(db => db.Disclosures.Where(d => d.Address != null).Select(d => d.IndexNumber).FirstAsync());
        var domain = await bench.Store.ReadAsync(db => db.Domains.Select(d => d.Slug).SingleAsync());
        var good = new[]
        {
            "/", first, first + "/print", first + "/versions/1", "/organisations/" + bench.Desk.Organisation.Slug, "/five/result", "/catalogue/" + domain,
            "/calendar/count?from=2026-03-02&amount=20", "https://www.guiping.gov.cn/policies", "/disclosures/" + number, "mailto:a@b.cn",
        };
        var bad = new[]
        {
            ("/disclosures/nowhere-2026-00001", "LinkToClosedDisclosure"), (first + "/versions/7", "LinkToMissingVersion"),
            (first + "/versions/1/attachments/1/a.pdf", "LinkToMissingFile"), ("/organisations/nowhere", "LinkToNoPage"), ("/catalogue/nowhere", "LinkToNoPage"),
            ("/five/nowhere", "LinkToNoPage"), ("/xxgk/1.html", "LinkToNoPage"), ("/admin/disclosures", "LinkToStaffPage"), ("#s-9", "LinkToMissingPlace"),
        };
        var text = bench.Desk.GoodText();
        var id = await bench.Desk.PublishedAsync(text);
        var links = string.Concat(good.Concat(bad.Select(b => b.Item1)).Append("https://www.gxzf.gov.cn/a").Select(l => $"<a href=\"{System.Net.WebUtility.HtmlEncode(l)}\">x</a>"));
        await TamperAsync(bench.Store, v => v.SetProperty(x => x.Html, "<p>" + links + "</p>"), id);

        Assert.Equal(
            bad.Select(b => $"BrokenLinks {b.Item2} {b.Item1}").Append("ExternalLinks LinkElsewhere https://www.gxzf.gov.cn/a").Order(StringComparer.Ordinal),
            await bench.OpenAsync());
        Assert.Equal((SelfTestLevel.Red, SelfTestLevel.Grey), (await bench.LevelAsync(BrokenLinks), await bench.LevelAsync(ExternalLinks)));
        Assert.Equal(9, (await bench.BoardAsync()).Open);

        await bench.Desk.PublishChangeAsync(id, ChangeKind.Correction, text with { Summary = "改过的概述。" });
        Assert.Empty(await bench.OpenAsync());
    }

    [Theory, EveryEngine]
    public async Task Pictures_ThatAreNotThere_AreFoundUntilCorrected(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine);
        var text = bench.Desk.GoodText();
        var id = await bench.Desk.PublishedAsync(text);
        var picture = await bench.PathAsync(id) + "/versions/1/attachments/1/a.png";
        await TamperAsync(bench.Store, v => v.SetProperty(x => x.Html, $"<p><img src=\"{picture}\" alt=\"图\"></p>"), id);
        Assert.Equal(["BrokenPictures PictureNotFound " + picture], await bench.OpenAsync());

        await bench.Desk.PublishChangeAsync(id, ChangeKind.Correction, text with { Summary = "改过的概述。" });
        Assert.Empty(await bench.OpenAsync());
    }

    [Theory, EveryEngine]
    public async Task Files_LostFromTheStore_AreFoundUntilTheyComeBack(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine);
        var id = await bench.Desk.DraftAsync();
        await bench.Desk.AttachAsync(id, "名单.csv", "事项,地点\n救助,民政局\n");
        await bench.Desk.ReviewedAsync(id);
        Assert.True((await bench.Desk.PublishAsync(id)).IsDone);
        Assert.Empty(await bench.OpenAsync());

        var file = Assert.Single(bench.Desk.OpenFiles());
        File.Move(file, file + ".away");
        Assert.Equal(["MissingFiles FileNotFound 名单.csv"], await bench.OpenAsync());
        Assert.Equal(SelfTestLevel.Red, await bench.LevelAsync(MissingFiles));

        File.Move(file + ".away", file);
        Assert.Empty(await bench.OpenAsync());
    }

    [Theory, EveryEngine]
    public async Task Tags_OfADocumentAndOfTheSite_AreFoundUntilFilledIn(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine);
        bench.Site = new SiteTagOptions { Phone = "0775-3380000", Icp = "桂ICP备1号", PoliceFiling = "45088102000001" };
        var text = bench.Desk.GoodText();
        var id = await bench.PublishedAsync(text with { Keywords = "", Summary = "" }, "KeywordsMissing", "SummaryMissing");

        Assert.Equal(["PageTags DescriptionTagMissing ", "PageTags KeywordsTagMissing ", "PageTags SiteSettingMissing Site:IdCode"], await bench.OpenAsync());

        await bench.Desk.PublishChangeAsync(id, ChangeKind.Correction, text);
        // The walk over the documents leaves what the site itself lacks.
        Assert.Equal(["PageTags SiteSettingMissing Site:IdCode"], await bench.OpenAsync());
    }

    [Theory, EveryEngine]
    public async Task Dates_ThatContradict_AreFoundUntilCorrected(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine);
        var text = bench.Desk.GoodText();
        var id = await bench.Desk.PublishedAsync(text);
        var wrong = bench.Desk.Clock.Today.AddDays(3);
        await TamperAsync(bench.Store, v => v.SetProperty(x => x.Text.DocumentDate, wrong), id);

        Assert.Equal(["ContradictingDates DocumentDateInFuture 2026-03-05"], await bench.OpenAsync());
        Assert.Equal(SelfTestLevel.Red, await bench.LevelAsync(ContradictingDates));
        bench.Desk.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(["ContradictingDates DatedAfterPublication 2026-03-05 2026-03-02"], await bench.OpenAsync());

        await bench.Desk.PublishChangeAsync(id, ChangeKind.Correction, text with { Summary = "改过的概述。" });
        Assert.Empty(await bench.OpenAsync());
    }

    [Theory, EveryEngine]
    public async Task Interpretation_WithdrawnSoThatTooLittleIsLeft_IsFoundUntilThereIsMore(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine);
        var (policy, text, _) = await bench.Desk.PublishedPolicyAsync();
        Assert.Empty(await bench.OpenAsync());
        await bench.Desk.WithdrawAsync(text, WithdrawalReason.Error);

        Assert.Equal(["InterpretationMissing InterpretationNotThere 2"], await bench.OpenAsync());
        await PublishInterpretationAsync(bench.Desk, policy, InterpretationForm.Text);

        Assert.Empty(await bench.OpenAsync());
        Assert.Equal([SelfTestEventKind.Found, SelfTestEventKind.Mended], Assert.Single(await bench.FindingsAsync(SelfTestIndicator.InterpretationMissing)).Events.Select(e => e.Kind));
    }

    [Theory, EveryEngine]
    public async Task Interpretation_OwedPastItsDay_IsFoundUntilItIsPublic(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine);
        var official = await bench.Desk.EmployAsync(StaffRole.DisclosureOffice);
        var policy = await bench.Desk.DraftAsync(bench.Desk.PolicyText());
        Assert.True((await bench.Desk.InterpretAsync(async d => await d.WaiveAsync(new WaiveInterpretation(policy, await bench.Desk.RevisionAsync(policy), "汛情紧急", official)))).IsDone);
        await bench.Desk.ReviewedAsync(policy);
        Assert.True((await bench.Desk.PublishAsync(policy)).IsDone);
        // Three working days from Monday 2 March: the debt has time until Thursday.
        bench.Desk.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Empty(await bench.OpenAsync());
        bench.Desk.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(["InterpretationMissing InterpretationLate 2026-03-05"], await bench.OpenAsync());
        await PublishInterpretationAsync(bench.Desk, policy, InterpretationForm.Text);
        await PublishInterpretationAsync(bench.Desk, policy, InterpretationForm.Expert);

        Assert.Empty(await bench.OpenAsync());
    }

    private static async Task PublishInterpretationAsync(DisclosureDesk desk, Guid policy, InterpretationForm form)
    {
        var id = await desk.ReadyInterpretationAsync(policy, form);
        Assert.True((await PolicyInterpretationTests.ApproveAsync(desk, id)).IsDone);
        Assert.True((await desk.PublishAsync(id)).IsDone);
    }

    [Theory, EveryEngine]
    public async Task Validity_EndInTheTextOnly_IsFoundUntilItIsRecorded(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine);
        var text = ValidityDeskTests.Normative(bench.Desk) with { ExpiresOn = null };
        var id = await bench.PublishedAsync(text with { Body = text.Body + "\n\n本办法自公布之日起施行，有效期至2026年3月10日。" }, "ExpiryDateMissing");
        Assert.Empty(await bench.OpenAsync());

        bench.Desk.Clock.Advance(TimeSpan.FromDays(9));
        Assert.Equal(["ExpiredUnmarked ExpiredByItsOwnText 2026-03-10"], await bench.OpenAsync());

        await DecideAsync(bench, new RecordValidityAct(id, ValidityActKind.Repeal, bench.Desk.Clock.Today, null, null, "市政府第5次常务会议", "有效期已满", null, bench.Desk.Clerk));
        Assert.Empty(await bench.OpenAsync());
    }

    [Theory, EveryEngine]
    public async Task Validity_RepealedByAnotherDocument_IsFoundUntilItIsRecorded(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine);
        var old = ValidityDeskTests.Normative(bench.Desk);
        var id = await bench.Desk.PublishedAsync(old);
        var text = ValidityDeskTests.Normative(bench.Desk);
        var by = await bench.PublishedAsync(text with { Body = text.Body + $"\n\n本办法自公布之日起施行。原办法（{old.DocumentNumber}）同时废止。" }, "RepealedNotNamed");

        Assert.Equal([$"ExpiredUnmarked RepealedByAnother {text.Title}"], await bench.OpenAsync());
        Assert.Equal(id, Assert.Single(await bench.FindingsAsync(ExpiredUnmarked)).SubjectId);

        await DecideAsync(bench, new RecordValidityAct(id, ValidityActKind.Repeal, bench.Desk.Clock.Today, null, by, "", "由新办法代替", null, bench.Desk.Clerk));
        Assert.Empty(await bench.OpenAsync());
    }

    [Theory, EveryEngine]
    public async Task Words_WrongAndGrave_AreFoundAtOnceUntilCorrected(Engine engine)
    {
        await using var bench = await SelfTestBench.CreateAsync(engine);
        var text = bench.Desk.GoodText();
        var id = await bench.Desk.PublishedAsync(text with { Body = text.Body + "\n\n请到人名政府开立帐户。" });
        await bench.AddWordAsync("帐户", "账户", isGrave: false);
        await bench.AddWordAsync("人名政府", "人民政府", isGrave: true);

        Assert.Equal(["GraveForms WrongForm Body 人名政府 人民政府", "WrongForms WrongForm Body 帐户 账户"], await bench.OpenAsync());
        Assert.Equal((SelfTestLevel.Red, SelfTestLevel.Amber), (await bench.LevelAsync(GraveForms), await bench.LevelAsync(WrongForms)));

        await bench.Desk.PublishChangeAsync(id, ChangeKind.Correction, text);
        Assert.Empty(await bench.OpenAsync());
    }

    /// <summary>Writes into a published version what an old database, or somebody behind the workflow's back, could have left.</summary>
    private static async Task TamperAsync(TestStore store, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<DisclosureVersion>> set, Guid id)
    {
        await using DisclosureDb db = store.Open();
        Assert.Equal(1, await db.Versions.Where(v => v.DisclosureId == id).ExecuteUpdateAsync(set, TestContext.Current.CancellationToken));
    }

    private static async Task DecideAsync(SelfTestBench bench, RecordValidityAct command)
    {
        await using var db = bench.Store.Open();
        var desk = new ValidityDesk(db, bench.Desk.Clock.Business);
        var recorded = await desk.RecordAsync(command);
        Assert.True(recorded.IsDone, string.Join("; ", recorded.Refusals));
        var confirmed = await desk.ConfirmAsync(new DecideValidityAct(recorded.Value, command.DisclosureId, 0, bench.Desk.Reviewer));
        Assert.True(confirmed.IsDone, string.Join("; ", confirmed.Refusals));
    }
}
