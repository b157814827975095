namespace PublicDisclosure.Core.ApiKeys;

/// <summary>Names under which keys and what they send stand in the audit log.</summary>
public static class ApiKeyActs
{
    public const string Make = "ApiKey.Make";
    public const string Revoke = "ApiKey.Revoke";
    public const string Register = "Arrival.Register";
    public const string Draft = "Arrival.Draft";

    /// <summary>Every act, for the words of the audit page.</summary>
    public static IReadOnlyList<string> All { get; } = [Make, Revoke, Register, Draft];
}
