using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Tests.Catalogue;

public sealed class DutyBuilderTests
{
    private static readonly DutyPlan Plan = ShippedCatalogue.Builder().Build(ShippedCatalogue.Items, []);

    /// <summary>Every body phrase of the shipped catalogue by domain: county organisations | townships | who is left out.</summary>
    public static TheoryData<string, string, string, bool, string> Bodies => new()
    {
        { "01", "相关审批部门", "市发改局", false, "" },
        { "01", "自然资源部门", "市自然资源局", false, "" },
        { "01", "生态环境部门", "桂平生态环境局", false, "" },
        { "01", "住建部门", "市住建局", false, "" },
        { "01", "住建、城管部门", "市住建局 市城管监督局", false, "" },
        { "01", "水利部门", "市水利局", false, "" },
        { "01", "招标人及其代理机构或相关监督部门", "市发改局", false, "招标人" },
        { "01", "辖区政府和相关审批部门", "市发改局 市政府", false, "" },
        { "02", "负责管理的部门", "市发改局", false, "" },
        { "02", "负责管理的部门、交易平台、采购人或招标人", "市发改局", false, "交易平台 采购人 招标人" },
        { "02", "招标人或招标代理机构", "", false, "招标人" },
        { "02", "采购人或者其委托的采购代理机构", "", false, "采购人" },
        { "02", "自然资源部门", "市自然资源局", false, "" },
        { "02", "国资监管部门、产权交易机构", "市财政局", false, "产权交易机构" },
        { "03", "县级教育部门", "市教育局", false, "" },
        { "04", "公安机关", "市公安局", false, "" },
        { "05", "县级政府民政部门、乡镇政府（街道办事处）", "市民政局", true, "" },
        { "05", "乡镇政府（街道办事处）", "", true, "" },
        { "06", "县级人民政府民政部门", "市民政局", false, "" },
        { "07", "司法行政部门", "市司法局", false, "" },
        { "08", "本级财政部门", "市财政局", false, "" },
        { "08", "各政府部门及乡镇", "全部部门", true, "" },
        { "09", "人力资源社会保障部门、乡镇（街道）", "市人社局", true, "" },
        { "10", "人力资源社会保障部门（社保经办机构）", "市人社局", false, "" },
        { "11", "自然资源主管部门", "市自然资源局", false, "" },
        { "12", "县级自然资源主管部门", "市自然资源局", false, "" },
        { "12", "县级自然资源主管部门、乡镇政府", "市自然资源局", true, "" },
        { "13", "生态环境部门", "桂平生态环境局", false, "" },
        { "14", "县（区、市）人民政府及房屋征收部门", "市住建局 市政府", false, "" },
        { "15", "人民政府住房保障行政主管部门", "市住建局", false, "" },
        { "16", "住房和城乡建设部门、乡镇政府", "市住建局", true, "" },
        { "17", "城市管理行政执法部门或相关行政主管部门", "市城管监督局", false, "相关行政主管部门" },
        { "18", "市政工程行政主管部门", "市住建局", false, "" },
        { "18", "燃气管理部门", "市住建局", false, "" },
        { "18", "园林绿化主管部门", "市住建局", false, "" },
        { "18", "各审批主管部门", "市住建局", false, "" },
        { "19", "县级农业农村部门、乡镇政府", "市农业农村局", true, "" },
        { "20", "文化和旅游部门、相关公共文化机构、乡镇政府", "市文广体旅局", true, "相关公共文化机构" },
        { "21", "县级卫生健康部门、乡镇政府", "市卫健局", true, "" },
        { "22", "应急管理部门", "市应急局", false, "" },
        { "23", "应急管理部门、乡镇政府", "市应急局", true, "" },
        { "24", "县级市场监管部门", "市市场监管局", false, "" },
        { "25", "税务主管部门", "市税务局", false, "" },
        { "26", "县级扶贫（乡村振兴）部门、乡镇政府、行政村", "市乡村振兴局", true, "行政村" },
        { "26", "贫困人口所在行政村", "", false, "行政村" },
        { "27", "县级文化和旅游行政部门", "市文广体旅局", false, "" },
        { "28", "县级统计机构", "市统计局", false, "" },
        { "29", "县级交通运输部门", "市交通运输局", false, "" },
    };

    [Fact]
    public void Bodies_TableOfThisTest_HoldsEveryPhraseOfTheCatalogue()
    {
        var inTable = Bodies.Select(r => (r.Data.Item1, r.Data.Item2)).ToHashSet();

        Assert.Equal(46, ShippedCatalogue.Items.Select(i => i.Text.Body).Distinct().Count());
        Assert.All(ShippedCatalogue.Items, i => Assert.Contains((ShippedCatalogue.DomainCode(i), i.Text.Body), inTable));
    }

    [Theory, MemberData(nameof(Bodies))]
    public void RulesFor_PhraseOfTheCatalogue_MeansWhomTheTableSays(string domain, string body, string county, bool townships, string nobody)
    {
        var item = ShippedCatalogue.Items.First(i => ShippedCatalogue.DomainCode(i) == domain && i.Text.Body == body);
        var builder = ShippedCatalogue.Builder();
        GovernmentLevels[] levels = [GovernmentLevels.County, GovernmentLevels.Township, GovernmentLevels.Village];
        var rules = levels.SelectMany(l => builder.RulesFor(item, l)).ToList();

        var meant = rules.Where(r => r.Level == GovernmentLevels.County && r.Target == BodyRuleTarget.Organisation)
            .SelectMany(builder.Meant).Select(ShippedCatalogue.ShortName).Concat(rules.Any(r => r.Target == BodyRuleTarget.AllDepartments) ? ["全部部门"] : []);
        Assert.Equal(Sorted(county.Split(' ', StringSplitOptions.RemoveEmptyEntries)), Sorted(meant));
        Assert.Equal(townships, rules.Any(r => r.Level == GovernmentLevels.Township && r.Target == BodyRuleTarget.AllTownships));
        var left = rules.Where(r => r.Target == BodyRuleTarget.Nobody).ToList();
        Assert.Equal(Sorted(nobody.Split(' ', StringSplitOptions.RemoveEmptyEntries)), Sorted(left.Select(r => r.Phrase)));
        Assert.All(left, r => Assert.NotEqual("", r.Reason));

        static List<string> Sorted(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Build_EveryShippedRow_HasADutyOrAReason()
    {
        var known = Plan.Duties.Select(d => d.ItemCode).Concat(Plan.Gaps.Select(g => g.ItemCode)).ToHashSet();

        Assert.All(ShippedCatalogue.Items, i => Assert.Contains(i.Code, known));
        Assert.Equal(Plan.ItemsWithoutDuty.Count, ShippedCatalogue.Items.Count(i => Plan.Duties.All(d => d.ItemCode != i.Code)));
    }

    [Fact]
    public void Build_RowsOnApplication_CreateNoDuty()
    {
        var rows = ShippedCatalogue.Items.Where(i => i.Mode == DisclosureMode.OnApplication).ToList();

        Assert.Equal(4, rows.Count);
        Assert.All(rows, i => Assert.DoesNotContain(Plan.Duties, d => d.ItemCode == i.Code));
        Assert.All(rows, i => Assert.Contains(Plan.Gaps, g => g.ItemCode == i.Code && g.Kind == DutyGapKind.OnApplication));
    }

    [Fact]
    public void Build_LowIncomeReview_IsTheDutyOfAllTownshipsAndOfNobodyElse()
    {
        var item = ShippedCatalogue.Item("05", 5);

        var holders = Plan.Duties.Where(d => d.ItemCode == item.Code).ToList();

        Assert.Equal(26, holders.Count);
        Assert.All(holders, d => Assert.Equal(GovernmentLevels.Township, d.Level));
    }

    [Fact]
    public void Build_AllDepartmentsAndTownships_ReachesEachOfThem()
    {
        var item = ShippedCatalogue.Item("08", 9);

        Assert.Equal(30 + 26, Plan.Duties.Count(d => d.ItemCode == item.Code));
    }

    [Theory]
    [InlineData("10", 1, DutyGapKind.LevelWithoutBody)] // 县级、乡级, but only 社保经办机构 is named
    [InlineData("21", 1, DutyGapKind.BodyWithoutLevel)] // 乡镇政府 named, but only 县级 ticked
    [InlineData("08", 1, DutyGapKind.LevelWithoutBody)] // 本级财政部门 names no township
    public void Build_BodyAndLevelDisagree_CreatesNoTownshipDutyAndAsksASteward(string domain, int sequence, DutyGapKind kind)
    {
        var item = ShippedCatalogue.Item(domain, sequence);

        Assert.DoesNotContain(Plan.Duties, d => d.ItemCode == item.Code && d.Level == GovernmentLevels.Township);
        Assert.Contains(Plan.Duties, d => d.ItemCode == item.Code && d.Level == GovernmentLevels.County);
        Assert.Contains(Plan.Undecided, g => g.ItemCode == item.Code && g.Level == GovernmentLevels.Township && g.Kind == kind);
    }

    [Fact]
    public void Build_StewardDecidesForTownships_CreatesTheirDutiesAndClosesTheGap()
    {
        var item = ShippedCatalogue.Item("10", 1);

        var plan = ShippedCatalogue.Builder(Decision(item, BodyRuleTarget.AllTownships)).Build(ShippedCatalogue.Items, []);

        Assert.Equal(26, plan.Duties.Count(d => d.ItemCode == item.Code && d.Level == GovernmentLevels.Township));
        Assert.DoesNotContain(plan.Undecided, g => g.ItemCode == item.Code);
    }

    [Fact]
    public void Build_StewardDecidesForNobody_KeepsTheReason()
    {
        var item = ShippedCatalogue.Item("21", 1);

        var plan = ShippedCatalogue.Builder(Decision(item, BodyRuleTarget.Nobody, "乡镇不办理")).Build(ShippedCatalogue.Items, []);

        Assert.DoesNotContain(plan.Undecided, g => g.ItemCode == item.Code);
        Assert.Contains(plan.Gaps, g => g.ItemCode == item.Code && g is { Kind: DutyGapKind.DecidedNobody, Remark: "乡镇不办理" });
    }

    [Fact]
    public void Build_TownshipHasItsOwnEdition_LeavesOutWhatDoesNotApplyAndAddsItsOwn()
    {
        var township = ShippedCatalogue.Organisations.First(o => o.Kind == OrganisationKind.Township).Id;
        var item = ShippedCatalogue.Item("05", 5);
        var local = StandardItem.Create(
            Guid.NewGuid(), Guid.NewGuid(), item.DomainId, "05-LOCAL", "1", 1, new StandardItemText { Level1 = "本地事项", Body = "本镇" },
            GovernmentLevels.Township, DisclosureMode.Active, ItemProvenance.Entered);

        var plan = ShippedCatalogue.Builder().Build(ShippedCatalogue.Items, [new TownshipVoice(township, new HashSet<string> { item.Code }, [local])]);

        Assert.Equal(25, plan.Duties.Count(d => d.ItemCode == item.Code));
        Assert.DoesNotContain(plan.Duties, d => d.ItemCode == item.Code && d.OrganisationId == township);
        Assert.Equal([township], plan.Duties.Where(d => d.ItemCode == local.Code).Select(d => d.OrganisationId));
    }

    [Fact]
    public void Build_OrganisationWasDissolved_GetsNoDuty()
    {
        var gone = Organisation.Create(Guid.NewGuid(), "mzj", "桂平市民政局", "市民政局", OrganisationKind.Department, "450881", 1);
        gone.SetActive(false);
        var item = ShippedCatalogue.Item("06", 1);
        var rule = new BodyRule { Phrase = "民政部门", Level = GovernmentLevels.County, OrganisationId = gone.Id };

        var plan = new DutyBuilder([rule], [gone], ShippedCatalogue.Value.Domains).Build([item], []);

        Assert.Empty(plan.Duties);
        Assert.Contains(plan.Undecided, g => g.ItemCode == item.Code);
    }

    private static BodyRule Decision(StandardItem item, BodyRuleTarget target, string reason = "") =>
        new() { ItemCode = item.Code, Level = GovernmentLevels.Township, Target = target, Reason = reason };
}
