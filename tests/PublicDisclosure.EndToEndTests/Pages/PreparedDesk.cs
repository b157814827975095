using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Catalogue.Import;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.EndToEndTests.Pages;

/// <summary>
/// Work in progress for the staff pages to show, led through the ordinary workflow: one disclosure of 木乐镇 in each state,
/// one draft edition of the city with a file waiting for confirmation.
/// </summary>
internal sealed class PreparedDesk(Site site)
{
    private static readonly string[] Titles =
        ["木乐镇2026年冬季困难群众走访安排", "木乐镇2026年社会救助信访接待安排", "木乐镇2026年第四季度低保核查安排", "木乐镇2026年临时救助备用金使用情况", "木乐镇2026年社会救助投诉举报方式"];

    /// <summary>States of the five disclosures, in the order of their ids.</summary>
    public static IReadOnlyList<DisclosureState> States { get; } =
        [DisclosureState.Draft, DisclosureState.AwaitingSecrecyReview, DisclosureState.AwaitingApproval, DisclosureState.AwaitingPublication, DisclosureState.Published];

    /// <summary>Makes the disclosures and returns their ids by state.</summary>
    public async Task<IReadOnlyDictionary<DisclosureState, Guid>> DisclosuresAsync()
    {
        var ids = new Dictionary<DisclosureState, Guid>();
        foreach (var (state, index) in States.Select((s, i) => (s, i))) ids[state] = await LeadAsync(index, Titles[index]);
        return ids;
    }

    /// <summary>Publishes one more and opens it for a correction; returns its id.</summary>
    public async Task<Guid> CorrectingAsync()
    {
        var id = await LeadAsync(steps: 4, "木乐镇2026年困难群众走访慰问情况");
        var clerk = await UserAsync("township-clerk");
        await StepAsync(true, id, (w, revision) => w.GetRequiredService<DisclosureWorkflow>()
            .BeginCorrectionAsync(new BeginDisclosureCorrection(id, revision, ChangeKind.Correction, "走访户数有误。", clerk)));
        return id;
    }

    /// <summary>One suspended by the township's reviewer, one whose withdrawal the clerk proposed, and one withdrawn.</summary>
    public async Task<(Guid Suspended, Guid Proposed, Guid Withdrawn)> StandingAsync()
    {
        var (clerk, reviewer) = (await UserAsync("township-clerk"), await UserAsync("township-reviewer"));
        var (suspended, proposed, withdrawn) = (
            await LeadAsync(steps: 4, "木乐镇2026年临时救助对象走访情况"), await LeadAsync(steps: 4, "木乐镇2026年救助物资发放情况"), await LeadAsync(steps: 4, "木乐镇2026年救助站点开放安排"));
        await StepAsync(true, suspended, (w, r) => w.GetRequiredService<StandingWorkflow>().SuspendAsync(new SuspendDisclosure(suspended, r, "第二段有住户姓名，须核实。", reviewer)));
        foreach (var id in new[] { proposed, withdrawn })
            await StepAsync(true, id, (w, r) => w.GetRequiredService<StandingWorkflow>().ProposeAsync(new ProposeWithdrawal(id, r, WithdrawalReason.Error, "数量有误，撤回核实。", "", clerk)));
        await StepAsync(true, withdrawn, (w, r) => w.GetRequiredService<StandingWorkflow>().ConfirmAsync(new ConfirmWithdrawal(withdrawn, r, reviewer)));
        return (suspended, proposed, withdrawn);
    }

    /// <summary>Makes one that waits for publication; returns its id.</summary>
    public Task<Guid> ApprovedAsync(string title) => LeadAsync(steps: 3, title);

    /// <summary>Makes an edition that the one in force took the place of; it differs in one cell. Returns its id.</summary>
    public Task<Guid> SupersededAsync() => InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<DisclosureDb>();
        var now = services.GetRequiredService<BusinessClock>().Now;
        var current = await db.Editions.AsNoTracking().FirstAsync(e => e.Status == EditionStatus.InForce && e.BasedOnEditionId == null);
        var item = await db.Items.AsNoTracking().Where(i => i.EditionId == current.Id).OrderBy(i => i.SortOrder).FirstAsync();
        var edition = CatalogueEdition.Draft(Guid.CreateVersion7(), current.OwnerOrganisationId, "桂平市基层政务公开标准目录（2024年版）", 2024, null, now, null);
        edition.Add(StandardItem.Create(
            Guid.CreateVersion7(), edition.Id, item.DomainId, item.Code, item.Sequence, item.SortOrder, item.Text with { TimeLimit = "及时公开" }, item.Levels, item.Mode, item.Provenance));
        edition.PutInForce(RunningClock.Day.AddYears(-2));
        edition.Supersede(RunningClock.Day.AddYears(-1).AddDays(-20));
        db.Add(edition);
        await db.SaveChangesAsync();
        return edition.Id;
    });

    /// <summary>Makes a draft edition of the city; returns its id.</summary>
    public async Task<Guid> EditionAsync(int year)
    {
        var steward = await UserAsync("steward");
        return await InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<DisclosureDb>();
            var clock = services.GetRequiredService<BusinessClock>();
            var city = await db.Editions.Where(e => e.Status == EditionStatus.InForce && e.BasedOnEditionId == null).Select(e => e.OwnerOrganisationId).FirstAsync();
            var draft = CatalogueEdition.Draft(Guid.CreateVersion7(), city, $"桂平市基层政务公开标准目录（{year}年版）", year, null, clock.Now, steward);
            db.Add(draft);
            await db.SaveChangesAsync();
            return draft.Id;
        });
    }

    /// <summary>Makes the edition and the waiting file; returns their ids.</summary>
    public async Task<(Guid Edition, Guid Import)> CatalogueAsync()
    {
        var steward = await UserAsync("steward");
        var edition = await EditionAsync(2027);
        var file = Directory.EnumerateFiles(Repository.In("tests", "fixtures", "official"), "*.xlsx").Order(StringComparer.Ordinal).First();
        var uploaded = await InScopeAsync(async services => await services.GetRequiredService<CatalogueImportWorkflow>()
            .UploadAsync(new UploadCatalogue(edition, Path.GetFileName(file), await File.ReadAllBytesAsync(file), "", steward)));
        return uploaded.IsDone ? (edition, uploaded.Value) : throw new InvalidOperationException(string.Join("; ", uploaded.Refusals));
    }

    /// <summary>Makes one and leads it through so many of submission, review, signature and publication; returns its id.</summary>
    public async Task<Guid> LeadAsync(int steps, string title)
    {
        var (clerk, reviewer) = (await UserAsync("township-clerk"), await UserAsync("township-reviewer"));
        var (organisation, item) = await site.ReadAsync(async db =>
        {
            var township = await db.Organisations.Where(o => o.Slug == "450881101").Select(o => o.Id).SingleAsync();
            var codes = from item in db.Items
                        join domain in db.Domains on item.DomainId equals domain.Id
                        where domain.Name == "社会救助" && item.Text.Level2 == "监督检查"
                        select item.Code;
            return (township, await db.Duties.Where(d => d.OrganisationId == township && d.IsActive && codes.Contains(d.ItemCode)).Select(d => d.ItemCode).FirstAsync());
        });
        var created = await InScopeAsync(services => services.GetRequiredService<DisclosureEditor>()
            .CreateAsync(new CreateDisclosure(organisation, Text(title), [new ItemChoice(item, "社会救助信访通讯地址")], clerk)));
        var id = created.IsDone ? created.Value : throw new InvalidOperationException(string.Join("; ", created.Refusals));
        await StepAsync(steps > 0, id, (w, revision) => w.GetRequiredService<DisclosureEditor>().ExplainAsync(new ExplainWarnings(id, revision, Reasons, clerk)));
        await StepAsync(steps > 0, id, (w, revision) => w.GetRequiredService<DisclosureWorkflow>().SubmitAsync(new SubmitDisclosure(id, revision, clerk)));
        await StepAsync(steps > 1, id, (w, revision) => w.GetRequiredService<DisclosureWorkflow>().ReviewSecrecyAsync(new ReviewSecrecy(id, revision, SecrecyConclusion.MayPublish, "", reviewer)));
        await StepAsync(steps > 2, id, (w, revision) => w.GetRequiredService<DisclosureWorkflow>().ApproveAsync(new ApproveDisclosure(id, revision, reviewer)));
        await StepAsync(steps > 3, id, (w, revision) => w.GetRequiredService<DisclosurePublishing>().PublishAsync(new PublishDisclosure(id, revision, reviewer)));
        return id;
    }

    private static Dictionary<string, string> Reasons => new() { ["Checklist.ItemNotOurDuty"] = "按上级要求同步公开。" };

    private static DisclosureText Text(string title) => new()
    {
        Title = title,
        Kind = DocumentKind.Other,
        Genre = DisclosureGenre.Other,
        Aspects = DisclosureAspects.Execution,
        MandatoryClass = MandatoryClass.Livelihood,
        DocumentDate = RunningClock.Day.AddDays(-4),
        FormedOn = RunningClock.Day.AddDays(-4),
        Theme = ThemeClass.GeneralAffairs,
        Keywords = "木乐镇、公开",
        Summary = "公开木乐镇有关工作的安排和进展。",
        Channels = "Website",
        Body = "为做好有关工作，现将情况公布如下。\n\n## 一、工作安排\n\n镇党政办公室牵头，各村（社区）按分工落实，每月25日前报送进展。\n\n## 二、监督方式\n\n群众可以向镇党政办公室反映问题，工作人员当场登记并在五个工作日内答复。",
    };

    private async Task StepAsync(bool wanted, Guid id, Func<IServiceProvider, int, Task<Outcome>> step)
    {
        if (!wanted) return;
        var revision = await site.ReadAsync(db => db.Disclosures.Where(d => d.Id == id).Select(d => d.Revision).SingleAsync());
        var outcome = await InScopeAsync(services => step(services, revision));
        if (!outcome.IsDone) throw new InvalidOperationException($"{outcome.Kind} {string.Join("; ", outcome.Refusals)}");
    }

    private Task<Guid> UserAsync(string name) => site.ReadAsync(db => db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync());

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> use)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider);
    }
}
