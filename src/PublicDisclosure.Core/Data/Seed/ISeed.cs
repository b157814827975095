namespace PublicDisclosure.Core.Data.Seed;

/// <summary>Enters rows that a new installation needs. Run again, it enters what is missing and changes nothing else.</summary>
public interface ISeed
{
    /// <summary>Enters the rows and says how many were entered.</summary>
    Task<int> RunAsync(CancellationToken stop);
}

/// <summary>What a seed is for. Later kinds include the earlier ones.</summary>
public enum SeedKind
{
    /// <summary>Data every installation needs.</summary>
    Reference,

    /// <summary>Accounts and codes of the demonstration; never in Production.</summary>
    DemoAccounts,

    /// <summary>Documents of the demonstration; never in Production.</summary>
    DemoContent,
}

/// <summary>A seed and its kind.</summary>
public sealed record SeedStep(Type Seed, SeedKind Kind);
