namespace PublicDisclosure.Core.Data.Seed;

/// <summary>The seed files inside the assembly, named as in the folder <c>Data/Seed</c>.</summary>
internal static class SeedFiles
{
    /// <summary>Opens a file, e.g. <c>organisations.csv</c>.</summary>
    /// <exception cref="InvalidOperationException">No such file was built in.</exception>
    public static Stream Open(string name) =>
        typeof(SeedFiles).Assembly.GetManifestResourceStream("Seed/" + name)
        ?? throw new InvalidOperationException($"Seed file '{name}' is not in the assembly.");
}
