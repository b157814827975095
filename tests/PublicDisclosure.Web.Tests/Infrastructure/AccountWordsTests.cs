using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Tests.Infrastructure;

public sealed class AccountWordsTests
{
    [Fact]
    public void Words_RolesPermissionsKindsAndActs_AllHaveOne()
    {
        var keys = Enum.GetValues<StaffRole>().Cast<Enum>()
            .Concat(Enum.GetValues<Permission>().Cast<Enum>()).Concat(Enum.GetValues<OrganisationKind>().Cast<Enum>())
            .Select(value => $"{value.GetType().Name}.{value}").Concat(AccountActs.All.Select(act => "Act." + act));

        Assert.DoesNotContain(keys, key => Words.Find(key) is null);
    }

    [Fact]
    public void Policies_Constants_NameEveryPermission()
    {
        var names = typeof(Policies).GetFields().Select(field => (string)field.GetRawConstantValue()!).Where(name => name != Policies.Staff);
        Assert.Equal(Enum.GetNames<Permission>().Order(), names.Order());
    }
}
