using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Privacy;

namespace PublicDisclosure.Core.Tests.Privacy;

public class PersonalDataFinderTests
{
    [Theory]
    [InlineData("身份证号11010519491231002X。", "11010519491231002X")]
    [InlineData("身份证号11010519491231002x", "11010519491231002X")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ", "11010519491231002X")]
    [InlineData("110105 19491231 002X", "11010519491231002X")]
    [InlineData("110105-19491231-002X", "11010519491231002X")]
    [InlineData("1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X", "11010519491231002X")]
    [InlineData("1101051949\u200B1231002X", "11010519491231002X")]
    [InlineData("110105\t19491231\t002X", "11010519491231002X")]
    [InlineData("11010519491231\n002X", "11010519491231002X")]
    [InlineData("序号1\t11010519491231002X\t13877512345", "11010519491231002X")]
    [InlineData("ID11010519491231002X", "11010519491231002X")]
    [InlineData("号码440524188001010014号", "440524188001010014")]
    [InlineData("老证号码450881680512123", "450881680512123")]
    [InlineData("450881 680512 123", "450881680512123")]
    public void Find_IdentityNumber_IsFound(string text, string value)
    {
        var hit = PersonalDataFinder.Find(text).Single(h => h.Kind == PersonalDataKind.IdentityNumber);

        Assert.Equal(value, hit.Value);
        Assert.Equal(value, PersonalDataFinder.Find(text.Substring(hit.Start, hit.Length)).Single().Value);
    }

    [Theory]
    [InlineData("残疾证号11010519491231002X43。", "11010519491231002X43")]
    [InlineData("韦某11010519491231002x43", "11010519491231002X43")]
    [InlineData("45088119900307123111", "45088119900307123111")]
    [InlineData("４５０８８１１９９００３０７１２３１７４", "45088119900307123174")]
    [InlineData("补办的45088119900307123144B1", "45088119900307123144")]
    [InlineData("序号1\t45088119900307123144\t肢体\t600", "45088119900307123144")]
    public void Find_DisabilityCard_IsFoundWhole(string text, string value)
    {
        var hit = Assert.Single(PersonalDataFinder.Find(text));

        Assert.Equal((PersonalDataKind.IdentityNumber, value, value.Length), (hit.Kind, hit.Value, hit.Length));
    }

    [Theory]
    [InlineData("残疾证号 45088119900307123244", true)]
    [InlineData("残疾人证：45088119900307123244", true)]
    [InlineData("45088119900307123244", false)]
    [InlineData("流水号45088119900307123244", false)]
    public void Find_DisabilityCardWithWrongCheckDigit_IsSuspectedWhereItIsNamed(string text, bool isSuspected)
    {
        var kinds = PersonalDataFinder.Find(text).Select(h => (h.Kind, h.Value));

        Assert.Equal(isSuspected ? [(PersonalDataKind.SuspectedIdentityNumber, "45088119900307123244")] : [], kinds);
    }

    [Theory]
    [InlineData("45088119900307123184")]
    [InlineData("45088119900307123145")]
    [InlineData("45088119900307123100")]
    [InlineData("450881199003071231441")]
    [InlineData("145088119900307123144")]
    [InlineData("4508811990030712314")]
    [InlineData("45088119901307123144")]
    [InlineData("残疾证号450881********123144")]
    [InlineData("残疾证号450881********1231**")]
    public void Find_OtherNumberOfSomeTwentyDigits_IsNoDisabilityCard(string text) => Assert.Empty(PersonalDataFinder.Find(text));

    [Theory]
    [InlineData("450881********1234")]
    [InlineData("110***********002X")]
    [InlineData("110105194912310021")]
    [InlineData("11010519491331002X")]
    [InlineData("00010519491231002X")]
    [InlineData("9911010519491231002X")]
    [InlineData("项目代码2026-450881-48-01-123456")]
    [InlineData("450881681312123")]
    [InlineData("电话0775-3380000")]
    [InlineData("2026年1月5日，共12 345 678元")]
    public void Find_NoIdentityNumber_IsNotFound(string text) =>
        Assert.DoesNotContain(PersonalDataFinder.Find(text), h => h.Kind == PersonalDataKind.IdentityNumber);

    [Theory]
    [InlineData("身份证号110105194912310021。", "110105194912310021")]
    [InlineData("韦某450881199003071232", "450881199003071232")]
    [InlineData("１１０１０５１９４９１２３１００２１", "110105194912310021")]
    [InlineData("110105 19491231 0021", "110105194912310021")]
    [InlineData("11010519491231003x", "11010519491231003X")]
    [InlineData("孤儿韦某，450881201805121236", "450881201805121236")]
    [InlineData("孤儿韦某，身份证号码：450881201805120238", "450881201805120238")]
    [InlineData("身份证编号\t450881199003071232", "450881199003071232")]
    [InlineData("项目编号12号\n450881199003071232", "450881199003071232")]
    public void Find_IdentityNumberWithWrongCheckDigit_IsSuspected(string text, string value)
    {
        var hit = Assert.Single(PersonalDataFinder.Find(text));

        Assert.Equal((PersonalDataKind.SuspectedIdentityNumber, value), (hit.Kind, hit.Value));
    }

    [Theory]
    [InlineData("450881202601050101")]
    [InlineData("施工许可证450881201912311801")]
    [InlineData("项目编号：450881199003071232")]
    [InlineData("开户银行账号450881199003071232")]
    [InlineData("统一社会信用代码914508811990030710")]
    [InlineData("450881\t19900307\t1232")]
    [InlineData("4508 8119 9003 0712 32")]
    [InlineData("450881199013071232")]
    [InlineData("450000199003071232")]
    [InlineData("990881199003071232")]
    [InlineData("A450881199003071232")]
    [InlineData("4508811990030712321")]
    [InlineData("45088119900307123X1")]
    [InlineData("450881********1232")]
    public void Find_OtherNumberOfEighteenDigits_IsNotSuspected(string text) =>
        Assert.DoesNotContain(PersonalDataFinder.Find(text), h => h.Kind == PersonalDataKind.SuspectedIdentityNumber);

    [Fact]
    public void Find_CreditCodeWithADateInIt_IsNotSuspected()
    {
        // County 19 of a division makes its last two digits and the body's first six look like a date of birth.
        var code = Enumerable.Range(0, 1000).Select(n => $"51452019900307{n:D3}").Select(c => c + OrganisationCode.CheckCharacter(c)).First(c => char.IsAsciiDigit(c[17]) && !PersonalNumbers.IsIdentityNumber(c));

        Assert.Empty(PersonalDataFinder.Find(code));
        Assert.Single(PersonalDataFinder.Find(code[..17] + (code[17] == '1' ? '2' : '1')));
    }

    [Theory]
    [InlineData("6222020000000000000")]
    [InlineData("6222 0200 0000 0000 000")]
    [InlineData("6222-0200-0000-0000-000")]
    [InlineData("６２２２０２０００００００００００００")]
    [InlineData("4111111111111111")]
    [InlineData("622202 0000000000000")]
    public void Find_BankCard_IsFound(string text) =>
        Assert.Equal(PersonalDataKind.BankCard, Assert.Single(PersonalDataFinder.Find("卡号" + text)).Kind);

    [Theory]
    [InlineData("6222020000000000001")]
    [InlineData("************0000")]
    [InlineData("预算 6222 300 0000 0000 000")]
    [InlineData("1234567890123452")]
    [InlineData("6222\t0200\t0000\t0000\t000")]
    public void Find_NoBankCard_IsNotFound(string text) =>
        Assert.DoesNotContain(PersonalDataFinder.Find(text), h => h.Kind == PersonalDataKind.BankCard);

    [Theory]
    [InlineData("13877512345")]
    [InlineData("138 7751 2345")]
    [InlineData("138-7751-2345")]
    [InlineData("+86 13877512345")]
    [InlineData("8613877512345")]
    [InlineData("１３８７７５１２３４５")]
    public void Find_Mobile_IsFound(string text) =>
        Assert.Equal(PersonalDataKind.Mobile, Assert.Single(PersonalDataFinder.Find($"联系人韦某，{text}，请联系")).Kind);

    [Theory]
    [InlineData("138****2345")]
    [InlineData("0775-3380000")]
    [InlineData("12877512345")]
    [InlineData("138775123456")]
    [InlineData("A13877512345")]
    public void Find_NoMobile_IsNotFound(string text) => Assert.Empty(PersonalDataFinder.Find(text));

    [Theory]
    [InlineData("木乐镇白沙村三组12号")]
    [InlineData("桂平市木乐镇白沙村第12村民小组")]
    [InlineData("西山镇城北社区5号")]
    [InlineData("桂平市人民路12号3栋2单元501室")]
    [InlineData("金田镇新圩村大湾屯8号")]
    public void Find_HomeAddress_IsFound(string text) =>
        Assert.Equal(PersonalDataKind.HomeAddress, Assert.Single(PersonalDataFinder.Find("住址：" + text + "。")).Kind);

    [Theory]
    [InlineData("木乐镇白沙村")]
    [InlineData("木乐镇白沙村大湾屯道路硬化工程")]
    [InlineData("桂平市人民西路18号")]
    [InlineData("木乐镇白沙村12户困难群众")]
    [InlineData("木乐镇人民政府2026年第3号公告")]
    public void Find_NoHomeAddress_IsNotFound(string text) => Assert.Empty(PersonalDataFinder.Find(text));

    [Fact]
    public void Find_Several_AreInOrderOfTheText() => Assert.Equal(
        [PersonalDataKind.Mobile, PersonalDataKind.IdentityNumber, PersonalDataKind.HomeAddress],
        PersonalDataFinder.Find("13877512345，11010519491231002X，木乐镇白沙村三组").Select(h => h.Kind));

    [Fact]
    public void Masked_Number_SaysTooLittleToBeOfUse()
    {
        var hit = PersonalDataFinder.Find("11010519491231002X").Single();

        Assert.Equal("110*************2X", hit.Masked);
    }

    [Theory]
    [InlineData("11010519491231002X43", "110*************2X**")]
    [InlineData("残疾人证号11010519491231002143", "110*************21**")]
    public void Masked_DisabilityCard_ShowsTheEndOfTheIdentityNumberAndNothingOfTheDisability(string text, string masked) =>
        Assert.Equal(masked, PersonalDataFinder.Find(text).Single().Masked);

    [Fact]
    public void Find_LongTextOfDigits_EndsAndFindsTheNumberBehindIt()
    {
        var text = string.Concat(Enumerable.Repeat("1 2-3\t4", 200_000)) + "，身份证号11010519491231002X。";

        Assert.Contains(PersonalDataFinder.Find(text), h => h.Kind == PersonalDataKind.IdentityNumber && h.Start == text.Length - 19);
    }
}
