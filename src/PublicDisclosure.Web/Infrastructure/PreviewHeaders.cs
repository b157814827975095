namespace PublicDisclosure.Web.Infrastructure;

/// <summary>What every answer below <c>/preview</c> carries, right or wrong: kept nowhere, indexed nowhere, told to nobody else.</summary>
public static class PreviewHeaders
{
    /// <summary>Where previews lie.</summary>
    public const string Path = "/preview";

    /// <summary>Address of the page of a token.</summary>
    public static string Address(string token) => $"{Path}/{token}";

    /// <summary>Address of a file of the draft of a token.</summary>
    public static string FileAddress(string token, Guid fileId) => $"{Path}/{token}/files/{fileId}";

    /// <summary>Sets the headers.</summary>
    public static void Set(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
    }

    /// <summary>The path as a log may keep it: the token is a key and no log is a place for keys.</summary>
    public static string Loggable(string path) => path.StartsWith(Path + "/", StringComparison.OrdinalIgnoreCase) ? Path + "/***" : path;
}
