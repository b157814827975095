using PublicDisclosure.Core.Accounts;

namespace PublicDisclosure.Core.Tests.Accounts;

public sealed class StaffEmailTests
{
    [Theory]
    [InlineData("mz@guiping.gov.cn")]
    [InlineData("wei.mou-mou+zw@mail.guiping.gov.cn")]
    [InlineData("10086@qq.com")]
    public void Check_PlainAddress_IsTaken(string address) => Assert.Empty(StaffEmail.Check(address));

    [Theory]
    [InlineData("mz")]
    [InlineData("mz@localhost")]
    [InlineData("mz@@guiping.gov.cn")]
    [InlineData("mz@guiping..cn")]
    [InlineData(".mz@guiping.gov.cn")]
    [InlineData("mz @guiping.gov.cn")]
    [InlineData("民政@guiping.gov.cn")]
    [InlineData("mz@guiping.gov.cn,czj@guiping.gov.cn")]
    [InlineData("mz@guiping.gov.cn\nBcc: all@example.com")]
    [InlineData("mz@guiping.gov.cn\n")]
    [InlineData("<mz@guiping.gov.cn>")]
    [InlineData("mz@[10.0.0.1]")]
    public void Check_Other_IsRefused(string address) => Assert.Equal(["StaffUser.EmailInvalid"], StaffEmail.Check(address).Select(r => r.Code));

    [Fact]
    public void Check_TooLongOrNone_SaysSo()
    {
        Assert.Equal(["StaffUser.EmailTooLong"], StaffEmail.Check(new string('a', 90) + "@guiping.gov.cn").Select(r => r.Code));
        Assert.Empty(StaffEmail.Check(null));
    }

    [Theory]
    [InlineData("  mz@guiping.gov.cn ", "mz@guiping.gov.cn")]
    [InlineData("ｍｚ＠ｇｕｉｐｉｎｇ．ｇｏｖ．ｃｎ", "mz@guiping.gov.cn")]
    [InlineData("　 ", null)]
    [InlineData(null, null)]
    public void Normalize_AsTyped_IsPlain(string? typed, string? stored) => Assert.Equal(stored, StaffEmail.Normalize(typed));
}
