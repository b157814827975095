namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>Ends a sweep.</summary>
internal static class Sweep
{
    /// <summary>Fails with every fault found, not just the first few.</summary>
    public static void IsClean(IEnumerable<string> faults)
    {
        var found = faults.ToList();
        if (found.Count > 0) Assert.Fail($"{found.Count} faults:\n{string.Join('\n', found.Take(100))}");
    }
}
