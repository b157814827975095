using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Tests.Text;

public class SignatureDateTests
{
    [Theory]
    [InlineData("特此通知。\n\n桂平市民政局\n2026年1月5日")]
    [InlineData("特此通知。\n桂平市民政局\n　　2026 年 1 月 5 日　\n\n")]
    [InlineData("桂平市民政局\n２０２６年１月５日\n（此件公开发布）")]
    [InlineData("桂平市民政局\n二〇二六年一月五日")]
    [InlineData("桂平市民政局\n二○二六年一月五日\n抄送：各乡镇人民政府\n桂平市民政局办公室印发")]
    [InlineData("（2026年1月5日）")]
    public void Find_DateUnderTheText_IsRead(string text) => Assert.Equal(new DateOnly(2026, 1, 5), SignatureDate.Find(text));

    [Theory]
    [InlineData("二〇二六年十二月三十一日", 12, 31)]
    [InlineData("二〇二六年十月二十日", 10, 20)]
    [InlineData("二〇二六年十一月十九日", 11, 19)]
    public void Find_ChineseTens_AreRead(string text, int month, int day) => Assert.Equal(new DateOnly(2026, month, day), SignatureDate.Find(text));

    [Theory]
    [InlineData("")]
    [InlineData("自2026年1月5日起施行。")]
    [InlineData("2026年2月30日")]
    [InlineData("2026年13月5日")]
    [InlineData("2026年1月5日\n一\n二\n三\n四\n五\n六")]
    public void Find_NoDateAtTheEnd_GivesNone(string text) => Assert.Null(SignatureDate.Find(text));

    [Fact]
    public void Find_TwoDates_TakesTheLast() => Assert.Equal(new DateOnly(2026, 1, 6), SignatureDate.Find("2026年1月5日\n2026年1月6日"));
}
