using System.IO.Compression;
using System.Xml.Linq;
using PublicDisclosure.Core.Privacy.Metadata;

namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>Content types of the parts that are carried over: other programs leave them out, and the strict reader then refuses the file.</summary>
internal static class SoundPackage
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly HashSet<string> SheetParts = ["officedocument", "worksheet", "chartsheet", "styles", "theme", "sharedstrings"];

    /// <summary>The content type of a part by its relationship type, or null.</summary>
    public static string? TypeOf(string relationship, bool isWord) => relationship switch
    {
        "theme" => Office + "theme+xml",
        "styles" or "settings" or "numbering" or "header" or "footer" or "footnotes" or "endnotes" when isWord => $"{Office}wordprocessingml.{relationship}+xml",
        "fonttable" when isWord => Office + "wordprocessingml.fontTable+xml",
        "officedocument" when isWord => Office + "wordprocessingml.document.main+xml",
        "officedocument" => Office + "spreadsheetml.sheet.main+xml",
        "sharedstrings" => Office + "spreadsheetml.sharedStrings+xml",
        "styles" or "worksheet" or "chartsheet" => $"{Office}spreadsheetml.{relationship}+xml",
        _ => null,
    };

    /// <summary>Says the right type of a part in the list of types.</summary>
    public static void Declare(XDocument types, string part, string type)
    {
        types.Root!.Elements().Where(e => e.Name.LocalName == "Override" && string.Equals(((string?)e.Attribute("PartName"))?.TrimStart('/'), part, StringComparison.OrdinalIgnoreCase)).ToList().ForEach(e => e.Remove());
        types.Root.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", type)));
    }

    /// <summary>A workbook with its sheets, strings, styles and colours alone; what else hung on it is counted.</summary>
    public static MemoryStream Workbook(Stream content, MaskingPass pass)
    {
        using var source = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            var types = Load(source.Entries.First(e => e.FullName.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase)));
            foreach (var entry in source.Entries.Where(e => !e.FullName.EndsWith('/')).DistinctBy(e => e.FullName.TrimStart('/'), StringComparer.OrdinalIgnoreCase))
            {
                var name = entry.FullName.TrimStart('/');
                if (name.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase)) continue;
                using var to = archive.CreateEntry(name).Open();
                if (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)) { Keep(Load(entry), name, types, pass).Save(to); continue; }
                using var from = entry.Open();
                from.CopyTo(to);
            }

            using var list = archive.CreateEntry("[Content_Types].xml").Open();
            types.Save(list);
        }

        target.Position = 0;
        return target;
    }

    private static XDocument Keep(XDocument relationships, string name, XDocument types, MaskingPass pass)
    {
        foreach (var relationship in relationships.Root!.Elements().ToList())
        {
            var type = PackageLinks.Last((string?)relationship.Attribute("Type") ?? "");
            var target = (string?)relationship.Attribute("Target") ?? "";
            if (SheetParts.Contains(type) && (string?)relationship.Attribute("TargetMode") != "External")
            {
                Declare(types, PackageLinks.Resolve(PackageLinks.SourceOf(name), target), TypeOf(type, isWord: false)!);
                continue;
            }

            if (type is "comments" or "threadedcomment") pass.Took(MaskingKind.Comment);
            else if (type is "drawing" or "oleobject" or "package" or "chart" or "pivottable" or "externallink") pass.Took(MaskingKind.EmbeddedObject);
            relationship.Remove();
        }

        return relationships;
    }

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var reader = PackageXml.Reader(content);
        return XDocument.Load(reader);
    }
}
