using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Disclosures.Templates;
using PublicDisclosure.Core.ErrorReports;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Postings;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.EndToEndTests.Pages;

/// <summary>Records beside the disclosures, for pages that show one of them.</summary>
/// <param name="PostedItem">An item of 木乐镇 that is posted off the web.</param>
/// <param name="Posting">A posting that waits for the second person.</param>
/// <param name="ConfirmedPosting">A posting that is public.</param>
/// <param name="Upload">A spreadsheet of decisions that waits for its clerk, with a row that is wrong.</param>
/// <param name="Batch">Drafts made of such a spreadsheet.</param>
/// <param name="Template">A template of 木乐镇.</param>
/// <param name="Forced">A forced publication nobody has looked at since.</param>
/// <param name="Masked">A draft of 木乐镇 with a list that must be masked.</param>
/// <param name="MaskedFile">That list.</param>
/// <param name="FormedDate">A public page with a request for another formed date.</param>
/// <param name="Validity">A document of the civil affairs bureau whose validity somebody asked to continue.</param>
/// <param name="Word">A line of the word lists.</param>
internal sealed record RecordSamples(
    string PostedItem, Guid Posting, Guid ConfirmedPosting, Guid Upload, Guid Batch, Guid Template, Guid Forced,
    Guid Masked, Guid MaskedFile, Guid FormedDate, Guid Validity, Guid Word)
{
    /// <summary>A declaration of 木乐镇 that a period was empty, which waits for the second person.</summary>
    public Guid ZeroReport { get; init; }

    /// <summary>A period of the civil affairs bureau that has ended and of which nothing is known.</summary>
    public (Guid Duty, string Period) Quiet { get; init; }

    /// <summary>A duty of 木乐镇.</summary>
    public Guid Duty { get; init; }

    /// <summary>A draft of 木乐镇 with a chart, and a picture that is to be put into it.</summary>
    public (Guid Draft, Guid File) Pictured { get; init; }

    /// <summary>Cases of the demonstration: just found, under consultation, with a proposal not to respond, before its end.</summary>
    public (Guid Found, Guid Consulted, Guid Silent, Guid Ending) Cases { get; init; }

    /// <summary>A question to a department about one of them.</summary>
    public Guid Consultation { get; init; }

    /// <summary>A response of the civil affairs bureau.</summary>
    public Guid Response { get; init; }

    /// <summary>A report of an error that nobody has answered.</summary>
    public Guid ErrorReport { get; init; }
}

/// <summary>Makes them through the ordinary workflows.</summary>
internal sealed class PreparedRecords(Site site, PreparedDesk desk)
{
    private const string Township = "450881101", Clerk = "township-clerk", Reviewer = "township-reviewer";

    private const string Decisions = """
        行政相对人名称,行政处罚决定书文号,处罚类别,违法事实,处罚依据,处罚结果,处罚决定日期
        木乐镇某建材经营部,木政罚〔2026〕{0}1号,罚款,占道堆放建材,《城市市容和环境卫生管理条例》,罚款500元,2026-11-12
        木乐镇某餐饮店,木政罚〔2026〕{0}2号,警告,油烟扰民,《大气污染防治法》,警告,2026-11-13
        木乐镇某运输队,木政罚〔2026〕{0}3号,罚款,遗撒渣土,《城市市容和环境卫生管理条例》,罚款800元,不详
        """;

    /// <summary>All of them.</summary>
    public async Task<RecordSamples> AllAsync()
    {
        var township = await site.ReadAsync(db => db.Organisations.Where(o => o.Slug == Township).Select(o => o.Id).SingleAsync());
        var item = await PostedItemAsync(township);
        var (masked, file) = await ListAsync();
        return new RecordSamples(
            item, await PostingAsync(township, item, "2026年第四季度低保对象名单", confirmed: false), await PostingAsync(township, item, "2026年第三季度低保对象名单", confirmed: true),
            await UploadAsync(township, "2"), await BatchAsync(township), await TemplateAsync(township), await ForcedAsync(), masked, file, await FormedDateAsync(), await ValidityAsync(),
            await site.ReadAsync(db => db.WordRules.OrderBy(w => w.Id).Select(w => w.Id).FirstAsync()))
        {
            ZeroReport = await ZeroReportAsync(township),
            Quiet = await QuietAsync(),
            Pictured = await PictureAsync(),
            Cases = (await CaseAsync(CaseStage.Collecting), await CaseAsync(CaseStage.Consulting), await CaseAsync(CaseStage.Handling), await CaseAsync(CaseStage.Evaluating)),
            Consultation = await site.ReadAsync(db => db.Set<CaseConsultation>().Where(q => q.OrganisationId != null && q.AnsweredAt == null).OrderBy(q => q.Id).Select(q => q.Id).FirstAsync()),
            Response = await site.ReadAsync(db => db.Responses.Where(r => db.Disclosures.Any(d => d.Id == r.DisclosureId && db.Organisations.Any(o => o.Id == d.OrganisationId && o.Slug == "mzj"))).OrderBy(r => r.DisclosureId).Select(r => r.DisclosureId).FirstAsync()),
            ErrorReport = await site.ReadAsync(db => db.ErrorReports.Where(r => r.State == ErrorReportState.Received).OrderBy(r => r.Id).Select(r => r.Id).FirstAsync()),
            Duty = await site.ReadAsync(db => db.Duties.Where(d => d.OrganisationId == township && d.IsActive).OrderBy(d => d.ItemCode).Select(d => d.Id).FirstAsync()),
        };
    }

    private Task<Guid> CaseAsync(CaseStage stage) => site.ReadAsync(db => db.OpinionCases.Where(c => c.Stage == stage).OrderBy(c => c.Id).Select(c => c.Id).FirstAsync());

    private async Task<Guid> ZeroReportAsync(Guid township)
    {
        var clerk = await UserAsync(Clerk);
        return await site.ReadAsync(async db =>
        {
            var duty = await db.Duties.Where(d => d.OrganisationId == township && d.IsActive).OrderBy(d => d.ItemCode).FirstAsync();
            var report = Core.Coverage.ZeroReport.Declare(Guid.NewGuid(), duty, ReportingPeriod.Parse("2026-Q3")!, "本期没有新增救助对象。", RunningClock.Day, new DateTime(2026, 11, 20, 1, 0, 0, DateTimeKind.Utc), clerk);
            db.Add(report);
            await db.SaveChangesAsync();
            return report.Id;
        });
    }

    private Task<(Guid Duty, string Period)> QuietAsync() => site.ReadAsync(async db =>
    {
        var unit = await db.CoverageUnits.Where(u => db.Organisations.Any(o => o.Id == u.OrganisationId && o.Slug == "mzj") && u.Kind == UnitKind.Period && u.RecordId == null
            && u.StartsOn < RunningClock.Day).OrderBy(u => u.ItemCode).ThenBy(u => u.Key).FirstAsync();
        return (unit.DutyId, unit.Period);
    });

    private Task<string> PostedItemAsync(Guid township) => InScopeAsync<DutyItems, string>(async items =>
        (await items.OfAsync(township)).First(i => ItemReach.MayBePosted(i.Text)).Code);

    private async Task<Guid> PostingAsync(Guid township, string item, string what, bool confirmed)
    {
        var details = new PostingDetails
        {
            What = what,
            Places = "木乐社区公示栏\n白石村公示栏",
            From = RunningClock.Day.AddDays(-12),
            To = RunningClock.Day.AddDays(3),
            Note = "两处同时张贴。",
        };
        var clerk = await UserAsync(Clerk);
        var id = Done(await InScopeAsync<PostingDesk, OutcomeOf<Guid>>(d => d.RecordAsync(new RecordPosting(township, item, details, null, clerk))));
        if (!confirmed) return id;
        var (reviewer, revision) = (await UserAsync(Reviewer), await site.ReadAsync(db => db.Postings.Where(p => p.Id == id).Select(p => p.Revision).SingleAsync()));
        Done(await InScopeAsync<PostingDesk, Outcome>(d => d.DecideAsync(new DecidePosting(id, revision, true, "", reviewer))));
        return id;
    }

    private async Task<Guid> UploadAsync(Guid township, string series)
    {
        var (clerk, item) = (await UserAsync(Clerk), await DutyAsync(township));
        var upload = new UploadBatch(BatchKind.Decisions, township, item, null, false, "11月处罚决定.csv", Encoding.UTF8.GetBytes(Decisions.Replace("{0}", series, StringComparison.Ordinal)), clerk);
        return Done(await InScopeAsync<BatchUploads, OutcomeOf<Guid>>(u => u.UploadAsync(upload)));
    }

    private async Task<Guid> BatchAsync(Guid township)
    {
        var (upload, clerk) = (await UploadAsync(township, "1"), await UserAsync(Clerk));
        return Done(await InScopeAsync<BatchUploads, OutcomeOf<Guid>>(u => u.ConfirmAsync(new ConfirmBatch(upload, false, clerk, RefusalTexts.Of))));
    }

    private async Task<Guid> TemplateAsync(Guid township)
    {
        var (clerk, item) = (await UserAsync(Clerk), await DutyAsync(township));
        var text = new DisclosureText { Title = "{单位名称}{年份}年第{季度}季度救助情况", Body = "本季度共救助{户数}户，发放资金{金额}元。", Kind = DocumentKind.Other };
        return Done(await InScopeAsync<TemplateEditor, OutcomeOf<Guid>>(t => t.CreateAsync(new CreateTemplate(township, item, "季度救助情况", text, clerk))));
    }

    private async Task<Guid> ForcedAsync()
    {
        var (id, office) = (await desk.LeadAsync(steps: 2, "木乐镇防汛转移安置点安排"), await UserAsync("office"));
        var revision = await RevisionAsync(id);
        Done(await InScopeAsync<ForcedPublicationDesk, Outcome>(d => d.ForceAsync(new ForceDisclosure(id, revision, "汛情紧急，须立即告知群众。", office))));
        return await site.ReadAsync(db => db.ForcedPublications.Where(f => f.DisclosureId == id).Select(f => f.Id).SingleAsync());
    }

    private async Task<(Guid Draft, Guid File)> ListAsync()
    {
        var (id, clerk) = (await desk.LeadAsync(steps: 0, "木乐镇2026年第四季度低保对象名单公示"), await UserAsync(Clerk));
        var revision = await RevisionAsync(id);
        var list = "姓名,身份证号,联系电话,银行账号,保障人数\n覃某甲,450881197903152134,13800001234,6228480402564890018,3\n黄某乙,450881198504123023,13900004321,6228480402564890018,2\n";
        Done(await InScopeAsync<DisclosureEditor, Outcome>(e => e.AttachAsync(new AttachFile(id, revision, "低保对象名单.csv", false, clerk), new MemoryStream(Encoding.UTF8.GetBytes(list)))));
        return (id, await site.ReadAsync(db => db.Disclosures.Where(d => d.Id == id).SelectMany(d => d.Attachments).Select(a => a.Id).SingleAsync()));
    }

    private async Task<(Guid Draft, Guid File)> PictureAsync()
    {
        var (id, clerk) = (await desk.LeadAsync(steps: 0, "木乐镇2026年低保政策图解"), await UserAsync(Clerk));
        var edit = new FigureEdit(id, await RevisionAsync(id), clerk);
        Done(await InScopeAsync<FigureDesk, Outcome>(d => d.PutChartAsync(edit, null, new ChartText("柱状图", "低保标准", "元", "类别|调整前|调整后\n城市|840|880\n农村|600|640"))));
        var revision = await RevisionAsync(id);
        Done(await InScopeAsync<DisclosureEditor, Outcome>(e => e.AttachAsync(new AttachFile(id, revision, "低保政策图解.png", false, clerk), new MemoryStream(MediaFiles.Picture()))));
        return (id, await site.ReadAsync(db => db.Disclosures.Where(d => d.Id == id).SelectMany(d => d.Attachments).Select(a => a.Id).SingleAsync()));
    }

    private async Task<Guid> FormedDateAsync()
    {
        var (id, clerk) = (await desk.LeadAsync(steps: 4, "木乐镇2026年救助热线值班安排"), await UserAsync(Clerk));
        var revision = await RevisionAsync(id);
        Done(await InScopeAsync<FormedDateDesk, Outcome>(d => d.RequestAsync(new RequestFormedDate(id, revision, RunningClock.Day.AddDays(-6), "原件落款为两日前，录入时看错。", clerk))));
        return id;
    }

    private async Task<Guid> ValidityAsync()
    {
        var clerk = await UserAsync("clerk");
        var id = await site.ReadAsync(db => db.Listings
            .Where(l => l.HasValidity && l.RepealedOn == null && db.Organisations.Any(o => o.Id == l.OrganisationId && o.Slug == "mzj"))
            .OrderBy(l => l.Address).Select(l => l.DisclosureId).FirstAsync());
        Done(await InScopeAsync<ValidityDesk, OutcomeOf<Guid>>(d => d.RecordAsync(new RecordValidityAct(
            id, ValidityActKind.Continue, RunningClock.Day, RunningClock.Day.AddYears(5), null, "《规范性文件清理结果公告》（2026年第3号）", "仍适用。", null, clerk))));
        return id;
    }

    private Task<string> DutyAsync(Guid township) => InScopeAsync<DutyItems, string>(async items => (await items.OfAsync(township, "社会救助"))[0].Code);

    private Task<int> RevisionAsync(Guid id) => site.ReadAsync(db => db.Disclosures.Where(d => d.Id == id).Select(d => d.Revision).SingleAsync());

    private Task<Guid> UserAsync(string name) => site.ReadAsync(db => db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync());

    private static T Done<T>(OutcomeOf<T> outcome) => outcome.IsDone ? outcome.Value! : throw new InvalidOperationException(string.Join("; ", outcome.Refusals));

    private static void Done(Outcome outcome)
    {
        if (!outcome.IsDone) throw new InvalidOperationException($"{outcome.Kind} {string.Join("; ", outcome.Refusals)}");
    }

    private async Task<T> InScopeAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
