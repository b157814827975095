using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Privacy.Masking;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Text;
using PublicDisclosure.TestKit;
using static PublicDisclosure.Core.Tests.Privacy.MaskingFiles;

namespace PublicDisclosure.Core.Tests.Privacy;

public sealed class FileMaskerTests
{
    private static readonly MaskingRules Rules = new(MaskingRuleSeed.Shipped(new TestClock().Now));

    [Theory]
    [InlineData(MaskingKind.IdentityNumber, "450881199003071231", "450881********1231")]
    [InlineData(MaskingKind.IdentityNumber, "450881900307123", "450881*****7123")]
    [InlineData(MaskingKind.IdentityNumber, "45088119900307123144", "450881********1231**")]
    [InlineData(MaskingKind.SuspectedIdentityNumber, "45088119900307123244", "450881********1232**")]
    [InlineData(MaskingKind.IdentityNumber, "45088119", "********")]
    [InlineData(MaskingKind.Mobile, "13812345678", "138****5678")]
    [InlineData(MaskingKind.BankCard, "6228480402564890018", "***************0018")]
    [InlineData(MaskingKind.Name, "张三", "张**")]
    [InlineData(MaskingKind.Name, "欧阳修文", "欧阳**")]
    [InlineData(MaskingKind.HomeAddress, "桂平市木乐镇新村3组12号", "桂平市木乐镇新村")]
    [InlineData(MaskingKind.HomeAddress, "三楼", "***")]
    [InlineData(MaskingKind.SensitiveColumn, "肺癌", "***")]
    public void Mask_ShippedRules_GivesTheUsualMasks(MaskingKind kind, string value, string expected) => Assert.Equal(expected, Rules.Mask(kind, value));

    [Theory]
    [InlineData("身份证号码", MaskingKind.IdentityNumber)]
    [InlineData("护照号码", MaskingKind.IdentityNumber)]
    [InlineData("统一社会信用代码（身份证号码）", MaskingKind.IdentityNumber)]
    [InlineData("监护人身份证号", MaskingKind.IdentityNumber)]
    [InlineData("开户银行账号", MaskingKind.BankCard)]
    [InlineData("监护人姓名", MaskingKind.SensitiveColumn)]
    [InlineData("残疾 等级", MaskingKind.SensitiveColumn)]
    [InlineData("户籍地址", MaskingKind.HomeAddress)]
    [InlineData("手机号", MaskingKind.Mobile)]
    [InlineData("户主姓名", MaskingKind.Name)]
    [InlineData("单位名称", null)]
    [InlineData("救助对象", null)]
    [InlineData("补助金额（元）", null)]
    [InlineData("本表所列姓名由各乡镇人民政府负责核实并报送", null)]
    public void OfColumn_KindOfAHeading_TellsHowItsCellsAreMasked(string heading, MaskingKind? expected) =>
        Assert.Equal(expected, MaskingRules.OfColumn(SensitiveColumns.KindOf(heading)));

    [Fact]
    public void OfOwnWords_WordOfTheOffice_CountsBesideTheList()
    {
        var own = new MaskingRules([MaskingRule.Create(Guid.NewGuid(), MaskingKind.SensitiveColumn, new MaskingRuleText(MaskMethod.Replace, 0, 0, "*", "帮扶责任人、民族", "", false), new TestClock().Now)]);

        Assert.Equal(MaskingKind.SensitiveColumn, own.OfOwnWords("民 族"));
        Assert.Null(own.OfOwnWords("病种"));
        Assert.Null(Rules.OfOwnWords("民族"));
    }

    [Theory]
    [InlineData("○")]
    [InlineData("某")]
    [InlineData("")]
    [InlineData("*A")]
    public void Check_SignThatTheChecklistDoesNotKnow_IsRefused(string sign) => Assert.Contains(
        MaskingRule.Check(MaskingKind.IdentityNumber, new MaskingRuleText(MaskMethod.KeepEnds, 6, 4, sign, "", "", false)), r => r.Code == "MaskingRule.SignUnfit");

    [Fact]
    public void Mask_Csv_MasksColumnsAndKeepsTheRest()
    {
        var pass = new MaskingPass(Rules, null);

        var made = FileMasker.Mask("csv", Csv($"姓名,身份证号,金额,备注\n张三丰,{Identity},500,\"电话{Mobile},勿忘\"\n李四光,错号123456789,600,与张三丰同户\n"), pass);

        var text = Encoding.UTF8.GetString(made.File.ToArray());
        Assert.Contains("张**,450881********1231,500,\"电话138****2345,勿忘\"", text, StringComparison.Ordinal);
        Assert.Contains("600,与张**同户", text, StringComparison.Ordinal);
        Assert.DoesNotContain("123456789", text, StringComparison.Ordinal);
        Assert.Empty(MaskProof.Check("csv", made.File, pass.Removed));
        Assert.Equal(2, pass.Counts[MaskingKind.IdentityNumber]);
    }

    [Fact]
    public void Mask_UntickedProposal_StaysAndRequiredOnesDoNot()
    {
        var pass = new MaskingPass(Rules, new HashSet<string>());

        var made = FileMasker.Mask("csv", Csv($"姓名,身份证号,联系电话\n张三丰,{Identity},{Mobile}\n"), pass);

        Assert.Contains($"张三丰,450881********1231,{Mobile}", Encoding.UTF8.GetString(made.File.ToArray()), StringComparison.Ordinal);
        Assert.Equal([false, true, false], pass.Proposals.Select(p => p.IsRequired));
        Assert.DoesNotContain(pass.Proposals.SelectMany(p => p.Samples), s => s.Shown.Contains("1990", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Identity + "44")]
    [InlineData("450881 19900307 1231 44")]
    public void Mask_DisabilityCard_IsShownByTheEndOfItsIdentityNumber(string card)
    {
        var pass = new MaskingPass(Rules, null);

        FileMasker.Mask("csv", Csv($"姓名,残疾人证号\n张三丰,{card}\n"), pass);

        var sample = pass.Proposals.Single(p => p.Kind == MaskingKind.IdentityNumber).Samples.Single();
        Assert.Equal(("450*************31**", "450881********1231**"), (sample.Shown, sample.Mask));
    }

    [Fact]
    public void Mask_NumberWithWrongCheckDigit_IsProposedAndMayStay()
    {
        var wrong = Identity[..17] + (Identity[17] == '9' ? '8' : '9');
        var (all, none) = (new MaskingPass(Rules, null), new MaskingPass(Rules, new HashSet<string>()));

        var masked = FileMasker.Mask("csv", Csv($"户主,备注\n张三丰,证{wrong}\n"), all);
        var left = FileMasker.Mask("csv", Csv($"户主,备注\n张三丰,证{wrong}\n"), none);

        Assert.Contains($"证450881********{wrong[14..]}", Encoding.UTF8.GetString(masked.File.ToArray()), StringComparison.Ordinal);
        Assert.Contains(wrong, Encoding.UTF8.GetString(left.File.ToArray()), StringComparison.Ordinal);
        Assert.Contains(none.Proposals, p => p is { Kind: MaskingKind.SuspectedIdentityNumber, IsRequired: false });
        Assert.Empty(MaskProof.Check("csv", left.File, none.Removed));
    }

    [Fact]
    public void Mask_Workbook_LeavesHiddenThingsBehindAndOpensSoundly()
    {
        var pass = new MaskingPass(Rules, null);

        var made = FileMasker.Mask("xlsx", List(Identity, ["2026年低保名单"], ["姓名", "身份证号", "残疾等级", "金额"], ["欧阳小明", Identity, "二级", "500"], ["王五六", Identity[..6], "三级", Identity[6..]]), pass);

        Assert.Equal("名单\n2026年低保名单\n姓名身份证号残疾等级金额\n欧阳** 450881********1231 *** 500", string.Join('\n', TextExtractor.Extract(FileKind.Xlsx, made.File).Text.Split('\n').Take(4)));
        Assert.Empty(MaskProof.Check("xlsx", made.File, new HashSet<string> { Identity, "欧阳小明", "张经办" }));
        Assert.Equal(1, pass.Counts[MaskingKind.HiddenSheet]);
        Assert.Equal(1, pass.Counts[MaskingKind.HiddenRow]);
        Assert.Equal(1, pass.Counts[MaskingKind.HiddenColumn]);
        using var document = SpreadsheetDocument.Open(new MemoryStream(made.File.ToArray()), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => e.Description));
    }

    [Fact]
    public void Mask_Word_FindsNumbersAcrossRunsAndDropsWhatIsHidden()
    {
        var pass = new MaskingPass(Rules, null);
        var body = P("申请人身份证号", Identity[..7], Identity[7..], "，电话" + Mobile)
            + $"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗藏{Identity}</w:t></w:r><w:del w:id='1' w:author='李科长'><w:r><w:delText>删去{Identity}</w:delText></w:r></w:del><w:ins w:id='2' w:author='李科长'>{R("新增文字")}</w:ins></w:p>"
            + $"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{Cell("姓名")}{Cell("病种")}</w:tr><w:tr>{Cell("诸葛孔明")}{Cell("肺癌")}</w:tr></w:tbl>{P("完")}";

        var made = FileMasker.Mask("docx", Word(body, "批注" + Identity), pass);

        var text = TextExtractor.Extract(FileKind.Docx, made.File).Text;
        Assert.Contains("申请人身份证号450881********1231，电话138****2345", text, StringComparison.Ordinal);
        Assert.Contains("新增文字", text, StringComparison.Ordinal);
        Assert.Matches(@"诸葛\*\*\s\*\*\*", text);
        Assert.Empty(MaskProof.Check("docx", made.File, new HashSet<string> { Identity, Mobile, "诸葛孔明", "张经办", "李科长" }));
        Assert.Equal(1, pass.Counts[MaskingKind.Comment]);
        Assert.Equal(1, pass.Counts[MaskingKind.HiddenText]);
    }

    [Fact]
    public void Check_ValueLeftAcrossRuns_IsFound()
    {
        var file = new MemoryStream(Word(P("张", "三丰")).ToArray());

        Assert.Contains(MaskProof.Check("docx", file, new HashSet<string> { "张三丰" }), r => r.Code == "Masking.StillFound");
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public void Mask_NoPackage_IsInvalidData(string kind) =>
        Assert.Throws<InvalidDataException>(() => FileMasker.Mask(kind, Csv("这不是压缩包"), new MaskingPass(Rules, null)));
}
