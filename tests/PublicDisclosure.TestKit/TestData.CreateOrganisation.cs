using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.TestKit;

/// <summary>Entities with sound values where a test does not care. Each call makes another one.</summary>
public static partial class TestData
{
    private static int _serial;

    private static int Next() => Interlocked.Increment(ref _serial);

    /// <summary>A department, or what is asked for.</summary>
    public static Organisation CreateOrganisation(
        string? slug = null, string? name = null, OrganisationKind kind = OrganisationKind.Department)
    {
        var serial = Next();
        name ??= $"桂平市测试{serial}局";
        return Organisation.Create(Guid.NewGuid(), slug ?? $"test{serial}", name, name, kind, "450881", serial);
    }
}
