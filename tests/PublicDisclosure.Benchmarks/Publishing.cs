using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Benchmarks;

/// <summary>
/// Leads new disclosures through the workflow, each step in a scope of its own as in a request, and measures the last:
/// checklist, index number, rendering, frozen version, listing, audit, commit. What it publishes stays in the folder.
/// </summary>
internal static class Publishing
{
    public static async Task<IReadOnlyList<double>> RunAsync(BenchmarkSite site, int count)
    {
        var place = await site.UseAsync<DisclosureDb, Place>(PlaceAsync);
        var times = new List<double>();
        for (var i = 0; i < count; i++)
        {
            var id = await ApprovedAsync(site, place, i);
            var revision = await RevisionAsync(site, id);
            var start = Stopwatch.GetTimestamp();
            var outcome = await site.UseAsync<DisclosurePublishing, Outcome>(p => p.PublishAsync(new PublishDisclosure(id, revision, place.Reviewer)));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            Must(outcome);
        }

        return times;
    }

    // The organisation with most disclosures has the most to compare a new one with.
    private static async Task<Place> PlaceAsync(DisclosureDb db)
    {
        var organisation = await db.Listings.GroupBy(l => l.OrganisationId).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync();
        var people = await db.Memberships.Where(m => m.OrganisationId == organisation).Select(m => new { m.Role, m.UserId }).ToListAsync();
        var item = await db.Duties.Where(d => d.OrganisationId == organisation && d.IsActive)
            .Join(db.Items, d => d.ItemCode, i => i.Code, (_, i) => i).OrderBy(i => i.SortOrder).FirstAsync();
        return new Place(
            organisation, people.First(p => p.Role == StaffRole.Clerk).UserId, people.First(p => p.Role == StaffRole.Reviewer).UserId, new ItemChoice(item.Code, item.Text.Elements));
    }

    private static async Task<Guid> ApprovedAsync(BenchmarkSite site, Place place, int number)
    {
        var today = await site.UseAsync<Core.Time.BusinessClock, DateOnly>(clock => Task.FromResult(clock.Today));
        var created = await site.UseAsync<DisclosureEditor, OutcomeOf<Guid>>(e => e.CreateAsync(new CreateDisclosure(place.Organisation, Text(today, number), [place.Item], place.Clerk)));
        if (!created.IsDone) throw new InvalidOperationException(string.Join("; ", created.Refusals));
        var id = created.Value;
        var check = await site.UseAsync<ChecklistRunner, ChecklistResult>(async runner => await site.UseAsync<DisclosureStore, ChecklistResult>(
            async store => await runner.CheckAsync((await store.FindAsync(id, default))!)));
        var reasons = check.Warnings.Select(w => w.Refusal.Code).Distinct().ToDictionary(code => code, _ => "已核对，无需修改。");
        var revision = await RevisionAsync(site, id);
        if (reasons.Count > 0) Must(await site.UseAsync<DisclosureEditor, Outcome>(e => e.ExplainAsync(new ExplainWarnings(id, revision, reasons, place.Clerk))));
        revision = await RevisionAsync(site, id);
        Must(await site.UseAsync<DisclosureWorkflow, Outcome>(w => w.SubmitAsync(new SubmitDisclosure(id, revision, place.Clerk))));
        revision = await RevisionAsync(site, id);
        Must(await site.UseAsync<DisclosureWorkflow, Outcome>(w => w.ReviewSecrecyAsync(new ReviewSecrecy(id, revision, SecrecyConclusion.MayPublish, "", place.Reviewer))));
        revision = await RevisionAsync(site, id);
        Must(await site.UseAsync<DisclosureWorkflow, Outcome>(w => w.ApproveAsync(new ApproveDisclosure(id, revision, place.Reviewer))));
        return id;
    }

    private static Task<int> RevisionAsync(BenchmarkSite site, Guid id) =>
        site.UseAsync<DisclosureDb, int>(db => db.Disclosures.Where(d => d.Id == id).Select(d => d.Revision).SingleAsync());

    private static void Must(Outcome outcome)
    {
        if (!outcome.IsDone) throw new InvalidOperationException($"{outcome.Kind} {string.Join("; ", outcome.Refusals)}");
    }

    private static DisclosureText Text(DateOnly today, int number) => new()
    {
        Title = $"关于第{number + 1}号公开性能检验的通知（{Guid.NewGuid():N}）",
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

    private sealed record Place(Guid Organisation, Guid Clerk, Guid Reviewer, ItemChoice Item);
}
