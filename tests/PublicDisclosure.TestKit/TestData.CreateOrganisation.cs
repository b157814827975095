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

    /// <summary>Gives a code of its own to an organisation of <see cref="CreateOrganisation"/>.</summary>
    public static void GiveCreditCode(Organisation organisation) =>
        // Counted, not drawn: two organisations of one code would give their first documents of a year the same index number.
        organisation.AssignCreditCode(OrganisationCode.Demo("450881", 10_000 + organisation.SortOrder), isDemo: true);
}
