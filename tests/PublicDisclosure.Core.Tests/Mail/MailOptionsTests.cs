using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Mail;

namespace PublicDisclosure.Core.Tests.Mail;

public sealed class MailOptionsTests
{
    [Fact]
    public void Defaults_AreAPickupFolderAndSound()
    {
        var options = new MailOptions();

        Assert.Equal((MailDelivery.Pickup, "mail", "no-reply@localhost"), (options.Delivery, options.PickupFolder, options.Sender));
        Assert.Null(options.Problem());
        Assert.Equal("/admin", options.Link("/admin"));
    }

    [Fact]
    public void Problem_EachUnfitSetting_IsNamed()
    {
        Assert.Contains("Mail:Host", Smtp(o => o.Host = "").Problem(), StringComparison.Ordinal);
        Assert.Contains("Mail:From is empty", Smtp(o => o.From = "").Problem(), StringComparison.Ordinal);
        Assert.Contains("Site:Address", Smtp(o => o.SiteAddress = "").Problem(), StringComparison.Ordinal);
        Assert.Contains("in the clear", Smtp(o => (o.UserName, o.Security) = ("zw", MailSecurity.None)).Problem(), StringComparison.Ordinal);
        Assert.Contains("Mail:From is not", new MailOptions { From = "nobody" }.Problem(), StringComparison.Ordinal);
        Assert.Null(Smtp(o => o.Security = MailSecurity.None).Problem());
        Assert.Null(Smtp(o => o.UserName = "zw").Problem());
    }

    [Theory]
    [InlineData("SiteAddress", "https://www.example.gov.cn/")]
    [InlineData("SiteAddress", "www.example.gov.cn")]
    [InlineData("MostAttempts", "0")]
    [InlineData("PickupFolder", "")]
    [InlineData("Delivery", "Smtp")]
    public void Registered_BadSetting_StopsTheStart(string name, string value)
    {
        using var provider = Services(($"Mail:{name}", value));

        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
    }

    [Fact]
    public void Registered_SiteAddress_IsTheSitesUnlessSetItself()
    {
        using var shared = Services(("Site:Address", "https://www.example.gov.cn"));
        using var own = Services(("Site:Address", "https://www.example.gov.cn"), ("Mail:SiteAddress", "https://inside.example.gov.cn"));

        Assert.Equal("https://www.example.gov.cn/admin", shared.GetRequiredService<IOptions<MailOptions>>().Value.Link("/admin"));
        Assert.Equal("https://inside.example.gov.cn/admin", own.GetRequiredService<IOptions<MailOptions>>().Value.Link("/admin"));
    }

    [Fact]
    public void Registered_Carrier_FollowsTheSettings()
    {
        using var pickup = Services();
        using var smtp = Services(("Mail:Delivery", "Smtp"), ("Mail:Host", "mail"), ("Mail:From", "zw@guiping.gov.cn"), ("Mail:SiteAddress", "https://www.example.gov.cn"));

        Assert.Equal(Path.Combine(Path.GetTempPath(), "mail"), Assert.IsType<PickupFolder>(pickup.GetRequiredService<IMailCarrier>()).Folder);
        Assert.IsType<SmtpCarrier>(smtp.GetRequiredService<IMailCarrier>());
    }

    private static MailOptions Smtp(Action<MailOptions> change)
    {
        var options = new MailOptions { Delivery = MailDelivery.Smtp, Host = "mail", From = "zw@guiping.gov.cn", SiteAddress = "https://www.example.gov.cn" };
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        change(options);
        return options;
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddMail(Path.GetTempPath()).BuildServiceProvider();
    }
}
