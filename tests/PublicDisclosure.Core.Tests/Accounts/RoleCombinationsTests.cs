using PublicDisclosure.Core.Accounts;

namespace PublicDisclosure.Core.Tests.Accounts;

public sealed class RoleCombinationsTests
{
    [Theory]
    [InlineData(StaffRole.PlatformAdmin, StaffRole.Auditor)]
    [InlineData(StaffRole.PlatformAdmin, StaffRole.Clerk)]
    [InlineData(StaffRole.PlatformAdmin, StaffRole.Reviewer)]
    [InlineData(StaffRole.PlatformAdmin, StaffRole.CatalogueSteward)]
    [InlineData(StaffRole.PlatformAdmin, StaffRole.DisclosureOffice)]
    [InlineData(StaffRole.Auditor, StaffRole.DisclosureOffice)]
    [InlineData(StaffRole.Auditor, StaffRole.Clerk)]
    [InlineData(StaffRole.Auditor, StaffRole.Reviewer)]
    [InlineData(StaffRole.Auditor, StaffRole.CatalogueSteward)]
    public void Check_RolesOfTwoSides_AreRefusedBothWays(StaffRole one, StaffRole other)
    {
        var refusal = Assert.Single(RoleCombinations.Check([one], other));
        Assert.Equal("Membership.RolesExclude", refusal.Code);
        Assert.Equal([one, other], refusal.Arguments);
        Assert.Single(RoleCombinations.Check([other], one));
    }

    [Theory]
    [InlineData(StaffRole.Clerk, StaffRole.Reviewer)]
    [InlineData(StaffRole.Reviewer, StaffRole.OrganisationAdmin)]
    [InlineData(StaffRole.CatalogueSteward, StaffRole.DisclosureOffice)]
    [InlineData(StaffRole.Auditor, StaffRole.Auditor)]
    public void Check_RolesThatMayMeet_GivesNoReason(StaffRole one, StaffRole other) => Assert.Empty(RoleCombinations.Check([one], other));

    [Fact]
    public void Check_SeveralHeld_NamesEachThatExcludes()
    {
        var refusals = RoleCombinations.Check([StaffRole.Clerk, StaffRole.Reviewer, StaffRole.Reviewer, StaffRole.OrganisationAdmin], StaffRole.Auditor);
        Assert.Equal([StaffRole.Clerk, StaffRole.Reviewer], refusals.Select(r => (StaffRole)r.Arguments[0]));
    }
}
