using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Search;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Letters;

/// <summary>Before a letter is sent: what is public already of it.</summary>
public sealed class AlreadyPublicTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Look_QuestionThatIsAnswered_ShowsThePagesKeepsWhatWasTypedAndSendsNothing()
    {
        await site.Services.GetRequiredService<SearchFollower>().CatchUpAsync(stop: TestContext.Current.CancellationToken);
        using var citizen = site.Visitor();
        var before = await site.ReadAsync(db => db.Letters.CountAsync());

        var looked = await citizen.SubmitAsync(
            await citizen.OpenAsync("/letters/write"), [("Input.Title", "低保标准"), ("Input.Text", "请问最低生活保障的标准是多少？"), ("Input.Name", "张某")], button: "button[formaction]");

        Assert.Equal(200, looked.Code);
        Assert.NotEmpty(looked.Document.QuerySelectorAll("#already-public button[name=path]"));
        Assert.Equal(("低保标准", "张某"), (looked.Value("Input.Title"), looked.Value("Input.Name")));
        Assert.Equal(before, await site.ReadAsync(db => db.Letters.CountAsync()));

        var answered = await citizen.SubmitAsync(looked, form: "#already-public form");
        Assert.Equal(302, answered.Code);
        Assert.Equal(1, await site.ReadAsync(db => db.SparedLetters.CountAsync()));
        var statistics = await citizen.OpenAsync("/letters/statistics");
        var spared = statistics.Document.QuerySelectorAll("dt").Single(dt => dt.TextContent == "不用再写").NextElementSibling!;
        Assert.StartsWith("1 次", spared.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com/", false)]
    [InlineData("//example.com/", false)]
    [InlineData("/admin", false)]
    [InlineData("/disclosures//example.com", false)]
    [InlineData("/letters/\\example.com", false)]
    [InlineData(null, false)]
    [InlineData("/disclosures/mzj-2026-00001", true)]
    [InlineData("/letters/questions#q-1", true)]
    public void CanAnswer_OnlyPagesOfTheSite(string? path, bool can) => Assert.Equal(can, SparedLetters.CanAnswer(path));
}
