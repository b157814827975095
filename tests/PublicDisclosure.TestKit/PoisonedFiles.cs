using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Storage;

namespace PublicDisclosure.TestKit;

/// <summary>A file that must never reach the public as it is.</summary>
/// <param name="Name">File name; unique.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Planted">Values of persons hidden in it; empty where the file itself is the fault.</param>
/// <param name="Where">The hiding place.</param>
/// <param name="Trait">What an inspection must also say about the file.</param>
public sealed record PoisonedFile(string Name, FileKind Kind, byte[] Content, IReadOnlyList<string> Planted, string Where, FileTrait? Trait = null)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Where})";
}

/// <summary>Files with personal data in every hiding place that office formats, PDF and pictures have, made in code.</summary>
public static partial class PoisonedFiles
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<PoisonedFile> All { get; } = [.. WordFiles(), .. Workbooks(), .. Tables(), .. Slides(), .. Pdfs(), .. Pictures(), .. OldFiles()];

    /// <summary>One by its name.</summary>
    public static PoisonedFile Of(string name) => All.Single(f => f.Name == name);

    /// <summary>An identity number with a valid check digit, another one for each number given.</summary>
    public static string Identity(int n)
    {
        ReadOnlySpan<int> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var day = new DateOnly(1950, 1, 1).AddDays(n * 37 % 22000);
        var digits = $"450881{day:yyyyMMdd}{100 + (n % 899)}";
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (digits[i] - '0') * weights[i];
        return digits + "10X98765432"[sum % 11];
    }

    /// <summary>A bank card number of 19 digits with a valid Luhn digit.</summary>
    public static string Card(int n)
    {
        var digits = $"622202{2102000000 + n:000000000000}";
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            if (i % 2 == 0) digit = digit * 2 > 9 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return digits + ((10 - (sum % 10)) % 10);
    }

    /// <summary>A mobile number.</summary>
    public static string Mobile(int n) => $"138{77000000 + n}";
}
