using PublicDisclosure.Core.Accounts;

namespace PublicDisclosure.Core.Tests.Accounts;

public sealed class StaffRightsTests
{
    private static readonly Guid Here = Guid.NewGuid(), There = Guid.NewGuid();

    [Fact]
    public void Has_RoleInOneOrganisation_ReachesThatOneOnly()
    {
        var rights = new StaffRights([new RoleAt(Here, StaffRole.Clerk), new RoleAt(There, StaffRole.Reviewer)]);

        Assert.True(rights.Has(Permission.DisclosuresDraft));
        Assert.True(rights.Has(Permission.DisclosuresDraft, Here));
        Assert.False(rights.Has(Permission.DisclosuresDraft, There));
        Assert.True(rights.Has(Permission.DisclosuresPublish, There));
        Assert.False(rights.Has(Permission.AuditRead));
    }

    [Fact]
    public void ScopeOf_CityWideRole_ReachesEveryOrganisation()
    {
        var rights = new StaffRights([new RoleAt(Here, StaffRole.Auditor)]);

        Assert.True(rights.ScopeOf(Permission.AuditRead).IsWholeCity);
        Assert.True(rights.Has(Permission.DisclosuresView, There));
        Assert.False(rights.Has(Permission.DisclosuresDraft, Here));
    }

    [Fact]
    public void Apply_Scope_KeepsTheRowsWithin()
    {
        var rows = new[] { (Id: 1, Organisation: Here), (Id: 2, Organisation: There) }.AsQueryable();

        Assert.Equal([1], new OrganisationScope([Here]).Apply(rows, r => r.Organisation).Select(r => r.Id));
        Assert.Equal([1, 2], OrganisationScope.WholeCity.Apply(rows, r => r.Organisation).Select(r => r.Id));
        Assert.Empty(new OrganisationScope([]).Apply(rows, r => r.Organisation));
    }

    [Fact]
    public void None_AnyPermission_IsDenied() => Assert.All(Enum.GetValues<Permission>(), p => Assert.False(StaffRights.None.Has(p)));
}
