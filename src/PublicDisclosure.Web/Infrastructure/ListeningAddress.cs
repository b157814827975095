namespace PublicDisclosure.Web.Infrastructure;

/// <summary>
/// The address the site listens on when nothing says otherwise. It is set here and not in a settings file, which would
/// override <c>ASPNETCORE_URLS</c>.
/// </summary>
internal static class ListeningAddress
{
    private const string Default = "http://localhost:5080";

    private static readonly string[] Settings = ["urls", "http_ports", "https_ports"];

    public static void ListenByDefault(this WebApplicationBuilder builder)
    {
        if (Settings.All(setting => string.IsNullOrEmpty(builder.Configuration[setting]))) builder.WebHost.UseUrls(Default);
    }
}
