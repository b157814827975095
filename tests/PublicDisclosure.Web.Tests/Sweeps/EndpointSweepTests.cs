using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Sweeps;

public sealed class EndpointSweepTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private IReadOnlyList<Endpoint> Endpoints => site.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    [Fact]
    public void StaffEndpoints_None_IsOpen() => Assert.Empty(EndpointRules.OpenStaffEndpoints(Endpoints));

    [Fact]
    public void StaffEndpoints_All_DemandAPermission() => Assert.Empty(EndpointRules.StaffEndpointsWithoutPermission(Endpoints));

    [Fact]
    public void Endpoints_None_TakesFormsWithoutTheirToken() => Assert.Empty(EndpointRules.WithoutFormToken(Endpoints));

    /// <summary>A page that becomes public must be written down in <c>Sweeps/open-endpoints.txt</c> on purpose.</summary>
    [Fact]
    public void OpenEndpoints_AreThoseOnTheList()
    {
        var list = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Sweeps", "open-endpoints.txt"));

        Assert.Equal(list.Where(line => line.Length > 0).Select(line => line.Split(" #")[0].TrimEnd()), EndpointRules.OpenPaths(Endpoints).Select(path => "/" + path));
    }

    /// <summary>What is open although it shows what is not public says on the list why it may.</summary>
    [Fact]
    public void OpenEndpoints_OfDrafts_SayWhyTheyAreOpen()
    {
        var list = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Sweeps", "open-endpoints.txt")).Where(line => line.StartsWith("/preview", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, list.Count);
        Assert.All(list, line => Assert.True(line.Split(" #") is [_, { Length: > 30 }], line));
    }

    [Fact]
    public void Rules_PlantedEndpoints_AreCaught()
    {
        Endpoint[] planted =
        [
            Planted("admin/forgotten"),
            Planted("admin/lifted", new AuthorizeAttribute("DisclosuresView"), new AllowAnonymousAttribute()),
            Planted("admin/signed-in-only", new AuthorizeAttribute("Staff")),
            Planted("admin/sound", new AuthorizeAttribute("Staff"), new AuthorizeAttribute("DisclosuresView")),
            Planted("public", new IgnoreAntiforgeryTokenAttribute()),
        ];

        Assert.Equal(["admin/forgotten", "admin/lifted"], EndpointRules.OpenStaffEndpoints(planted));
        Assert.Equal(["admin/forgotten", "admin/signed-in-only"], EndpointRules.StaffEndpointsWithoutPermission(planted));
        Assert.Equal(["admin/forgotten", "admin/lifted", "public"], EndpointRules.OpenPaths(planted));
        Assert.Equal(["public"], EndpointRules.WithoutFormToken(planted));
    }

    private static RouteEndpoint Planted(string path, params object[] metadata) =>
        new(_ => Task.CompletedTask, RoutePatternFactory.Parse(path), 0, new EndpointMetadataCollection(metadata), path);
}
