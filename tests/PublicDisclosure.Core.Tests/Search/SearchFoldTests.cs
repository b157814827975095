using CsCheck;
using PublicDisclosure.Core.Search;

namespace PublicDisclosure.Core.Tests.Search;

/// <summary>One form for what is typed and what is written.</summary>
public sealed class SearchFoldTests
{
    [Theory]
    [InlineData("ＧＤＰ２０２６", "gdp2026")]
    [InlineData("GP2026-Z01", "gp2026-z01")]
    [InlineData("社會救助醫療保險", "社会救助医疗保险")]
    [InlineData("臺灣 土地徵收", "台湾 土地征收")]
    [InlineData("危房\u3000改造", "危房 改造")]
    [InlineData("〔２０２６〕１號", "〔2026〕1号")]
    public void Fold_WritingOfManyKinds_IsOneForm(string text, string expected) => Assert.Equal(expected, SearchFold.Fold(text));

    [Fact]
    public void Fold_AnyText_KeepsItsLengthAndIsFoldedOnce() => Gen.String.Sample(text =>
    {
        var folded = SearchFold.Fold(text);
        return folded.Length == text.Length && SearchFold.Fold(folded) == folded;
    });

    [Theory]
    [InlineData('底', '低', true)]
    [InlineData('宝', '保', true)]
    [InlineData('俭', '险', false)]
    [InlineData('低', '低', false)]
    [InlineData('a', '啊', false)]
    public void Alike_TwoCharacters_ByTheirSoundWhateverTheTone(char a, char b, bool alike) => Assert.Equal(alike, Pinyin.Alike(a, b));

    [Fact]
    public void Homophones_OfACharacter_AreOthersOfItsSound()
    {
        var some = Pinyin.Homophones('保');
        Assert.Contains('宝', some);
        Assert.DoesNotContain('保', some);
        Assert.All(some, c => Assert.True(Pinyin.Alike(c, '保')));
    }
}
