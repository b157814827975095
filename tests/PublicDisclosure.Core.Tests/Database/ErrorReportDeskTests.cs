using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.ErrorReports;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>A citizen's report of an error from the form to the answer read by code, on every engine.</summary>
public sealed class ErrorReportDeskTests
{
    private static readonly FieldSealer Sealer = new(new EphemeralDataProtectionProvider());

    [Theory, EveryEngine]
    public async Task Report_OfADocument_GoesToItsPublisherAndIsReadByCode(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await PreparedAsync(store);
        var page = await AddressAsync(store, await desk.PublishedAsync());
        var receipt = await ReceiveAsync(store, desk, page, "第二段有错别字", "13800001234");
        Assert.Equal(3, receipt.WorkingDays);
        var report = await store.ReadAsync(db => db.ErrorReports.AsNoTracking().SingleAsync());
        Assert.Equal((desk.Organisation.Id, page), (report.OrganisationId, report.Address));

        // Nothing of it lies in the database in words.
        var raw = string.Concat(await store.ReadAsync(db => db.Database.SqlQueryRaw<string>("SELECT \"Words\" AS \"Value\" FROM \"ErrorReports\" UNION ALL SELECT \"Contact\" AS \"Value\" FROM \"ErrorReports\"").ToListAsync()));
        Assert.NotEmpty(raw);
        Assert.DoesNotContain("错别字", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("13800001234", raw, StringComparison.Ordinal);

        Assert.Equal((ErrorReportState.Received, ""), await ByCodeAsync(store, desk, receipt.Code.Written) is { } waiting ? (waiting.State, waiting.Answer) : default);
        var sheet = await UseReaderAsync(store, desk, r => r.FindAsync(new OrganisationScope([desk.Organisation.Id]), report.Id));
        Assert.Equal("第二段有错别字", sheet!.Words);
        Assert.Null(await UseReaderAsync(store, desk, r => r.FindAsync(new OrganisationScope([Guid.NewGuid()]), report.Id)));

        Assert.True((await UseAsync(store, desk, d => d.AnswerAsync(new AnswerErrorReport(report.Id, 0, ErrorOutcome.Fixed, "已改正，谢谢。", desk.Clerk)))).IsDone);
        Assert.Equal("ErrorReport.NotWaiting", Assert.Single((await UseAsync(store, desk, d => d.AnswerAsync(new AnswerErrorReport(report.Id, 1, ErrorOutcome.Fixed, "再答。", desk.Clerk)))).Refusals).Code);
        Assert.Equal((ErrorReportState.Answered, "已改正，谢谢。", ErrorOutcome.Fixed), await ByCodeAsync(store, desk, receipt.Code.Written.ToLowerInvariant()) is { } read ? (read.State, read.Answer, read.Outcome) : default);
    }

    [Theory, EveryEngine]
    public async Task SeeContact_IsNotedEachTime(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await PreparedAsync(store);
        await ReceiveAsync(store, desk, "/", "打不开", "a@b.cn");
        var id = await store.ReadAsync(db => db.ErrorReports.Select(r => r.Id).SingleAsync());
        foreach (var _ in new[] { 1, 2 }) Assert.Equal("a@b.cn", await UseAsync(store, desk, d => d.SeeContactAsync(id, desk.Clerk)));
        Assert.Equal(2, await store.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Action == ErrorReportTransitions.See && e.ObjectId == id && e.By == desk.Clerk)));
        Assert.DoesNotContain("a@b.cn", string.Join('|', await store.ReadAsync(db => db.AuditEntries.Select(e => e.ObjectName + e.Detail).ToListAsync())), StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Merge_AChainOfThree_AnswersEveryCode(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await PreparedAsync(store);
        var codes = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
            codes.Add((await ReceiveAsync(store, desk, "/organisations/" + desk.Organisation.Slug, $"第 {i} 次", "")).Code.Written);
        }

        var ids = await store.ReadAsync(db => db.ErrorReports.OrderBy(r => r.ReceivedAt).Select(r => r.Id).ToListAsync());
        Assert.Equal(2, (await UseReaderAsync(store, desk, r => r.FindAsync(OrganisationScope.WholeCity, ids[0])))!.Others.Count);
        Assert.True((await UseAsync(store, desk, d => d.MergeAsync(new MergeErrorReport(ids[2], 0, ids[1], desk.Clerk)))).IsDone);
        Assert.True((await UseAsync(store, desk, d => d.MergeAsync(new MergeErrorReport(ids[1], 0, ids[0], desk.Clerk)))).IsDone);
        Assert.Equal("ErrorReport.CannotMergeInto", Assert.Single((await UseAsync(store, desk, d => d.MergeAsync(new MergeErrorReport(ids[0], 0, ids[1], desk.Clerk)))).Refusals).Code);
        Assert.Equal("ErrorReport.CannotMergeInto", Assert.Single((await UseAsync(store, desk, d => d.MergeAsync(new MergeErrorReport(ids[0], 0, ids[0], desk.Clerk)))).Refusals).Code);

        Assert.True((await UseAsync(store, desk, d => d.AnswerAsync(new AnswerErrorReport(ids[0], 0, ErrorOutcome.NoError, "经核实无误。", desk.Clerk)))).IsDone);
        foreach (var code in codes) Assert.Equal("经核实无误。", (await ByCodeAsync(store, desk, code))!.Answer);
        var figures = await UseReaderAsync(store, desk, r => r.FiguresAsync(desk.Clock.Today.Year));
        Assert.Equal((3, 2, 1, 1, 0, 0), (figures.Received, figures.Merged, figures.Answered, figures.InTime, figures.Overdue, figures.Fixed));
    }

    [Theory, EveryEngine]
    public async Task Desk_UnansweredReport_WaitsInItsOrganisationAndGoesWithATransfer(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await PreparedAsync(store);
        var other = TestData.CreateOrganisation();
        var gone = TestData.CreateOrganisation();
        gone.SetActive(false);
        await store.AddAsync(other, gone);
        await ReceiveAsync(store, desk, "/organisations/" + desk.Organisation.Slug, "内容过时", "");
        var id = await store.ReadAsync(db => db.ErrorReports.Select(r => r.Id).SingleAsync());
        var task = Assert.Single(await DeskAsync(store, desk.Organisation.Id));
        Assert.Equal((DeskTaskKind.ErrorReport, "/organisations/" + desk.Organisation.Slug), (task.Kind, task.Title));
        Assert.Equal((await store.ReadAsync(db => db.ErrorReports.SingleAsync())).DueOn, task.DueOn);

        Assert.Equal("ErrorReport.OrganisationGone", Assert.Single((await UseAsync(store, desk, d => d.TransferAsync(new TransferErrorReport(id, 0, gone.Id, "不归我", desk.Clerk)))).Refusals).Code);
        Assert.Equal("ErrorReport.SameOrganisation", Assert.Single((await UseAsync(store, desk, d => d.TransferAsync(new TransferErrorReport(id, 0, desk.Organisation.Id, "不归我", desk.Clerk)))).Refusals).Code);
        Assert.True((await UseAsync(store, desk, d => d.TransferAsync(new TransferErrorReport(id, 0, other.Id, "不归我局", desk.Clerk)))).IsDone);
        Assert.Equal(OutcomeKind.EditedMeanwhile, (await UseAsync(store, desk, d => d.TransferAsync(new TransferErrorReport(id, 0, desk.Organisation.Id, "又转", desk.Clerk)))).Kind);
        Assert.Empty(await DeskAsync(store, desk.Organisation.Id));
        Assert.Single(await DeskAsync(store, other.Id));
    }

    [Theory, EveryEngine]
    public async Task Receive_BadInput_IsRefusedInWords(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await PreparedAsync(store);
        foreach (var (address, words, contact, codes) in new[]
        {
            ("", "", "", new[] { "ErrorReport.AddressForeign", "ErrorReport.WordsMissing" }),
            ("//evil.example/x", "错", "", ["ErrorReport.AddressForeign"]),
            ("/a", new string('长', ErrorReport.WordsLength + 1), "", ["Disclosure.TextTooLong"]),
            ("/a", "错\u202e字", "", ["Text.ForbiddenCharacters"]),
            ("/a", "错", new string('1', ErrorReport.ContactLength + 1), ["Disclosure.TextTooLong"]),
        })
        {
            var outcome = await UseAsync(store, desk, d => d.ReceiveAsync(new ReportError(address, ErrorKind.Other, words, contact)));
            Assert.Equal(codes, outcome.Refusals.Select(r => r.Code));
        }

        Assert.Equal(0, await store.ReadAsync(db => db.ErrorReports.CountAsync()));
        foreach (var code in new[] { null, "", "错", "0000-0000-0000-0000", new string('A', 500) }) Assert.Null(await ByCodeAsync(store, desk, code));
    }

    [Theory, EveryEngine]
    public async Task ForgetReporters_LongAfterTheAnswer_DeletesTheContactAndKeepsTheRest(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await PreparedAsync(store);
        await ReceiveAsync(store, desk, "/", "打不开", "13800001234");
        await ReceiveAsync(store, desk, "/", "还是打不开", "13800001235");
        var id = await store.ReadAsync(db => db.ErrorReports.OrderBy(r => r.Id).Select(r => r.Id).FirstAsync());
        Assert.True((await UseAsync(store, desk, d => d.AnswerAsync(new AnswerErrorReport(id, 0, ErrorOutcome.Fixed, "好了。", desk.Clerk)))).IsDone);
        var services = new ServiceCollection().AddScoped(_ => store.Open());
        await using var provider = services.BuildServiceProvider();
        var job = new ForgetReporters(provider.GetRequiredService<IServiceScopeFactory>(), desk.Clock.Business, Options.Create(new ErrorReportOptions()));

        desk.Clock.Advance(TimeSpan.FromDays(179));
        Assert.Equal(0, await job.RunAsync(default));
        desk.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await job.RunAsync(default));
        Assert.Equal(0, await job.RunAsync(default));
        var kept = await store.ReadAsync(db => db.ErrorReports.AsNoTracking().OrderBy(r => r.Id).ToListAsync());
        Assert.Equal((null, "好了。"), (kept[0].Contact, kept[0].Answer));
        // What nobody answered keeps its contact: somebody still has to reach the citizen.
        Assert.NotNull(kept[1].Contact);
    }

    private static async Task<DisclosureDesk> PreparedAsync(TestStore store)
    {
        var desk = await DisclosureDesk.CreateAsync(store);
        await store.AddAsync(TestData.CreateOrganisation("office"));
        return desk;
    }

    private static Task<string> AddressAsync(TestStore store, Guid id) => store.ReadAsync(async db => "/disclosures/" + (await db.Disclosures.FindAsync(id))!.Address);

    private static async Task<ErrorReceipt> ReceiveAsync(TestStore store, DisclosureDesk desk, string address, string words, string contact)
    {
        var outcome = await UseAsync(store, desk, d => d.ReceiveAsync(new ReportError(address, ErrorKind.WrongForm, words, contact)));
        return outcome.IsDone ? outcome.Value! : throw new InvalidOperationException(string.Join("; ", outcome.Refusals));
    }

    private static async Task<T> UseAsync<T>(TestStore store, DisclosureDesk desk, Func<ErrorReportDesk, Task<T>> use)
    {
        await using var db = store.Open();
        return await use(new ErrorReportDesk(
            db, desk.Clock.Business, new CalendarStore(db), Sealer, Options.Create(new ErrorReportOptions()), Options.Create(new DisclosureOfficeOptions { Slug = "office" })));
    }

    private static async Task<T> UseReaderAsync<T>(TestStore store, DisclosureDesk desk, Func<ErrorReportReader, Task<T>> use)
    {
        await using var db = store.Open();
        return await use(new ErrorReportReader(db, desk.Clock.Business, Sealer));
    }

    private static Task<ErrorReportStatus?> ByCodeAsync(TestStore store, DisclosureDesk desk, string? code) => UseReaderAsync(store, desk, r => r.ByCodeAsync(code));

    private static async Task<IReadOnlyList<DeskTask>> DeskAsync(TestStore store, Guid organisation)
    {
        await using var db = store.Open();
        var source = new ErrorReportDeskSource(db);
        var person = new DeskPerson(Guid.NewGuid(), new StaffRights([new RoleAt(organisation, StaffRole.Clerk)]));
        var tasks = await source.ReadAsync(person, default);
        Assert.Equal(tasks.Count, await source.CountAsync(person, default));
        return tasks;
    }
}
