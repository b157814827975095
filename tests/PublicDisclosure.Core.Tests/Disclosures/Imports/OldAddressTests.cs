using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Imports;

namespace PublicDisclosure.Core.Tests.Disclosures.Imports;

/// <summary>The address of an old page: which ones are taken, and which spellings mean one page.</summary>
public sealed class OldAddressTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/2019/1.html")]
    [InlineData("http://old.example/1.html")]
    [InlineData("https://old.example/新闻/1.html?id=7")]
    public void IsGood_AddressOfAPage_IsTaken(string text) => Assert.True(OldAddress.IsGood(text));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//old.example/1.html")]
    [InlineData("old.example/1.html")]
    [InlineData("ftp://old.example/1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://")]
    [InlineData("http://old.example/a b")]
    [InlineData("/a\u0007b")]
    public void IsGood_AnythingElse_IsRefused(string text) => Assert.False(OldAddress.IsGood(text));

    [Fact]
    public void IsGood_LongerThanTheColumn_IsRefused()
    {
        Assert.True(OldAddress.IsGood("/" + new string('a', Disclosure.OriginalAddressLength - 1)));
        Assert.False(OldAddress.IsGood("/" + new string('a', Disclosure.OriginalAddressLength)));
    }

    [Theory]
    [InlineData("HTTP://Old.Example:80/A/1.html#part", "http://old.example/A/1.html")]
    [InlineData("https://old.example:443", "https://old.example/")]
    [InlineData("http://old.example?id=7", "http://old.example/?id=7")]
    [InlineData("http://old.example:8080/1", "http://old.example:8080/1")]
    [InlineData("/a/1.html#x", "/a/1.html")]
    [InlineData("", "")]
    public void Normalise_Spellings_BecomeOneAndStayAsTheyAre(string text, string expected)
    {
        Assert.Equal(expected, OldAddress.Normalise(text));
        Assert.Equal(expected, OldAddress.Normalise(expected));
    }

    [Fact]
    public void Key_WithAndWithoutEncryption_IsTheSamePageAndEachFormIsLookedFor()
    {
        Assert.Equal(OldAddress.Key("http://old.example/1"), OldAddress.Key("https://old.example/1"));
        Assert.NotEqual(OldAddress.Key("http://old.example/1"), OldAddress.Key("http://old.example/2"));
        Assert.Equal(["http://old.example/1", "https://old.example/1"], OldAddress.Forms("https://old.example/1"));
        Assert.Equal(["/1"], OldAddress.Forms("/1"));
        Assert.Empty(OldAddress.Forms(""));
    }
}
