using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.TestKit;

/// <summary>The desk's calls around the interpretation of policies.</summary>
public sealed partial class DisclosureDesk
{
    /// <summary>What has to be interpreted and by how much, as an operator sets it.</summary>
    public InterpretationOptions Interpretation { get; } = new();

    /// <summary>Who explains, complete.</summary>
    public static Interpreter Head { get; } = new() { Name = "韦某", Post = "市民政局局长", ContactUnit = "市民政局办公室", ContactPhone = "0775-3380001" };

    /// <summary>A plan that is complete.</summary>
    public static PlanText GoodPlan { get; } = new() { Outline = "为什么出台、谁能办、怎么办", Forms = "Text,Expert", Channels = "Website", Time = "与文件同步发布" };

    /// <summary>A policy text that has to be interpreted and passes every other rule.</summary>
    public DisclosureText PolicyText(string? title = null)
    {
        var text = GoodText(title);
        return text with
        {
            Genre = DisclosureGenre.Normative,
            DocumentNumber = $"浔民规〔{Clock.Today.Year}〕{Interlocked.Increment(ref _number)}号",
            EffectiveOn = Clock.Today,
            ExpiresOn = Clock.Today.AddYears(5),
            PlainSummary = "说明怎样申请救助。",
        };
    }

    /// <summary>Runs a call of the desk for interpretations.</summary>
    public async Task<T> InterpretAsync<T>(Func<InterpretationDesk, Task<T>> use)
    {
        await using var db = _store.Open();
        return await use(Interpretations(db));
    }

    /// <summary>The desk for interpretations over a context.</summary>
    public InterpretationDesk Interpretations(DisclosureDb db) =>
        new(db, new DisclosureStore(db, Clock.Business), Clock.Business, new StaffAuthority(db), Options.Create(Interpretation));

    /// <summary>Makes the plan of a policy.</summary>
    public async Task PlanAsync(Guid policy) => Must(await InterpretAsync(d => d.PlanAsync(new PlanInterpretation(policy, 0, GoodPlan, Head, true, Clerk))));

    /// <summary>A written draft of a policy's interpretation, as the clerk leaves it.</summary>
    public async Task<Guid> InterpretationAsync(Guid policy, InterpretationForm form)
    {
        var drafted = await InterpretAsync(d => d.DraftAsync(new DraftInterpretation(policy, form, PolicyStage.Publication, Clerk)));
        Must(drafted.Outcome);
        var text = await _store.ReadAsync(async db => (await db.Disclosures.FindAsync(drafted.Value))!.Text);
        Must(await EditAsync(async e => await e.EditAsync(new EditDisclosure(
            drafted.Value, await RevisionAsync(drafted.Value), text with { Body = InterpretationBody, FormedOn = Clock.Today }, [], Clerk))));
        Must(await InterpretAsync(async d => await d.DescribeAsync(new DescribeInterpretation(
            drafted.Value, await RevisionAsync(drafted.Value), PolicyStage.Publication, Head, [policy], Clerk))));
        return drafted.Value;
    }

    /// <summary>Takes an interpretation to 待审签, with its own secrecy review passed.</summary>
    public async Task<Guid> ReadyInterpretationAsync(Guid policy, InterpretationForm form)
    {
        var id = await InterpretationAsync(policy, form);
        await ReadyAsync(id);
        return id;
    }

    /// <summary>Submits and passes the secrecy review.</summary>
    public async Task ReadyAsync(Guid id)
    {
        await MustAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await RevisionAsync(id), Clerk)));
        await MustAsync(async w => await w.ReviewSecrecyAsync(new ReviewSecrecy(id, await RevisionAsync(id), SecrecyConclusion.MayPublish, "", Reviewer)));
    }

    /// <summary>A policy in 待审签 with plan and two forms of material that wait for the same signature.</summary>
    public async Task<(Guid Policy, Guid Text, Guid Expert)> PolicyWithMaterialAsync(DisclosureText? text = null)
    {
        var policy = await DraftAsync(text ?? PolicyText());
        await PlanAsync(policy);
        var material = (await ReadyInterpretationAsync(policy, InterpretationForm.Text), await ReadyInterpretationAsync(policy, InterpretationForm.Expert));
        await ReadyAsync(policy);
        return (policy, material.Item1, material.Item2);
    }

    /// <summary>Signs the policy off together with its material, and publishes all of it.</summary>
    public async Task<(Guid Policy, Guid Text, Guid Expert)> PublishedPolicyAsync(DisclosureText? text = null)
    {
        var made = await PolicyWithMaterialAsync(text);
        await MustAsync(async w => await w.ApproveAsync(new ApproveDisclosure(
            made.Policy, await RevisionAsync(made.Policy), Reviewer, SeenMaterial: await SeenMaterialAsync(made.Policy))));
        Must(await PublishAsync(made.Policy));
        return made;
    }

    /// <summary>What an approver sees on the page of a policy: the material that is signed off with it, by revision.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> SeenMaterialAsync(Guid policy)
    {
        await using var db = _store.Open();
        return (await new InterpretationGate(db).CompanionsAsync(policy, ChecklistMoment.Approval)).ToDictionary(m => m.Id, m => m.Revision);
    }

    /// <summary>
    /// Links the issuing level's interpretation to a policy that has to be interpreted and has nothing yet: the smallest way through
    /// the gate, for tests that are about something else.
    /// </summary>
    public async Task ForwardIfAskedAsync(Guid id)
    {
        await using var db = _store.Open();
        // Not tracked: naming it leaves the text revision alone, for which a test may have given reasons already.
        var disclosure = await db.Disclosures.AsNoTracking().Include(d => d.Contributors).SingleAsync(d => d.Id == id);
        if (disclosure.CurrentVersion > 0 || disclosure.State != DisclosureState.Draft || !Interpretation.Asks(disclosure.Text)) return;
        if (db.InterpretationPlans.Any(p => p.PolicyId == id) || db.InterpretationWaivers.Any(w => w.PolicyId == id) || db.ForwardedInterpretations.Any(f => f.PolicyId == id)) return;
        db.Add(ForwardedInterpretation.Name(
            disclosure, new ForwardedWords("政策解读", "https://www.gxzf.gov.cn/zcjd/1.html", "自治区人民政府办公厅"), Interpretation.Hosts, Clock.Now, Clerk));
        await db.SaveChangesAsync();
    }

    private const string InterpretationBody = "## 一、背景依据\n\n困难群众过去要跑多个窗口，来回几趟才能办成。\n\n## 二、主要内容\n\n今后在家门口的镇服务中心交一次材料，其余的由窗口去跑。\n\n"
        + "## 三、适用范围\n\n全市城乡居民都可以办。\n\n## 四、注意事项\n\n材料不全的，窗口会一次说清楚缺什么。\n\n## 五、新旧政策差异\n\n少交两份证明，少跑两趟。";

    private static void Must(Outcome outcome)
    {
        if (!outcome.IsDone) throw new InvalidOperationException($"{outcome.Kind} {string.Join("; ", outcome.Refusals)}");
    }
}
