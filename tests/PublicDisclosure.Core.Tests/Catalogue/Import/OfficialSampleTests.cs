using PublicDisclosure.Core.Catalogue.Import;

namespace PublicDisclosure.Core.Tests.Catalogue.Import;

/// <summary>The two official files: every cell of every row.</summary>
public sealed class OfficialSampleTests
{
    private const string AssistanceLaw = "《政府信息公开条例》\n《社会救助暂行办法》（国务院令第649号）";
    private const string ElderlyLaw = "《政府信息公开条例》\n民办函〔2019〕52号";
    private const string Ten = "制定或获取信息之日起10个工作日内";
    private const string TenElderly = "制定或获取之日起10个工作日内";
    private const string Display = "制定或获取信息之日起10个工作日内，公示7个工作日";
    private const string Both = "县级政府民政部门、乡镇政府（街道办事处）";
    private const string Board = "社区/企事业单位/村公示栏（电子屏）";
    private const string All = "政府网站、公开查阅点、政务服务中心、" + Board;
    private const string County = "县级";
    private const string CountyAndTown = "县级、乡级";
    private const string Guide = "办理事项、办理条件、救助或保障标准、申请材料、办理流程、办理时间地点、联系方式";

    [Fact]
    public void Read_SocialAssistance_GivesThirteenRowsWithEveryCell()
    {
        var reading = Fixture.Read(File.ReadAllBytes(Fixture.Official("社会救助领域基层政务公开标准目录.xlsx")));

        Assert.Empty(reading.Problems);
        Assert.All(reading.Rows, r => Assert.Equal("社会救助", r.Domain));
        Assert.Equal(Enumerable.Range(4, 13), reading.Rows.Select(r => r.RowNumber));
        Fixture.AssertLines(reading,
            Line(1, "综合业务", "政策法规文件", "社会救助暂行办法、各地配套政策法规文件"),
            Line(2, "综合业务", "监督检查", "社会救助信访通讯地址、投诉举报电话"),
            Line(3, "最低生活保障", "政策法规文件", "国发〔2012〕45号、低保审核审批办法、各地配套文件"),
            Line(4, "最低生活保障", "办事指南", Guide),
            Line(5, "最低生活保障", "审核信息", "初审对象名单及相关信息", Display, "乡镇政府（街道办事处）", Board, "乡级"),
            Line(6, "最低生活保障", "审批信息", "低保对象名单及相关信息"),
            Line(7, "特困人员救助供养", "政策法规文件", "国发〔2016〕14号、民发〔2016〕178号、民发〔2016〕115号、各地配套文件"),
            Line(8, "特困人员救助供养", "办事指南", Guide),
            Line(9, "特困人员救助供养", "审核信息", "初审对象名单及相关信息、终止供养名单", Display, Both, Board, "乡级"),
            Line(10, "特困人员救助供养", "审批信息", "特困人员名单及相关信息"),
            Line(11, "临时救助", "政策法规文件", "国发〔2014〕47号、民发〔2018〕23号、各地配套文件"),
            Line(12, "临时救助", "办事指南", Guide),
            Line(13, "临时救助", "审核审批信息", "支出型临时救助对象名单、救助金额、救助事由"));
        Assert.Equal("●社会救助暂行办法\n●各地配套政策法规文件", reading.Rows[0].ElementsText);
    }

    [Fact]
    public void Read_ElderlyCare_GivesElevenRowsWithEveryCell()
    {
        var reading = Fixture.Read(File.ReadAllBytes(Fixture.Official("养老服务领域基层政务公开标准目录.xlsx")));

        Assert.Empty(reading.Problems);
        Assert.All(reading.Rows, r => Assert.Equal("养老服务", r.Domain));
        Assert.Contains(reading.Notes, n => n.Code == "CatalogueFile.Remark" && n.Arguments[2].ToString()!.StartsWith("填报单位：桂平市民政局", StringComparison.Ordinal));
        Fixture.AssertLines(reading,
            Elderly(1, "养老服务通用政策", "国家和地方层面养老服务相关法律、法规、政策文件", "文件名称、文号、发文部门"),
            Elderly(2, "养老服务通用政策", "养老服务扶持政策措施清单", "措施名称、扶持对象、实施部门、内容和标准"),
            Elderly(3, "养老服务通用政策", "养老机构投资指南", "投资环境简介、审批条件及依据、审批流程、涉及部门和联系方式"),
            Elderly(4, "养老服务业务办理", "养老机构备案", "备案材料清单及样式、流程、部门、时限、时间地点、咨询电话", TenElderly, CountyAndTown),
            Elderly(5, "养老服务业务办理", "养老服务扶持补贴", "补贴名称、依据、对象、条件、内容标准、方式、材料清单、流程、部门、时限、地点、电话", TenElderly, CountyAndTown),
            Elderly(6, "养老服务业务办理", "老年人补贴", "补贴名称（高龄津贴、养老服务补贴、护理补贴）、依据、对象、标准、方式、材料、流程、部门、时限、地点、电话", TenElderly, CountyAndTown),
            Elderly(7, "养老服务行业管理信息", "养老机构备案信息", "备案机构名称、法定代表人、地址、床位等", "20个工作日内更新"),
            Elderly(8, "养老服务行业管理信息", "养老服务扶持补贴信息", "申请数量、审核通过数量、发放总金额、受益对象名单（机构）", "按年度或按季度"),
            Elderly(9, "养老服务行业管理信息", "老年人补贴申领和发放信息", "申领数量、审核通过名单（去标识）、发放总金额", "按季度"),
            Elderly(10, "养老服务行业管理信息", "养老机构评估信息", "评估事项、申请材料、流程、评估结果"),
            Elderly(11, "养老服务行业管理信息", "养老机构行政处罚信息", "处罚事项、标准、结果、监督投诉方式", "7个工作日内"));
        Assert.Equal(11, reading.Rows[5].Elements.Count);
    }

    [Fact]
    public void Read_OfficialFile_KeepsTheWholeTickListInOfficialOrder()
    {
        var row = Fixture.Read(File.ReadAllBytes(Fixture.Official("养老服务领域基层政务公开标准目录.xlsx"))).Rows[0];

        Assert.Equal(PublicDisclosure.Core.Catalogue.ChannelVocabulary.OfficialList, row.Channels.Select(c => c.Channel));
        Assert.Equal("■政府网站\n□政府公报\n■两微一端\n□发布会/听证会\n□广播电视\n□纸质媒体\n□公开查阅点\n■政务服务中心\n□便民服务站\n□入户/现场\n□" + Board + "\n□精准推送\n□其他",
            ChannelList.Format(row.Channels, row.AnyTickedChannel));
    }

    private static string Line(int number, string level1, string level2, string elements, string limit = Ten, string body = Both, string channels = All, string levels = CountyAndTown) =>
        $"{number}|{level1}|{level2}||{elements}|{AssistanceLaw}|{limit}|{body}|{channels}|全社会|主动|{levels}";

    private static string Elderly(int number, string level1, string level2, string elements, string limit = TenElderly, string levels = County) =>
        $"{number}|{level1}|{level2}||{elements}|{ElderlyLaw}|{limit}|县级人民政府民政部门|政府网站、两微一端、政务服务中心|全社会|主动|{levels}";
}
