using System.Text;

namespace PublicDisclosure.Core.Text;

/// <summary>Puts imported blocks together as one Markdown text.</summary>
internal static class BlockMarkdown
{
    public static string Write(IReadOnlyList<WordBlock> blocks, IReadOnlyList<string> notes)
    {
        var text = new StringBuilder();
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (i > 0) text.Append(block.IsBullet && blocks[i - 1].IsBullet ? "\n" : "\n\n");
            text.Append(Write(block));
        }

        for (var i = 0; i < notes.Count; i++) text.Append(text.Length > 0 ? "\n\n" : "").Append("[^").Append(i + 1).Append("]: ").Append(notes[i]);
        return text.ToString();
    }

    private static string Write(WordBlock block)
    {
        if (block.IsTable) return block.Markdown;
        if (block.HeadingLevel is { } level) return new string('#', Math.Min(6, level + 1)) + " " + block.Markdown.Replace('\n', ' ');
        var lines = string.Join('\n', block.Markdown.Split('\n').Select(line => line.Trim(' ', '\t', ChineseText.IdeographicSpace)).Where(line => line.Length > 0));
        var escaped = MarkdownText.EscapeLineStarts(lines);
        if (!block.IsBullet) return escaped;
        var indent = new string(' ', 2 * block.BulletLevel);
        return $"{indent}- {escaped.Replace("\n", "\n" + indent + "  ", StringComparison.Ordinal)}";
    }
}
