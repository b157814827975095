namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>The repository as the tests find it above their own folder.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>The product's C# files, without what tools make.</summary>
    public static IEnumerable<string> Sources() => Files("*.cs");

    /// <summary>The product's pages.</summary>
    public static IEnumerable<string> Views() => Files("*.cshtml");

    /// <summary>Text of a file below the root.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> Files(string pattern) => Directory
        .EnumerateFiles(Path.Combine(Root, "src"), pattern, SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Migrations"))
        .Select(File.ReadAllText);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PublicDisclosure.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
