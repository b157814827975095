using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Benchmarks;

/// <summary>
/// Leads disclosures of one organisation through the workflow, each step in a scope of its own as in a request. Another thread may
/// be quicker at any step; then the act ends there, as it would for a person.
/// </summary>
internal sealed class PublishingDesk(BenchmarkSite site, PublishingDesk.Place place)
{
    /// <summary>The organisation with most public disclosures: it has the most to compare a new one with. Without any, the first with a clerk and two reviewers.</summary>
    public static async Task<PublishingDesk> OpenAsync(BenchmarkSite site) => new(site, await site.UseAsync<DisclosureDb, Place>(PlaceAsync));

    /// <summary>A new disclosure, published with a file. Tells what became of it.</summary>
    public async Task<string> PublishNewAsync(Random random)
    {
        var id = await DraftAsync(random);
        await ActAsync<DisclosureEditor>(id, (e, revision) => e.AttachAsync(new AttachFile(id, revision, $"发放明细{random.Next(100_000)}.csv", false, place.Clerk), Sheet(random)));
        return await LeadAsync(id) && await PublishAsync(id) ? "published" : "publication ended early";
    }

    /// <summary>A public disclosure gets its next version.</summary>
    public async Task<string> CorrectAsync(Random random, bool closesFormer)
    {
        if (await AnyPublicAsync(random) is not { } id) return "nothing to correct";
        if (!await ActAsync<DisclosureWorkflow>(id, (w, revision) => w.BeginCorrectionAsync(
                new BeginDisclosureCorrection(id, revision, ChangeKind.Correction, "更正文字差错。", place.Clerk, ClosesFormer: closesFormer)))) return "correction ended early";
        var text = await TextAsync(id);
        var changed = text with { Body = $"{text.Body}\n\n更正说明：第{random.Next(1, 1_000_000)}号差错已改正。" };
        var items = new[] { place.Item };
        await ActAsync<DisclosureEditor>(id, (e, revision) => e.EditAsync(new EditDisclosure(id, revision, changed, items, place.Clerk)));
        return await LeadAsync(id) && await PublishAsync(id) ? "corrected" : "correction ended early";
    }

    /// <summary>Closes a page at once; a second person lifts or confirms it.</summary>
    public async Task<string> SuspendAndDecideAsync(Random random)
    {
        if (await AnyPublicAsync(random) is not { } id) return "nothing to suspend";
        if (!await ActAsync<StandingWorkflow>(id, (w, revision) => w.SuspendAsync(new SuspendDisclosure(id, revision, "群众反映含个人信息，先行核查。", place.Reviewer)))) return "suspension ended early";
        var decided = random.Next(2) == 0
            ? await ActAsync<StandingWorkflow>(id, (w, revision) => w.LiftAsync(new LiftSuspension(id, revision, "经核查不含个人信息。", place.SecondReviewer)))
            : await ActAsync<StandingWorkflow>(id, (w, revision) => w.ConfirmSuspensionAsync(new ConfirmSuspension(id, revision, WithdrawalReason.PersonalOrSecret, "", "", place.SecondReviewer)));
        return decided ? "suspended and decided" : "suspended";
    }

    /// <summary>Proposes a withdrawal; a second person agrees.</summary>
    public async Task<string> WithdrawAsync(Random random)
    {
        if (await AnyPublicAsync(random) is not { } id) return "nothing to withdraw";
        if (!await ActAsync<StandingWorkflow>(id, (w, revision) => w.ProposeAsync(new ProposeWithdrawal(id, revision, WithdrawalReason.Error, "内容有误，现予撤回。", "", place.Reviewer)))) return "proposal ended early";
        return await ActAsync<StandingWorkflow>(id, (w, revision) => w.ConfirmAsync(new ConfirmWithdrawal(id, revision, place.SecondReviewer))) ? "withdrawn" : "proposed";
    }

    /// <summary>A spreadsheet of decisions becomes drafts that go their whole way together.</summary>
    public async Task<string> BatchAsync(Random random)
    {
        var upload = await site.UseAsync<BatchUploads, OutcomeOf<Guid>>(u => u.UploadAsync(new UploadBatch(
            BatchKind.Decisions, place.Organisation, place.Item.ItemCode, null, false, "处罚决定.csv", Decisions(random), place.Clerk)));
        if (!upload.IsDone) throw new InvalidOperationException(string.Join("; ", upload.Refusals));
        var batch = await site.UseAsync<BatchUploads, OutcomeOf<Guid>>(u => u.ConfirmAsync(new ConfirmBatch(upload.Value, false, place.Clerk, r => r.Code)));
        // Numbers are drawn by chance: now and then all of a file's are taken.
        if (batch.Refusals.Any(r => r.Code == "Batch.NothingToEnter")) return "batch without a new row";
        if (!batch.IsDone) throw new InvalidOperationException(string.Join("; ", batch.Refusals));
        (BatchStep Step, Guid By)[] way = [(BatchStep.Submit, place.Clerk), (BatchStep.PassSecrecyReview, place.Reviewer), (BatchStep.Approve, place.Reviewer), (BatchStep.Publish, place.Reviewer)];
        foreach (var (step, by) in way)
        {
            var seen = await site.UseAsync<BatchDesk, string>(d => d.SeenAsync(batch.Value, step));
            if (seen.Length == 0) return "batch ended early";
            var reasons = await BatchReasonsAsync(batch.Value);
            var outcome = await site.UseAsync<BatchRuns, Outcome>(r => r.RequestAsync(new RunBatch(Guid.NewGuid(), batch.Value, step, seen, reasons, "", by)));
            if (!outcome.IsDone) throw new InvalidOperationException(string.Join("; ", outcome.Refusals));
        }

        return "batch led to publication";
    }

    /// <summary>An item as often as the organisation has published under it.</summary>
    public Task<ItemChoice> AnyItemAsync(Random random) => site.UseAsync<DisclosureDb, ItemChoice>(async db =>
    {
        var listed = db.ListingItems.Where(l => l.OrganisationId == place.Organisation);
        var code = await listed.OrderBy(l => l.DisclosureId).ThenBy(l => l.ItemCode).Skip(random.Next(await listed.CountAsync())).Select(l => l.ItemCode).FirstAsync();
        return new ItemChoice(code, await db.Items.Where(i => i.Code == code).Select(i => i.Text.Elements).FirstAsync());
    });

    /// <summary>A draft of the organisation's clerk.</summary>
    /// <param name="random">Draws its number.</param>
    /// <param name="item">Under which item; the desk's own where none is said.</param>
    public async Task<Guid> DraftAsync(Random random, ItemChoice? item = null)
    {
        var today = await site.UseAsync<BusinessClock, DateOnly>(clock => Task.FromResult(clock.Today));
        var created = await site.UseAsync<DisclosureEditor, OutcomeOf<Guid>>(e => e.CreateAsync(
            new CreateDisclosure(place.Organisation, Text(today, random.Next(1, 900_000)), [item ?? place.Item], place.Clerk)));
        return created.IsDone ? created.Value : throw new InvalidOperationException(string.Join("; ", created.Refusals));
    }

    /// <summary>Explains the warnings, submits, reviews and approves; false when somebody else was quicker.</summary>
    public async Task<bool> LeadAsync(Guid id)
    {
        var reasons = await ReasonsAsync(id);
        if (reasons.Count > 0 && !await ActAsync<DisclosureEditor>(id, (e, revision) => e.ExplainAsync(new ExplainWarnings(id, revision, reasons, place.Clerk)))) return false;
        return await ActAsync<DisclosureWorkflow>(id, (w, revision) => w.SubmitAsync(new SubmitDisclosure(id, revision, place.Clerk)))
            && await ActAsync<DisclosureWorkflow>(id, (w, revision) => w.ReviewSecrecyAsync(new ReviewSecrecy(id, revision, SecrecyConclusion.MayPublish, "", place.Reviewer)))
            && await ActAsync<DisclosureWorkflow>(id, (w, revision) => w.ApproveAsync(new ApproveDisclosure(id, revision, place.Reviewer)));
    }

    /// <summary>Hangs a sound or a film that came in on a draft.</summary>
    public Task<bool> AttachAsync(Guid id, ReceivedFile file) => ActAsync<FigureDesk>(id, (d, revision) => d.AttachAsync(new FigureEdit(id, revision, place.Clerk), file));

    /// <summary>Publishes what is approved.</summary>
    public Task<bool> PublishAsync(Guid id) =>
        ActAsync<DisclosurePublishing>(id, (p, revision) => p.PublishAsync(new PublishDisclosure(id, revision, place.Reviewer)));

    /// <summary>Publishes and counts the coverage anew in one unit of work, as the request does; milliseconds of each.</summary>
    public async Task<(double Publish, double Follow)> PublishAndFollowAsync(Guid id)
    {
        var revision = await RevisionAsync(id);
        return await site.UseAsync<IServiceProvider, (double, double)>(async request =>
        {
            var start = Stopwatch.GetTimestamp();
            var outcome = await request.GetRequiredService<DisclosurePublishing>().PublishAsync(new PublishDisclosure(id, revision, place.Reviewer));
            if (!outcome.IsDone) throw new InvalidOperationException("Nobody else works here, and the publication was not done.");
            var published = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            start = Stopwatch.GetTimestamp();
            await request.GetRequiredService<CoverageUpdates>().TryWorkOffAsync();
            return (published, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        });
    }

    /// <summary>The revision as stored.</summary>
    public Task<int> RevisionAsync(Guid id) => site.UseAsync<DisclosureDb, int>(db => db.Disclosures.Where(d => d.Id == id).Select(d => d.Revision).SingleAsync());

    private async Task<bool> ActAsync<T>(Guid id, Func<T, int, Task<Outcome>> act)
        where T : notnull
    {
        var revision = await RevisionAsync(id);
        var outcome = await site.UseAsync<T, Outcome>(use => act(use, revision));
        // A rule that forbids the act is a fault of this program, unless another thread changed the state in between.
        if (outcome.Kind == OutcomeKind.Refused && revision == await RevisionAsync(id)) throw new InvalidOperationException(string.Join("; ", outcome.Refusals));
        return outcome.IsDone;
    }

    private async Task<Guid?> AnyPublicAsync(Random random) => await site.UseAsync<DisclosureDb, Guid?>(async db =>
    {
        var rows = db.Disclosures.PubliclyVisible().Where(d => d.OrganisationId == place.Organisation && d.State == DisclosureState.Published && d.WithdrawalProposedAt == null);
        var count = await rows.CountAsync();
        return count == 0 ? null : await rows.OrderBy(d => d.Id).Skip(random.Next(count)).Select(d => (Guid?)d.Id).FirstOrDefaultAsync();
    });

    private Task<DisclosureText> TextAsync(Guid id) =>
        site.UseAsync<DisclosureStore, DisclosureText>(async store => (await store.FindAsync(id, CancellationToken.None))!.Text);

    private Task<Dictionary<string, string>> ReasonsAsync(Guid id) => site.UseAsync<ChecklistRunner, Dictionary<string, string>>(async runner =>
    {
        var check = await site.UseAsync<DisclosureStore, ChecklistResult>(async store => await runner.CheckAsync((await store.FindAsync(id, CancellationToken.None))!));
        return check.Warnings.Select(w => w.Refusal.Code).Distinct().ToDictionary(code => code, _ => "已核对，无需修改。");
    });

    private Task<Dictionary<string, string>> BatchReasonsAsync(Guid batch) => site.UseAsync<BatchDesk, Dictionary<string, string>>(async d =>
        (await d.RowsAsync(batch, 1, null)).SelectMany(r => r.Check.Warnings).Select(w => w.Refusal.Code).Distinct().ToDictionary(code => code, _ => "已核对，无需修改。"));

    private static byte[] Decisions(Random random)
    {
        var first = random.Next(1, 99_000);
        var rows = Enumerable.Range(first, random.Next(3, 12)).Select(i => $"桂平市第{i}号商行,浔市监罚〔2026〕{i}号,罚款,未按规定公示营业执照,《无证无照经营查处办法》,罚款五百元,2026-03-02");
        return Encoding.UTF8.GetBytes("行政相对人名称,行政处罚决定书文号,处罚类别,违法事实,处罚依据,处罚结果,处罚决定日期\n" + string.Join('\n', rows));
    }

    private static MemoryStream Sheet(Random random)
    {
        var rows = string.Concat(Enumerable.Range(1, random.Next(5, 400)).Select(i => $"{i},木乐镇,{random.Next(100, 900)}\n"));
        return new MemoryStream(Encoding.UTF8.GetBytes("序号,乡镇,金额（元）\n" + rows));
    }

    private static async Task<Place> PlaceAsync(DisclosureDb db)
    {
        var busiest = await db.Listings.GroupBy(l => l.OrganisationId).OrderByDescending(g => g.Count()).Select(g => (Guid?)g.Key).FirstOrDefaultAsync();
        var organisation = busiest ?? await db.Organisations.Where(o => o.Slug == "mzj").Select(o => o.Id).SingleAsync();
        var people = await db.Memberships.Where(m => m.OrganisationId == organisation).Select(m => new { m.Role, m.UserId }).ToListAsync();
        var reviewers = people.Where(p => p.Role == StaffRole.Reviewer).Select(p => p.UserId).ToList();
        var item = await db.Duties.Where(d => d.OrganisationId == organisation && d.IsActive)
            .Join(db.Items, d => d.ItemCode, i => i.Code, (_, i) => i).OrderBy(i => i.SortOrder).FirstAsync();
        return new Place(organisation, people.First(p => p.Role == StaffRole.Clerk).UserId, reviewers[0], reviewers.ElementAtOrDefault(1) is var second && second != Guid.Empty ? second : Guid.NewGuid(), new ItemChoice(item.Code, item.Text.Elements));
    }

    private static DisclosureText Text(DateOnly today, int number) => new()
    {
        Title = $"关于第{number}号公开性能检验的通知（{Guid.NewGuid():N}）",
        Kind = DocumentKind.Notice,
        Genre = DisclosureGenre.Other,
        Aspects = Core.Catalogue.DisclosureAspects.Decision,
        MandatoryClass = Core.Catalogue.MandatoryClass.Livelihood,
        DocumentNumber = $"测检〔{today.Year}〕{Random.Shared.Next(1, 900_000)}号",
        DocumentDate = today,
        FormedOn = today,
        Theme = ThemeClass.CivilAffairsAndRelief,
        Keywords = "性能检验",
        Summary = "检验公开一条信息所用的时间。",
        Channels = "Website",
        Body = Samples.Notice,
    };

    /// <summary>Who does what for whom.</summary>
    internal sealed record Place(Guid Organisation, Guid Clerk, Guid Reviewer, Guid SecondReviewer, ItemChoice Item);
}
