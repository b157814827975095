using System.Text;
using PublicDisclosure.Core.WordLists;

namespace PublicDisclosure.Core.Tests.WordLists;

public sealed class WordListFileTests
{
    private const string Head = "错误形式,正确形式,词表,严重,例外,说明,启用\n";

    [Fact]
    public void Read_BadRows_AreReportedByLineAndGoodOnesKept()
    {
        var (entries, refused) = Read(Head + """
            帐户,账户,错别字或不规范表述,否,,,
            帐,账,错别字或不规范表述,否,,,
            做为,,错别字或不规范表述,否,,,
            按装,安装,不存在的词表,否,,,
            既使,即使,错别字或不规范表述,也许,,,
            帐户,账户,错别字或不规范表述,否,,,
            座落,坐落,错别字或不规范表述,是,一座落成,依据,否
            """);

        Assert.Equal(["帐户", "座落"], entries.Select(e => e.Wrong));
        Assert.Equal(new WordEntry("座落", "坐落", WordListKind.Spelling, true, "一座落成", "依据", false), entries[1]);
        Assert.Equal(
            [(3, "Word.WrongFormTooShort"), (4, "Word.RightFormMissing"), (5, "Word.ListUnknown"), (6, "Word.YesOrNo"), (7, "Word.FormRepeated")],
            refused.Select(r => (r.Row, r.Reason.Code)));
    }

    [Fact]
    public void Read_HopelessFile_SaysWhy()
    {
        Assert.Equal("Word.FileEmpty", Assert.Single(Read("").Refused).Reason.Code);
        Assert.Equal("Word.ColumnMissing", Assert.Single(Read("甲,乙\n1,2").Refused).Reason.Code);
        Assert.Equal("Word.FileNotText", Assert.Single(WordListFile.Read([0, 1, 2, 0xFF]).Refused).Reason.Code);
        Assert.Equal("Word.FileTooLarge", Assert.Single(WordListFile.Read(new byte[WordListFile.LargestFile + 1]).Refused).Reason.Code);
    }

    [Fact]
    public void Write_ReadAgain_GivesTheSame()
    {
        IReadOnlyList<WordEntry> entries =
        [
            new("=帐户", "账户", WordListKind.Sensitive, true, "", "含,逗号和\"引号\""),
            new("甲乙", "丙丁", WordListKind.Post, false, "甲乙戊、己甲乙", "", false),
        ];

        Assert.Equal(entries, WordListFile.Read(WordListFile.Write(entries)).Entries);
    }

    [Fact]
    public void Check_Planted_EachReasonIsGiven()
    {
        var good = new WordEntry("台帐", "台账", WordListKind.Spelling, false, "一台帐篷", "");

        Assert.Empty(WordEntry.Check(good));
        Assert.Equal("Word.FormsAreEqual", Code(good with { Right = "台帐" }));
        Assert.Equal("Word.RightContainsWrong", Code(good with { Right = "新台帐" }));
        Assert.Equal("Word.ExceptionWithoutForm", Code(good with { Exceptions = "帐篷" }));
        Assert.Equal("Disclosure.TextTooLong", Code(good with { Note = new string('长', 201) }));

        static string Code(WordEntry entry) => Assert.Single(WordEntry.Check(entry)).Code;
    }

    private static (IReadOnlyList<WordEntry> Entries, IReadOnlyList<RefusedRow> Refused) Read(string text) => WordListFile.Read(Encoding.UTF8.GetBytes(text));
}
