using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Tests.Organisations;

public sealed class OrganisationRowsTests
{
    [Fact]
    public void All_SeedFile_HasTheCityItsDepartmentsAnd26Townships()
    {
        Assert.Equal(57, OrganisationRows.All.Count);
        Assert.Equal(1, OrganisationRows.All.Count(r => r.Kind == OrganisationKind.Government));
        Assert.Equal(30, OrganisationRows.All.Count(r => r.Kind == OrganisationKind.Department));
        Assert.Equal(26, OrganisationRows.All.Count(r => r.Kind == OrganisationKind.Township));
    }

    [Fact]
    public void Slug_EveryRow_IsDistinctAndWellFormed()
    {
        var slugs = OrganisationRows.All.Select(r => r.Slug).ToList();
        Assert.Equal(slugs.Count, slugs.Distinct().Count());
        Assert.All(OrganisationRows.All, r => Assert.Empty(Organisation.Check(r.Slug, r.Name, r.ShortName)));
    }

    // These are public addresses: a failing line here means that addresses already issued would break.
    [Theory]
    [InlineData("市政府", "szf")]
    [InlineData("市政府办", "szfb")]
    [InlineData("市发改局", "fgj")]
    [InlineData("市教育局", "jyj")]
    [InlineData("市工信局", "gxj")]
    [InlineData("市公安局", "gaj")]
    [InlineData("市民政局", "mzj")]
    [InlineData("市司法局", "sfj")]
    [InlineData("市财政局", "czj")]
    [InlineData("市人社局", "rsj")]
    [InlineData("市自然资源局", "zrzyj")]
    [InlineData("市住建局", "zjj")]
    [InlineData("市交通运输局", "jtysj")]
    [InlineData("市水利局", "slj")]
    [InlineData("市农业农村局", "nyncj")]
    [InlineData("市商务局", "swj")]
    [InlineData("市文广体旅局", "wgtlj")]
    [InlineData("市卫健局", "wjj")]
    [InlineData("市退役军人局", "tyjrj")]
    [InlineData("市应急局", "yjj")]
    [InlineData("市审计局", "sjj")]
    [InlineData("市市场监管局", "scjgj")]
    [InlineData("市统计局", "tjj")]
    [InlineData("市林业局", "lyj")]
    [InlineData("市医保局", "ybj")]
    [InlineData("市乡村振兴局", "xczxj")]
    [InlineData("市大数据政务局", "dsjzwj")]
    [InlineData("市信访局", "xfj")]
    [InlineData("市城管监督局", "cgjdj")]
    [InlineData("市税务局", "shuiwj")]
    [InlineData("桂平生态环境局", "sthjj")]
    [InlineData("木乐镇", "450881101")]
    [InlineData("垌心乡", "450881206")]
    public void Slug_Organisation_NeverChanges(string shortName, string slug) =>
        Assert.Equal(slug, OrganisationRows.All.Single(r => r.ShortName == shortName).Slug);

    [Fact]
    public void LeadOfDomain_All29Domains_HaveALeadDepartment()
    {
        Assert.Equal(29, OrganisationRows.LeadOfDomain.Count);
        Assert.Equal("mzj", OrganisationRows.LeadOfDomain["社会救助"]);
        Assert.Equal("sthjj", OrganisationRows.LeadOfDomain["生态环境"]);
    }

    [Fact]
    public void NameIsUnconfirmed_Rows_FollowTheNote()
    {
        Assert.True(OrganisationRows.All.Single(r => r.ShortName == "市民政局").NameIsUnconfirmed);
        Assert.False(OrganisationRows.All.Single(r => r.ShortName == "木乐镇").NameIsUnconfirmed);
    }
}
