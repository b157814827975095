using PublicDisclosure.Core.Letters;

namespace PublicDisclosure.Core.Tests.Letters;

/// <summary>What a writer may send, and how it is cleaned.</summary>
public sealed class LetterTextTests
{
    [Theory]
    [InlineData("", "", "Letter.TitleMissing", "Letter.TextMissing")]
    [InlineData("  \u3000 ", " \n\u200B\uFEFF ", "Letter.TitleMissing", "Letter.TextMissing")]
    [InlineData("路灯", "坏了", "Letter.TextTooShort")]
    [InlineData("\u202E\u0007", "\u202E\u2066\u0000", "Letter.TitleMissing", "Letter.TextMissing")]
    public void Check_NothingToRead_IsRefused(string title, string text, params string[] codes) =>
        Assert.Equal(codes, new LetterText(title, text).Cleaned().Check().Select(r => r.Code));

    [Fact]
    public void Check_HugeText_IsRefusedWithBothNumbers()
    {
        var refusal = Assert.Single(new LetterText("标题", new string('长', LetterText.TextLength + 1)).Cleaned().Check());

        Assert.Equal(("Letter.TextTooLong", "Text"), (refusal.Code, refusal.Field));
        Assert.Equal([LetterText.TextLength, LetterText.TextLength + 1], refusal.Arguments.Cast<int>());
    }

    [Fact]
    public void Check_LongFields_AreNamed() => Assert.Equal(
        ["Letter.TitleTooLong", "Letter.NameTooLong", "Letter.ContactTooLong"],
        new LetterText(new string('题', 61), "路灯坏了很久没有人修。", new string('名', 31), new string('9', 101)).Cleaned().Check().Select(r => r.Code));

    [Fact]
    public void Cleaned_ControlAndBidi_AreTakenOutAndEmojiStays()
    {
        var cleaned = new LetterText(" 路\u202E灯\u0000 ", "第一行\r\n第二\u2067行😀👨‍👩‍👧𠀀\u0001", "张\u200B三").Cleaned();

        Assert.Equal(("路灯", "第一行\n第二行😀👨‍👩‍👧𠀀", "张三"), (cleaned.Title, cleaned.Text, cleaned.Name));
    }

    [Fact]
    public void Cleaned_LoneSurrogate_CanBeSealed() => Assert.Equal("路灯坏了", new LetterText("路灯", "路灯\ud83d坏了").Cleaned().Text);
}
