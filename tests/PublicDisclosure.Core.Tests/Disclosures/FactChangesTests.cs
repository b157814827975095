using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Disclosures;

public class FactChangesTests
{
    [Theory]
    [InlineData("每人每月810元。", "每人每月810元。", 0)]
    [InlineData("每人每月810元。", "每人每月 810 元。", 0)]
    [InlineData("共1,200户。", "共1200户。", 0)]
    [InlineData("请认真贯彻执行。", "请认真抓好贯彻落实。", 0)]
    [InlineData("每人每月810元。", "每人每月860元。", 1)]
    [InlineData("从2026年1月1日起。", "从2026年4月1日起。", 1)]
    [InlineData("每人每月810元，从2026年1月1日起。", "每人每月860元，从2026年4月1日起。", 2)]
    [InlineData("下达120万元。", "下达120万元，追加35.5万元。", 1)]
    [InlineData("下达120万元，其中35.5万元用于修缮。", "下达120万元。", 1)]
    [InlineData("甲村810元，乙村810元。", "甲村810元，乙村860元。", 1)]
    [InlineData("占12.5%。", "占13%。", 1)]
    [InlineData("面积30亩，涉及12户。", "面积32亩，涉及13户。", 2)]
    [InlineData("见附件1。", "见附件2。", 0)]
    public void Count_Bodies_CountsDatesAndAmountsThatDiffer(string before, string after, int changes) =>
        Assert.Equal(changes, FactChanges.Count(before, after));

    [Fact]
    public void Count_DateFields_AreFactsToo()
    {
        var text = TestData.CreateText() with { EffectiveOn = new DateOnly(2026, 4, 1) };

        Assert.Equal(2, FactChanges.Count(text, text with { EffectiveOn = new DateOnly(2026, 5, 1), ExpiresOn = new DateOnly(2031, 4, 30) }));
        Assert.Equal(0, FactChanges.Count(text, text with { Title = "另一个标题", Summary = "换了概述。" }));
    }

    [Fact]
    public void Count_ADateOfTheFormField_IsNotCounted_BecauseItHasAProcedureOfItsOwn()
    {
        var text = TestData.CreateText();

        Assert.Equal(0, FactChanges.Count(text, text with { FormedOn = text.FormedOn!.Value.AddDays(-1) }));
    }
}
