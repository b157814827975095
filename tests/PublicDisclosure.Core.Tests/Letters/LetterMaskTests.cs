using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Privacy.Masking;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Tests.Letters;

/// <summary>What becomes public of a letter is masked, and what is not masked cannot.</summary>
public sealed class LetterMaskTests
{
    private static readonly LetterText Writer = new("标题", "正文", "韦小宝", "微信gp88990011");
    private static readonly MaskingRules Rules = new([]);

    [Theory]
    [InlineData("我的身份证号是11010519491231002X。")]
    [InlineData("身份证１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("110105 19491231 002X")]
    [InlineData("1101 0519 4912 3100 2X")]
    [InlineData("请打13877512345")]
    [InlineData("138-7751-2345")]
    [InlineData("住在桂平市木乐镇马皮村3组12号")]
    public void Check_NumberOrAddress_IsFoundInEveryField(string text)
    {
        foreach (var (title, question, answer, field) in new[] { (text, "问", "答", "Title"), ("题", text, "答", "Question"), ("题", "问", text, "Answer") })
        {
            var found = LetterMask.Check(new PublicLetterText(title, question, answer), Writer);
            Assert.Contains(found, r => r.Code == "Letter.Unmasked" && r.Field == field);
        }
    }

    [Theory]
    [InlineData("写信人韦小宝说", "Letter.UnmaskedName")]
    [InlineData("写信人韦 小　宝说", "Letter.UnmaskedName")]
    [InlineData("加微信GP88990011", "Letter.UnmaskedContact")]
    [InlineData("发到 weixb@example.com", "Letter.UnmaskedMail")]
    public void Check_WriterNamed_IsFound(string text, string code) =>
        Assert.Equal(code, LetterMask.Check(new PublicLetterText("题", text, "答"), Writer)[0].Code);

    [Fact]
    public void Check_OfficePhonesAndMaskedValues_MayBePublic() =>
        Assert.Empty(LetterMask.Check(new PublicLetterText("低保", "韦**问：138****2345怎么登记？", "请拨打0775-3382345，或到桂平市民政局（城西街18号）。"), Writer));

    [Fact]
    public void Check_Empty_IsRefused() =>
        Assert.Equal(3, LetterMask.Check(new PublicLetterText("", " ", ""), Writer).Count(r => r.Code == "Letter.PublicTextMissing"));

    [Fact]
    public void Propose_Everything_PassesItsOwnCheck()
    {
        const string text = "我叫韦小宝，身份证11010519491231002X，电话13877512345，住桂平市木乐镇马皮村3组12号，邮箱weixb@example.com，微信gp88990011。";

        var masked = LetterMask.Propose(text, Writer, Rules);

        Assert.Empty(LetterMask.Check(new PublicLetterText("题", masked, "答"), Writer));
        Assert.StartsWith("我叫", masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", LetterMask.Anonymous)]
    [InlineData("张", "*")]
    public void Name_NoneOrWithoutRule_ShowsNothing(string name, string expected) => Assert.Contains(expected, LetterMask.Name(name, Rules), StringComparison.Ordinal);

    [Fact]
    public void Question_WithNumber_CannotBeMade()
    {
        var refusal = Assert.Single(LetterQuestion.Check("怎么办理？", "联系13877512345"));

        Assert.Equal(new Refusal("Letter.Unmasked", "Answer", MaskingKind.Mobile, "138******45"), refusal);
    }
}
