using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Text.Media;

/// <summary>What was read of a media block: the block, or every reason why it cannot be shown.</summary>
public sealed record MediaReading(MediaBlock? Block, IReadOnlyList<Refusal> Faults);

/// <summary>Reads and writes media blocks: <c>标题：</c>, <c>文件：</c>, <c>封面：</c>, <c>字幕：</c>, then <c>文字稿：</c> and the words to the end of the block.</summary>
public static class MediaReader
{
    /// <summary>Longest title.</summary>
    public const int TitleLength = 100;

    /// <summary>Reads the lines between the fences.</summary>
    public static MediaReading Read(MediaKind kind, IReadOnlyList<string> lines)
    {
        string title = "", file = "", poster = "", captions = "";
        var words = new List<string>();
        var faults = new List<Refusal>();
        var inWords = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].Trim(' ', '\r', '\t', ChineseText.IdeographicSpace);
            if (inWords) { if (line.Length > 0) words.Add(line); }
            else if (line.Length == 0) { }
            else if (Value(line, "标题") is { } t) title = t;
            else if (Value(line, "文件") is { } f) file = f;
            else if (Value(line, "封面") is { } p) poster = p;
            else if (Value(line, "字幕") is { } c) captions = c;
            else if (Value(line, "文字稿") is { } w) { inWords = true; if (w.Length > 0) words.Add(w); }
            else if (Value(line, "图片内容说明") is { } d) { inWords = true; if (d.Length > 0) words.Add(d); }
            else faults.Add(new Refusal("Media.LineUnknown", null, i + 1, MediaBlock.Word(kind)));
        }

        if (title.Length == 0) faults.Add(new Refusal("Media.TitleMissing", null, MediaBlock.Word(kind)));
        if (title.Length > TitleLength) faults.Add(new Refusal("Media.TitleTooLong", null, TitleLength));
        if (file.Length == 0) faults.Add(new Refusal("Media.FileMissing", null, MediaBlock.Word(kind)));
        return faults.Count > 0 ? new MediaReading(null, faults) : new MediaReading(new MediaBlock(kind, title, file, poster, captions, words), []);
    }

    /// <summary>The block as it stands in a text. Words that hold a fence of their own cannot end it.</summary>
    public static string Write(MediaBlock block)
    {
        var lines = new List<string> { "```" + MediaBlock.Word(block.Kind), "标题：" + block.Title, "文件：" + block.File };
        if (block.Poster.Length > 0) lines.Add("封面：" + block.Poster);
        if (block.Captions.Length > 0) lines.Add("字幕：" + block.Captions);
        lines.Add(MediaBlock.WordsName(block.Kind) + "：");
        foreach (var paragraph in block.Words) lines.AddRange([paragraph.Replace("```", "'''", StringComparison.Ordinal), ""]);
        if (block.Words.Count > 0) lines.RemoveAt(lines.Count - 1);
        lines.Add("```");
        return string.Join('\n', lines);
    }

    private static string? Value(string line, string name) =>
        line.StartsWith(name, StringComparison.Ordinal) && line.Length > name.Length && line[name.Length] is '：' or ':' ? line[(name.Length + 1)..].Trim() : null;
}
