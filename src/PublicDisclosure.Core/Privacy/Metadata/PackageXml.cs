using System.Text;
using System.Xml;

namespace PublicDisclosure.Core.Privacy.Metadata;

/// <summary>Decides, element by element, what of a part is copied.</summary>
internal interface IPartFilter
{
    /// <summary>Whether the element the reader stands on goes with everything below it.</summary>
    bool Drops(XmlReader element);

    /// <summary>The value to write for an attribute of the present element, or null to leave it out.</summary>
    string? Attribute(string element, XmlReader attribute);

    /// <summary>The text to write inside an element.</summary>
    string Text(string element, string text);
}

/// <summary>Copies a part as a stream, so that a sheet of any size costs no memory.</summary>
internal static class PackageXml
{
    private static readonly XmlWriterSettings Writing = new() { Encoding = new UTF8Encoding(false), CheckCharacters = false, CloseOutput = false, NewLineHandling = NewLineHandling.Entitize };

    /// <summary>A reader that resolves nothing outside the part.</summary>
    public static XmlReader Reader(Stream content) =>
        XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false });

    /// <summary>Writes the part's root element with its namespaces and nothing else.</summary>
    public static void WriteBareRoot(Stream from, Stream to)
    {
        using var reader = Reader(from);
        reader.MoveToContent();
        using var writer = XmlWriter.Create(to, Writing);
        writer.WriteStartDocument(true);
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        writer.WriteEndElement();
    }

    /// <summary>Copies the part through a filter.</summary>
    public static void Copy(Stream from, Stream to, IPartFilter filter)
    {
        using var reader = Reader(from);
        using var writer = XmlWriter.Create(to, Writing);
        writer.WriteStartDocument(true);
        var path = new Stack<string>();
        for (var more = reader.Read(); more;)
        {
            if (reader.NodeType == XmlNodeType.Element && filter.Drops(reader))
            {
                reader.Skip();
                more = !reader.EOF;
                continue;
            }

            CopyNode(reader, writer, filter, path);
            more = reader.Read();
        }
    }

    private static void CopyNode(XmlReader reader, XmlWriter writer, IPartFilter filter, Stack<string> path)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var name = reader.LocalName;
                var isEmpty = reader.IsEmptyElement;
                writer.WriteStartElement(reader.Prefix, name, reader.NamespaceURI);
                while (reader.MoveToNextAttribute())
                    if (filter.Attribute(name, reader) is { } value) writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, value);
                if (isEmpty) writer.WriteEndElement();
                else path.Push(name);
                break;
            case XmlNodeType.EndElement:
                path.Pop();
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                writer.WriteString(filter.Text(path.Peek(), reader.Value));
                break;
            case XmlNodeType.Whitespace when path.Count > 0:
            case XmlNodeType.SignificantWhitespace:
                writer.WriteString(reader.Value);
                break;
            case XmlNodeType.ProcessingInstruction:
                writer.WriteProcessingInstruction(reader.Name, reader.Value);
                break;
        }
    }
}
