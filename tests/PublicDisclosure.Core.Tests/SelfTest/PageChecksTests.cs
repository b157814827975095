using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.SelfTest;
using PublicDisclosure.Core.Time;
using static PublicDisclosure.Core.SelfTest.SelfTestFault;

namespace PublicDisclosure.Core.Tests.SelfTest;

public sealed class PageChecksTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    private static readonly PublishedPage Sound = new()
    {
        Id = Guid.NewGuid(),
        OrganisationId = Guid.NewGuid(),
        Address = "mzj-2026-00001",
        OrganisationName = "桂平市民政局",
        Title = "关于救助工作的通知",
        Genre = DisclosureGenre.Normative,
        Keywords = "救助",
        Summary = "部署救助。",
        DocumentDate = Day,
        FormedOn = Day,
        EffectiveOn = Day,
        ExpiresOn = Day.AddYears(5),
        FirstPublishedAt = BusinessClock.Utc(Day, new TimeOnly(10, 0)),
        PublishedAt = BusinessClock.Utc(Day, new TimeOnly(10, 0)),
    };

    public static TheoryData<SelfTestFault, int> Contradictions => new()
    {
        { DocumentDateInFuture, 0 }, { DatedAfterPublication, 1 }, { FormedAfterPublication, 2 }, { FormedAfterOldPublication, 3 }, { EndsBeforeItBegins, 4 },
        { RepealedBeforeInForce, 5 }, { DisplayEndsBeforePublication, 6 },
    };

    [Theory, MemberData(nameof(Contradictions))]
    public void Dates_ThatCannotBeTrueTogether_AreFoundOneByOne(SelfTestFault fault, int planted)
    {
        PublishedPage[] pages =
        [
            Sound with { DocumentDate = Day.AddDays(30) }, Sound with { DocumentDate = Day.AddDays(1) }, Sound with { FormedOn = Day.AddDays(1) },
            Sound with { OriginalPublishedOn = Day.AddDays(-1) }, Sound with { ExpiresOn = Day.AddDays(-1) }, Sound with { RepealedOn = Day.AddDays(-1) },
            Sound with { Genre = DisclosureGenre.NameList, DisplayUntil = Day.AddDays(-1) },
        ];

        var found = Assert.Single(PageChecks.Dates(pages[planted], Day.AddDays(7)));

        Assert.Equal((SelfTestIndicator.ContradictingDates, fault), (found.Indicator, found.Fault));
        Assert.Equal(Sound.OrganisationId, found.OrganisationId);
    }

    [Fact]
    public void Dates_Sound_OrMissing_AreNotFound()
    {
        Assert.Empty(PageChecks.Dates(Sound, Day));
        Assert.Empty(PageChecks.Dates(Sound with { DocumentDate = null, FormedOn = null, EffectiveOn = null, ExpiresOn = null }, Day));
        // Only lists of persons have a display.
        Assert.Empty(PageChecks.Dates(Sound with { DisplayUntil = Day.AddDays(-1) }, Day));
        // What was published at Beijing's first hour was published on that day.
        Assert.Empty(PageChecks.Dates(Sound with { FirstPublishedAt = BusinessClock.Utc(Day, new TimeOnly(0, 30)), PublishedAt = BusinessClock.Utc(Day, new TimeOnly(0, 30)) }, Day));
        // A corrected version may bear the date of a later document.
        Assert.Empty(PageChecks.Dates(Sound with { DocumentDate = Day.AddDays(3), PublishedAt = BusinessClock.Utc(Day.AddDays(3), new TimeOnly(9, 0)) }, Day.AddDays(7)));
    }

    [Fact]
    public void Tags_Empty_AreFoundEach()
    {
        Assert.Empty(PageChecks.Tags(Sound));
        Assert.Empty(PageChecks.Tags(Sound with { OrganisationName = "", Source = "新华社" }));
        Assert.Equal(
            [TitleTagMissing, SourceTagMissing, KeywordsTagMissing, DescriptionTagMissing],
            PageChecks.Tags(Sound with { Title = " ", OrganisationName = "", Keywords = "", Summary = "" }).Select(f => f.Fault));
    }

    [Fact]
    public void Key_SameFault_IsTheSameWhateverItsValues()
    {
        var fault = Sound.Fault(SelfTestIndicator.BrokenLinks, LinkToNoPage, "/a", "/a");

        Assert.Equal(fault.Key, Sound.Fault(SelfTestIndicator.BrokenLinks, LinkToNoPage, "/a", "别的说明").Key);
        Assert.Equal(fault.Key, (Sound with { Title = "新标题" }).Fault(SelfTestIndicator.BrokenLinks, LinkToNoPage, "/a", "/a").Key);
        Assert.NotEqual(fault.Key, Sound.Fault(SelfTestIndicator.BrokenLinks, LinkToNoPage, "/b", "/a").Key);
        Assert.NotEqual(fault.Key, (Sound with { Id = Guid.NewGuid() }).Fault(SelfTestIndicator.BrokenLinks, LinkToNoPage, "/a", "/a").Key);
        Assert.Equal(SelfTestFinding.KeyLength, fault.Key.Length);
    }

    [Theory]
    [InlineData(SiteColumnKind.Home, 3, 14, null)]
    [InlineData(SiteColumnKind.Home, 3, 15, "HomeStale HomeHasNothingNew")]
    [InlineData(SiteColumnKind.Home, 0, -1, "HomeStale HomeWasNeverNew")]
    [InlineData(SiteColumnKind.Domain, 0, -1, "ColumnsEmpty ColumnIsEmpty")]
    [InlineData(SiteColumnKind.Domain, 3, -1, "ColumnsStale ColumnWasNeverNew")]
    [InlineData(SiteColumnKind.Domain, 3, 180, null)]
    [InlineData(SiteColumnKind.Domain, 3, 190, "ColumnsStale ColumnNotUpdated")]
    [InlineData(SiteColumnKind.Domain, 3, 400, "ColumnsStale ColumnNotUpdated,ColumnsLongStale ColumnNotUpdated")]
    [InlineData(SiteColumnKind.Guide, 1, 4000, null)]
    [InlineData(SiteColumnKind.AnnualReports, 1, 380, null)]
    [InlineData(SiteColumnKind.AnnualReports, 1, 400, "ColumnsStale ColumnNotUpdated,ColumnsLongStale ColumnNotUpdated")]
    public void Check_Column_ByItsOwnRule(SiteColumnKind kind, int count, int age, string? expected)
    {
        var column = new SiteColumn(kind, "/x", "某栏目", null, count, age < 0 ? null : Day.AddDays(-age));

        Assert.Equal(expected ?? "", string.Join(',', ColumnPass.Check(column, new SelfTestOptions(), Day).Select(f => $"{f.Indicator} {f.Fault}")));
    }
}
