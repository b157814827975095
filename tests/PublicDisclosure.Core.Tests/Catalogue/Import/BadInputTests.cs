using System.Text;
using PublicDisclosure.Core.Catalogue.Import;
using PublicDisclosure.Core.Tables;
using static PublicDisclosure.Core.Tests.Catalogue.Import.Fixture;

namespace PublicDisclosure.Core.Tests.Catalogue.Import;

/// <summary>Files that are broken, hostile or something else: each gives a reason, none an exception.</summary>
public sealed class BadInputTests
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

    [Fact]
    public void Read_EmptyFile_SaysSo()
    {
        Assert.Equal("TableFile.Empty", RefusalOf([]));
        Assert.Equal("TableFile.Empty", RefusalOf(new byte[2048]));
        Assert.Equal("TableFile.Empty", RefusalOf(Xlsx([[""]])));
    }

    [Fact]
    public void Read_OtherKindsOfFile_AreRefused()
    {
        Assert.Equal("CatalogueFile.NotACatalogue", RefusalOf([(byte)'M', (byte)'Z', 0x90, 0, 3, 0, 0, 0]));
        Assert.Equal("CatalogueFile.NotACatalogue", RefusalOf(Utf8("%PDF-1.7 ...")));
        Assert.Equal("CatalogueFile.NotACatalogue", RefusalOf(Zip(new() { ["a.txt"] = Utf8("a") })));
        Assert.Equal("TableFile.OldWord", RefusalOf([.. Compound, .. Encoding.Unicode.GetBytes("WordDocument")]));
        Assert.Equal("CatalogueFile.NoTable", RefusalOf(Utf8("今天天气很好，适合出门。")));
        Assert.Equal("TableFile.UnknownEncoding", RefusalOf([0x61, 0xFF, 0xFF, 0x62, 0xFF]));
    }

    [Fact]
    public void Read_EncryptedFile_SaysHowToSaveIt() =>
        Assert.Equal("TableFile.Encrypted", RefusalOf([.. Compound, .. Encoding.Unicode.GetBytes("EncryptedPackage")]));

    [Fact]
    public void Read_DamagedWorkbooks_AreRefusedWithoutException()
    {
        var good = Xlsx([.. OfficialHeadings, Row("1", "政策", "文件")]);
        Assert.Equal("TableFile.Damaged", RefusalOf(good[..(good.Length / 2)].Concat("xl/workbook.xml"u8.ToArray()).ToArray()));
        Assert.Equal("TableFile.Damaged", RefusalOf([.. Compound, .. Encoding.Unicode.GetBytes("Workbook")]));
        Assert.Equal("TableFile.Damaged", RefusalOf(Zip(new() { ["word/document.xml"] = Utf8("<not xml") })));
    }

    [Fact]
    public void Read_ZipBomb_IsRefusedBeforeItIsParsed()
    {
        var bomb = Zip(new() { ["xl/workbook.xml"] = Utf8("<workbook/>"), ["xl/worksheets/sheet0.xml"] = new byte[40 * 1024 * 1024] });

        Assert.True(bomb.Length < 200_000);
        Assert.Equal("TableFile.TooMuchInside", RefusalOf(bomb));
        Assert.Equal("TableFile.TooMuchInside", RefusalOf(Zip(Enumerable.Range(0, 2100).ToDictionary(i => i == 0 ? "xl/workbook.xml" : $"x{i}", _ => Array.Empty<byte>()))));
    }

    [Fact]
    public void Read_TooManyRows_IsRefused()
    {
        var line = string.Join(',', Row("1", "政策", "文件")) + "\n";

        Assert.Equal("TableFile.TooManyRows", RefusalOf(Utf8(Csv(OfficialHeadings) + string.Concat(Enumerable.Repeat(line, 20_001)))));
    }

    [Fact]
    public void Read_Macros_AreIgnoredAndSaid()
    {
        var reading = Read([.. Stored("merged.xls"), .. Encoding.Unicode.GetBytes("_VBA_PROJECT")]);

        Assert.Equal(2, reading.Rows.Count);
        Assert.Contains(reading.Notes, n => n.Code == "TableFile.MacrosIgnored");
    }

    [Fact]
    public void Read_BrokenQuotes_CostOneRowAndSayWhich()
    {
        string[] rows = [string.Join(',', Row("1", "政策", "文件一")), "2,政策,\"没有收尾,a,b", string.Join(',', Row("3", "政策", "文件三")), "4,政策,\"收尾\"后面,a", string.Join(',', Row("5", "政策", "文件五"))];
        var reading = Read(Utf8("养老服务领域基层政务公开标准目录\n" + Csv(OfficialHeadings) + string.Join('\n', rows)));

        Assert.Equal(["1", "3", "5"], reading.Rows.Select(r => r.Sequence));
        Assert.Equal([(5, "TableFile.BrokenQuotes"), (7, "TableFile.BrokenQuotes")], reading.Unreadable.Select(p => (p.RowNumber, p.Reason.Code)));
    }

    [Fact]
    public void Read_FormulaCells_AreTextWithAWarning()
    {
        const string attack = "=cmd|' /C calc'!A0";
        var csv = Read(Utf8(Csv([["养老服务领域基层政务公开标准目录"], .. OfficialHeadings, Row("1", "政策", attack)])));
        var xlsx = Read(Xlsx([.. OfficialHeadings, Row("1", "政策", "f:1+1|结果文字")]));

        Assert.Equal(attack, csv.Rows[0].Level2);
        Assert.Equal("结果文字", xlsx.Rows[0].Level2);
        Assert.Equal(["CatalogueRow.Formula"], csv.Problems.Select(p => p.Reason.Code));
        Assert.Equal(["CatalogueRow.Formula"], xlsx.Problems.Select(p => p.Reason.Code));
    }

    [Fact]
    public void Read_HugeCell_MakesOneRowUnreadable()
    {
        var reading = Read(Utf8(Csv([["养老服务领域基层政务公开标准目录"], .. OfficialHeadings, Row("1", "政策", new string('长', 100_000)), Row("2", "政策", "文件")])));

        Assert.Equal(["2"], reading.Rows.Select(r => r.Sequence));
        var problem = Assert.Single(reading.Unreadable.DistinctBy(p => p.RowNumber));
        Assert.True(problem.Reason.Code == "CatalogueRow.TextTooLong" && problem.RowText.Length < 700);
    }

    [Fact]
    public void Read_ControlAndBidiCharacters_AreTakenOutAndSaid()
    {
        var reading = Read(Utf8(Csv([["养老服务领域基层政务公开标准目录"], .. OfficialHeadings, Row("1", "政\u0007策", "文\u202e件\u200b名")])));

        Assert.Equal("政策|文件名", $"{reading.Rows[0].Level1}|{reading.Rows[0].Level2}");
        Assert.Equal(["CatalogueRow.HiddenCharacters", "CatalogueRow.HiddenCharacters"], reading.Problems.Select(p => p.Reason.Code));
    }

    [Fact]
    public void Read_RowsThatSayTooLittle_AreListedAndNotDropped()
    {
        var nameless = Row("2", "—", "—");
        var odd = Row("3", "政策", "指南");
        odd[10] = "全文发布";
        var reading = Read(Xlsx([.. OfficialHeadings, Row("1", "政策", "文件"), nameless, ["一段没有归属的文字", "", ""], odd]));

        Assert.Equal(["1", "3"], reading.Rows.Select(r => r.Sequence));
        Assert.Equal(["CatalogueRow.NoItem", "CatalogueRow.OnlyOneCell"], reading.Unreadable.Select(p => p.Reason.Code));
        Assert.Contains(reading.Problems, p => p is { IsUnreadable: false, RowNumber: 6, Reason.Code: "CatalogueRow.TickNotUnderstood" });
    }

    [Fact]
    public void Read_TenThousandRows_ReadsAllAndTellsProgress()
    {
        var told = new List<int>();
        var rows = Enumerable.Range(1, 10_000).Select(i => Row($"{i}", $"政策{i / 10}", $"文件{i}", channels: "■政府网站\n□政府公报\n■两微一端\n□其他"));
        var file = Xlsx([.. OfficialHeadings, .. rows]);
        var outcome = CatalogueReader.Read(file, "大表", new Told(told), cancel: TestContext.Current.CancellationToken);

        Assert.Equal(10_000, outcome.Value!.Rows.Count);
        Assert.True(told.Count > 10);
    }

    private sealed class Told(List<int> values) : IProgress<int>
    {
        public void Report(int value) => values.Add(value);
    }
}
