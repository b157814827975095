using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data.Seed.Demo;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Responses;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>
/// Enters the cases and responses of the demonstration, once, behind its documents: every case goes the entity's own way under the
/// hours of its story, and takes up the responses that went out among the documents. Never in Production.
/// </summary>
public sealed class DemoResponseSeed(
    DisclosureDb db, BusinessClock clock, IHostEnvironment environment, IOptions<CaseOptions> options) : ISeed
{
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
        var responses = DemoResponses.ByCase();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var written = 0;
        foreach (var document in DemoResponses.Cases())
            if (await EnterAsync(document, [.. responses[document["key"]]], now, stop)) written++;
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

    private async Task<bool> EnterAsync(DemoDocument story, IReadOnlyList<DemoDocument> answers, DateTime now, CancellationToken stop)
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
        var due = answers.Select(a => (Document: a, At: DemoDocumentReader.Time(a["published"]))).Where(a => a.At <= now).OrderBy(a => a.At).ToList();
        if (due.Count < answers.Count && stage > CaseStage.Handling) stage = CaseStage.Handling;
        var after = Lead(opinion, story, stage, due.Select(a => a.At).FirstOrDefault(entered.AddHours(2)), people);
        foreach (var (document, at) in due) await AnswerAsync(opinion, document, at, organisation, stop);
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

    private async Task AnswerAsync(OpinionCase opinion, DemoDocument document, DateTime at, Organisation organisation, CancellationToken stop)
    {
        var title = document["title"];
        var disclosure = await db.Disclosures.Include(d => d.Versions).SingleOrDefaultAsync(
            d => d.IsDemo && d.OrganisationId == organisation.Id && d.Text.Genre == DisclosureGenre.Response && d.Text.Title == title && d.CurrentVersion > 0, stop);
        if (disclosure is null) return;
        opinion.NoteResponse(title, at.AddMinutes(-110), _city.People[organisation.Id].Clerk);
        var policy = document["policy"] is { Length: > 0 } about ? await db.Listings.Where(l => l.Title == about && l.IsDemo).Select(l => (Guid?)l.DisclosureId).FirstOrDefaultAsync(stop) : null;
        var kind = document["kind"] is { Length: > 0 } word ? Enum.Parse<ResponseKind>(word) : ResponseKind.Answer;
        // Where the demonstration holds no such document, it is a matter like others.
        var matter = document["matter"].Length > 0 ? document["matter"] : policy is null ? document["policy"] : "";
        var response = PublicResponse.Of(disclosure, opinion.Id, new ResponseFacts(kind, document["concern"], policy, matter, policy is not null && document["misreading"] == "yes"), at.AddMinutes(-110), _city.People[organisation.Id].Clerk);
        response.Publish(disclosure.Versions.Single(v => v.Number == disclosure.CurrentVersion));
        db.Add(response);
    }

    private static DateTime TimeOf(DemoDocument story, string name, DateTime now) =>
        story[name + "-ago"] is { Length: > 0 } hours ? now.AddHours(-int.Parse(hours, CultureInfo.InvariantCulture)) : DemoDocumentReader.Time(story[name]);
}
