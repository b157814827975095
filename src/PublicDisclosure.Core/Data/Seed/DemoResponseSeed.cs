using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data.Seed.Demo;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Responses;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>
/// Enters the cases and responses of the demonstration, once, behind its documents: every case goes the entity's own way under the
/// hours of its story, every response through review and publication. Never in Production.
/// </summary>
public sealed partial class DemoResponseSeed(
    DisclosureDb db, BusinessClock clock, AttachmentIntake intake, IAttachmentStore store, IHostEnvironment environment, IOptions<CaseOptions> options, ILogger<DemoResponseSeed> log) : ISeed
{
    private const string Folder = "Demo/responses/";

    private Dictionary<string, Organisation> _organisations = [];
    private DemoCity _city = null!;

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        // It stands behind the demonstration's documents, to which it links, and never beside cases of real life.
        if (environment.IsProduction() || await db.OpinionCases.AnyAsync(stop) || !await db.Disclosures.AnyAsync(d => d.IsDemo && d.CurrentVersion > 0, stop)) return 0;
        var now = clock.Now;
        _city = await DemoCity.LoadAsync(db, stop);
        _organisations = _city.Organisations.ToDictionary(o => o.ShortName);
        var responses = DemoDocumentReader.Read(SeedFiles.Text(Folder + "responses.md")).ToLookup(d => d["case"]);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var writer = new DemoWriter(db, _city, intake, store);
        await writer.ContinueAsync(stop);
        var written = 0;
        foreach (var document in DemoDocumentReader.Read(SeedFiles.Text(Folder + "cases.md")))
            if (await EnterAsync(document, [.. responses[document["key"]]], writer, now, stop)) written++;
        foreach (var refused in writer.Refused) LogRefused(refused);
        await writer.RenewCountersAsync(stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return written;
    }

    /// <summary>Takes the demonstration's cases and what ties its responses to them out again.</summary>
    public async Task RemoveAsync(CancellationToken stop)
    {
        await db.Responses.Where(r => db.Disclosures.IgnoreQueryFilters().Any(d => d.IsDemo && (d.Id == r.DisclosureId || d.Id == r.PolicyId || d.Id == r.PublicPolicyId))).ExecuteDeleteAsync(stop);
        await db.OpinionCases.Where(c => c.IsDemo).ExecuteDeleteAsync(stop);
    }

    private async Task<bool> EnterAsync(DemoDocument story, IReadOnlyList<DemoDocument> answers, DemoWriter writer, DateTime now, CancellationToken stop)
    {
        // A smaller city has not every department of the story, nor people in it.
        if (!_organisations.TryGetValue(story["organisation"], out var organisation) || organisation.CreditCode is null || !_city.People.TryGetValue(organisation.Id, out var people)) return false;
        var (eventAt, foundAt) = (TimeOf(story, "event", now), TimeOf(story, "found", now));
        var entered = foundAt.AddMinutes(20);
        if (entered > now) return false;
        var facts = new CaseFacts(story["title"], story.Body, Enum.Parse<CaseSource>(story["source"]), story["note"], Enum.Parse<CaseGrade>(story["grade"]), eventAt, story["event-evidence"], foundAt, story["found-evidence"]);
        var opinion = OpinionCase.Register(Guid.CreateVersion7(entered), organisation.Id, facts, options.Value, entered, people.Clerk, isDemo: true);
        db.Add(opinion);
        var stage = Enum.Parse<CaseStage>(story["stage"]);
        // What the story publishes later than today is left for later days, and the case stands where it was before.
        var due = answers.Select(a => (Document: a, At: At(a["published"]))).Where(a => a.At <= now).OrderBy(a => a.At).ToList();
        if (due.Count < answers.Count && stage > CaseStage.Handling) stage = CaseStage.Handling;
        var after = Lead(opinion, story, stage, due.Select(a => a.At).FirstOrDefault(entered.AddHours(2)), people);
        foreach (var (document, at) in due) await AnswerAsync(opinion, document, at, organisation, writer, now, stop);
        if (stage >= CaseStage.Evaluating) End(opinion, story, stage, due.Select(a => a.At).Append(after).Max().AddDays(2), people);
        foreach (var step in opinion.Steps) db.Add(AuditEntry.Record(step.At, step.By, step.Act, organisation.Id, opinion.Id, opinion.Title, step.Remark));
        return true;
    }

    /// <summary>Leads the case up to the stage in which responses go out, before the first of them; returns when that was.</summary>
    private DateTime Lead(OpinionCase opinion, DemoDocument story, CaseStage stage, DateTime firstAnswer, DemoPeople people)
    {
        var from = opinion.CreatedAt;
        var step = TimeSpan.FromTicks(Math.Max((firstAnswer - from).Ticks / 5, TimeSpan.FromMinutes(2).Ticks));
        if (stage == CaseStage.Collecting) return from;
        opinion.Assess(story["assessment"], from + step, people.Clerk);
        if (stage == CaseStage.Assessing) return from + step;
        if (story["consult"].Length > 0)
        {
            foreach (var asked in story["consult"].Split('、').Where(_organisations.ContainsKey))
                opinion.Consult(Guid.CreateVersion7(from + step), _organisations[asked].Id, "请说明掌握的情况和处置意见。", from + step + TimeSpan.FromHours(24), from + step, people.Clerk);
            return from + step;
        }

        opinion.Handle(story["measures"], from + (step * 2), people.Clerk);
        if (story["silence"].Length > 0) opinion.ProposeSilence(Guid.CreateVersion7(from + (step * 3)), story["silence"], from + (step * 3), people.Clerk);
        if (stage >= CaseStage.Responding) opinion.Respond(Guid.CreateVersion7(from + (step * 3)), story["how"], from + (step * 3), people.Reviewer);
        return from + (step * 3);
    }

    private static void End(OpinionCase opinion, DemoDocument story, CaseStage stage, DateTime at, DemoPeople people)
    {
        opinion.Evaluate(true, at, people.Clerk);
        if (stage == CaseStage.Closed) opinion.Close(story["evaluation"], Enum.Parse<CaseMark>(story["mark"]), story["mark-reason"], at.AddDays(1), people.Reviewer);
    }

    private async Task AnswerAsync(OpinionCase opinion, DemoDocument document, DateTime at, Organisation organisation, DemoWriter writer, DateTime now, CancellationToken stop)
    {
        var day = BusinessClock.BeijingDate(at);
        var text = new DisclosureText
        {
            Title = document["title"],
            Kind = DocumentKind.Other,
            Genre = DisclosureGenre.Response,
            Aspects = DisclosureAspects.Service,
            DocumentDate = day,
            FormedOn = day,
            Theme = DemoWords.Theme(document["theme"]),
            Keywords = document["keywords"],
            Summary = document["summary"],
            PlainSummary = document["plain"],
            Channels = "Website",
            Body = document.Body,
        };
        var draft = DemoDraft.Plain(document["key"], organisation, text, [], at) with { IsUrgent = true };
        opinion.NoteResponse(text.Title, at.AddMinutes(-110), _city.People[organisation.Id].Clerk);
        var disclosure = await writer.WriteAsync(new RenderedDraft(draft, MarkdownRenderer.Render(text.Normalised().Body)), now, stop);
        if (disclosure is null) return;
        var policy = document["policy"] is { Length: > 0 } title ? await db.Listings.Where(l => l.Title == title && l.IsDemo).Select(l => (Guid?)l.DisclosureId).FirstOrDefaultAsync(stop) : null;
        var kind = document["kind"] is { Length: > 0 } word ? Enum.Parse<ResponseKind>(word) : ResponseKind.Answer;
        // Where the demonstration holds no such document, it is a matter like others.
        var matter = document["matter"].Length > 0 ? document["matter"] : policy is null ? document["policy"] : "";
        var response = PublicResponse.Of(disclosure, opinion.Id, new ResponseFacts(kind, document["concern"], policy, matter, policy is not null && document["misreading"] == "yes"), at.AddMinutes(-110), _city.People[organisation.Id].Clerk);
        response.Publish(disclosure.Versions[^1]);
        db.Add(response);
    }

    [LoggerMessage(LogLevel.Warning, "Demo response not published: {Reason}")]
    private partial void LogRefused(string reason);

    private static DateTime TimeOf(DemoDocument story, string name, DateTime now) =>
        story[name + "-ago"] is { Length: > 0 } hours ? now.AddHours(-int.Parse(hours, CultureInfo.InvariantCulture)) : At(story[name]);

    private static DateTime At(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) is var t ? BusinessClock.Utc(DateOnly.FromDateTime(t), TimeOnly.FromDateTime(t)) : default;
}
