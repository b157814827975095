using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Tests.Text;

public class QuestionListTests
{
    private const string Body = "引言。\n\n## 问1：谁可以申请？\n\n本市户籍老人。\n\n### 说明\n\n80周岁以上。\n\n## 问4：怎么申请？\n\n到村委会。\n\n## 附注\n\n其他。";

    [Fact]
    public void Of_NumberedQuestions_KeepTheirNumbersAndEndAtTheNextHeading()
    {
        var pairs = QuestionList.Of(Body);

        Assert.Equal([(1, "谁可以申请？"), (4, "怎么申请？")], pairs.Select(p => (p.Number, p.Question)));
        Assert.Equal("本市户籍老人。\n说明\n80周岁以上。", pairs[0].Answer);
        Assert.Equal("到村委会。", pairs[1].Answer);
    }

    [Fact]
    public void HtmlOf_Pair_IsItsPieceOfTheFrozenText()
    {
        var html = MarkdownRenderer.Render(Body).Html;
        var pairs = QuestionList.Of(Body);

        var first = QuestionList.HtmlOf(html, pairs[0]);
        var last = QuestionList.HtmlOf(html, pairs[1]);

        Assert.StartsWith("<h2 id=\"s-1\"", first, StringComparison.Ordinal);
        Assert.Contains("80周岁以上", first, StringComparison.Ordinal);
        Assert.DoesNotContain("到村委会", first, StringComparison.Ordinal);
        Assert.Contains("到村委会", last, StringComparison.Ordinal);
        Assert.DoesNotContain("其他", last, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_UnnumberedQuestions_TakeTheFirstFreeNumbers() =>
        Assert.Equal([1, 2, 3], QuestionList.Of("# 谁？\n\n甲\n\n# 问2：什么\n\n乙\n\n# 何时?\n\n丙").Select(p => p.Number));

    [Fact]
    public void Of_PairPutInBetween_LeavesTheOthersTheirAddresses()
    {
        var after = QuestionList.Of(Body.Replace("## 问4", "## 问5：要多久？\n\n十天。\n\n## 问4", StringComparison.Ordinal));

        Assert.Equal([(1, "谁可以申请？"), (5, "要多久？"), (4, "怎么申请？")], after.Select(p => (p.Number, p.Question)));
    }

    [Fact]
    public void Repeated_NumberWrittenTwice_IsTold() =>
        Assert.Equal([2], QuestionList.Repeated("## 问2：甲？\n\na\n\n## 问2：乙？\n\nb"));

    [Theory]
    [InlineData("")]
    [InlineData("没有标题")]
    [InlineData("## 一、总体要求\n\n正文")]
    [InlineData("> ## 问1：引文里的？")]
    public void Of_TextWithoutQuestions_HasNone(string body) => Assert.Empty(QuestionList.Of(body));

    [Fact]
    public void HtmlOf_AnswerThatQuotesAHeadingMark_IsNotCutThere()
    {
        const string Tricky = "## 问1：甲？\n\n`<h2 id=\"s-2\"` 原文\n\n后半\n\n## 问2：乙？\n\n答";
        var html = MarkdownRenderer.Render(Tricky).Html;

        Assert.Contains("后半", QuestionList.HtmlOf(html, QuestionList.Of(Tricky)[0]), StringComparison.Ordinal);
    }
}
