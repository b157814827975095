using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Web.Tests.Pages.Coverage;

/// <summary>The trend by quarter: as published, and as later facts corrected it.</summary>
public sealed class CoverageTrendTests(CoverageSite site) : IClassFixture<CoverageSite>
{
    [Fact]
    public async Task Trend_FactsChangedAfterwards_ShowsBothFiguresInChartTableAndJson()
    {
        await site.TakeAsync();
        var before = await TrendAsync("/coverage");
        // Of the third quarter: relief money of the bureau in time, of the town late; the pension subsidy in time.
        Assert.Equal("2026年第3季度 2026年9月30日 66.6% 2/3 未变 —", before.Rows.Single(r => r.StartsWith("2026年第3季度", StringComparison.Ordinal)));
        Assert.Equal(before.Rows.Count, before.Bars);
        Assert.Equal(0, before.Restated);

        var id = await site.ReadAsync(db => db.Disclosures.Where(d => d.Text.Title == "养老补贴发放对象").Select(d => d.Id).SingleAsync());
        await site.Desk.WithdrawAsync(id, WithdrawalReason.Error);
        await site.TakeAsync();

        var after = await TrendAsync("/coverage");
        Assert.Equal("2026年第3季度 2026年9月30日 66.6% 2/3 33.3% 1/3", after.Rows.Single(r => r.StartsWith("2026年第3季度", StringComparison.Ordinal)));
        Assert.Equal(1, after.Restated);
        // The domain and the bureau it happened in show it, the others do not.
        Assert.Equal(1, (await TrendAsync("/coverage?domain=world-4")).Restated);
        Assert.Equal(0, (await TrendAsync("/coverage?domain=world-1")).Restated);
        Assert.Equal(1, (await TrendAsync("/coverage/organisations/{民政局}")).Restated);
        Assert.Equal(0, (await TrendAsync("/coverage/organisations/{木乐镇}")).Restated);
        using var json = JsonDocument.Parse(await site.BytesAsync("/coverage.json"));
        var quarter = json.RootElement.GetProperty("trend").EnumerateArray().Single(q => q.GetProperty("quarter").GetString() == "2026-Q3");
        Assert.Equal((66.6m, 33.3m), (quarter.GetProperty("published").GetProperty("onTimePercent").GetDecimal(), quarter.GetProperty("restated").GetProperty("onTimePercent").GetDecimal()));
    }

    private async Task<(List<string> Rows, int Bars, int Restated)> TrendAsync(string path)
    {
        var section = (await site.GetAsync(path)).Document.QuerySelector("[aria-labelledby=trend]")!;
        var bars = section.QuerySelectorAll("svg rect.bar");
        return ([.. section.QuerySelectorAll("tbody tr").Select(CoverageSite.Flat)], bars.Length, bars.Count(b => b.ClassList.Contains("restated")));
    }
}
