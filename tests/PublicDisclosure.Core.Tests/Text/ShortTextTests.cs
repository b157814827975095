using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Tests.Text;

public sealed class ShortTextTests
{
    [Theory]
    [InlineData("关于发放补贴的通知", 9, "关于发放补贴的通知")]
    [InlineData("关于发放补贴的通知", 8, "关于发放补贴的…")]
    [InlineData("关于发放补贴的通知", 1, "…")]
    [InlineData("", 0, "")]
    // A name beyond the basic plane, a letter with its mark, a family of four joined into one sign, a flag.
    [InlineData("王𠮷祥", 3, "王…")]
    [InlineData("王𠮷祥", 4, "王𠮷祥")]
    [InlineData("cafe\u0301 au lait", 5, "caf…")]
    [InlineData("cafe\u0301 au lait", 6, "cafe\u0301…")]
    [InlineData("家👨‍👩‍👧‍👦和", 8, "家…")]
    [InlineData("旗🇨🇳旗旗", 5, "旗…")]
    [InlineData("旗🇨🇳旗旗", 6, "旗🇨🇳…")]
    public void Of_Text_IsNeverLongerAndCutsNoCharacterInTwo(string text, int most, string expected)
    {
        var cut = ShortText.Of(text, most);

        Assert.Equal(expected, cut);
        Assert.True(cut.Length <= most);
    }

    [Theory]
    [InlineData("关于发放补贴的通知", 9, "关于发放补贴的通知")]
    [InlineData("关于发放补贴的通知", 4, "关于发放")]
    [InlineData("关于发放补贴的通知", 0, "")]
    [InlineData("王𠮷祥", 2, "王")]
    [InlineData("王𠮷祥", 3, "王𠮷")]
    [InlineData("cafe\u0301", 4, "caf")]
    public void Start_Text_IsItsBeginning(string text, int most, string expected) => Assert.Equal(expected, ShortText.Start(text, most));

    [Theory]
    [InlineData("e", 50)]
    [InlineData("𠮷", 1)]
    [InlineData("𠮷", 50)]
    public void Start_OneCharacterLongerThanAllowed_LeavesNoHalfOfAPair(string letter, int most)
    {
        var cut = ShortText.Start(letter + new string('\u0301', 200), most);

        Assert.Equal(letter.Length > most ? 0 : most, cut.Length);
        Assert.False(ChineseText.HasForbiddenCharacters(cut));
    }
}
