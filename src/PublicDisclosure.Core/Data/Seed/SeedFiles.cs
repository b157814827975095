namespace PublicDisclosure.Core.Data.Seed;

/// <summary>The data shipped inside the program: everything below <c>Data/Seed</c>, named by its path from there.</summary>
internal static class SeedFiles
{
    private const string Prefix = "Seed/";

    /// <summary>Names below a folder, in order: <c>Names("catalogue/")</c>.</summary>
    public static IReadOnlyList<string> Names(string folder) =>
    [
        .. typeof(SeedFiles).Assembly.GetManifestResourceNames()
            .Select(n => n.Replace('\\', '/'))
            .Where(n => n.StartsWith(Prefix + folder, StringComparison.Ordinal)).Select(n => n[Prefix.Length..]).Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of a file in UTF-8.</summary>
    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    /// <summary>The bytes of a file.</summary>
    public static byte[] Bytes(string name)
    {
        using var stream = Open(name);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>Opens a file, e.g. <c>organisations.csv</c>.</summary>
    /// <exception cref="InvalidOperationException">No such file was built in.</exception>
    public static Stream Open(string name) => typeof(SeedFiles).Assembly.GetManifestResourceStream(Prefix + name)
        ?? throw new InvalidOperationException($"Seed file '{name}' is not in the assembly.");
}
