using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Api;

/// <summary>What a business system sends, on its way: to the clerk's desk, through two other people, to the public and into the figures.</summary>
public sealed class PublishJourneyTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly byte[] List = Encoding.UTF8.GetBytes("乡镇,户数\n木乐镇,12\n");

    [Fact]
    public async Task Draft_OfABusinessSystem_IsReviewedByPeoplePublishedAndShowsInCoverage()
    {
        var office = await Office.OpenAsync(site);
        using var system = await BusinessSystem.OfAsync(site);
        using var clerk = await site.StaffAsync("clerk");
        using var reviewer = await site.StaffAsync("reviewer");
        using var visitor = site.Visitor();
        var today = Office.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var title = Office.Text().Title;

        // On the day of the decision the system says that it was made: the clock runs.
        var registered = await system.RegisterAsync(new { externalReference = "JZ-2026-001", item = office.ItemCode, title, formedOn = today });
        Assert.Equal((201, "Draft"), (registered.Status, Stage(registered)));
        Assert.NotNull(registered.Body.GetProperty("dueOn").GetString());
        var id = registered.Id;
        Assert.Equal((UnitKind.Record, null), await UnitAsync(id));

        // Then the text with its list.
        var draft = BusinessSystem.Draft(office, "JZ-2026-001");
        (draft["formedRecord"], draft["title"]) = (id, title);
        var sent = await system.SendAsync(draft, null, ("files", "名单.csv", List));
        Assert.True(sent.Status == 201, sent.Body.GetRawText());
        Assert.Equal((id, "Draft", "名单.csv"), (sent.Id, Stage(sent), sent.Body.GetProperty("attachments")[0].GetProperty("name").GetString()));
        Assert.DoesNotContain(title, (await visitor.OpenAsync("/disclosures")).Text, StringComparison.Ordinal);

        // It waits on the clerk's desk and says where it came from.
        Assert.Contains("业务系统来件，待核对", (await clerk.OpenAsync("/admin")).Text, StringComparison.Ordinal);
        var sheet = (await clerk.OpenAsync($"/admin/disclosures/{id}")).Text;
        Assert.Contains("来自业务系统“社会救助系统”，编号 JZ-2026-001", sheet, StringComparison.Ordinal);
        Assert.Contains("编号 JZ-2026-001", (await clerk.OpenAsync($"/admin/disclosures/{id}/edit")).Text, StringComparison.Ordinal);

        await DoneAsync(clerk, id, "submit", []);
        Assert.Equal("InReview", Stage(await system.GetAsync($"/api/v1/drafts/{id}")));
        await DoneAsync(reviewer, id, "return", [("Input.Remark", "请核对户数")]);
        var returned = await system.GetAsync($"/api/v1/drafts/{id}");
        Assert.Equal(("Returned", "请核对户数"), (Stage(returned), returned.Body.GetProperty("reason").GetString()));

        await office.LeadAsync(Guid.Parse(id, CultureInfo.InvariantCulture), DisclosureState.AwaitingPublication);
        Assert.Equal("AwaitingPublication", Stage(await system.GetAsync($"/api/v1/drafts/{id}")));
        await DoneAsync(reviewer, id, "publish", []);

        var published = await system.GetAsync($"/api/v1/formed-records/{id}");
        var page = published.Body.GetProperty("published");
        Assert.Equal(("Published", today), (Stage(published), page.GetProperty("publishedOn").GetString()));
        Assert.Contains(title, (await visitor.OpenAsync(new Uri(page.GetProperty("url").GetString()!).AbsolutePath)).Text, StringComparison.Ordinal);
        Assert.Equal((UnitKind.Record, Office.Today), await UnitAsync(id));
        var covered = await new Stranger(visitor).WalkAsync($"/api/v1/coverage/duties?organisation={Office.Slug}&item={office.ItemCode}");
        Assert.Equal((today, false), (covered.Single().GetProperty("newestOn").GetString(), covered.Single().GetProperty("isNeverPublished").GetBoolean()));
    }

    [Fact]
    public async Task Draft_WithAnIdentityNumber_ComesInAndTheChecklistStopsIt()
    {
        var office = await Office.OpenAsync(site);
        using var system = await BusinessSystem.OfAsync(site);
        using var clerk = await site.StaffAsync("clerk");

        var sent = await system.SendAsync(BusinessSystem.Draft(office, "ID-1", Office.Text().Body + "\n\n张某，11010519491231002X。"));

        Assert.Equal((201, "Draft"), (sent.Status, Stage(sent)));
        var errors = sent.Body.GetProperty("checklist").EnumerateArray().Where(f => f.GetProperty("severity").GetProperty("code").GetString() == "Error").Select(f => f.GetProperty("text").GetString()!).ToList();
        Assert.Contains(errors, text => text.Contains("公民身份号码", StringComparison.Ordinal));
        Assert.DoesNotContain("11010519491231002X", sent.Body.GetProperty("checklist").GetRawText(), StringComparison.Ordinal);
        var form = await clerk.OpenAsync($"/admin/disclosures/{sent.Id}/submit");
        Assert.NotEqual(302, form.Document.QuerySelector("main form") is null ? 422 : (await clerk.SubmitAsync(form)).Code);
        Assert.Equal("Draft", Stage(await system.GetAsync($"/api/v1/drafts/{sent.Id}")));
    }

    [Fact]
    public async Task Request_SentAgain_MakesOneDraft_EvenAtTheSameMoment()
    {
        var office = await Office.OpenAsync(site);
        using var system = await BusinessSystem.OfAsync(site);
        var (draft, number) = (BusinessSystem.Draft(office, "ID-2"), Guid.NewGuid().ToString());

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => system.SendAsync(draft, number, ("files", "名单.csv", List), ("original", "原件.csv", List))));

        Assert.All(answers, a => Assert.Equal(201, a.Status));
        Assert.Single(answers.Select(a => a.Id).Distinct());
        Assert.Single(answers, a => a.Header("Idempotency-Replayed") is null);
        Assert.Equal(["原件.csv", "名单.csv"], answers[0].Body.GetProperty("attachments").EnumerateArray().Select(a => a.GetProperty("name").GetString()));
        Assert.Equal(1, await site.ReadAsync(db => db.Arrivals.CountAsync(a => a.ExternalReference == "ID-2")));
        var other = await system.SendAsync(draft, number, ("files", "名单.csv", [.. List, .. "大湾镇,3\n"u8]));
        Assert.Equal((422, "Arrival.IdempotencyKeyReused"), (other.Status, other.Codes.Single()));
        var taken = await system.SendAsync(draft);
        Assert.Equal((409, "Arrival.ReferenceTaken"), (taken.Status, taken.Codes.Single()));
        Assert.Contains(answers[0].Id, taken.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_SomebodyWorksOn_IsNotWrittenUnderTheHand()
    {
        var office = await Office.OpenAsync(site);
        using var system = await BusinessSystem.OfAsync(site);
        using var clerk = await site.StaffAsync("clerk");
        var id = (await system.RegisterAsync(new { externalReference = "ID-3", item = office.ItemCode, title = "登记", formedOn = $"{Office.Today:yyyy-MM-dd}" })).Id;
        var saved = await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{id}/edit"), [("Input.Title", "经办人改过的标题")], form: "form.editor, main form");
        Assert.True(saved.Code == 302, string.Join(' ', saved.Errors));
        var draft = BusinessSystem.Draft(office, "ID-3");
        draft["formedRecord"] = id;

        var refused = await system.SendAsync(draft);

        Assert.Equal((409, "Arrival.TakenUp"), (refused.Status, refused.Codes.Single()));
        Assert.Contains("经办人", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_StandsInNoLogNoAuditRowAndNoColumn()
    {
        var office = await Office.OpenAsync(site);
        using var system = await BusinessSystem.OfAsync(site);
        await system.SendAsync(BusinessSystem.Draft(office, "ID-4"));
        await system.PostAsync("/api/v1/drafts", BusinessSystem.Json("{"));
        var secret = system.Key![12..];

        var rows = await site.ReadAsync(db => db.AuditEntries.Select(e => e.Detail + e.ObjectName).ToListAsync());
        var keys = await site.ReadAsync(db => db.ApiKeys.AsNoTracking().ToListAsync());
        var logs = Directory.EnumerateFiles(Path.Combine(site.Folder, "logs")).Select(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return new StreamReader(stream).ReadToEnd();
        }).ToList();

        Assert.DoesNotContain(rows, r => r.Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain(keys, k => typeof(Core.ApiKeys.ApiKey).GetProperties().Any(p => $"{p.GetValue(k)}".Contains(secret, StringComparison.Ordinal)));
        Assert.Contains(logs, l => l.Contains("/api/v1/drafts", StringComparison.Ordinal));
        Assert.DoesNotContain(logs, l => l.Contains(secret, StringComparison.Ordinal));
    }

    private static string Stage(PublishAnswer answer) => answer.Body.GetProperty("stage").GetProperty("code").GetString()!;

    private static async Task DoneAsync(HttpClient client, string id, string verb, (string, string?)[] fields)
    {
        var answer = await client.SubmitAsync(await client.OpenAsync($"/admin/disclosures/{id}/{verb}"), fields);
        Assert.True(answer.Code == 302, $"{verb}: {answer.Code} {string.Join(' ', answer.Errors)} {answer.Text}");
    }

    private async Task<(UnitKind, DateOnly?)> UnitAsync(string id)
    {
        var record = Guid.Parse(id, CultureInfo.InvariantCulture);
        var unit = await site.ReadAsync(db => db.CoverageUnits.SingleAsync(u => u.RecordId == record));
        return (unit.Kind, unit.FulfilledOn);
    }
}
