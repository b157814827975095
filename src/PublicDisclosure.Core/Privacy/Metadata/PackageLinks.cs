using System.IO.Compression;
using System.Xml.Linq;

namespace PublicDisclosure.Core.Privacy.Metadata;

/// <summary>What the relationships of a package say: which parts go, which are emptied, and which ids are then spoken of no more.</summary>
internal sealed class PackageLinks
{
    private readonly HashSet<string> _dropped = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _emptied = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _droppedTypes;

    private PackageLinks(HashSet<string> droppedTypes) => _droppedTypes = droppedTypes;

    /// <summary>Reads all relationship parts. A part behind a dropped one (its own relationships) goes with it.</summary>
    public static PackageLinks Read(IReadOnlyList<ZipArchiveEntry> parts, HashSet<string> dropped, HashSet<string> emptied)
    {
        var links = new PackageLinks(dropped);
        var all = parts.Where(p => p.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            .SelectMany(p => Relationships(p).Select(r => (Source: SourceOf(p.FullName), Relationship: r))).ToList();
        foreach (var (source, relationship) in all)
        {
            if (IsExternal(relationship) || (string?)relationship.Attribute("Target") is not { } target) continue;
            var type = TypeOf(relationship);
            if (dropped.Contains(type)) links._dropped.Add(Resolve(source, target));
            else if (emptied.Contains(type)) links._emptied.Add(Resolve(source, target));
        }

        // customXml items carry property parts of their own.
        for (var before = -1; before != links._dropped.Count;)
        {
            before = links._dropped.Count;
            foreach (var (source, relationship) in all.Where(r => links._dropped.Contains(r.Source) && !IsExternal(r.Relationship)))
                if ((string?)relationship.Attribute("Target") is { } target) links._dropped.Add(Resolve(source, target));
        }

        return links;
    }

    /// <summary>Whether a part, or the relationships of a part, go.</summary>
    public bool Drops(string name) => _dropped.Contains(name.TrimStart('/'))
        || (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) && _dropped.Contains(SourceOf(name)));

    public bool Empties(string name) => _emptied.Contains(name);

    /// <summary>Whether a relationship of this type goes.</summary>
    public bool DropsType(string type) => _droppedTypes.Contains(Last(type));

    /// <summary>Last segment of a relationship type in lower case without hyphens: transitional and strict names become one.</summary>
    public static string Last(string type) => type[(type.LastIndexOf('/') + 1)..].Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string TypeOf(XElement relationship) => Last((string?)relationship.Attribute("Type") ?? "");

    private static bool IsExternal(XElement relationship) => (string?)relationship.Attribute("TargetMode") == "External";

    private static IEnumerable<XElement> Relationships(ZipArchiveEntry part)
    {
        using var content = part.Open();
        using var reader = PackageXml.Reader(content);
        return [.. XDocument.Load(reader).Root!.Elements().Where(e => e.Name.LocalName == "Relationship")];
    }

    /// <summary><c>word/_rels/document.xml.rels</c> belongs to <c>word/document.xml</c>.</summary>
    public static string SourceOf(string rels)
    {
        var name = rels.TrimStart('/');
        return name.Replace("_rels/", "", StringComparison.OrdinalIgnoreCase)[..^5];
    }

    /// <summary>Name of the part a relationship leads to.</summary>
    public static string Resolve(string source, string target)
    {
        if (target.StartsWith('/')) return target.TrimStart('/');
        var folder = source.Contains('/', StringComparison.Ordinal) ? source[..source.LastIndexOf('/')].Split('/').ToList() : [];
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && folder.Count > 0) folder.RemoveAt(folder.Count - 1);
            else if (step is not ("." or "..")) folder.Add(step);
        }

        return string.Join('/', folder);
    }
}
