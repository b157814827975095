namespace PublicDisclosure.Core.Privacy.Readers;

/// <summary>Reads .pptx: slides, hidden slides, speaker's notes; the rest is <see cref="OtherParts"/>'.</summary>
internal static class SlidesFile
{
    public static void Read(ZipParts parts, InspectionBuilder builder)
    {
        foreach (var (name, index) in parts.Names("ppt/slides/slide").Where(n => n.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).Select((n, i) => (n, i + 1)))
        {
            parts.Xml(name, content =>
            {
                using var bytes = new MemoryStream();
                content.CopyTo(bytes);
                bytes.Position = 0;
                var hidden = IsHidden(bytes);
                bytes.Position = 0;
                var place = $"第 {index} 张幻灯片" + (hidden ? "（隐藏）" : "");
                builder.Add(place, XmlText.Read(bytes, builder), hidden);
                if (hidden) builder.Note(FileTrait.HiddenSlide, place);
            });
        }

        foreach (var name in parts.Names("ppt/notesSlides/").Where(n => n.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            parts.Xml(name, content =>
            {
                var text = XmlText.Read(content, builder, attributes: false);
                builder.Add("演讲者备注", text, true);
                // A page number alone is no note.
                if (text.Any(Text.ChineseText.IsHan)) builder.Note(FileTrait.Notes, "演讲者备注");
            });
        }
    }

    private static bool IsHidden(Stream content)
    {
        using var reader = XmlText.Open(content);
        reader.MoveToContent();
        return reader.GetAttribute("show") is "0" or "false";
    }
}

/// <summary>Reads .ofd (GB/T 33190-2016): the text of its pages, its properties, annotations and attachments.</summary>
internal static class OfdFile
{
    public static void Read(ZipParts parts, InspectionBuilder builder)
    {
        var words = false;
        foreach (var name in parts.Names().Where(n => n.EndsWith("Content.xml", StringComparison.OrdinalIgnoreCase)))
        {
            parts.Xml(name, content =>
            {
                var text = XmlText.Read(content, builder, attributes: false);
                words |= !string.IsNullOrWhiteSpace(text);
                builder.Add("正文", text);
            });
        }

        parts.Xml("OFD.xml", content => OtherParts.Properties(content, builder));
        foreach (var name in parts.Names().Where(n => n.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && n.Contains("Annot", StringComparison.OrdinalIgnoreCase)))
        {
            parts.Xml(name, content =>
            {
                var text = XmlText.Read(content, builder);
                builder.Add("注释", text, true);
                if (!string.IsNullOrWhiteSpace(text)) builder.Note(FileTrait.Comments, "注释");
            });
        }

        if (!words) builder.Note(FileTrait.ImageOnly, "");
    }
}
