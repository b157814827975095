using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Search;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Letters;

/// <summary>Every state of a letter against every public output: only the masked texts of published ones are anywhere, and no original in any.</summary>
public sealed class LetterVisibilityTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly string[] Outputs = ["/", "/letters", "/letters?q=低保", "/letters?kind=Consultation", "/letters?organisation=mzj", "/letters/feed.xml", "/letters/feed.xml?organisation=mzj", "/letters/suggestions", "/letters/questions", "/letters/questions/feed.xml", "/letters/statistics", "/search?q=低保要什么材料&order=date", "/feed.xml", "/sitemap.xml", "/sitemap.xml?month=columns", "/sitemap.xml?month=letters", "/letters/feed.xml?kind=Consultation&organisation=mzj"];

    private readonly LetterOffice _office = new(site);

    [Fact]
    public async Task EveryState_EveryOutput_ShowsWhatTheTableSays()
    {
        await site.Services.GetRequiredService<SearchFollower>().CatchUpAsync();
        using var citizen = site.Visitor();
        var letters = new List<(Receipt Receipt, LetterPublicity Publicity, string Original)>();
        foreach (var publicity in Enum.GetValues<LetterPublicity>()) letters.Add(await LeadAsync(citizen, publicity));
        letters.Add(await RefusedAsync(citizen));

        foreach (var (receipt, publicity, original) in letters)
        {
            var rule = LetterVisibility.All.Single(r => r.Publicity == publicity);
            var page = await citizen.OpenAsync($"/letters/{receipt.Number}");
            Assert.Equal(rule.Status, page.Code);
            Assert.Equal(rule.Texts, page.Text.Contains(MaskedOf(receipt), StringComparison.Ordinal));
            Assert.Equal(rule.Notice, page.Text.Contains("停止公开", StringComparison.Ordinal));
            var shown = 0;
            foreach (var output in Outputs)
            {
                using var response = await citizen.GetAsync(output, TestContext.Current.CancellationToken);
                var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                foreach (var secret in new[] { original, LetterOffice.Name, LetterOffice.Contact, receipt.Code }) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
                if (text.Contains(receipt.Number, StringComparison.Ordinal)) shown++;
            }

            Assert.Equal(rule.Texts ? 9 : 0, shown);
        }
    }

    /// <summary>A public title of its own.</summary>
    private static string MaskedOf(Receipt receipt) => $"公开标题{receipt.Number}";

    private async Task<(Receipt, LetterPublicity, string)> LeadAsync(HttpClient citizen, LetterPublicity publicity)
    {
        var original = $"原文{Guid.NewGuid():N}";
        var receipt = await LetterOffice.WriteAsync(citizen, text: original);
        await _office.AnswerAsync(receipt);
        if (publicity == LetterPublicity.None) return (receipt, publicity, original);
        var id = await _office.IdAsync(receipt);
        using var clerk = await site.StaffAsync("clerk");
        using var reviewer = await site.StaffAsync("reviewer");
        LetterOffice.Done(await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/letters/{id}/publication"), [("Input.Title", MaskedOf(receipt)), ("Input.Question", "低保要什么材料？")]));
        if (publicity == LetterPublicity.Proposed) return (receipt, publicity, original);
        LetterOffice.Done(await reviewer.SubmitAsync(await reviewer.OpenAsync($"/admin/letters/{id}/publicity"), button: "button[value='true']"));
        if (publicity == LetterPublicity.TakenDown)
            LetterOffice.Done(await reviewer.SubmitAsync(await reviewer.OpenAsync($"/admin/letters/{id}/publicity"), [("Input.Reason", "留言人要求。")]));
        return (receipt, publicity, original);
    }

    private async Task<(Receipt, LetterPublicity, string)> RefusedAsync(HttpClient citizen)
    {
        var original = $"原文{Guid.NewGuid():N}";
        var receipt = await LetterOffice.WriteAsync(citizen, text: original, isPublic: false);
        await _office.AnswerAsync(receipt);
        return (receipt, LetterPublicity.None, original);
    }
}
