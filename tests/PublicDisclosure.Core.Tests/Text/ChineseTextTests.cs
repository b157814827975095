using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Tests.Text;

public class ChineseTextTests
{
    [Theory]
    [InlineData("通知\t\r\n（一）", false)]
    [InlineData("𠮷田", false)]
    [InlineData(null, false)]
    [InlineData("a\u0000b", true)]
    [InlineData("a\u001Bb", true)]
    [InlineData("a\u0085b", true)]
    [InlineData("a\u202Eb", true)]
    [InlineData("a\u2067b", true)]
    [InlineData("a\u200Fb", true)]
    [InlineData("\uFFFF", true)]
    public void HasForbiddenCharacters_ControlAndBidi_AreFound(string? text, bool forbidden)
    {
        Assert.Equal(forbidden, ChineseText.HasForbiddenCharacters(text));
        Assert.False(ChineseText.HasForbiddenCharacters(ChineseText.RemoveForbidden(text ?? "")));
    }

    [Fact]
    public void HasForbiddenCharacters_HalfASurrogatePair_IsFound() => Assert.True(ChineseText.HasForbiddenCharacters("a" + "𠮷"[0]));

    [Theory]
    [InlineData("通　　知", "通知")]
    [InlineData("桂平市\n人民政府", "桂平市人民政府")]
    [InlineData(" GB  18030 标准 ", "GB 18030 标准")]
    [InlineData("2024 年 5 月", "2024 年 5 月")]
    [InlineData("零\u200B宽", "零宽")]
    public void TidySpaces_BetweenChineseCharacters_AreRemoved(string text, string tidy) => Assert.Equal(tidy, ChineseText.TidySpaces(text));

    [Theory]
    [InlineData("２０２４年　５月，ＡＢ（一）１００％", "2024年 5月，AB（一）100%")]
    public void ToHalfWidth_DigitsAndLetters_ChangeAndPunctuationStays(string text, string half) => Assert.Equal(half, ChineseText.ToHalfWidth(text));

    [Fact]
    public void Decode_Utf8AndGb18030_AreTextAndBinaryIsNot()
    {
        Assert.Equal("桂平", TextEncodings.Decode([0xEF, 0xBB, 0xBF, 0xE6, 0xA1, 0x82, 0xE5, 0xB9, 0xB3]));
        Assert.Equal("桂平", TextEncodings.Decode([0xB9, 0xF0, 0xC6, 0xBD]));
        Assert.Null(TextEncodings.Decode([0xB9, 0x00]));
        Assert.Null(TextEncodings.Decode([0x61, 0xFF]));
    }
}
