using System.Xml;

namespace PublicDisclosure.Core.Privacy.Readers;

/// <summary>The parts of an office file that all kinds share: properties, links, pictures, files inside, custom XML, anything else.</summary>
internal static class OtherParts
{
    private static readonly HashSet<string> Identity = ["creator", "lastModifiedBy", "Manager", "HyperlinkBase", "Template", "Author", "Creator"];

    public static void Read(ZipParts parts, InspectionBuilder builder)
    {
        foreach (var name in parts.Names())
        {
            if (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)) parts.Xml(name, content => Links(content, builder));
            else if (name.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) parts.Xml(name, content => Properties(content, builder));
            else if (name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase)) Xml(parts, name, builder);
            else File(name, parts.Take(name), builder);
        }
    }

    /// <summary>Adds the properties and notes those that name a person or a path.</summary>
    public static void Properties(Stream content, InspectionBuilder builder)
    {
        using var reader = XmlText.Open(content);
        var (element, values) = ("", new List<string>());
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                element = reader.LocalName;
                if (reader.GetAttribute("name") is { } name) values.Add(name);
            }

            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA)) continue;
            values.Add(reader.Value);
            if (Identity.Contains(element) && PropertyWords.IsPersonal(reader.Value)) builder.Note(FileTrait.PersonalProperties, "文件属性");
        }

        builder.Add("文件属性", string.Join('\n', values), true);
    }

    private static void Links(Stream content, InspectionBuilder builder)
    {
        using var reader = XmlText.Open(content);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.GetAttribute("TargetMode") != "External" || reader.GetAttribute("Target") is not { } target) continue;
            builder.Add("链接地址", Uri.UnescapeDataString(target), true);
            if (!target.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && PropertyWords.IsPersonal(target))
                builder.Note(FileTrait.PersonalProperties, "链接地址");
        }
    }

    private static void Xml(ZipParts parts, string name, InspectionBuilder builder) => parts.Xml(name, content =>
    {
        var text = XmlText.Read(content, builder);
        var (place, trait) = Place(name);
        builder.Add(place, text, isHidden: trait is not null || !name.Contains("/chart", StringComparison.OrdinalIgnoreCase));
        if (trait is { } found && !string.IsNullOrWhiteSpace(text)) builder.Note(found, place);
    });

    private static (string Place, FileTrait? Trait) Place(string name) => name switch
    {
        _ when Has(name, "threadedComments/") || Has(name, "/comments") => ("批注", FileTrait.Comments),
        _ when Has(name, "pivotCache/") => ("数据透视表缓存", FileTrait.CachedData),
        _ when Has(name, "externalLinks/") => ("外部链接的缓存数据", FileTrait.CachedData),
        _ when Has(name, "customXml/") => ("自定义 XML", null),
        _ when Has(name, "/charts/") => ("图表", null),
        _ when Has(name, "/drawings/") => ("图形中的文字", null),
        _ when Has(name, "/tags/") => ("标记", null),
        _ when Has(name, "/notesMasters/") || Has(name, "/slideMasters/") || Has(name, "/slideLayouts/") || Has(name, "/handoutMasters/") => ("母版", null),
        _ => ("文件部件 " + name, null),
    };

    private static bool Has(string name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static void File(string name, byte[] bytes, InspectionBuilder builder)
    {
        if (bytes.Length == 0) return;
        var file = name[(name.LastIndexOf('/') + 1)..];
        if (PictureReader.IsPicture(bytes)) { builder.Inside($"内嵌图片“{file}”", () => PictureReader.Read(bytes, builder)); return; }
        if (Has(name, "printerSettings") || name.EndsWith(".odttf", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".fntdata", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".ttf", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".otf", StringComparison.OrdinalIgnoreCase)) return;
        if (!Has(name, "/media/") && !Has(name, "activeX") && !Has(name, "Signs/") && !Has(name, "/Res/")) builder.Note(FileTrait.EmbeddedFile, $"内嵌文件“{file}”");
        ContentReader.ReadInside($"内嵌文件“{file}”", bytes, builder);
    }
}
