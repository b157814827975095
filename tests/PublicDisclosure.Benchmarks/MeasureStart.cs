using System.Diagnostics;
using PublicDisclosure.Benchmarks.Load;

namespace PublicDisclosure.Benchmarks;

/// <summary>Verb <c>startup</c>: the built program as a process of its own, until <c>/health/ready</c> answers 200.</summary>
internal static class MeasureStart
{
    public static async Task<int> RunAsync(string folder)
    {
        var isOurs = folder.Length == 0;
        if (isOurs) folder = Directory.CreateTempSubdirectory("startup-").FullName;
        else if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new ArgumentException($"{folder} is not empty: a first start needs an empty folder.");
        try
        {
            var first = await StartAsync(folder);
            var second = new List<double>();
            for (var i = 0; i < 3; i++) second.Add(await StartAsync(folder));
            var table = new Table();
            table.Add("first start, with seeding", 60_000, [first]);
            table.Add("second start (median of 3)", 5_000, second);
            return table.Print();
        }
        finally
        {
            if (isOurs) Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> StartAsync(string folder)
    {
        var watch = Stopwatch.StartNew();
        await using var site = await ChildProgram.SiteAsync(folder, ("ASPNETCORE_ENVIRONMENT", "Development"), ("Logging__ToConsole", "true"));
        return watch.Elapsed.TotalMilliseconds;
    }
}

/// <summary>Where the site was built, in the same configuration as this program.</summary>
internal static class BuiltProgram
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    /// <summary>Folder of the web project.</summary>
    public static string Project => System.IO.Path.Combine(Root(), "src", "PublicDisclosure.Web");

    /// <summary>The program.</summary>
    public static string Path => System.IO.Path.Combine(Project, "bin", Configuration, "net10.0", "PublicDisclosure.Web.dll");

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "PublicDisclosure.sln"))) return folder.FullName;
        throw new InvalidOperationException("This program runs from inside the repository only.");
    }
}
