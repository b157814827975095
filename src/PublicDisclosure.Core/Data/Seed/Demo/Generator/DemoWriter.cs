using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed.Demo;

/// <summary>
/// Leads drafts through the same transitions, guards and checklist as everybody's, under the days of the story instead of the
/// clock, and saves many at once. Facts come from memory and numbers from counters moved in the same transaction, because
/// thousands of requests would take minutes.
/// </summary>
internal sealed class DemoWriter(DisclosureDb db, DemoCity city, AttachmentIntake intake, IAttachmentStore store)
{
    private readonly Dictionary<(Guid, int), int> _counters = [];
    private readonly Dictionary<(Guid, string), string> _titles = [];
    private readonly Dictionary<(Guid, string), string> _numbers = [];
    private readonly Dictionary<string, Written> _byKey = [];
    private readonly Dictionary<string, FileFacts> _files = [];
    private readonly List<DueDate> _due = [];

    /// <summary>Drafts that the checklist refused, with its reasons: content to be mended, listed by the tests.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>What a draft carries of its item: everything, but now and then not the last element, as it happens (要素不全).</summary>
    private static string Carried(DemoDraft draft, string elements)
    {
        var all = DraftProposal.Elements(elements);
        return string.Join('\n', all.Count > 1 && draft.Text.Title.Length % 9 == 0 ? all.SkipLast(1) : all);
    }

    /// <summary>Publishes one draft and what follows until <paramref name="now"/>; adds the rows to the context.</summary>
    /// <returns>The disclosure; null where the checklist refused it.</returns>
    public async Task<Disclosure?> WriteAsync(RenderedDraft made, DateTime now, CancellationToken stop)
    {
        var draft = made.Draft;
        if (!city.People.TryGetValue(draft.Organisation.Id, out var people))
            throw new InvalidOperationException($"{draft.Organisation.ShortName} has no demo clerk and reviewer.");
        var at = new DemoTimes(draft.PublishAt, draft.IsUrgent);
        _due.Clear();
        var disclosure = Disclosure.Create(Guid.CreateVersion7(at.Created), draft.Organisation.Id, draft.Text, at.Created, people.Clerk, isDemo: true);
        ItemChoice[] items = [.. draft.ItemCodes.Select(code => new ItemChoice(code, city.Items.TryGetValue(code, out var item) ? Carried(draft, item.Text.Elements) : ""))];
        disclosure.Edit(draft.Text, items, at.Created, people.Clerk);
        await AttachAsync(disclosure, draft, at.Created, people.Clerk, stop);
        var explanation = Explain(disclosure, draft, at.Created, people.Clerk);
        if (!Lead(disclosure, draft, made.Body, people, at, null, out var version)) return null;

        DisclosureVersion? previous = version;
        foreach (var correction in draft.Corrections)
        {
            var times = new DemoTimes(BusinessClock.Utc(correction.On, new TimeOnly(16, 20)));
            if (times.Published > now) break;
            var isUpdate = correction.Kind == "更新";
            disclosure.BeginCorrection(
                isUpdate ? ChangeKind.Update : ChangeKind.Correction, correction.Reason, times.Created, people.Clerk, isUpdate ? BusinessClock.BeijingDate(times.Created) : null);
            disclosure.Edit(disclosure.Text with { Body = correction.Body }, items, times.Created, people.Clerk);
            if (!Lead(disclosure, draft, MarkdownRenderer.Render(correction.Body), people, times, previous, out version)) return null;
            previous = version;
        }

        var withdrawnAt = draft.Withdrawal is { } w ? BusinessClock.Utc(w.On, new TimeOnly(10, 40)) : DateTime.MaxValue;
        if (withdrawnAt <= now) Withdraw(disclosure, draft, withdrawnAt, people);
        else if (draft.Text.Genre.Rule().NeedsDisplayPeriod && draft.Text.DisplayUntil is { } until && until < BusinessClock.BeijingDate(now))
            disclosure.EndDisplay(until, until.AddDays(1), BusinessClock.Utc(until.AddDays(1), new TimeOnly(0, 1)));
        db.Add(disclosure);
        if (explanation is not null) AddExplanation(explanation, draft.Explanation!, at, people.Clerk);
        db.AddRange(_due);
        if (disclosure.IsPublic) db.Add(Listing(disclosure, version!));
        if (disclosure.Standing == PublicStanding.DisplayEnded) db.Add(new ShelvedListing(Listing(disclosure, version!)));
        return disclosure;
    }

    /// <summary>Makes the draft an interpretation of its policy, when it is one and the policy is out.</summary>
    private Interpretation? Explain(Disclosure disclosure, DemoDraft draft, DateTime at, Guid by) =>
        draft.Explanation is { } explanation && _byKey.TryGetValue(explanation.PolicyKey, out var policy)
            ? Interpretation.Of(disclosure, explanation.Form, PolicyStage.Publication, explanation.Interpreter, [policy.Id], at, by) : null;

    /// <summary>The interpretation as drafted and as public; with the first of a policy goes the plan for all of them.</summary>
    private void AddExplanation(Interpretation interpretation, DemoExplanation explanation, DemoTimes at, Guid by)
    {
        db.Add(interpretation);
        db.Add(PublicInterpretation.Of(interpretation));
        if (explanation.Form != InterpretationForm.Text) return;
        var text = new PlanText
        {
            Outline = "说明出台背景、适用范围、执行标准和注意事项，回答群众常问的问题。",
            Forms = PlanText.NamesOf([InterpretationForm.Text, InterpretationForm.QuestionsAndAnswers]),
            Channels = "Website,ReadingPoint",
            Time = "与文件同步发布",
            WhyNotHead = "由分管负责人解读",
        };
        db.Add(InterpretationPlan.Make(
            interpretation.Links[0].PolicyId, text, explanation.Interpreter, explanation.Interpreter.Post.EndsWith("局局长", StringComparison.Ordinal), new InterpretationOptions().Least, at.Created.AddHours(-1), by));
    }

    /// <summary>Writes the counters where the last numbers stand.</summary>
    public void SaveCounters()
    {
        foreach (var ((organisation, year), last) in _counters) db.Add(IndexCounter.At(organisation, year, last));
    }

    private bool Lead(
        Disclosure disclosure, DemoDraft draft, RenderedText rendered, DemoPeople people, DemoTimes at, DisclosureVersion? published, out DisclosureVersion? version)
    {
        version = null;
        var check = Explained(disclosure, draft, rendered, at, people, published);
        if (check.Blocking.Count > 0)
        {
            Refused.Add($"{draft.Key}: {string.Join("; ", check.Blocking)}");
            return false;
        }

        disclosure.Submit(check, at.Submitted, people.Clerk);
        disclosure.ReviewSecrecy(SecrecyConclusion.MayPublish, "", at.Reviewed, people.Reviewer);
        disclosure.Approve(check, at.Approved, people.Reviewer);
        var issued = disclosure.Address is null ? Issue(draft, at.Published) : ((string, string)?)null;
        var address = disclosure.Address ?? issued!.Value.Item2;
        var source = AttachmentLinks.ForVersion(disclosure, address, disclosure.CurrentVersion + 1);
        var body = source == disclosure.Text.Body ? rendered : MarkdownRenderer.Render(source);
        var due = Due(disclosure);
        version = disclosure.Publish(
            check, new RenderedBody(body.Html, body.PlainText, MarkdownRenderer.RendererVersion), draft.Organisation.Name, issued, at.Published, people.Reviewer,
            disclosure.PendingChangedOn is null ? null : due?.DueOn);
        if (due is not null)
        {
            var kept = DueDate.Of(disclosure.Id, version.Number, due, DueDates.Inputs(disclosure), at.Published);
            kept.Settle(at.Published);
            _due.Add(kept);
        }

        db.Add(AuditEntry.Record(at.Published, people.Reviewer, "Disclosure.Publish", draft.Organisation.Id, disclosure.Id, disclosure.Text.Title, $"{disclosure.IndexNumber} v{version.Number}"));
        _titles.TryAdd((draft.Organisation.Id, disclosure.Text.Title), address);
        if (disclosure.Text.DocumentNumber.Length > 0) _numbers.TryAdd((draft.Organisation.Id, disclosure.Text.DocumentNumber), disclosure.Text.Title);
        _byKey[draft.Key] = new Written(disclosure.Id, draft.Organisation.Id, draft.ItemCodes, draft.PublishAt, draft.Withdrawal is not null, address);
        return true;
    }

    /// <summary>The checklist with a reason for every warning, as a clerk would give it.</summary>
    private ChecklistResult Explained(Disclosure disclosure, DemoDraft draft, RenderedText rendered, DemoTimes at, DemoPeople people, DisclosureVersion? published)
    {
        var facts = Facts(disclosure, draft, BusinessClock.BeijingDate(at.Published), published);
        var check = PublicationChecklist.Check(disclosure, facts, rendered);
        var warnings = check.Warnings.DistinctBy(w => w.Refusal.Code).ToList();
        if (warnings.Count == 0) return check;
        foreach (var warning in warnings)
        {
            var (by, time) = warning.ForApprover ? (people.Reviewer, at.Approved) : (people.Clerk, at.Submitted);
            disclosure.ExplainWarning(Guid.CreateVersion7(time), warning.Refusal.Code, DemoReasons.For(warning.Refusal.Code), time, by, warning.ForApprover);
        }

        return PublicationChecklist.Check(disclosure, facts, rendered);
    }

    private DisclosureFacts Facts(Disclosure disclosure, DemoDraft draft, DateOnly today, DisclosureVersion? published) => new()
    {
        Today = today,
        OrganisationName = draft.Organisation.Name,
        OrganisationHasCode = draft.Organisation.CreditCode is not null,
        OrganisationIsActive = true,
        Items = draft.ItemCodes.Select(code => city.Items.GetValueOrDefault(code)).OfType<Catalogue.StandardItem>().ToDictionary(
            item => item.Code,
            item => new ItemFacts(item.Text.Name, item.Text.Elements, item.Mode, item.Text.Channels, city.HasDuty(draft.Organisation.Id, item.Code)) { Audience = item.Text.Audience }),
        DocumentNumberTakenBy = published is null ? _numbers.GetValueOrDefault((draft.Organisation.Id, disclosure.Text.DocumentNumber)) : null,
        SameTitleAddress = published is null ? _titles.GetValueOrDefault((draft.Organisation.Id, disclosure.Text.Title)) : null,
        DueOn = published is null ? Due(disclosure)?.DueOn : null,
        ChangeDueOn = published is null ? null : Due(disclosure)?.DueOn,
        Files = _files,
        Content = draft.Explanation is { } explanation ? new InterpretationContentFacts(explanation.Form, [explanation.PolicyBody]) : new InterpretationContentFacts(null, []),
        // The policies of the story have their plan and material: they come out in the minutes after.
        Interpretation = draft.Explanation is { } about ? new InterpretationFacts { Form = about.Form, Interpreter = about.Interpreter, Policies = _byKey.ContainsKey(about.PolicyKey) ? 1 : 0 } : new InterpretationFacts(),
        Published = published is null ? null : new PublishedFacts(published.Text, [.. published.Attachments.OrderBy(a => a.Ordinal).Select(a => a.Hash)]),
    };

    private CountedDue? Due(Disclosure disclosure) => DueDates.StartOf(disclosure) is { } from
        ? city.Due(disclosure.Items.Select(i => i.ItemCode), disclosure.Text.Genre, from, alwaysDue: disclosure.FirstPublishedAt is not null) : null;

    private (string IndexNumber, string Address) Issue(DemoDraft draft, DateTime publishedAt)
    {
        var year = BusinessClock.BeijingDate(publishedAt).Year;
        var key = (draft.Organisation.Id, year);
        var number = _counters[key] = _counters.GetValueOrDefault(key) + 1;
        return (new IndexNumber(draft.Organisation.CreditCode!.Value, year, number).ToString(), IndexNumber.Address(draft.Organisation.Slug, year, number));
    }

    private void Withdraw(Disclosure disclosure, DemoDraft draft, DateTime at, DemoPeople people)
    {
        var reason = DemoWords.Ground(draft.Withdrawal!.Ground);
        // What takes the place is a later document of the same organisation behind the same item, where the story has one.
        var successor = reason != WithdrawalReason.Replaced ? null : _byKey
            .Where(other => other.Key != draft.Key && other.Value.OrganisationId == draft.Organisation.Id
                && other.Value.ItemCodes.Intersect(draft.ItemCodes).Any() && !other.Value.IsWithdrawn)
            .OrderBy(other => other.Value.PublishAt).Select(other => other.Value.Address).LastOrDefault();
        if (reason == WithdrawalReason.Replaced && successor is null) reason = WithdrawalReason.Other;
        disclosure.ProposeWithdrawal(reason, draft.Withdrawal.Notice, successor ?? "", at.AddMinutes(-30), people.Clerk);
        disclosure.ConfirmWithdrawal(at, people.Reviewer);
        db.Add(AuditEntry.Record(at.AddMinutes(-30), people.Clerk, "Disclosure.ProposeWithdrawal", draft.Organisation.Id, disclosure.Id, disclosure.Text.Title));
        db.Add(AuditEntry.Record(at, people.Reviewer, "Disclosure.ConfirmWithdrawal", draft.Organisation.Id, disclosure.Id, disclosure.Text.Title));
    }

    private PublicListing Listing(Disclosure disclosure, DisclosureVersion version)
    {
        var domains = disclosure.Items.Select(i => city.Items[i.ItemCode].DomainId).Distinct();
        var due = _due.Find(d => d.DisclosureId == disclosure.Id && d.Version == 1)?.DueOn;
        return PublicListing.From(disclosure, version, domains, BusinessClock.BeijingDate(disclosure.FirstPublishedAt!.Value), due);
    }

    /// <summary>What later documents may need to know of one; its text is not kept.</summary>
    private sealed record Written(Guid Id, Guid OrganisationId, IReadOnlyList<string> ItemCodes, DateTime PublishAt, bool IsWithdrawn, string Address);

    /// <summary>Sounds, films and captions of our own making are sniffed like those of a clerk; they have no metadata to take out.</summary>
    private async Task<OutcomeOf<ReceivedFile>> KeepAsync(string name, MemoryStream content, CancellationToken stop)
    {
        var kind = ContentSniffer.Sniff(name, content);
        if (!kind.IsDone) return kind.Outcome;
        var stored = await store.StoreAsync(content, stop);
        return new ReceivedFile(name, kind.Value!.Extension, stored.Hash, stored.Size);
    }

    private async Task AttachAsync(Disclosure disclosure, DemoDraft draft, DateTime at, Guid by, CancellationToken stop)
    {
        foreach (var (attachment, order) in draft.Attachments.Select((a, i) => (a, i + 1)))
        {
            using var content = new MemoryStream(DemoFiles.Make(draft.Key, attachment, draft.Organisation.Name));
            var received = FileKind.Media.Any(k => attachment.FileName.EndsWith("." + k.Extension, StringComparison.Ordinal))
                ? await KeepAsync(attachment.FileName, content, stop) : await intake.ReceiveAsync(attachment.FileName, content, stop);
            if (!received.IsDone) throw new FormatException($"{draft.Key} {attachment.FileName}: {string.Join("; ", received.Refusals)}");
            var file = received.Value!;
            _files[file.Hash] = FileFacts.Read(file.Kind, content);
            disclosure.Attach(
                new DisclosureAttachment(Guid.CreateVersion7(at), disclosure.Id, file.FileName, file.Kind, file.Hash, file.Size, isOriginal: false, order, at, by), at, by);
        }
    }
}

/// <summary>The instants of one publication: drafted the afternoon before, reviewed and published in one morning.</summary>
internal readonly record struct DemoTimes(DateTime Published, bool IsUrgent = false)
{
    public DateTime Created => IsUrgent ? Published.AddMinutes(-110) : Published.AddHours(-20);

    public DateTime Submitted => Published.AddMinutes(-95);

    public DateTime Reviewed => Published.AddMinutes(-60);

    public DateTime Approved => Published.AddMinutes(-25);
}

/// <summary>Why a clerk of the story went on in spite of a warning.</summary>
internal static class DemoReasons
{
    public static string For(string code) => code switch
    {
        "Checklist.PublishedLate" => "汇总核实用时较长，未能在时限内发布，已提醒经办人。",
        "Checklist.ItemNotOurDuty" => "本单位为该事项的配合单位，按职责分工发布。",
        "Checklist.SameTitlePublished" => "与前一期标题相同，内容为不同批次。",
        "Checklist.AudienceIsParticular" => "内容不涉及个人信息，当事人要求在网上查询，同意公开。",
        "Checklist.UpdatePublishedLate" => "变化情况核实用时较长，已提醒经办人。",
        "Checklist.AnnexNotAttached" => "附件内容已列入正文。",
        "Checklist.MobileNumberFound" => "为公布的办公电话。",
        _ => "已核对，无需修改。",
    };
}
