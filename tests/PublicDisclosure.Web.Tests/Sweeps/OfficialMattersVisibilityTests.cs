using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.ErrorReports;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>
/// Opinion cases in every stage and error reports in every state against every open address of the site: nothing of a case is
/// anywhere, of a report the counts alone, and by its code the answer.
/// </summary>
public sealed class OfficialMattersVisibilityTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Cases_InEveryStage_AreNowhere()
    {
        var (organisation, asked, by) = (await site.OrganisationAsync("mzj"), await site.OrganisationAsync("450881101"), await site.UserAsync("demo-clerk-mzj"));
        var now = SiteFactory.Clock.Now;
        var words = new List<string>();
        foreach (var stage in Enum.GetValues<CaseStage>())
        {
            var word = $"铷钴{(int)stage + 100}钽铌";
            var entered = InStage(stage, new CaseFacts("标题" + word, "摘要" + word, CaseSource.Media, "来源" + word, CaseGrade.Grave, now.AddHours(-2), "依据" + word, now.AddHours(-1), "日报" + word), organisation, asked, by, word, now);
            Assert.Equal(stage, entered.Stage);
            await site.WriteAsync(db =>
            {
                db.Add(entered);
                return Task.CompletedTask;
            });
            words.AddRange([word, entered.Id.ToString()]);
        }

        using var staff = await site.StaffAsync("clerk");
        Assert.Contains(words[0], (await staff.OpenAsync("/admin/opinion-cases")).Text, StringComparison.Ordinal);
        await NowhereAsync(words);
        using var visitor = site.Visitor();
        foreach (var id in words.Where(w => w.Length == 36))
            Assert.StartsWith("/account/sign-in", (await visitor.OpenAsync("/admin/opinion-cases/" + id)).RedirectsTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_InEveryState_AreNowhereAndByTheirCodeTheAnswerAlone()
    {
        var by = await site.UserAsync("demo-clerk-mzj");
        var made = new Dictionary<ErrorReportState, (QueryCode Code, Guid Id, string Word)>();
        foreach (var state in Enum.GetValues<ErrorReportState>())
        {
            var word = $"镧铈{(int)state + 100}镨钕";
            var receipt = await site.UseAsync<ErrorReportDesk, OutcomeOf<ErrorReceipt>>(d => d.ReceiveAsync(new ReportError("/organisations/mzj", ErrorKind.Outdated, word, "139" + word)));
            Assert.True(receipt.IsDone, string.Join("; ", receipt.Refusals));
            var hash = receipt.Value!.Code.Hash();
            made[state] = (receipt.Value.Code, await site.ReadAsync(db => db.ErrorReports.Where(r => r.CodeHash == hash).Select(r => r.Id).SingleAsync()), word);
        }

        const string answer = "答复钇锆铪铼";
        var revision = await RevisionAsync(ErrorReportState.Merged);
        Assert.True((await site.UseAsync<ErrorReportDesk, Outcome>(d => d.MergeAsync(new MergeErrorReport(made[ErrorReportState.Merged].Id, revision, made[ErrorReportState.Answered].Id, by)))).IsDone);
        revision = await RevisionAsync(ErrorReportState.Answered);
        Assert.True((await site.UseAsync<ErrorReportDesk, Outcome>(d => d.AnswerAsync(new AnswerErrorReport(made[ErrorReportState.Answered].Id, revision, ErrorOutcome.Fixed, answer, by)))).IsDone);
        foreach (var (state, (_, id, _)) in made) Assert.Equal(state, await site.ReadAsync(db => db.ErrorReports.Where(r => r.Id == id).Select(r => r.State).SingleAsync()));

        await NowhereAsync([answer, .. made.Values.SelectMany(m => new[] { m.Word, m.Id.ToString(), m.Code.Written })]);
        using var visitor = site.Visitor();
        foreach (var (state, (code, _, word)) in made)
        {
            var page = await visitor.SubmitAsync(await visitor.OpenAsync("/report-error/track"), [("Input.Code", code.Written)]);
            Assert.Equal(200, page.Code);
            // A merged report's answer is that of the one it was merged into.
            Assert.Equal(state != ErrorReportState.Received, page.Text.Contains(answer, StringComparison.Ordinal));
            Assert.DoesNotContain(word, page.Text, StringComparison.Ordinal);
        }

        Task<int> RevisionAsync(ErrorReportState state)
        {
            var id = made[state].Id;
            return site.ReadAsync(db => db.ErrorReports.Where(r => r.Id == id).Select(r => r.Revision).SingleAsync());
        }
    }

    /// <summary>Every open address that needs nothing in its place, and the columns of the organisation.</summary>
    private static IEnumerable<string> Outputs() => File.ReadAllLines(Path.Combine(SourceTree.Root, "tests/PublicDisclosure.Web.Tests/Sweeps/open-endpoints.txt"))
        .Select(line => line.Split('#')[0].Trim()).Where(line => line.StartsWith('/') && !line.Contains('{', StringComparison.Ordinal) && !line.StartsWith("/account/", StringComparison.Ordinal))
        .Concat(["/organisations/mzj", "/organisations/mzj/mandatory", "/coverage/organisations/mzj", "/responses?misreading=1", "/feed.xml?organisation=mzj", "/sitemap.xml?month=columns"]);

    private async Task NowhereAsync(IReadOnlyList<string> words)
    {
        using var visitor = site.Visitor();
        var outputs = Outputs().ToList();
        Assert.True(outputs.Count > 40, $"{outputs.Count}");
        var found = new List<string>();
        foreach (var output in outputs)
        {
            using var response = await visitor.GetAsync(output, TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            found.AddRange(words.Where(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)).Select(w => $"{w} in {output}"));
        }

        foreach (var word in words)
        {
            var page = await visitor.OpenAsync("/search?q=" + Uri.EscapeDataString(word));
            if (page.Document.QuerySelector("main a[href^='/disclosures/']") is not null) found.Add($"{word} is found by the search");
        }

        Assert.Empty(found);
    }

    // The words stand in every text that a stage leaves behind.
    private static OpinionCase InStage(CaseStage stage, CaseFacts facts, Guid organisation, Guid asked, Guid by, string word, DateTime now)
    {
        var entered = OpinionCase.Register(Guid.NewGuid(), organisation, facts, new CaseOptions(), now, by);
        if (stage == CaseStage.Collecting) return entered;
        entered.Assess("研判" + word, now, by);
        if (stage == CaseStage.Assessing) return entered;
        if (stage == CaseStage.Consulting)
        {
            entered.Consult(Guid.NewGuid(), asked, "会商" + word, now.AddHours(4), now, by);
            return entered;
        }

        entered.Handle("处置" + word, now, by);
        if (stage == CaseStage.Handling) return entered;
        entered.Respond(Guid.NewGuid(), "回应" + word, now, by);
        if (stage == CaseStage.Responding) return entered;
        entered.Evaluate(true, now, by);
        if (stage == CaseStage.Evaluating) return entered;
        entered.Close("评估" + word, CaseMark.Account, "追责" + word, now, by);
        return entered;
    }
}
