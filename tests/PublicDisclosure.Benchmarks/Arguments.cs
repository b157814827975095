using System.Globalization;

namespace PublicDisclosure.Benchmarks;

/// <summary>The options of a verb: <c>--name value</c>.</summary>
internal sealed class Arguments(IReadOnlyDictionary<string, string> values)
{
    /// <summary>Where the site lives.</summary>
    public string Folder => Path.GetFullPath(Text("folder", Path.Combine("data", "benchmark")));

    /// <summary>Reads the words behind the verb.</summary>
    /// <exception cref="FormatException">A word is no option, or an option has no value.</exception>
    public static Arguments Read(string[] args)
    {
        var values = new Dictionary<string, string>();
        for (var i = 1; i < args.Length; i += 2)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == args.Length) throw new FormatException($"'{args[i]}' is not '--name value'.");
            values[args[i][2..]] = args[i + 1];
        }

        return new Arguments(values);
    }

    public string Text(string name, string otherwise) => values.GetValueOrDefault(name, otherwise);

    public int Number(string name, int otherwise) =>
        values.TryGetValue(name, out var text) ? int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : otherwise;
}
