using System.IO.Compression;
using System.Xml.Linq;
using PublicDisclosure.Core.Privacy.Metadata;

namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>A part that is carried over: XML to be changed, or the bytes of a picture.</summary>
internal sealed class WordPart(string name, string type, XDocument? xml, byte[]? bytes)
{
    public string Name => name;

    /// <summary>Last segment of the relationship type it was reached by.</summary>
    public string Type => type;

    public XDocument? Xml => xml;

    public byte[]? Bytes => bytes;

    /// <summary>Relationship ids that lead nowhere any more.</summary>
    public HashSet<string> DroppedIds { get; } = [];

    /// <summary>Where the texts of the block came from.</summary>
    public List<(XElement Element, MaskSegment Segment)> Texts { get; } = [];

    public List<(XAttribute Attribute, MaskSegment Segment)> Attributes { get; } = [];
}

/// <summary>The parts of a .docx that are carried over, and their relationships.</summary>
internal sealed class WordPackage(ZipArchive source)
{
    private readonly Dictionary<string, ZipArchiveEntry> _entries =
        source.Entries.DistinctBy(e => e.FullName.TrimStart('/'), StringComparer.OrdinalIgnoreCase).ToDictionary(e => e.FullName.TrimStart('/'), StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, XDocument> _relationships = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, WordPart> Parts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The relationships of a part; of the package itself for the empty name.</summary>
    public IReadOnlyList<XElement> RelationshipsOf(string part)
    {
        var name = RelationshipsName(part);
        if (!_entries.TryGetValue(name, out var entry)) return [];
        return [.. (_relationships[part] = Load(entry)).Root!.Elements()];
    }

    /// <summary>Takes a relationship off.</summary>
    public void Drop(string part, XElement relationship)
    {
        if (Parts.TryGetValue(part, out var owner) && (string?)relationship.Attribute("Id") is { } id) owner.DroppedIds.Add(id);
        relationship.Remove();
    }

    /// <summary>Carries a part over; false when it is missing or was taken already.</summary>
    public bool Take(string name, string type, MaskingRules rules)
    {
        if (Parts.ContainsKey(name) || !_entries.TryGetValue(name, out var entry)) return false;
        if (type == "image")
        {
            using var bytes = new MemoryStream();
            using (var content = entry.Open()) content.CopyTo(bytes);
            Parts[name] = new WordPart(name, type, null, bytes.ToArray());
            return false;
        }

        Parts[name] = new WordPart(name, type, Load(entry), null);
        return true;
    }

    /// <summary>How many elements of a name a part holds that is not carried over.</summary>
    public int Count(string name, string element) =>
        _entries.TryGetValue(name, out var entry) ? Load(entry).Descendants().Count(e => e.Name.LocalName == element) : 0;

    /// <summary>The new container.</summary>
    public MemoryStream Write()
    {
        var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            var types = Load(_entries["[Content_Types].xml"]);
            types.Root!.Elements().Where(e => e.Name.LocalName == "Override" && !Parts.ContainsKey(((string?)e.Attribute("PartName") ?? "").TrimStart('/'))).ToList().ForEach(e => e.Remove());
            foreach (var part in Parts.Values)
                if (SoundPackage.TypeOf(part.Type, isWord: true) is { } type) SoundPackage.Declare(types, part.Name, type);
            Save(archive, "[Content_Types].xml", types);
            foreach (var (owner, relationships) in _relationships.Where(r => r.Key.Length == 0 || Parts.ContainsKey(r.Key))) Save(archive, RelationshipsName(owner), relationships);
            foreach (var part in Parts.Values)
            {
                if (part.Xml is { } xml) { Save(archive, part.Name, xml); continue; }
                using var to = archive.CreateEntry(part.Name).Open();
                to.Write(part.Bytes);
            }
        }

        target.Position = 0;
        return target;
    }

    private static string RelationshipsName(string part)
    {
        var slash = part.LastIndexOf('/');
        return $"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels";
    }

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var reader = PackageXml.Reader(content);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static void Save(ZipArchive archive, string name, XDocument xml)
    {
        using var to = archive.CreateEntry(name).Open();
        xml.Save(to, SaveOptions.DisableFormatting);
    }
}
