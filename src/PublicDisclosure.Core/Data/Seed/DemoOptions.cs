using System.ComponentModel.DataAnnotations;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>Settings of section <c>Demo</c>; the demonstration exists in Development only.</summary>
public sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>Password of the demo accounts.</summary>
    [Required, MinLength(12)]
    public string Password { get; set; } = "Gongkai-2026!";

    /// <summary>False leaves the demonstration's documents out: accounts and codes only.</summary>
    public bool Content { get; set; } = true;

    /// <summary>How many documents are made from patterns, beside those written by hand.</summary>
    [Range(0, 200_000)]
    public int Generated { get; set; } = Demo.DemoSeed.DefaultGenerated;

    /// <summary>How far a Development start seeds.</summary>
    public SeedKind Kind => Content ? SeedKind.DemoContent : SeedKind.DemoAccounts;
}
