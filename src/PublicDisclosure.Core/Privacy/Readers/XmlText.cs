using System.Text;
using System.Xml;

namespace PublicDisclosure.Core.Privacy.Readers;

/// <summary>The words of any XML part, whatever its vocabulary: texts, and attributes that say something.</summary>
internal static class XmlText
{
    // Runs and the like stand inside a word; what lies between two of them must not part a number.
    private static readonly HashSet<string> Inline = ["t", "r", "rPr", "delText", "span", "b", "i", "u", "font", "latin", "ea", "cs", "solidFill", "srgbClr"];

    /// <summary>A reader that resolves nothing and expands nothing.</summary>
    public static XmlReader Open(Stream stream) => XmlReader.Create(
        stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false, IgnoreComments = false, IgnoreProcessingInstructions = true });

    /// <summary>Everything a part says: blocks on lines of their own, cells parted by tabs, comments of the XML too.</summary>
    public static string Read(Stream stream, InspectionBuilder builder, bool attributes = true)
    {
        using var reader = Open(stream);
        var text = new StringBuilder();
        var cells = 0;
        while (reader.Read() && text.Length < InspectionBuilder.MostCharacters)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    builder.ThrowIfOver();
                    var (name, empty) = (reader.LocalName, reader.IsEmptyElement);
                    if (name == "tc" && !empty) cells++;
                    var said = attributes && Attributes(reader, text);
                    if (name is "tab" or "br") text.Append(' ');
                    else if (said && empty) text.Append('\t');
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Comment:
                    text.Append(reader.Value);
                    break;
                case XmlNodeType.Whitespace when reader.Value.Length < 4 && !reader.Value.Contains('\n', StringComparison.Ordinal):
                    text.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    if (reader.LocalName == "tc") cells--;
                    if (Inline.Contains(reader.LocalName) && !(reader.LocalName == "r" && text.Length > 0 && text[^1] == '\t')) break;
                    Part(text, reader.LocalName == "tc" ? '\t' : cells > 0 ? ' ' : '\n');
                    break;
            }
        }

        return text.ToString();
    }

    private static void Part(StringBuilder text, char separator)
    {
        if (text.Length == 0 || (separator != '\t' && text[^1] == separator)) return;
        if (separator == '\n' && text[^1] == ' ') text.Length--;
        text.Append(separator);
    }

    private static bool Attributes(XmlReader reader, StringBuilder text)
    {
        var said = false;
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.Prefix == "xmlns" || !SaysSomething(reader.Value)) continue;
            text.Append(reader.Value).Append('\t');
            said = true;
        }

        reader.MoveToElement();
        return said;
    }

    /// <summary>Six digits, a Chinese character, a path or an address: not a style, a size or a flag.</summary>
    private static bool SaysSomething(string value)
    {
        var digits = 0;
        foreach (var c in value)
        {
            if (Text.ChineseText.IsHan(c) || c is '\\' or '@') return true;
            if (char.IsDigit(c) && ++digits >= 6) return true;
        }

        return false;
    }
}
