using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Tests.Disclosures;

public class DocumentNumberTests
{
    [Theory]
    [InlineData("浔政办发〔2026〕12号")]
    [InlineData("浔政办发【2026】12号")]
    [InlineData("浔政办发［2026］12号")]
    [InlineData("浔政办发[2026]12号")]
    [InlineData("浔政办发（2026）12号")]
    [InlineData("浔政办发(2026)12号")]
    [InlineData("浔政办发﹝2026﹞12号")]
    [InlineData("浔政办发〔2026〕第12号")]
    [InlineData("浔政办发〔2026〕012号")]
    [InlineData("浔政办发〔2026〕第0012号")]
    [InlineData(" 浔政办发 〔 2026 〕 12 号 ")]
    public void TryParse_AnyForm_GivesTheOfficialForm(string text)
    {
        Assert.True(DocumentNumber.TryParse(text, out var number));
        Assert.Equal("浔政办发〔2026〕12号", number.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("浔政办发2026年12号")]
    [InlineData("〔2026〕12号")]
    [InlineData("浔政办发〔26〕12号")]
    [InlineData("浔政办发〔2026〕号")]
    [InlineData("浔政办发〔2026〕0号")]
    [InlineData("浔政办发〔2026〕12")]
    [InlineData("浔政办发〔2026〕1234567号")]
    [InlineData("浔<script>〔2026〕12号")]
    [InlineData("浔';DROP TABLE〔2026〕12号")]
    public void TryParse_NoNumber_SaysSo(string? text) => Assert.False(DocumentNumber.TryParse(text, out _));

    [Theory]
    [InlineData(61)]
    [InlineData(100_000)]
    [InlineData(1_000_000)]
    public void TryParse_EndlessText_SaysNo(int length)
    {
        Assert.False(DocumentNumber.TryParse(new string('浔', length) + "〔2026〕12号", out _));
        Assert.False(DocumentNumber.TryParse("浔〔2026〕" + new string('0', length) + "1号", out _));
        Assert.False(DocumentNumber.TryParse(new string(' ', length) + "〔〔〔", out _));
    }

    [Fact]
    public void Parse_NoNumber_Throws() => Assert.Throws<RuleViolationException>(() => DocumentNumber.Parse("无"));
}
