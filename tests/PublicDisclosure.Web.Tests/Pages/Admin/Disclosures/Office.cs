using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

/// <summary>The civil affairs bureau of the seeded site with a duty of its own, and disclosures in any state.</summary>
internal sealed class Office(SiteFactory site)
{
    public const string Slug = "mzj";

    public Guid Organisation { get; private set; }

    public Guid Clerk { get; private set; }

    public Guid Reviewer { get; private set; }

    public string ItemCode { get; private set; } = "";

    /// <summary>Finds organisation and people, and sees that there is an item in force that the bureau must publish.</summary>
    public static async Task<Office> OpenAsync(SiteFactory site)
    {
        var office = new Office(site);
        office.Clerk = await site.UserAsync("clerk");
        office.Reviewer = await site.UserAsync("reviewer");
        office.Organisation = await site.ReadAsync(db => db.Memberships.Where(m => m.UserId == office.Clerk).Select(m => m.OrganisationId).SingleAsync());
        office.ItemCode = "05-test-item";
        if (!await site.ReadAsync(db => db.Items.AnyAsync(i => i.Code == office.ItemCode))) await site.WriteAsync(db => office.AddDutyAsync(db));
        return office;
    }

    /// <summary>A text without errors or warnings.</summary>
    public static DisclosureText Text(string? title = null, string? body = null) => new()
    {
        Title = title ?? $"桂平市民政局关于做好第{Guid.NewGuid():N}号救助工作的通知",
        Kind = DocumentKind.Notice,
        Aspects = DisclosureAspects.Decision,
        MandatoryClass = MandatoryClass.Livelihood,
        DocumentDate = Today,
        FormedOn = Today,
        Theme = ThemeClass.CivilAffairsAndRelief,
        Keywords = "社会救助",
        Summary = "部署社会救助工作。",
        Channels = "Website",
        Body = body ?? "各乡镇人民政府，市直有关单位：\n\n为做好社会救助工作，现就有关事项通知如下，请认真贯彻执行，并按时报送落实情况。\n\n特此通知。",
    };

    /// <summary>Today in Beijing by the clock of the site.</summary>
    public static DateOnly Today => SiteFactory.Clock.Today;

    /// <summary>A draft of the bureau's clerk.</summary>
    public async Task<Guid> DraftAsync(DisclosureText? text = null)
    {
        var created = await site.UseAsync<DisclosureEditor, OutcomeOf<Guid>>(e => e.CreateAsync(
            new CreateDisclosure(Organisation, text ?? Text(), [new ItemChoice(ItemCode, "文件全文")], Clerk)));
        return created.IsDone ? created.Value : throw new InvalidOperationException(string.Join("; ", created.Refusals));
    }

    /// <summary>A disclosure in a state, by the ordinary steps.</summary>
    public async Task<Guid> InAsync(DisclosureState state, DisclosureText? text = null) => await LeadAsync(await DraftAsync(text), state);

    /// <summary>Leads a draft into a state by the ordinary steps.</summary>
    public async Task<Guid> LeadAsync(Guid id, DisclosureState state)
    {
        if (state == DisclosureState.Draft) return id;
        await ForwardIfAskedAsync(id);
        await WorkAsync((w, r) => w.SubmitAsync(new SubmitDisclosure(id, r, Clerk)), id);
        if (state == DisclosureState.AwaitingSecrecyReview) return id;
        await WorkAsync((w, r) => w.ReviewSecrecyAsync(new ReviewSecrecy(id, r, SecrecyConclusion.MayPublish, "", Reviewer)), id);
        if (state == DisclosureState.AwaitingApproval) return id;
        var seen = await site.UseAsync<InterpretationGate, IReadOnlyDictionary<Guid, int>>(async g =>
            (await g.CompanionsAsync(id, ChecklistMoment.Approval)).ToDictionary(m => m.Id, m => m.Revision));
        await WorkAsync((w, r) => w.ApproveAsync(new ApproveDisclosure(id, r, Reviewer, SeenMaterial: seen)), id);
        if (state == DisclosureState.AwaitingPublication) return id;
        var revision = (await FindAsync(id)).Revision;
        Must(await site.UseAsync<DisclosurePublishing, Outcome>(p => p.PublishAsync(new PublishDisclosure(id, revision, Reviewer))));
        return id;
    }

    /// <summary>Links the issuing level's interpretation to a policy that has nothing yet: the smallest way through the gate, for tests that are about something else.</summary>
    private async Task ForwardIfAskedAsync(Guid id)
    {
        var found = await FindAsync(id);
        if (!new InterpretationOptions().Asks(found.Text) || found.CurrentVersion > 0 || found.State != DisclosureState.Draft) return;
        if (await site.ReadAsync(async db => await db.InterpretationPlans.AnyAsync(p => p.PolicyId == id) || await db.InterpretationWaivers.AnyAsync(w => w.PolicyId == id))) return;
        Must(await site.UseAsync<InterpretationDesk, Outcome>(d => d.ForwardAsync(new ForwardInterpretation(
            id, found.Revision, new ForwardedWords("政策解读", "https://www.gxzf.gov.cn/zcjd/1.html", "自治区人民政府办公厅"), Clerk))));
    }

    /// <summary>A published disclosure that is being corrected.</summary>
    public async Task<Guid> InCorrectionAsync()
    {
        var id = await InAsync(DisclosureState.Published);
        await WorkAsync((w, r) => w.BeginCorrectionAsync(new BeginDisclosureCorrection(id, r, ChangeKind.Correction, "数字有误", Clerk)), id);
        return id;
    }

    /// <summary>A public page that the disclosure office has suspended.</summary>
    public async Task<Guid> SuspendedAsync()
    {
        var (id, official) = (await InAsync(DisclosureState.Published), await site.UserAsync("office"));
        await StandAsync(id, (w, r) => w.SuspendAsync(new SuspendDisclosure(id, r, "第二页有个人信息", official)));
        return id;
    }

    /// <summary>A public page of which the clerk has proposed the withdrawal.</summary>
    public async Task<Guid> ProposedAsync()
    {
        var id = await InAsync(DisclosureState.Published);
        await StandAsync(id, (w, r) => w.ProposeAsync(new ProposeWithdrawal(id, r, WithdrawalReason.Error, "内容有误，已撤回。", "", Clerk)));
        return id;
    }

    /// <summary>A page withdrawn for an error, whose title and notice can still be read.</summary>
    public async Task<Guid> WithdrawnAsync()
    {
        var id = await ProposedAsync();
        await StandAsync(id, (w, r) => w.ConfirmAsync(new ConfirmWithdrawal(id, r, Reviewer)));
        return id;
    }

    /// <summary>Changes what the public may see.</summary>
    public async Task StandAsync(Guid id, Func<StandingWorkflow, int, Task<Outcome>> act)
    {
        var revision = (await FindAsync(id)).Revision;
        Must(await site.UseAsync<StandingWorkflow, Outcome>(w => act(w, revision)));
    }

    /// <summary>The clerk asks for another formed date and the reviewer confirms it.</summary>
    public async Task MoveFormedDateAsync(Guid id, DateOnly to)
    {
        var asked = (await FindAsync(id)).Revision;
        Must(await site.UseAsync<FormedDateDesk, Outcome>(d => d.RequestAsync(new RequestFormedDate(id, asked, to, "原填写有误", Clerk))));
        var open = (await FindAsync(id)).Revision;
        Must(await site.UseAsync<FormedDateDesk, Outcome>(d => d.DecideAsync(new DecideFormedDate(id, open, true, "", Reviewer))));
    }

    /// <summary>The disclosure as stored.</summary>
    public Task<Disclosure> FindAsync(Guid id) => site.ReadAsync(db => db.Disclosures
        .Include(d => d.Items).Include(d => d.Attachments).Include(d => d.Transitions).Include(d => d.Reviews).Include(d => d.WarningReasons)
        .AsSplitQuery().SingleAsync(d => d.Id == id));

    /// <summary>Somebody else saves the draft (or moves it) in between.</summary>
    public async Task TouchAsync(Guid id)
    {
        var found = await FindAsync(id);
        var outcome = found.State == DisclosureState.Draft
            ? await site.UseAsync<DisclosureEditor, Outcome>(e => e.EditAsync(new EditDisclosure(id, found.Revision, found.Text with { Body = found.Text.Body + "\n\n别人加的一段。" }, [new ItemChoice(ItemCode, "文件全文")], Clerk)))
            : await site.UseAsync<DisclosureEditor, Outcome>(e => e.ExplainAsync(new ExplainWarnings(id, found.Revision, new Dictionary<string, string> { ["Checklist.SummaryMissing"] = "说明" }, Clerk)));
        Must(outcome);
    }

    private async Task WorkAsync(Func<DisclosureWorkflow, int, Task<Outcome>> act, Guid id)
    {
        var revision = (await FindAsync(id)).Revision;
        Must(await site.UseAsync<DisclosureWorkflow, Outcome>(w => act(w, revision)));
    }

    private static void Must(Outcome outcome)
    {
        if (!outcome.IsDone) throw new InvalidOperationException($"{outcome.Kind} {string.Join("; ", outcome.Refusals)}");
    }

    private async Task AddDutyAsync(Core.Data.DisclosureDb db)
    {
        var domain = await db.Domains.OrderBy(d => d.SortOrder).FirstOrDefaultAsync();
        if (domain is null)
        {
            domain = DisclosureDomain.Create(Guid.NewGuid(), "05", "social-assistance", "社会救助", "", "", null, 5);
            db.Add(domain);
        }

        var edition = CatalogueEdition.Draft(Guid.NewGuid(), Organisation, "测试目录", 2026, null, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), null);
        var text = new StandardItemText { Level1 = "综合业务", Level2 = "政策法规文件", Elements = "文件全文", TimeLimit = "20个工作日", Body = "民政部门", Channels = "■政府网站", Audience = "全社会" };
        var item = StandardItem.Create(Guid.NewGuid(), edition.Id, domain.Id, ItemCode, "1", 1, text, GovernmentLevels.County, DisclosureMode.Active, ItemProvenance.Entered);
        item.ClassifyAspects(DisclosureAspects.Decision, confirmed: true);
        edition.Add(item);
        edition.PutInForce(new DateOnly(2026, 1, 1));
        db.Add(edition);
        db.Add(Duty.Create(Guid.NewGuid(), Organisation, domain.Id, ItemCode, GovernmentLevels.County, new DateOnly(2026, 1, 1)));
    }
}
