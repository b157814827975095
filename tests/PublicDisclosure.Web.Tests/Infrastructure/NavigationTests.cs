using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Tests.Infrastructure;

public sealed class NavigationTests
{
    [Theory]
    [InlineData("/", "/", true)]
    [InlineData("/", "/catalogue", false)]
    [InlineData("/catalogue", "/catalogue/05", true)]
    [InlineData("/catalogue", "/catalogues", false)]
    public void IsCurrent_Path_IsTheColumnOrBelowIt(string link, string path, bool expected) =>
        Assert.Equal(expected, new NavigationLink("栏目", link).IsCurrent(path));

    [Fact]
    public void Current_NestedParts_IsTheLongestMatch()
    {
        AdminLink all = new("我的工作", "待办", "/admin"), disclosures = new("我的工作", "公开信息", "/admin/disclosures");

        Assert.Equal(disclosures, AdminNavigation.Current([all, disclosures], "/admin/disclosures/new"));
        Assert.Equal(all, AdminNavigation.Current([all, disclosures], "/admin/other"));
        Assert.Equal("公开信息", AdminNavigation.Current(AdminNavigation.Links, "/admin/responses/new")!.Text);
        Assert.Null(AdminNavigation.Current([all, disclosures], "/account"));
    }

    [Fact]
    public void Links_StaffNavigation_UseKnownGroupsAndDistinctPaths()
    {
        string[] groups = [AdminNavigation.Work, AdminNavigation.Catalogue, AdminNavigation.Organisation, AdminNavigation.Oversight];

        Assert.All(AdminNavigation.Links, link => Assert.Contains(link.Group, groups));
        Assert.Equal(AdminNavigation.Links.Count, AdminNavigation.Links.Select(link => link.Path).Distinct().Count());
    }
}
