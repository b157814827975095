using System.Text;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Privacy.Masking;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Text;
using PublicDisclosure.TestKit;
using static PublicDisclosure.Core.Tests.Privacy.MaskingFiles;

namespace PublicDisclosure.Core.Tests.Privacy;

/// <summary>Whatever column the checklist refuses, the assistant masks, in every kind of file and in the text; afterwards the checklist is content.</summary>
public sealed class OneHeadingListTests
{
    private static readonly MaskingRules Rules = new(MaskingRuleSeed.Shipped(new TestClock().Now));

    /// <summary>An open value for each kind of column that is masked.</summary>
    private static readonly Dictionary<SensitiveColumnKind, string> Open = new()
    {
        [SensitiveColumnKind.Number] = "EA1234567",
        [SensitiveColumnKind.Account] = "20430101040012345",
        [SensitiveColumnKind.Attribute] = "尿毒症",
        [SensitiveColumnKind.Address] = "木乐镇白沙村三组12号",
        [SensitiveColumnKind.Phone] = Mobile,
    };

    /// <summary>Every heading that is shipped and whose values must be masked.</summary>
    public static TheoryData<string> Headings => [.. SeedTable.Read("rules/sensitive-columns.csv").Select(r => r["heading"]).Where(h => Open.ContainsKey(SensitiveColumns.KindOf(h)!.Value))];

    [Theory, MemberData(nameof(Headings))]
    public void Csv_ColumnTheChecklistRefuses_IsMasked(string heading)
    {
        var value = Open[SensitiveColumns.KindOf(heading)!.Value];
        var file = Encoding.UTF8.GetBytes($"姓名,{heading},金额\n张三丰,{value},600\n");
        Assert.Contains(Columns(FileKind.Csv, file), c => c.Heading == heading);

        var made = FileMasker.Mask("csv", new MemoryStream(file), new MaskingPass(Rules, null));

        Assert.Empty(Columns(FileKind.Csv, made.File.ToArray()));
        Assert.Contains("600", Encoding.UTF8.GetString(made.File.ToArray()), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Headings))]
    public void Text_ColumnTheChecklistRefuses_IsMasked(string heading)
    {
        var value = Open[SensitiveColumns.KindOf(heading)!.Value];
        foreach (var body in new[] { $"| 姓名 | {heading} |\n|---|---|\n| 张三丰 | {value} |", $"名单如下：\n\n姓名 | {heading}\n--- | ---\n张三丰 | {value}" })
        {
            Assert.Contains(SensitiveColumns.Find(MarkdownRenderer.Render(body).PlainText, isSheet: false), c => c.Heading == heading);

            var masked = TextMasker.Mask(new DisclosureText { Title = "名单", Body = body }, new MaskingPass(Rules, null));

            Assert.Empty(SensitiveColumns.Find(MarkdownRenderer.Render(masked.Body).PlainText, isSheet: false));
        }
    }

    [Theory, MemberData(nameof(Headings))]
    public void Files_ColumnTheChecklistRefuses_IsMasked(string heading)
    {
        string[][] rows = [["序号", "姓名", heading], ["1", "张三丰", Open[SensitiveColumns.KindOf(heading)!.Value]]];
        foreach (var (kind, file) in new[] { (FileKind.Xlsx, List("无", rows).ToArray()), (FileKind.Docx, Word(Table(rows)).ToArray()) })
        {
            Assert.Contains(Columns(kind, file), c => c.Heading == heading);

            var made = FileMasker.Mask(kind.Extension, new MemoryStream(file), new MaskingPass(Rules, null));

            Assert.Empty(Columns(kind, made.File.ToArray()));
        }
    }

    [Fact]
    public void Sheet_SecondListFarBelow_IsMaskedToo()
    {
        var rows = Enumerable.Range(1, 40).Select(i => $"{i},木乐镇,600\n");
        var file = Encoding.UTF8.GetBytes($"序号,乡镇,金额\n{string.Concat(rows)}附：,,\n户主,致贫原因,金额\n李四光,因病,500\n");
        Assert.Single(Columns(FileKind.Csv, file));

        var made = FileMasker.Mask("csv", new MemoryStream(file), new MaskingPass(Rules, null));

        Assert.Empty(Columns(FileKind.Csv, made.File.ToArray()));
        Assert.Contains("40,木乐镇,600", Encoding.UTF8.GetString(made.File.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Word_HeadingOverTwoColumns_ShiftsTheOnesBehindItInBothReaders()
    {
        const string wide = "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>";
        var table = $"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{wide}{P("姓名")}</w:tc>{Cell("病种")}</w:tr><w:tr>{Cell("张")}{Cell("三丰")}{Cell("尿毒症")}</w:tr></w:tbl>{P("完")}";
        var file = Word(table).ToArray();
        Assert.Equal("病种", Assert.Single(Columns(FileKind.Docx, file)).Heading);

        var made = FileMasker.Mask("docx", new MemoryStream(file), new MaskingPass(Rules, null));

        Assert.Empty(Columns(FileKind.Docx, made.File.ToArray()));
    }

    [Theory]
    [InlineData("病种,报销比例\n尿毒症,70%\n")]
    [InlineData("残疾类别,残疾等级,月补贴\n肢体,一级,80元\n")]
    [InlineData("开户银行,银行账号\n工商银行,20430101040012345\n")]
    [InlineData("单位名称,统一社会信用代码（身份证号码）\n某公司,{code}\n")]
    [InlineData("户主姓名,病种\n张**,无\n李**,/\n")]
    public void Csv_WhatTheChecklistLetsPass_StaysAsItIs(string rows)
    {
        var text = rows.Replace("{code}", OrganisationCode.Demo("450881", 12).Value, StringComparison.Ordinal);
        Assert.Empty(Columns(FileKind.Csv, Encoding.UTF8.GetBytes(text)));

        var made = FileMasker.Mask("csv", Csv(text), new MaskingPass(Rules, null));

        Assert.Equal(text, Encoding.UTF8.GetString(made.File.ToArray()).TrimStart('\uFEFF').ReplaceLineEndings("\n"));
    }

    private static IReadOnlyList<SensitiveColumn> Columns(FileKind kind, byte[] file) => [.. FileInspector.Inspect(kind, new MemoryStream(file)).Parts
        .SelectMany(p => SensitiveColumns.Find(p.Text, p.Place.Contains("工作表", StringComparison.Ordinal) || p.Place.Contains("表格", StringComparison.Ordinal)))];

    private static string Table(string[][] rows) => $"<w:tbl><w:tblPr/><w:tblGrid/>{string.Concat(rows.Select(r => $"<w:tr>{string.Concat(r.Select(Cell))}</w:tr>"))}</w:tbl>{P("完")}";
}
