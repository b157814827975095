using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Tests.Organisations;

public sealed class OrganisationCodeTests
{
    // Codes in real use by companies; the check character was computed by others.
    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("914403001922038216")]
    [InlineData("91440300708461136T")]
    public void TryParse_RealCode_IsAccepted(string text)
    {
        Assert.True(OrganisationCode.TryParse(text, out var code));
        Assert.Equal(text, code.Value);
    }

    [Theory]
    [InlineData(" 91350100m000100y43 ")]
    public void TryParse_BlanksAndLowerCase_AreTidied(string text) => Assert.Equal("91350100M000100Y43", OrganisationCode.Parse(text).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("91350100M000100Y44")]
    [InlineData("91350100M000100Y4")]
    [InlineData("91350100M000100Y433")]
    [InlineData("91530100M000100Y43")]
    [InlineData("91350100I000100Y43")]
    [InlineData("91350100O000100Y43")]
    [InlineData("９1350100M000100Y43")]
    [InlineData("45088100000000000X1")]
    public void TryParse_WrongCode_IsRefused(string? text)
    {
        Assert.False(OrganisationCode.TryParse(text, out var code));
        Assert.Null(code);
    }

    [Fact]
    public void TryParse_AnyOneCharacterChanged_IsRefused()
    {
        const string Code = "91350100M000100Y43";
        for (var i = 0; i < Code.Length; i++)
        {
            var changed = Code[..i] + (Code[i] == '7' ? '8' : '7') + Code[(i + 1)..];
            Assert.False(OrganisationCode.TryParse(changed, out _), changed);
        }
    }

    [Theory]
    [InlineData("450881", 1)]
    [InlineData("450881101", 57)]
    public void Demo_Code_IsValidAndRecognisable(string division, int number)
    {
        var code = OrganisationCode.Demo(division, number);
        Assert.Equal(code, OrganisationCode.Parse(code.Value));
        Assert.StartsWith("11450881DEM0", code.Value, StringComparison.Ordinal);
    }
}
