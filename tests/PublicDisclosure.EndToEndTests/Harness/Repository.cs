namespace PublicDisclosure.EndToEndTests.Harness;

/// <summary>Files of this repository: fixtures to read, screenshots to write.</summary>
internal static class Repository
{
    private static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>A path inside the repository.</summary>
    public static string In(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PublicDisclosure.sln"))) return folder.FullName;
        }
        throw new InvalidOperationException("PublicDisclosure.sln is in no folder above the tests.");
    }
}
