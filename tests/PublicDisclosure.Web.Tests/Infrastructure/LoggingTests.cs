using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PublicDisclosure.Web.Tests.Infrastructure;

public sealed partial class LoggingTests
{
    private const string Name = "覃某某";

    [Fact]
    public async Task Requests_WithANameInQueryAndForm_LeaveItOutOfTheLog()
    {
        await using var site = await TestSite.CreateAsync();
        var visitor = site.CreateVisitor();
        await visitor.GetAsync($"/?q={Uri.EscapeDataString(Name)}");
        await visitor.PostAsync("/", new FormUrlEncodedContent(new Dictionary<string, string> { ["Input.Name"] = Name }));

        var log = site.ReadLog();

        Assert.Contains("\"RequestPath\":\"/\"", log, StringComparison.Ordinal);
        Assert.Contains("\"RequestMethod\":\"POST\"", log, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, log, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(Name), log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadLog_PlantedName_IsFound()
    {
        await using var site = await TestSite.CreateAsync();
        Planted(site.Services.GetRequiredService<ILogger<LoggingTests>>(), Name);

        Assert.Contains(Name, site.ReadLog(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_ForHealth_AreNotLogged()
    {
        await using var site = await TestSite.CreateAsync();
        await site.CreateVisitor().GetAsync("/health/ready");

        Assert.DoesNotContain("/health/ready", site.ReadLog(), StringComparison.Ordinal);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Planted {Name}")]
    private static partial void Planted(ILogger logger, string name);
}
