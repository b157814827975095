using AngleSharp.Html.Parser;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Text.Media;

namespace PublicDisclosure.Core.Tests.Text.Media;

public class MediaBlockTests
{
    private static readonly MediaBlock Film = new(MediaKind.Video, "津贴怎么领", "attachment:解读 一.mp4", "attachment:封面.png", "attachment:字幕.vtt", ["各位居民，大家好。", "下面说三件事。"]);

    [Fact]
    public void Write_Block_IsReadBackAsItWas()
    {
        var lines = MediaReader.Write(Film).Split('\n')[1..^1];

        var read = MediaReader.Read(MediaKind.Video, lines).Block!;

        Assert.Equal(Film with { Words = [] }, read with { Words = Film.Words is var w && read.Words.SequenceEqual(w) ? [] : read.Words });
    }

    [Fact]
    public void Write_WordsWithAFence_CannotEndTheBlock()
    {
        var markdown = MediaReader.Write(Film with { Words = ["```", "<script>"] });

        Assert.Equal(2, markdown.Split("```").Length - 1);
    }

    [Fact]
    public void Render_ResolvedFilm_HasControlsPosterCaptionsDownloadAndTranscript()
    {
        var body = AttachmentLinks.Resolve(MediaReader.Write(Film), name => "/disclosures/a-2026-00001/versions/1/attachments/1/" + Uri.EscapeDataString(name));

        var figure = new HtmlParser().ParseDocument(MarkdownRenderer.Render(body).Html).QuerySelector("figure.media-video")!;

        var video = figure.QuerySelector("video[controls]")!;
        Assert.Equal("none", video.GetAttribute("preload"));
        Assert.EndsWith(Uri.EscapeDataString("封面.png"), video.GetAttribute("poster"), StringComparison.Ordinal);
        Assert.Equal("video/mp4", video.QuerySelector("source")!.GetAttribute("type"));
        Assert.EndsWith(Uri.EscapeDataString("字幕.vtt"), video.QuerySelector("track[kind=captions]")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.EndsWith(Uri.EscapeDataString("解读 一.mp4"), figure.QuerySelector("a[download]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("下面说三件事。", figure.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_FileNotYetAttached_SaysSoAndPlaysNothing()
    {
        var html = MarkdownRenderer.Render(MediaReader.Write(Film)).Html;

        Assert.DoesNotContain("<video", html, StringComparison.Ordinal);
        Assert.Contains("视频文件还没有上传", html, StringComparison.Ordinal);
        Assert.Contains("各位居民", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Film_GivesItsTranscriptToSearchAndChecks() =>
        Assert.Equal("津贴怎么领\n各位居民，大家好。\n下面说三件事。", MarkdownRenderer.Render(MediaReader.Write(Film)).PlainText);

    [Theory]
    [InlineData("```视频\n标题：甲\n文字稿：x\n```", "Media.FileMissing")]
    [InlineData("```音频\n文件：attachment:a.mp3\n```", "Media.TitleMissing")]
    [InlineData("```图解\n标题：甲\n文件：attachment:a.png\n乱写一行\n```", "Media.LineUnknown")]
    public void Render_FaultyBlock_ShowsItAsTypedAndTellsTheFault(string markdown, string code)
    {
        var rendered = MarkdownRenderer.Render(markdown);

        Assert.Contains(rendered.Faults, f => f.Refusal.Code == code);
        Assert.Contains("fence-fault", rendered.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Export_ChartAndFilm_GoIntoWordAsTableAndTranscript()
    {
        var written = WordExport.Write("```chart 饼图\n标题：构成\n项目|金额\n甲|3\n乙|1\n```\n\n" + MediaReader.Write(Film), new WordExportHead("题", null, "局", [], "", []));

        var back = WordImport.Read(new MemoryStream(written.Value!)).Value!.Markdown;

        Assert.Contains("75.0%", back, StringComparison.Ordinal);
        Assert.Contains("下面说三件事。", back, StringComparison.Ordinal);
    }
}
