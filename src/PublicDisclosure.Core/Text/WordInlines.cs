using System.Text;
using DocumentFormat.OpenXml;

namespace PublicDisclosure.Core.Text;

/// <summary>The runs of one paragraph as inline Markdown and as plain words.</summary>
internal sealed class WordInlines(WordReader reader, string? paragraphStyle)
{
    private readonly List<(string Text, bool Bold, bool Raw)> _pieces = [];
    private readonly StringBuilder _plain = new();
    private int _fieldInstructions;
    private string? _link;

    /// <summary>Paragraphs of text boxes anchored here; they follow the paragraph.</summary>
    public List<OpenXmlElement> Boxes { get; } = [];

    /// <summary>Half-points of the first run with text.</summary>
    public int FontSize { get; private set; }

    public string Font { get; private set; } = "";

    public bool Red { get; private set; }

    public string Plain => _plain.ToString();

    public string Markdown(bool emphasis)
    {
        var text = new StringBuilder();
        for (var i = 0; i < _pieces.Count;)
        {
            var (piece, bold, raw) = _pieces[i++];
            var joined = new StringBuilder(piece);
            while (i < _pieces.Count && _pieces[i].Bold == bold && !raw && !_pieces[i].Raw) joined.Append(_pieces[i++].Text);
            var escaped = raw ? joined.ToString() : MarkdownText.Escape(joined.ToString());
            text.Append(bold && emphasis && !raw ? MarkdownText.Emphasise(escaped, "**") : escaped);
        }

        return text.ToString();
    }

    public void Read(OpenXmlElement container)
    {
        foreach (var element in container.ChildElements)
        {
            switch (element.LocalName)
            {
                case "r": Run(element); break;
                case "ins" or "moveTo":
                    reader.Warn("TrackedChanges");
                    Read(element);
                    break;
                case "del" or "moveFrom": reader.Warn("TrackedChanges"); break;
                case "hyperlink": Hyperlink(element); break;
                case "sdt": if (element.Child("sdtContent") is { } content) Read(content); break;
                case "smartTag" or "customXml" or "fldSimple" or "dir" or "bdo": Read(element); break;
                case "commentRangeStart": reader.Warn("Comments"); break;
                case "oMath" or "oMathPara":
                    reader.Warn("Formulas");
                    Add(element.InnerText, false);
                    break;
                case "AlternateContent": if (Choice(element) is { } chosen) Read(chosen); break;
            }
        }
    }

    private void Hyperlink(OpenXmlElement element)
    {
        var outer = _link;
        _link = reader.Address(element.Val("id"));
        if (_link is null || !UrlRule.AllowsLink(_link) || outer is not null) { _link = outer; Read(element); return; }
        var from = _pieces.Count;
        Read(element);
        var text = string.Concat(_pieces.Skip(from).Select(p => p.Raw ? p.Text : MarkdownText.Escape(p.Text)));
        _pieces.RemoveRange(from, _pieces.Count - from);
        var address = _link.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal).Replace("<", "%3C", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal);
        if (text.Length > 0) _pieces.Add(($"[{text}]({address})", false, true));
        _link = outer;
    }

    private void Run(OpenXmlElement run)
    {
        var properties = run.Child("rPr");
        var style = properties.Child("rStyle").Val();
        if (Find(properties, style, p => p.Toggle("vanish")) == true)
        {
            if (run.InnerText.Length > 0) reader.Warn("HiddenText");
            return;
        }

        var bold = Find(properties, style, p => p.Toggle("b")) == true;
        foreach (var element in run.ChildElements) Piece(element, properties, style, bold);
    }

    private void Piece(OpenXmlElement element, OpenXmlElement? properties, string? style, bool bold)
    {
        switch (element.LocalName)
        {
            case "t" when _fieldInstructions == 0:
                Look(element.InnerText, properties, style);
                Add(element.InnerText, bold);
                break;
            case "tab" or "ptab": Add(" ", bold); break;
            case "br" when element.Val("type") is null or "textWrapping": Add("\n", bold); break;
            case "cr": Add("\n", bold); break;
            case "noBreakHyphen": Add("-", bold); break;
            case "sym": Add(Symbol(element.Val("char")), bold); break;
            case "fldChar": _fieldInstructions += element.Val("fldCharType") switch { "begin" => 1, "separate" => -1, _ => 0 }; break;
            case "footnoteReference" or "endnoteReference":
                if (reader.Footnote(element.LocalName[..^9], element.Val("id")) is { } mark) _pieces.Add((mark, false, true));
                break;
            case "commentReference": reader.Warn("Comments"); break;
            case "drawing" or "pict" or "object": Drawing(element); break;
            case "ruby": if (element.Child("rubyBase") is { } rubyBase) Read(rubyBase); break;
            case "AlternateContent": if (Choice(element) is { } chosen) foreach (var inner in chosen.ChildElements) Piece(inner, properties, style, bold); break;
        }

        // A field without a result (begin, instruction, end) never says "separate".
        if (element.LocalName == "fldChar" && element.Val("fldCharType") == "end") _fieldInstructions = 0;
    }

    private void Drawing(OpenXmlElement drawing)
    {
        var boxes = drawing.Descendants().Where(e => e.LocalName == "txbxContent").ToList();
        if (boxes.Count > 0)
        {
            reader.Warn("TextBoxes");
            Boxes.AddRange(boxes);
            return;
        }

        var title = drawing.Descendants().FirstOrDefault(e => e.LocalName == "docPr");
        foreach (var picture in drawing.Descendants().Where(e => e.LocalName is "blip" or "imagedata"))
        {
            if (reader.Image(picture.Val("embed") ?? picture.Val("id"), title.Val("descr")) is { } image) _pieces.Add((image, false, true));
        }
    }

    private void Add(string text, bool bold)
    {
        text = ChineseText.RemoveForbidden(text);
        if (text.Length == 0) return;
        _pieces.Add((text, bold, false));
        _plain.Append(text);
    }

    private void Look(string text, OpenXmlElement? properties, string? style)
    {
        if (FontSize > 0 || string.IsNullOrWhiteSpace(text)) return;
        FontSize = Find(properties, style, p => p.Child("sz").Val()) is { } size && int.TryParse(size, out var halfPoints) ? halfPoints : 21;
        Font = Find(properties, style, p => p.Child("rFonts").Val("eastAsia")) ?? "";
        Red = Find(properties, style, p => p.Child("color").Val()) is { Length: 6 } color && color.StartsWith("FF00", StringComparison.OrdinalIgnoreCase);
    }

    private T? Find<T>(OpenXmlElement? properties, string? style, Func<OpenXmlElement, T?> read) =>
        (style is null ? reader.Styles.Find(properties, paragraphStyle, "rPr", read)
            : reader.Styles.Find(properties, style, "rPr", read) ?? reader.Styles.Find(null, paragraphStyle, "rPr", read));

    private static OpenXmlElement? Choice(OpenXmlElement alternatives) => alternatives.Child("Choice") ?? alternatives.Child("Fallback");

    /// <summary>Ticks and boxes of the Wingdings fonts, which official tables use for channels and choices.</summary>
    private static string Symbol(string? code) => code?.ToUpperInvariant() switch
    {
        "F052" or "F0FE" or "F054" => "☑",
        "F0FC" or "F050" => "√",
        "F0A3" or "F0A8" or "F06F" or "F030" => "□",
        "F06E" => "■",
        _ => "",
    };
}
