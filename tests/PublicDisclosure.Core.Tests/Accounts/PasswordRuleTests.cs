using PublicDisclosure.Core.Accounts;

namespace PublicDisclosure.Core.Tests.Accounts;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("Gongkai-2026!")]
    [InlineData("gongkai-26-ab")]
    [InlineData("桂平政务公开2026年！安全")]
    [InlineData("correct horse battery staple")]
    public void Check_StrongPassword_GivesNoReason(string password) => Assert.Empty(PasswordRule.Check(password, "clerk"));

    [Theory]
    [InlineData("", "Password.TooShort")]
    [InlineData("Short-1!abc", "Password.TooShort")]
    [InlineData("onlylettershere", "Password.NotMixed")]
    [InlineData("letters12345678", "Password.NotMixed")]
    [InlineData("aaaaaaaaaa1!aaaa", "Password.TooUniform")]
    [InlineData("abababababababababababab", "Password.TooUniform")]
    [InlineData("My-CLERK-pass-1", "Password.HoldsUserName")]
    public void Check_WeakPassword_SaysWhy(string password, string code) =>
        Assert.Contains(code, PasswordRule.Check(password, "clerk").Select(r => r.Code));

    [Fact]
    public void Check_EndlessPassword_IsRefusedBeforeItIsHashed() =>
        Assert.Equal("Password.TooLong", PasswordRule.Check(string.Concat(Enumerable.Repeat("aB3!xyz9", 20)), "clerk").Single().Code);
}
