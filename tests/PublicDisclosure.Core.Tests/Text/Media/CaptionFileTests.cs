using PublicDisclosure.Core.Text.Media;

namespace PublicDisclosure.Core.Tests.Text.Media;

public class CaptionFileTests
{
    private const string Sound = "WEBVTT - 解读\n\nNOTE 说明\n\n1\n00:00.000 --> 00:04.500 align:center\n<v 局长>各位居民，<b>大家好</b>。\n第二行\n\n00:05.000 --> 01:00:06.000\n谢谢。\n";

    [Theory]
    [InlineData(Sound)]
    [InlineData("\uFEFF" + Sound)]
    public void Read_SoundFile_GivesCuesWithoutTags(string text)
    {
        var file = CaptionFile.Read(text.Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Empty(file.Faults);
        Assert.Equal(["各位居民，大家好。\n第二行", "谢谢。"], file.Cues.Select(c => c.Text));
        Assert.Equal(TimeSpan.FromSeconds(4.5), file.Cues[0].To);
        Assert.Equal(new TimeSpan(1, 0, 6), file.Cues[1].To);
    }

    [Theory]
    [InlineData("", "HeaderMissing", 1)]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\n甲", "HeaderMissing", 1)]
    [InlineData("WEBVTT\n\n00:00:01,000 --> 00:00:02,000\n甲", "TimesWithComma", 3)]
    [InlineData("WEBVTT\n\n00:01.000 -> 00:02.000\n甲", "TimesMissing", 3)]
    [InlineData("WEBVTT\n\n0:01.000 --> 00:02.000\n甲", "TimesUnreadable", 3)]
    [InlineData("WEBVTT\n\n00:61.000 --> 01:02.000\n甲", "TimesUnreadable", 3)]
    [InlineData("WEBVTT\n\n00:03.000 --> 00:02.000\n甲", "EndsBeforeItBegins", 3)]
    [InlineData("WEBVTT\n\n00:03.000 --> 00:04.000\n甲\n\n00:01.000 --> 00:05.000\n乙", "OutOfOrder", 6)]
    [InlineData("WEBVTT\n\n00:03.000 --> 00:04.000\n\n", "TextMissing", 3)]
    [InlineData("WEBVTT\n\n00:03.000 --> 00:04.000 onclick:1\n甲", "SettingUnknown", 3)]
    [InlineData("WEBVTT\n\nSTYLE\n::cue{background:url(//evil)}", "StyleNotAllowed", 3)]
    [InlineData("WEBVTT\n\n00:03.000 --> 00:04.000\n甲\n<script>alert(1)</script>", "TagNotAllowed", 5)]
    [InlineData("WEBVTT\n\n00:03.000 --> 00:04.000\n甲\n00:05.000 --> 00:06.000\n乙", "BlankLineMissing", 5)]
    [InlineData("WEBVTT\n\n00:03.000 --> 00:04.000\n甲\u202E乙", "ForbiddenCharacters", 4)]
    [InlineData("WEBVTT\n\n", "Empty", 3)]
    public void Read_FaultyFile_NamesTheLine(string text, string reason, int line)
    {
        var fault = CaptionFile.Read(text).Faults.First(f => f.Code == "Caption." + reason);

        Assert.Equal(line, fault.Arguments[0]);
    }

    [Fact]
    public void Read_FileFullOfFaults_NamesTheFirstOnly() =>
        Assert.InRange(CaptionFile.Read("WEBVTT\n\n" + string.Concat(Enumerable.Repeat("坏\n\n", 5000))).Faults.Count, 1, CaptionFile.MostFaults);
}
