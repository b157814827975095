using Microsoft.AspNetCore.HttpOverrides;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>
/// Believes X-Forwarded-* from the reverse proxy and from nobody else. A proxy on the same machine is believed by default;
/// settings <c>Proxy:KnownProxies</c> (addresses) and <c>Proxy:KnownNetworks</c> (a.b.c.d/n) name others.
/// </summary>
public static class ProxyHeaders
{
    public static IServiceCollection AddProxyHeaders(this IServiceCollection services, IConfiguration configuration) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            foreach (var address in configuration.GetSection("Proxy:KnownProxies").Get<string[]>() ?? [])
                options.KnownProxies.Add(System.Net.IPAddress.Parse(address));
            foreach (var network in configuration.GetSection("Proxy:KnownNetworks").Get<string[]>() ?? [])
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        });
}
