using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Sweeps;

namespace PublicDisclosure.Web.Tests.Api;

/// <summary>The examples of docs/api.md on a site as it is seeded: whoever copies them must not begin with a refusal.</summary>
public sealed partial class DocumentedExampleTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly string Document = SourceTree.Read("docs/api.md");

    [Fact]
    public async Task Codes_OfItems_AreOfTheSeededCatalogue()
    {
        var codes = Code().Matches(Document).Select(m => m.Groups["code"].Value).Distinct().ToList();

        Assert.NotEmpty(codes);
        var known = await site.ReadAsync(db => db.Items.Where(i => codes.Contains(i.Code)).Select(i => i.Code).Distinct().ToListAsync());
        Assert.Equal(codes.Order(), known.Order());
    }

    [Fact]
    public async Task WorkedExample_RegistersAndSendsItsDraft()
    {
        using var system = await BusinessSystem.OfAsync(site);
        var registration = Registration().Match(Document).Groups["json"].Value;
        var draft = Draft().Match(Document).Groups["json"].Value;

        var registered = await system.PostAsync("/api/v1/formed-records", BusinessSystem.Json(registration));
        Assert.True(registered.Status == 201, registered.Body.GetRawText());
        Assert.NotNull(registered.Body.GetProperty("dueOn").GetString());
        draft = draft.Replace("$(jq -r .id registered.json)", registered.Id, StringComparison.Ordinal);
        var sent = await system.SendAsync(JsonSerializer.Deserialize<JsonElement>(draft), null, ("files", "临时救助名单.csv", "姓名,金额\n甲,500\n"u8.ToArray()));
        Assert.True(sent.Status == 201, sent.Body.GetRawText());
        Assert.Equal(registered.Id, sent.Id);
    }

    [GeneratedRegex("\"items?\": \\[?\"(?<code>[^\"]+)\"|[?&]item=(?<code>[0-9A-Z-]+)")]
    private static partial Regex Code();

    [GeneratedRegex("formed-records\" -H[^\n]+-d '(?<json>\\{[^']+\\})'", RegexOptions.Singleline)]
    private static partial Regex Registration();

    [GeneratedRegex("draft\\.json <<EOF\\n(?<json>\\{.*?\\n\\})\\nEOF", RegexOptions.Singleline)]
    private static partial Regex Draft();
}
