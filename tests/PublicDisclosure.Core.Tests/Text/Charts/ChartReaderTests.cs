using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text.Charts;

namespace PublicDisclosure.Core.Tests.Text.Charts;

public class ChartReaderTests
{
    private static ChartReading Read(string word, params string[] lines) => ChartReader.Read(word, lines);

    [Fact]
    public void Read_PasteFromExcel_TakesTabsThousandsPercentAndMissingCells()
    {
        var chart = Read("柱状图", "标题：补助标准", "单位：元", "类别\t2025年\t2026年", "城市\t1,080\t１２００", "农村\t—\t12.5%").Chart!;

        Assert.Equal(("补助标准", "元", "类别", ChartKind.Bar), (chart.Title, chart.Unit, chart.Heading, chart.Kind));
        Assert.Equal(["城市", "农村"], chart.Categories);
        Assert.Equal([1080m, null], chart.Series[0].Values);
        Assert.Equal([1200m, 12.5m], chart.Series[1].Values);
        Assert.Equal("12.5%", chart.Series[1].Texts[1]);
    }

    [Fact]
    public void Read_PipeTableWithRuleRow_SkipsTheRule()
    {
        var chart = Read("饼图", "标题：构成", "| 项目 | 金额 |", "| --- | ---: |", "| 甲 | 3 |", "| 乙 | 1 |").Chart!;

        Assert.Equal([3m, 1m], chart.Series[0].Values);
    }

    public static TheoryData<string, string[], string, object[]> Faulty => new()
    {
        { "雷达图", ["标题：x"], "Chart.KindUnknown", ["雷达图"] },
        { "柱状图", ["类别|数", "甲|1"], "Chart.TitleMissing", [] },
        { "柱状图", ["标题：x"], "Chart.TableMissing", [] },
        { "柱状图", ["标题：x", "类别|数"], "Chart.TableMissing", [] },
        { "柱状图", ["标题：x", "类别", "甲"], "Chart.ColumnsMissing", [2] },
        { "柱状图", ["标题：x", "类别|数", "甲|1", "乙|两百"], "Chart.NotANumber", [4, 2, "两百"] },
        { "柱状图", ["标题：x", "类别|数", "甲|1|2"], "Chart.CellsDiffer", [3, 2, 3] },
        { "柱状图", ["标题：x", "类别|数", "甲|"], "Chart.ColumnEmpty", ["数"] },
        { "柱状图", ["标题：x", "a|1|2|3|4|5|6|7", "甲|1|2|3|4|5|6|7"], "Chart.TooManyColumns", [2, 6] },
        { "柱状图", ["标题：x", "类别|数", "甲|99999999999999999999"], "Chart.NotANumber", [3, 2, "99999999999999999999"] },
        { "折线图", ["标题：x", "年|数", "2025|1"], "Chart.LineNeedsTwoRows", [3] },
        { "饼图", ["标题：x", "类别|数|数二", "甲|1|2"], "Chart.PieHasOneColumn", [2] },
        { "饼图", ["标题：x", "类别|数", "甲|1", "乙|-1"], "Chart.PieNeedsPositive", [4] },
        { "饼图", ["标题：x", "类别|数", .. Enumerable.Range(1, 7).Select(i => $"{i}|1")], "Chart.TooManyRows", [9, 6] },
        { "流程图", ["标题：x", "1 申请"], "Chart.StepsMissing", [] },
        { "流程图", ["标题：x", "1 申请", "1 受理"], "Chart.StepTwice", [3, "1"] },
        { "流程图", ["标题：x", "1 申请", "2 受理", "1 -> 9"], "Chart.StepUnknown", [4, "9"] },
        { "流程图", ["标题：x", "1 申请", "2 受理", "2 -> 2"], "Chart.ArrowToItself", [4, "2"] },
        { "柱状图", ["标题：" + new string('长', 61), "类别|数", "甲|1"], "Chart.TextTooLong", [1, 60] },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Read_FaultyBlock_NamesTheLine(string word, string[] lines, string code, object[] values)
    {
        var reading = ChartReader.Read(word, lines);

        Assert.Null(reading.Chart);
        Assert.Contains(new Refusal(code, null, values), reading.Faults);
    }

    [Fact]
    public void Read_FlowWithoutArrows_GoesStepByStep()
    {
        var flow = Read("流程图", "标题：办理", "提出申请", "村级受理", "镇级审核").Chart!.Flow!;

        Assert.Equal(["1", "2", "3"], flow.Steps.Select(s => s.Key));
        Assert.Equal([new FlowArrow(0, 1, ""), new FlowArrow(1, 2, "")], flow.Arrows);
    }

    [Fact]
    public void Read_FlowWithArrows_KeepsLabelsAndWaysBack()
    {
        var flow = Read("流程图", "标题：办理", "1、提出申请", "2. 受理", "1 -> 2", "2 → 1：材料不全").Chart!.Flow!;

        Assert.Equal(["提出申请", "受理"], flow.Steps.Select(s => s.Name));
        Assert.Equal([new FlowArrow(0, 1, ""), new FlowArrow(1, 0, "材料不全")], flow.Arrows);
    }
}
