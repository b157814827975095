using PublicDisclosure.Core.SelfTest;

namespace PublicDisclosure.Core.Tests.SelfTest;

public sealed class ValidityWordingTests
{
    private static readonly DateOnly From = new(2020, 5, 1);

    [Theory]
    [InlineData("本办法自公布之日起施行，有效期至2025年12月31日。", "2025-12-31")]
    [InlineData("本规定自2020年5月1日起施行，有效期5年。", "2025-04-30")]
    [InlineData("本细则自印发之日起实施，有效期为五年。", "2025-04-30")]
    [InlineData("第十条 本通知由市民政局解释，有效期限为2年。", "2022-04-30")]
    [InlineData("本办法有效期截至 2024 年 3 月 1 日。", "2024-03-01")]
    public void StatedEnd_OfTheDocumentItself_IsRead(string text, string end) =>
        Assert.Equal(DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture), ValidityWording.StatedEnd("前文。\n" + text + "\n后文。", From));

    [Theory]
    [InlineData("许可证有效期为5年。")]
    [InlineData("本办法所称许可证，有效期为5年。")]
    [InlineData("健康证明有效期1年，到期换发。")]
    [InlineData("报名有效期至2021年3月1日。")]
    [InlineData("本办法自公布之日起施行。")]
    [InlineData("本办法有效期至2025年13月40日。")]
    [InlineData("本办法施行后，有效期满的合同照旧。")]
    [InlineData("")]
    public void StatedEnd_OfSomethingElseOrNothing_IsNone(string text) => Assert.Null(ValidityWording.StatedEnd(text, From));

    [Fact]
    public void StatedEnd_TermWithoutABeginning_IsNone() => Assert.Null(ValidityWording.StatedEnd("本办法自公布之日起施行，有效期5年。", null));

    [Fact]
    public void Repealed_OneSentence_NamesTheNumbersBeforeTheWord() => Assert.Equal(
        ["浔政发〔2018〕3号", "浔政办发〔2019〕12号"],
        ValidityWording.Repealed("参照桂政发〔2017〕1号执行。《办法》（浔政发〔2018〕3号）、《细则》（浔政办发[2019]012号）同时废止，仍按浔政发〔2020〕9号办理。"));

    [Theory]
    [InlineData("以浔政发〔2018〕3号为依据。")]
    [InlineData("浔政发〔2018〕3号予以修改。另有文件同时废止。其他见浔政发〔2019〕1号。")]
    public void Repealed_NothingDeclared_IsEmpty(string text) => Assert.Empty(ValidityWording.Repealed(text));

    [Fact]
    public void Readings_WordsReadWithTheNumber_AreTriedWithoutThem() =>
        Assert.Equal(["原浔政发〔2018〕3号", "浔政发〔2018〕3号", "政发〔2018〕3号", "发〔2018〕3号"], ValidityWording.Readings("原浔政发〔2018〕3号"));
}
