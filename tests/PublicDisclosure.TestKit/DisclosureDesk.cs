using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.TestKit;

/// <summary>
/// The use cases of a disclosure on a test database, each call in a context of its own as in a request, with an organisation,
/// an item in force, a clerk and a reviewer ready.
/// </summary>
public sealed partial class DisclosureDesk : IDisposable
{
    // Counted, not drawn: two titles that are the same by chance are a warning of the checklist.
    private static int _number = 100_000;

    private readonly TestStore _store;
    private readonly string _folder = Directory.CreateTempSubdirectory("files-").FullName;

    private DisclosureDesk(TestStore store, TestClock clock)
    {
        _store = store;
        Clock = clock;
        Files = new FileSystemAttachmentStore(_folder);
        Closed = TestData.CreateClosedStore(Path.Combine(_folder, ClosedStore.FolderName));
    }

    public TestClock Clock { get; }

    /// <summary>Paths of everything in the open store; the closed store is not among them.</summary>
    public IReadOnlyList<string> OpenFiles() => [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
        .Where(p => !p.Contains(Path.DirectorySeparatorChar + ClosedStore.FolderName + Path.DirectorySeparatorChar, StringComparison.Ordinal))];

    public IAttachmentStore Files { get; }

    /// <summary>What is never served, with a key ring that lasts as long as the desk.</summary>
    public ClosedStore Closed { get; }

    public Organisation Organisation { get; private set; } = null!;

    public string ItemCode { get; private set; } = "";

    public Guid Clerk { get; } = Guid.NewGuid();

    public Guid Reviewer { get; } = Guid.NewGuid();

    /// <summary>Another reviewer: the second person of a suspension.</summary>
    public Guid SecondReviewer { get; } = Guid.NewGuid();

    /// <summary>Periods of suspension and display, as an operator sets them.</summary>
    public StandingOptions Standing { get; } = new();

    /// <summary>Sets up the organisation (with a credit code), a domain and an edition in force with one item it must publish.</summary>
    public static async Task<DisclosureDesk> CreateAsync(TestStore store, TestClock? clock = null)
    {
        var desk = new DisclosureDesk(store, clock ?? new TestClock());
        var organisation = TestData.CreateOrganisation();
        TestData.GiveCreditCode(organisation);
        desk.Organisation = organisation;
        var suffix = Guid.NewGuid().ToString("N")[..8];
        var domain = DisclosureDomain.Create(Guid.NewGuid(), suffix[..3], "domain-" + suffix, "领域" + suffix, "", "", null, 1);
        var edition = CatalogueEdition.Draft(Guid.NewGuid(), organisation.Id, "测试目录", 2026, null, desk.Clock.Now, null);
        var text = new StandardItemText { Level1 = "综合业务", Level2 = "政策法规文件", Elements = "文件全文", TimeLimit = "20个工作日", Body = "民政部门", Channels = "■政府网站", Audience = "全社会" };
        desk.ItemCode = Core.Catalogue.ItemCode.Create(domain.Code, text.Level1, text.Level2, "", _ => false);
        var item = StandardItem.Create(Guid.NewGuid(), edition.Id, domain.Id, desk.ItemCode, "1", 1, text, GovernmentLevels.County, DisclosureMode.Active, ItemProvenance.Entered);
        item.ClassifyAspects(DisclosureAspects.Decision, confirmed: true);
        edition.Add(item);
        edition.PutInForce(desk.Clock.Today);
        var duty = Duty.Create(Guid.NewGuid(), organisation.Id, domain.Id, desk.ItemCode, GovernmentLevels.County, desk.Clock.Today);
        await store.AddAsync(organisation, domain, edition, duty);
        return desk;
    }

    /// <summary>A text that passes every rule of the checklist without a warning.</summary>
    public DisclosureText GoodText(string? title = null) => new()
    {
        Title = title ?? $"关于做好第{Interlocked.Increment(ref _number)}号救助工作的通知",
        Kind = DocumentKind.Notice,
        Genre = DisclosureGenre.Other,
        Aspects = DisclosureAspects.Decision,
        MandatoryClass = MandatoryClass.Livelihood,
        DocumentDate = Clock.Today,
        FormedOn = Clock.Today,
        Theme = ThemeClass.CivilAffairsAndRelief,
        Keywords = "社会救助",
        Summary = "部署社会救助工作。",
        Channels = "Website",
        Body = "各乡镇人民政府，市直有关单位：\n\n为做好社会救助工作，现就有关事项通知如下，请认真贯彻执行，并按时报送落实情况。\n\n特此通知。",
    };

    public IReadOnlyList<ItemChoice> GoodItems => [new ItemChoice(ItemCode, "文件全文")];

    /// <summary>Runs an editor call.</summary>
    public async Task<T> EditAsync<T>(Func<DisclosureEditor, Task<T>> use)
    {
        await using var db = _store.Open();
        return await use(new DisclosureEditor(db, new DisclosureStore(db, Clock.Business), Clock.Business, new AttachmentIntake(Files, Options.Create(new StorageOptions()))));
    }

    /// <summary>Runs a workflow call.</summary>
    public async Task<Outcome> WorkAsync(Func<DisclosureWorkflow, Task<Outcome>> use)
    {
        await using var db = _store.Open();
        return await use(new DisclosureWorkflow(db, new DisclosureStore(db, Clock.Business), Runner(db)));
    }

    /// <summary>Runs a call of the desk for formed dates.</summary>
    public async Task<Outcome> FormedDateAsync(Func<FormedDateDesk, Task<Outcome>> use)
    {
        await using var db = _store.Open();
        return await use(new FormedDateDesk(db, new DisclosureStore(db, Clock.Business)));
    }

    /// <summary>Publishes.</summary>
    public async Task<Outcome> PublishAsync(Guid id, Guid? by = null, int? seenRevision = null, IReadOnlyDictionary<string, string>? reasons = null)
    {
        var revision = seenRevision ?? await RevisionAsync(id);
        await using var db = _store.Open();
        return await Publishing(db).PublishAsync(new PublishDisclosure(id, revision, by ?? Reviewer, reasons));
    }

    /// <summary>Publishing on a context of the test's own.</summary>
    public DisclosurePublishing Publishing(DisclosureDb db) =>
        new(db, new DisclosureStore(db, Clock.Business), Runner(db), Clock.Business, new ListingShelf(db), Options.Create(Interpretation));

    /// <summary>Gives one of the desk's people, or somebody new, an account with a role within the organisation.</summary>
    public async Task<Guid> EmployAsync(StaffRole role, Guid? person = null)
    {
        var user = TestData.CreateStaffUser();
        if (person is { } id) user.Id = id;
        await _store.AddAsync(user, TestData.CreateMembership(user.Id, Organisation.Id, role));
        return user.Id;
    }

    /// <summary>A saved draft that passes the checklist.</summary>
    public async Task<Guid> DraftAsync(DisclosureText? text = null)
    {
        var created = await EditAsync(e => e.CreateAsync(new CreateDisclosure(Organisation.Id, text ?? GoodText(), GoodItems, Clerk)));
        return created.IsDone ? created.Value : throw new InvalidOperationException(string.Join("; ", created.Refusals));
    }

    /// <summary>A disclosure that waits for publication.</summary>
    public async Task<Guid> ApprovedAsync(DisclosureText? text = null)
    {
        var id = await DraftAsync(text);
        await ReviewedAsync(id);
        return id;
    }

    /// <summary>Takes a draft through submission, review and approval.</summary>
    public async Task ReviewedAsync(Guid id)
    {
        await ForwardIfAskedAsync(id);
        await MustAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await RevisionAsync(id), Clerk)));
        await MustAsync(async w => await w.ReviewSecrecyAsync(new ReviewSecrecy(id, await RevisionAsync(id), SecrecyConclusion.MayPublish, "", Reviewer)));
        await MustAsync(async w => await w.ApproveAsync(new ApproveDisclosure(id, await RevisionAsync(id), Reviewer, SeenMaterial: await SeenMaterialAsync(id))));
    }

    /// <summary>A disclosure the public can read.</summary>
    public async Task<Guid> PublishedAsync(DisclosureText? text = null)
    {
        var id = await ApprovedAsync(text);
        var outcome = await PublishAsync(id);
        return outcome.IsDone ? id : throw new InvalidOperationException(string.Join("; ", outcome.Refusals));
    }

    /// <summary>Runs a call that opens or closes a public page.</summary>
    /// <param name="id">The disclosure, whose stored revision is handed on.</param>
    /// <param name="use">The call.</param>
    public async Task<Outcome> StandAsync(Guid id, Func<StandingWorkflow, int, Task<Outcome>> use)
    {
        var revision = await RevisionAsync(id);
        await using var db = _store.Open();
        return await use(Workflow(db), revision);
    }

    /// <summary>The workflow of the public standing over a context.</summary>
    public StandingWorkflow Workflow(DisclosureDb db) =>
        new(db, new DisclosureStore(db, Clock.Business), new ListingShelf(db), new CalendarStore(db), Options.Create(Standing));

    /// <summary>Suspends, as the reviewer.</summary>
    public Task SuspendAsync(Guid id) => MustStandAsync(id, (w, r) => w.SuspendAsync(new SuspendDisclosure(id, r, "第二页有个人信息", Reviewer)));

    /// <summary>Withdraws by two persons: the clerk proposes, the reviewer agrees.</summary>
    public async Task WithdrawAsync(Guid id, WithdrawalReason reason, string notice = "现予撤回。", string replacement = "")
    {
        await MustStandAsync(id, (w, r) => w.ProposeAsync(new ProposeWithdrawal(id, r, reason, notice, replacement, Clerk)));
        await MustStandAsync(id, (w, r) => w.ConfirmAsync(new ConfirmWithdrawal(id, r, Reviewer)));
    }

    /// <summary>Leads a correction or an update under way through review to the public.</summary>
    public async Task PublishChangeAsync(Guid id, ChangeKind kind, DisclosureText text, string reason = "数字有误", bool closesFormer = false)
    {
        await MustAsync(async w => await w.BeginCorrectionAsync(new BeginDisclosureCorrection(
            id, await RevisionAsync(id), kind, reason, Clerk, kind == ChangeKind.Update ? Clock.Today : null, closesFormer)));
        var edited = await EditAsync(async e => await e.EditAsync(new EditDisclosure(id, await RevisionAsync(id), text, GoodItems, Clerk)));
        if (!edited.IsDone) throw new InvalidOperationException(string.Join("; ", edited.Refusals));
        await ReviewedAsync(id);
        var outcome = await PublishAsync(id);
        if (!outcome.IsDone) throw new InvalidOperationException(string.Join("; ", outcome.Refusals));
    }

    /// <summary>Repeals a policy from today on by two persons: the clerk records it, the reviewer confirms.</summary>
    public async Task RepealAsync(Guid policy)
    {
        await using var db = _store.Open();
        var validity = new ValidityDesk(db, Clock.Business);
        var act = await validity.RecordAsync(new RecordValidityAct(policy, ValidityActKind.Repeal, Clock.Today, null, null, "浔政发〔2026〕1号", "清理后废止", null, Clerk));
        if (!act.IsDone) throw new InvalidOperationException(string.Join("; ", act.Refusals));
        var confirmed = await validity.ConfirmAsync(new DecideValidityAct(act.Value, policy, 0, Reviewer));
        if (!confirmed.IsDone) throw new InvalidOperationException(string.Join("; ", confirmed.Refusals));
    }

    /// <summary>Attaches a text file to a draft.</summary>
    public async Task AttachAsync(Guid id, string name, string content)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));
        var attached = await EditAsync(async e => await e.AttachAsync(new AttachFile(id, await RevisionAsync(id), name, false, Clerk), stream));
        if (!attached.IsDone) throw new InvalidOperationException(string.Join("; ", attached.Refusals));
    }

    /// <summary>Marks a published version as one that went out in an emergency and waits for its review.</summary>
    public Task AddForcedAsync(Guid id, string reason) => _store.AddAsync(new ForcedPublication(
        Guid.NewGuid(), id, 1, DisclosureState.AwaitingApproval, reason, Clock.Today.AddDays(2), Clock.Now, Reviewer, [Clerk]));

    /// <summary>Has the formed date of a disclosure changed by two persons.</summary>
    public async Task ChangeFormedDateAsync(Guid id, DateOnly to, string reason)
    {
        foreach (var act in new Func<FormedDateDesk, int, Task<Outcome>>[]
        {
            (d, r) => d.RequestAsync(new RequestFormedDate(id, r, to, reason, Clerk)), (d, r) => d.DecideAsync(new DecideFormedDate(id, r, true, "", Reviewer)),
        })
        {
            var revision = await RevisionAsync(id);
            var outcome = await FormedDateAsync(d => act(d, revision));
            if (!outcome.IsDone) throw new InvalidOperationException(string.Join("; ", outcome.Refusals));
        }
    }

    /// <summary>Runs a call on the standing that must succeed.</summary>
    public async Task MustStandAsync(Guid id, Func<StandingWorkflow, int, Task<Outcome>> use)
    {
        var outcome = await StandAsync(id, use);
        if (!outcome.IsDone) throw new InvalidOperationException($"{outcome.Kind} {string.Join("; ", outcome.Refusals)}");
    }

    /// <summary>The revision as stored.</summary>
    public Task<int> RevisionAsync(Guid id) => _store.ReadAsync(async db => (await db.Disclosures.FindAsync(id))!.Revision);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task MustAsync(Func<DisclosureWorkflow, Task<Outcome>> use)
    {
        var outcome = await WorkAsync(use);
        if (!outcome.IsDone) throw new InvalidOperationException($"{outcome.Kind} {string.Join("; ", outcome.Refusals)}");
    }

    /// <summary>A checklist on a context of the test.</summary>
    public ChecklistRunner Runner(DisclosureDb db) =>
        new(db, Clock.Business, new DueDates(db), Files, Options.Create(new DateRuleOptions()), Options.Create(Standing), Options.Create(Interpretation));
}
