using System.Xml;

namespace PublicDisclosure.Core.Privacy.Metadata;

/// <summary>
/// For the parts of a document: names of people who wrote, commented, revised or refreshed become 作者, traces of editing
/// sessions and machines go. Only markup is touched, never a word that readers see.
/// </summary>
internal sealed class AuthorFilter : IPartFilter
{
    /// <summary>What stands where a name must stand.</summary>
    public const string Nobody = "作者";

    /// <summary>Elements that say how and where the file was made, and those whose part was dropped.</summary>
    private static readonly HashSet<string> DroppedElements =
        ["rsids", "docVars", "mailMerge", "attachedTemplate", "absPath", "saveThroughXslt", "printerSettings", "docId", "fileSharing", "dataBinding"];

    private static readonly HashSet<string> DroppedAttributes = ["initials", "dateUtc", "refreshedBy", "lastEditedBy", "userId", "providerId", "durableId"];

    private readonly HashSet<string> _names = [];

    public bool Drops(XmlReader element) => DroppedElements.Contains(element.LocalName) && !element.NamespaceURI.Contains("drawingml", StringComparison.Ordinal);

    public string? Attribute(string element, XmlReader attribute)
    {
        var name = attribute.LocalName;
        if (attribute.Prefix == "xmlns" || name == "xmlns") return attribute.Value;
        if (name.StartsWith("rsid", StringComparison.Ordinal)) return null;
        switch (name)
        {
            case "id" when element == "pageSetup": return null;
            case "author" or "displayName" or "userName": return Nobody;
            case "name" when element is "cmAuthor" or "author" or "chgData": return Nobody;
            case "userId" or "providerId" when element is "person" or "author" or "presenceInfo": return "None";
            case "initials" when element is "cmAuthor" or "author": return "A";
            case "connection" when element == "dbPr": return "";
            case "date" when element is "comment" or "ins" or "del" or "moveFrom" or "moveTo" || element.EndsWith("Change", StringComparison.Ordinal): return null;
        }

        return DroppedAttributes.Contains(name) ? null : LocalPath.ToFileName(attribute.Value);
    }

    public string Text(string element, string text)
    {
        switch (element)
        {
            case "author":
                if (text.Trim().Length > 0) _names.Add(text.Trim());
                return Nobody;
            case "instrText" or "delInstrText": return LocalPath.ToFileName(text);
            // Excel writes the author as first line into the note itself.
            case "t" or "r" when _names.Count > 0: return NoteWithoutAuthor(text);
            default: return text;
        }
    }

    private string NoteWithoutAuthor(string text)
    {
        foreach (var name in _names)
        {
            var rest = text.TrimStart();
            if (rest.StartsWith(name, StringComparison.Ordinal) && rest.Length > name.Length && rest[name.Length] is (':' or '：'))
                return Nobody + rest[name.Length..];
        }

        return text;
    }
}
