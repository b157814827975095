using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>
/// Every staff address with an id, read and written, with the id of another organisation's record: always 404, so that ids
/// tell nothing, and never 200, 403 or 500.
/// </summary>
public sealed class ForeignOrganisationSweepTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Department = "jyj", Township = "450881102", OwnDepartment = "mzj", OwnTownship = "450881101";

    /// <summary>Routes that only roles for the whole city may use: to them no organisation is another one.</summary>
    private static readonly string[] CityWide =
    [
        "admin/calendar/{id:guid}",
        "admin/disclosures/{id:guid}/forcepublish", "admin/disclosures/{id:guid}/opinion", "admin/disclosures/{id:guid}/waive", "admin/letters/channels/{kind}", "admin/letters/questions/{id:guid}", "admin/letters/{id:guid}/triage", "admin/masking-rules/{kind}",
        "admin/organisations/{id:guid}/merge", "admin/organisations/{id:guid}/revise", "admin/oversight/disclosures/{id:guid}", "admin/words/{id}",
    ];

    private static readonly string[] Askers = ["clerk", "reviewer", "org-admin", "township-clerk", "township-reviewer", "township-steward"];

    private IReadOnlyList<StaffRoute> Routes => StaffRoute.WithParameters(site.Services.GetRequiredService<EndpointDataSource>().Endpoints);

    [Theory]
    [InlineData(Department)]
    [InlineData(Township)]
    public async Task ForeignRecords_EveryRoute_AreNotFound(string slug)
    {
        var answers = await AskAsync(await RecordsOfAnOrganisation.AddAsync(site, slug), Askers, write: true);

        Assert.True(answers.Count > 100, $"only {answers.Count} requests were made");
        Sweep.IsClean(Faults(answers));
    }

    [Fact]
    public void Routes_WithoutAnAskerBoundToOneOrganisation_AreThoseOnTheList() =>
        Assert.Equal(CityWide, Routes.Where(route => !DemoAccounts.All.Any(a => Askers.Contains(a.UserName) && route.IsFor(a.Role))).Select(r => r.Pattern));

    [Fact]
    public async Task OwnAttachmentAddress_WithAForeignFile_IsNotFound()
    {
        var foreign = (await RecordsOfAnOrganisation.AddAsync(site, Department)).Fill("attachments/{attachmentId:guid}");
        var own = (await RecordsOfAnOrganisation.AddAsync(site, OwnDepartment)).Fill("admin/disclosures/{id:guid}");
        using var clerk = await site.StaffAsync("clerk");

        Assert.Equal(200, (await clerk.OpenAsync(own)).Code);
        Assert.Equal(404, (await clerk.OpenAsync(own + foreign)).Code);
    }

    /// <summary>The planted violation: records that the askers may see, which the sweep must report on each kind of address.</summary>
    [Fact]
    public async Task Sweep_PlantedOwnRecords_AreReported()
    {
        var own = await AskAsync(await RecordsOfAnOrganisation.AddAsync(site, OwnDepartment), ["clerk", "org-admin"], write: false);
        var steward = await site.UserAsync("township-steward");
        var ownTownship = await AskAsync(await RecordsOfAnOrganisation.AddAsync(site, OwnTownship, steward), ["township-steward"], write: false);
        var reported = Faults([.. own, .. ownTownship]).ToList();

        foreach (var fault in new[]
                 {
                     "clerk GET admin/disclosures/{id:guid}: 200", "clerk GET admin/disclosures/{id:guid}/edit: 200", "org-admin GET admin/users/{id:guid}: 200",
                     "org-admin GET admin/organisations/{id:guid}: 200", "township-steward GET admin/catalogue/editions/{id:guid}: 200",
                     "township-steward GET admin/catalogue/items/{id:guid}: 200", "township-steward GET admin/catalogue/imports/{id:guid}: 200",
                     "township-steward GET admin/catalogue/editions/{id:guid}/export.{format:regex(^(xlsx|csv)$)}: 200",
                 })
            Assert.Contains(fault, reported);
    }

    [Fact]
    public async Task Sweep_PlantedRouteWithAnUnknownValue_Throws()
    {
        var records = await RecordsOfAnOrganisation.AddAsync(site, Department);

        Assert.Throws<InvalidOperationException>(() => records.Fill("admin/disclosures/{id:guid}/notes/{noteId:guid}"));
        Assert.Throws<InvalidOperationException>(() => records.Fill("admin/planted/{id:guid}"));
    }

    private static IEnumerable<string> Faults(IEnumerable<Answer> answers) => answers.Where(answer => answer.IsFault).Select(answer => answer.ToString());

    private async Task<List<Answer>> AskAsync(RecordsOfAnOrganisation records, IEnumerable<string> askers, bool write)
    {
        var answers = new List<Answer>();
        foreach (var asker in DemoAccounts.All.Where(account => askers.Contains(account.UserName)))
        {
            using var client = await site.StaffAsync(asker.UserName);
            var token = (await client.OpenAsync("/admin")).Value("__RequestVerificationToken")!;
            foreach (var route in Routes.Where(route => route.IsFor(asker.Role)))
            {
                var address = records.Fill(route.Pattern);
                answers.Add(new(asker.UserName, "GET", route.Pattern, (await client.OpenAsync(address)).Code, route.Reads || route.PostHandlers.Count > 0));
                if (!write) continue;
                foreach (var handler in route.PostHandlers.DefaultIfEmpty("").Distinct())
                    answers.Add(new(asker.UserName, "POST", $"{route.Pattern} {handler}".Trim(), await PostAsync(client, address, handler, token), route.PostHandlers.Count > 0));
            }
        }

        return answers;
    }

    private static async Task<int> PostAsync(HttpClient client, string address, string handler, string token)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("SeenRevision", "0")]);
        var target = handler.Length == 0 ? address : $"{address}?handler={handler}";
        using var response = await client.PostAsync(target, form, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    /// <param name="Asker">Account that asked.</param>
    /// <param name="Method">GET or POST.</param>
    /// <param name="Route">Route and form handler.</param>
    /// <param name="Code">Status of the answer.</param>
    /// <param name="IsTaken">The page has a handler for it; otherwise 405 is as good, since it is said of every id.</param>
    private sealed record Answer(string Asker, string Method, string Route, int Code, bool IsTaken)
    {
        public bool IsFault => Code != 404 && !(Code == 405 && !IsTaken);

        public override string ToString() => $"{Asker} {Method} {Route}: {Code}";
    }
}
