using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Api;

/// <summary>The site with its demonstration, shared by the tests of the read API, which change nothing.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    /// <summary>The site.</summary>
    public SiteFactory Site { get; } = new();

    /// <summary>A reader.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Site.Settings["Demo:Content"] = "true";
        Site.Settings["Demo:Generated"] = "60";
        Site.Settings["OpenData:RequestsPerMinute"] = "1000000";
        await Site.InitializeAsync();
        Client = Site.Visitor();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Site.DisposeAsync();
    }
}

/// <summary>One site for all of them.</summary>
[CollectionDefinition(nameof(DemoSite))]
public sealed class DemoSiteGroup : ICollectionFixture<DemoSite>;
