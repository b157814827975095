using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Catalogue.Import;
using static PublicDisclosure.Core.Tests.Catalogue.Import.Fixture;

namespace PublicDisclosure.Core.Tests.Catalogue.Import;

/// <summary>One fixture per local variation of the official layout, spread over the formats, each with its expected rows.</summary>
public sealed class VariationTests
{
    private const string First = "1|政策|法规文件||文件名称、文号|条例|20个工作日内|民政部门|政府网站|全社会|主动|县级";
    private const string Second = "2|政策|办事指南||文件名称、文号|条例|20个工作日内|民政部门|政府网站|全社会|主动|县级";

    private static string[] Title(string text = "（六）养老服务领域基层政务公开标准目录") => [text];

    [Fact]
    public void Xlsx_MergedCellsDown_FillTheRowsBelow()
    {
        var file = Xlsx([Title(), .. OfficialHeadings, Row("1", "政策", "法规文件"), Row("2", "", "办事指南", "", "", "", "")],
            ["A1:N1", .. Shifted(1), "B4:B5", "E4:E5", "F4:F5", "G4:G5", "H4:H5"]);

        AssertLines(Read(file), First, Second);
    }

    [Fact]
    public void Xlsx_SameAsAbove_TakesTheNearestFilledCellOfTheColumn()
    {
        var reading = Read(Xlsx([Title(), .. OfficialHeadings, Row("1", "政策", "法规文件"), Row("2", "同上", "办事指南", "同上", "同上", "（同上）", "同上"), Row("3", "同上", "公告", "同上", "3个工作日内", "同上", "同上")]));

        AssertLines(reading, First, Second, "3|政策|公告||文件名称、文号|条例|3个工作日内|民政部门|政府网站|全社会|主动|县级");
    }

    [Fact]
    public void Xlsx_SameAsAboveInTheFirstRow_IsUnreadableWithItsRowNumber()
    {
        var reading = Read(Xlsx([Title(), .. OfficialHeadings, Row("1", "同上", "法规文件"), Row("2", "政策", "办事指南")]));

        Assert.Equal([Second], reading.Rows.Select(Line));
        var problem = Assert.Single(reading.Unreadable);
        Assert.Equal((4, "公开事项·一级事项", "CatalogueRow.NothingAbove"), (problem.RowNumber, problem.Column, problem.Reason.Code));
    }

    [Fact]
    public void Xlsx_HeadingsRepeatedInTheMiddle_AreSkipped() =>
        AssertLines(Read(Xlsx([Title(), .. OfficialHeadings, Row("1", "政策", "法规文件"), .. OfficialHeadings, Row("2", "政策", "办事指南")])), First, Second);

    [Fact]
    public void Xlsx_TitleAndReportingUnit_NameTheDomainAndAreNotRows()
    {
        var reading = Read(Xlsx([Title("（十三）农村危房改造领域基层政务公开标准目录"), ["填报单位：桂平市住房和城乡建设局", "填报时间：2022年5月"], .. OfficialHeadings, Row("1", "政策", "法规文件")], sheet: "Sheet1"));

        AssertLines(reading, First);
        Assert.Equal("农村危房改造", reading.Rows[0].Domain);
    }

    [Fact]
    public void Xlsx_SeveralSheets_EachGivesItsDomain()
    {
        var reading = Read(Xlsx(("就业", [.. OfficialHeadings, Row("1", "政策", "法规文件")], OfficialMerges), ("Sheet2", [[""]], []),
            ("汇总", [["说明"], ["本表由各单位填写"]], []), ("Sheet3", [Title("社会保险领域基层政务公开标准目录"), .. OfficialHeadings, Row("2", "政策", "办事指南")], [])));

        AssertLines(reading, First, Second);
        Assert.Equal(["就业", "社会保险"], reading.Rows.Select(r => r.Domain));
        Assert.Contains(reading.Notes, n => n.Code == "CatalogueFile.SheetWithoutTable" && n.Arguments.Contains("汇总"));
    }

    [Fact]
    public void Xlsx_ThirdLevelAndAspectsColumn_AreRead()
    {
        string[][] headings =
        [
            ["序号", "公开事项", "", "", "公开内容（要素）", "五公开", "公开时限", "公开主体", "公开层级", "", ""],
            ["", "一级事项", "二级事项", "三级事项", "", "", "", "", "县级", "乡级", "村级"],
        ];
        var reading = Read(Xlsx([.. headings, ["1", "处罚", "决定", "案卷", "当事人", "□决策 ■执行 □管理 □服务 ■结果", "7个工作日内", "城管局", "√", "", "√"]], ["A1:A2", "B1:D1", "E1:E2", "F1:F2", "G1:G2", "H1:H2", "I1:K1"], "城市综合执法"));

        AssertLines(reading, "1|处罚|决定|案卷|当事人||7个工作日内|城管局||||县级、村级");
        Assert.Equal(DisclosureAspects.Execution | DisclosureAspects.Result, reading.Rows[0].Aspects);
        Assert.Equal(["公开依据", "公开渠道和载体", "公开对象", "公开方式"], reading.Notes.Where(n => n.Code == "CatalogueFile.ColumnMissing").Select(n => n.Arguments[1]));
    }

    [Fact]
    public void Xlsx_WingdingsLetters_AreTicks()
    {
        var row = Row("1", "政策", "法规文件", channels: "R政府网站\n£政府公报\nR两微一端\n£其他");
        (row[8], row[10], row[12]) = ("R", "t", "R");

        AssertLines(Read(Xlsx([.. OfficialHeadings, row])), "1|政策|法规文件||文件名称、文号|条例|20个工作日内|民政部门|政府网站、两微一端|全社会|主动|县级");
    }

    [Theory]
    [InlineData("▲政府网站 □政府公报 ▲两微一端")]
    [InlineData("◆政府网站\n◆两微一端")]
    [InlineData("▄政府网站▄两微一端□政府公报")]
    [InlineData("√政府网站 √两微一端 口政府公报")]
    [InlineData("✓政府网站\n✓两微一端\n〇政府公报")]
    [InlineData("政府网站■ 政府公报□ 两微一端■")]
    [InlineData("政府网站\n两微一端")]
    [InlineData("政府网站、两微一端")]
    [InlineData("R政府网站 £政府公报 R两微一端")]
    [InlineData("t政府网站t两微一端口政府公报")]
    [InlineData("■政府\n网站\n□政府\n公报\n■两微一端")]
    public void Channels_EveryMark_TellsChosenFromNot(string cell)
    {
        var ticks = ChannelList.Parse(cell, out _);

        Assert.Equal(["政府网站", "两微一端"], ticks.Where(t => t.IsTicked).Select(t => t.Text));
        Assert.Equal(13, ticks.Count);
    }

    [Fact]
    public void Channels_OtherAddressAndAnyOne_AreKept()
    {
        var ticks = ChannelList.Parse("■政府网站（https://www.gpx.gov.cn/zwgk）\n■其他____基层公共服务平台____\n■12345政务服务热线\n（在标注范围内至少选择其一公开）", out var any);

        Assert.True(any);
        Assert.Equal([Channel.Website, Channel.Hotline, Channel.Other], ticks.Where(t => t.IsTicked).Select(t => t.Channel));
        Assert.Equal(["政府网站（https://www.gpx.gov.cn/zwgk）", "12345政务服务热线", "其他（基层公共服务平台）"], ticks.Where(t => t.IsTicked).Select(t => t.Text));
    }

    [Fact]
    public void Csv_Utf8WithDashes_MeansNone()
    {
        var row = Row("22", "政策", "─", limit: "—", body: "乡镇政府");
        (row[9], row[11], row[13]) = ("—", "-", "/");

        AssertLines(Read(Utf8("\ufeff" + Csv([Title(), .. OfficialHeadings, row]))), "22|政策|||文件名称、文号|条例||乡镇政府|政府网站|全社会|主动|县级");
    }

    [Fact]
    public void Csv_Gb18030WithEmptyMergedCells_ContinuesTheItemAbove() =>
        AssertLines(Read(Gb18030(Csv([Title(), .. OfficialHeadings, Row("1", "政策", "法规文件"), Row("2", "", "办事指南", "", "", "", "")]))), First, Second);

    [Fact]
    public void Csv_OneHeadingRowInAnyOrder_IsUnderstood()
    {
        var reading = Read(Utf8(Csv(
            ["公开主体", "一级目录", "二级目录", "序号", "领域", "公开层级", "公开方式", "公开对象", "公开渠道", "公开时限", "法律依据", "公开内容"],
            ["民政部门", "政策", "法规文件", "7", "养老服务领域", "县级、乡级", "依申请公开", "特定群众（申请人）", "政府网站、政府公报", "20个工作日内", "条例", "1.文件名称；2.文号"])));

        AssertLines(reading, "7|政策|法规文件||文件名称、文号|条例|20个工作日内|民政部门|政府网站、政府公报|特定群众（申请人）|依申请|县级、乡级");
        Assert.Equal("养老服务", reading.Rows[0].Domain);
    }

    [Fact]
    public void Csv_ItemCodes_AreKeptApartFromNames()
    {
        var reading = Read(Utf8(Csv([Title("救灾领域基层政务公开标准目录"), .. OfficialHeadings, Row("0505", "政策法规115001000", "法规标准115001001")])));

        AssertLines(reading, "0505|政策法规|法规标准||文件名称、文号|条例|20个工作日内|民政部门|政府网站|全社会|主动|县级");
        Assert.Equal("115001001", reading.Rows[0].ItemCode);
    }

    [Fact]
    public void Csv_BrokenWordsAndAddress_AreJoined()
    {
        var reading = Read(Utf8(Csv([Title(), .. OfficialHeadings, Row("1", "养老服务通\n用政策", "法规 文件", limit: "制定或获取信息 之日起10个工作\n日 内", channels: "■政府网站\nhttps://www.gpx.gov.cn/\nzwgk")])));

        Assert.Equal("养老服务通用政策|法规文件|制定或获取信息之日起10个工作日内", $"{reading.Rows[0].Level1}|{reading.Rows[0].Level2}|{reading.Rows[0].TimeLimitText}");
        Assert.Equal("政府网站https://www.gpx.gov.cn/zwgk", reading.Rows[0].Channels.Single(c => c.IsTicked).Text);
    }

    [Fact]
    public void Csv_ColumnsOutsideTheOfficialLayout_AreKeptByHeading()
    {
        string[] headings = ["序号", "一级事项", "二级事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道", "公开格式", "公开链接", "咨询电话", "备注"];
        var reading = Read(Utf8(Csv(Title(), headings, ["1", "政策", "法规文件", "文号", "条例", "长期", "民政局", "政府网站", "■文本 □视频", "https://x.gov.cn/1", "0775-3380000", "按季度更新"])));

        Assert.Equal([new("公开格式", "■文本 □视频"), new("公开链接", "https://x.gov.cn/1"), new("咨询电话", "0775-3380000")], reading.Rows[0].Extra);
        Assert.Equal("按季度更新", reading.Rows[0].Note);
    }

    [Fact]
    public void Csv_LocalLevelNames_AreUnderstood()
    {
        string[] headings = ["序号", "一级事项", "二级事项", "公开内容", "公开时限", "公开主体", "市级", "镇级", "村级"];
        string[] threeHeadings = ["序号", "一级事项", "二级事项", "公开内容", "公开时限", "公开主体", "市级", "县（区）级", "乡、村级"];

        Assert.Equal(CatalogueLevels.County | CatalogueLevels.Village, Read(Utf8(Csv(Title(), headings, ["1", "政策", "文件", "文号", "长期", "民政局", "√", "", "√"]))).Rows[0].Levels);
        Assert.Equal(CatalogueLevels.City | CatalogueLevels.Township | CatalogueLevels.Village, Read(Utf8(Csv(Title(), threeHeadings, ["1", "政策", "文件", "文号", "长期", "民政局", "√", "", "√"]))).Rows[0].Levels);
    }

    [Fact]
    public void Docx_SpansAndVerticalMerges_FillTheGrid()
    {
        string[][] grid =
        [
            ["序号", "公开事项", "<", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开对象", "<", "公开方式", "<", "公开层级", "<"],
            ["^", "一级事项", "二级事项", "^", "^", "^", "^", "^", "全社会", "特定群众", "主动", "依申请", "县级", "乡级"],
            Row("1", "政策", "法规文件"),
            ["2", "^", "办事指南", "文件名称、文号", "^", "^", "^", "^", "√", "", "√", "", "√", ""],
        ];
        var reading = Read(Docx("养老服务领域基层政务公开标准目录", grid));

        AssertLines(reading, First, Second);
        Assert.All(reading.Rows, r => Assert.Equal("养老服务", r.Domain));
    }

    [Fact]
    public void Docx_SymbolFontTicks_AreRead()
    {
        var row = Row("1", "政策", "法规文件");
        (row[8], row[10], row[12], row[13]) = ("sym:F052", "sym:F0FE", "sym:F052", "sym:F0A3");

        AssertLines(Read(Docx("养老服务领域基层政务公开标准目录", [.. OfficialHeadings.Select(Spread), row])), First);
    }

    [Fact]
    public void Html_RowAndColumnSpans_FillTheGrid()
    {
        var html = Html("养老服务领域基层政务公开标准目录",
            "<th rowspan=2>序号</th><th colspan=2>公开事项</th><th rowspan=2>公开内容<br>（要素）</th><th rowspan=2>公开依据</th><th rowspan=2>公开时限</th><th rowspan=2>公开主体</th><th rowspan=2>公开渠道和载体</th><th colspan=2>公开对象</th><th colspan=2>公开方式</th><th colspan=2>公开层级</th>",
            "<th>一级事项</th><th>二级事项</th><th>全社会</th><th>特定群众</th><th>主动</th><th>依申请公开</th><th>县级</th><th>乡镇级</th>",
            "<td>1</td><td rowspan=2>政策</td><td>法规文件</td><td>文件名称、文号</td><td rowspan=2>条例</td><td rowspan=2>20个工作日内</td><td rowspan=2>民政部门</td><td rowspan=2>■政府网站<br>□政府公报</td><td>√</td><td></td><td>√</td><td></td><td>√</td><td></td>",
            "<td>2</td><td>办事指南</td><td>文件名称、文号</td><td>√</td><td></td><td>√</td><td></td><td>√</td><td></td>");
        var outcome = CatalogueReader.ReadPasted(html, cancel: TestContext.Current.CancellationToken);

        AssertLines(outcome.Value!, First, Second);
        Assert.Equal("养老服务", outcome.Value!.Rows[0].Domain);
        AssertLines(Read(Utf8(html), "目录.xls"), First, Second);
    }

    [Fact]
    public void Tsv_PastedFromASpreadsheet_IsRead()
    {
        var row = Row("2", "", "办事指南", channels: "■政府网站\n□政府公报");
        (row[8], row[9]) = ("", "项目单位");

        AssertLines(CatalogueReader.ReadPasted(Tsv([.. OfficialHeadings, Row("1", "政策", "法规文件"), row]), "养老服务", TestContext.Current.CancellationToken).Value!,
            First, "2|政策|办事指南||文件名称、文号|条例|20个工作日内|民政部门|政府网站|特定群众（项目单位）|主动|县级");
    }

    [Fact]
    public void Tsv_CellsLostToMerging_AreReportedAndNotGuessed()
    {
        var text = Tsv([.. OfficialHeadings, Row("1", "政策", "法规文件"), ["2", "办事指南", "文件名称、文号", "条例", "20个工作日内", "民政部门", "■政府网站", "√", "", "√", "", "√", ""]]);
        var reading = CatalogueReader.ReadPasted(text, "养老服务", TestContext.Current.CancellationToken).Value!;

        Assert.Equal([First], reading.Rows.Select(Line));
        Assert.Equal(["CatalogueRow.CellsMissing"], reading.Unreadable.Select(p => p.Reason.Code));
    }

    [Fact]
    public void Xlsx_ThreeHeadingRowsAndColumnNumbers_AreNotRows()
    {
        string[][] headings =
        [
            ["序号", "公开事项", "", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开对象", "", "公开方式", "", "公开层级", ""],
            ["", "一级事项", "二级事项", "", "", "", "", "", "全社会", "特定群众", "主动", "依申请", "县级", "乡级"],
            ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14"],
        ];

        AssertLines(Read(Xlsx([.. headings, Row("1", "政策", "法规文件")], OfficialMerges)), First);
    }

    [Fact]
    public void Xlsx_ChannelsAsColumns_AreTicks()
    {
        string[][] grid =
        [
            ["序号", "一级事项", "二级事项", "公开内容", "公开时限", "公开主体", "公开渠道和载体", "", ""],
            ["", "", "", "", "", "", "政府网站", "政府公报", "政务新媒体"],
            ["1", "政策", "法规文件", "文号", "长期", "民政局", "√", "", "√"],
        ];

        AssertLines(Read(Xlsx(grid, ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2", "F1:F2", "G1:I1"])), "1|政策|法规文件||文号||长期|民政局|政府网站、政务新媒体|||");
    }

    [Theory]
    [InlineData("merged.xls")]
    [InlineData("ditto.xls")]
    public void Xls_BinaryWorkbook_IsReadAsTheNewFormat(string name) => AssertLines(Read(Stored(name)), First, Second);

    [Fact]
    public void Elements_HollowBullets_AreOptional() =>
        Assert.Equal([new ContentElement("文件名称", true), new ContentElement("解读", false)], ContentElement.Parse("●文件名称\n〇解读"));

    private static string[] Shifted(int rows) => [.. OfficialMerges.Select(m => string.Join(':', m.Split(':').Select(p => $"{p[0]}{p[1] - '0' + rows}")))];

    private static string[] Spread(string[] headings) => [.. headings.Select((h, i) => h.Length == 0 && i > 0 && headings[0].Length > 0 ? "<" : h.Length == 0 ? "^" : h)];
}
