using PublicDisclosure.Core.Policies;

namespace PublicDisclosure.Core.Tests.Policies;

public sealed class DocumentNumberQueryTests
{
    [Theory]
    [InlineData("浔政办发〔2026〕12号", "浔政办发", 2026, 12)]
    [InlineData("浔政办发[2026]第012号", "浔政办发", 2026, 12)]
    [InlineData("浔政办发（2026）12号", "浔政办发", 2026, 12)]
    [InlineData("浔 政 办 发 【2026】 12 号", "浔政办发", 2026, 12)]
    [InlineData("浔政办 12号", "浔政办", null, 12)]
    [InlineData("浔政办规", "浔政办规", null, null)]
    [InlineData("〔2026〕12", "", 2026, 12)]
    [InlineData("2026", "", 2026, null)]
    [InlineData("[2025]", "", 2025, null)]
    [InlineData("12号", "", null, 12)]
    [InlineData("2026号", "", null, 2026)]
    [InlineData("浔民发2026 3", "浔民发", 2026, 3)]
    public void Parse_AnyForm_IsUnderstood(string typed, string organ, int? year, int? number) =>
        Assert.Equal(new DocumentNumberQuery(organ, year, number), DocumentNumberQuery.Parse(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  〔 〕 ")]
    [InlineData("号")]
    [InlineData("12345678901234567890")]
    public void Parse_NothingToLookFor_IsNull(string? typed) => Assert.Null(DocumentNumberQuery.Parse(typed));

    [Fact]
    public void Parse_HostileLength_IsNull() => Assert.Null(DocumentNumberQuery.Parse(new string('〔', 5000)));
}
