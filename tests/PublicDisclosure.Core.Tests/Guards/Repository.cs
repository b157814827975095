namespace PublicDisclosure.Core.Tests.Guards;

/// <summary>Files of the repository, for tests that hold documents and settings against the code.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution file.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Text of a file by its path from the root.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Source files below a folder, generated ones left out.</summary>
    public static IEnumerable<string> SourceFiles(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Migrations"));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PublicDisclosure.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run within the repository.");
        return folder.FullName;
    }
}
