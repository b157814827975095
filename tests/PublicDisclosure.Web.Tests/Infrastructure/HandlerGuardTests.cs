namespace PublicDisclosure.Web.Tests.Infrastructure;

public sealed class HandlerGuardTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("/catalogue?handler=nothing")]
    [InlineData("/?handler=../../etc/passwd")]
    [InlineData("/account/sign-in?handler=Delete")]
    public async Task Get_HandlerThatIsNotThere_ShowsThePageItself(string path)
    {
        using var client = site.Visitor();

        Assert.Equal(200, (await client.OpenAsync(path)).Code);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/catalogue")]
    public async Task Post_PageThatOnlyReads_Is405(string path)
    {
        using var client = site.Visitor();
        var form = await client.OpenAsync("/account/sign-in");
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", form.Value("__RequestVerificationToken")!)]);
        using var response = await client.PostAsync(path, content, TestContext.Current.CancellationToken);

        Assert.Equal(405, (int)response.StatusCode);
    }

    [Fact]
    public async Task Post_PageThatOnlyReads_ShowsTheErrorPageUnderTheSameMethod()
    {
        using var client = site.Visitor();
        var form = await client.OpenAsync("/account/sign-in");
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", form.Value("__RequestVerificationToken")!)]);
        using var response = await client.PostAsync("/catalogue", content, TestContext.Current.CancellationToken);

        Assert.Contains("请求无法识别", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
