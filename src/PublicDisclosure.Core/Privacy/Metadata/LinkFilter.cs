using System.Xml;

namespace PublicDisclosure.Core.Privacy.Metadata;

/// <summary>For relationship parts and the list of content types: what speaks of dropped parts goes, local paths become bare file names.</summary>
internal sealed class LinkFilter(PackageLinks links, string part) : IPartFilter
{
    public bool Drops(XmlReader element) => element.LocalName switch
    {
        "Relationship" => links.DropsType(element.GetAttribute("Type") ?? ""),
        "Override" => links.Drops(element.GetAttribute("PartName") ?? ""),
        _ => false,
    };

    public string? Attribute(string element, XmlReader attribute) =>
        attribute.LocalName == "Target" && part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) ? LocalPath.ToFileName(attribute.Value) : attribute.Value;

    public string Text(string element, string text) => text;
}
