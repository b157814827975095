using System.Xml;

namespace PublicDisclosure.Core.Privacy.Readers;

/// <summary>Reads .docx: body, headers, footers, notes, comments, with what is deleted, moved or set invisible in each.</summary>
internal static class WordFile
{
    public static void Read(ZipParts parts, InspectionBuilder builder)
    {
        var hiddenStyles = new HashSet<string>();
        parts.Xml("word/styles.xml", content => HiddenStyles(content, hiddenStyles));
        parts.Xml("word/document.xml", content => new WordPart(builder, "正文", false, hiddenStyles).Read(content));
        foreach (var name in parts.Names("word/"))
        {
            var file = name["word/".Length..];
            var (place, hidden) = file switch
            {
                _ when file.StartsWith("header", StringComparison.OrdinalIgnoreCase) => ("页眉", false),
                _ when file.StartsWith("footer", StringComparison.OrdinalIgnoreCase) => ("页脚", false),
                "footnotes.xml" => ("脚注", false),
                "endnotes.xml" => ("尾注", false),
                "comments.xml" => ("批注", true),
                "glossary/document.xml" => ("文档部件", true),
                _ => ("", false),
            };
            if (place.Length == 0 || !file.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) continue;
            parts.Xml(name, content =>
            {
                var said = new WordPart(builder, place, hidden, hiddenStyles).Read(content);
                if (place == "批注" && said) builder.Note(FileTrait.Comments, place);
            });
        }

        foreach (var name in new[] { "word/fontTable.xml", "word/webSettings.xml", "word/numbering.xml", "word/glossary/styles.xml", "word/glossary/fontTable.xml" }) parts.Xml(name, content => XmlText.Read(content, builder));
    }

    private static void HiddenStyles(Stream content, HashSet<string> hidden)
    {
        using var reader = XmlText.Open(content);
        var style = "";
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "style") style = Value(reader, "styleId") ?? "";
            else if (reader.LocalName == "vanish" && style.Length > 0 && Value(reader, "val") is not ("0" or "false" or "off")) hidden.Add(style);
        }
    }

    internal static string? Value(XmlReader reader, string name)
    {
        string? value = null;
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
            if (reader.LocalName == name) value = reader.Value;
        reader.MoveToElement();
        return value;
    }
}
