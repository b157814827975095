using System.Text;
using System.Xml;

namespace PublicDisclosure.Core.Privacy.Readers;

/// <summary>
/// One part of a .docx. Its words are kept three times: as a reader sees them, as they were before the tracked changes, and all
/// together with what is set invisible; a number may be whole in one of them only.
/// </summary>
internal sealed class WordPart(InspectionBuilder builder, string place, bool isHidden, IReadOnlySet<string> hiddenStyles)
{
    // Word allows 63 columns.
    private const int MostSpan = 63;

    private readonly Stack<Views> _views = new([new Views(place)]);
    private readonly StringBuilder _sayings = new();
    private readonly HashSet<string> _authors = [];
    private int _deleted, _inserted, _cells, _formerProperties, _span = 1;
    private bool _inText, _inRun, _hiddenRun, _hiddenParagraph, _shaded, _white, _said;

    /// <summary>Reads the part; true when it said anything.</summary>
    public bool Read(Stream content)
    {
        using var reader = XmlText.Open(content);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                builder.ThrowIfOver();
                var (name, empty) = (reader.LocalName, reader.IsEmptyElement);
                Start(reader, name, empty);
                if (empty) End(name, isEmpty: true);
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                End(reader.LocalName, isEmpty: false);
            }
            else if (_inText && reader.NodeType is (XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA))
            {
                Put(reader.Value);
            }
        }

        while (_views.Count > 0) Finish(_views.Pop());
        builder.Add(place + "的图片说明、域代码", _sayings.ToString(), true);
        if (_authors.Count > 0) builder.Add("修订和批注的作者", string.Join('\n', _authors), true);
        return _said;
    }

    private void Start(XmlReader reader, string name, bool empty)
    {
        switch (name)
        {
            case "t" or "delText" or "instrText" or "delInstrText": _inText = !empty; break;
            case "txbxContent": _views.Push(new Views(place + "的文本框")); break;
            case "del" or "moveFrom": Changed(reader); if (!empty) _deleted++; break;
            case "ins" or "moveTo": Changed(reader); if (!empty) _inserted++; break;
            case "comment": Author(reader); break;
            case "rPrChange" or "pPrChange": if (!empty) _formerProperties++; break;
            case "p": _hiddenParagraph = false; _shaded = _cells > 0; break;
            case "r": (_inRun, _hiddenRun, _white) = (true, false, false); break;
            case "tc": if (!empty) _cells++; break;
            case "tab" or "br" or "cr" when _inRun: Put(" "); break;
            case "docPr" or "cNvPr" or "shape" or "fldSimple": Sayings(reader); break;
            default: if (_formerProperties == 0) Property(reader, name); break;
        }
    }

    private void Property(XmlReader reader, string name)
    {
        var value = name is "vanish" or "pStyle" or "rStyle" or "color" or "sz" ? WordFile.Value(reader, "val") : null;
        switch (name)
        {
            case "vanish" when _inRun && value is not ("0" or "false" or "off"): _hiddenRun = true; break;
            case "pStyle" when hiddenStyles.Contains(value ?? ""): _hiddenParagraph = true; break;
            case "rStyle" when _inRun && hiddenStyles.Contains(value ?? ""): _hiddenRun = true; break;
            case "color" when _inRun && value is "FFFFFF" or "ffffff": _white = true; break;
            case "sz" when _inRun && value is "1" or "2" or "3" or "4": _hiddenRun = true; break;
            case "shd" or "highlight": _shaded = true; break;
            case "gridSpan" when int.TryParse(WordFile.Value(reader, "val"), out var span): _span = Math.Clamp(span, 1, MostSpan); break;
        }
    }

    private void End(string name, bool isEmpty)
    {
        switch (name)
        {
            case "t" or "delText" or "instrText" or "delInstrText": _inText = false; break;
            case "txbxContent": Finish(_views.Pop()); break;
            case "del" or "moveFrom" when !isEmpty: _deleted--; break;
            case "ins" or "moveTo" when !isEmpty: _inserted--; break;
            case "rPrChange" or "pPrChange" when !isEmpty: _formerProperties--; break;
            case "r": _inRun = false; break;
            case "p": Break(_cells > 0 ? ' ' : '\n'); break;
            case "tc" when !isEmpty: EndCell(); break;
            case "tr": Break(_cells > 0 ? ' ' : '\n'); break;
            // A blank line ends the table for those who look for its columns.
            case "tbl" when _cells == 0: Break('\n'); Break('\n'); break;
        }
    }

    // A cell over several columns takes the place of all of them, so that those behind it stand under their headings.
    private void EndCell()
    {
        _cells--;
        for (; _span > 0; _span--) Break('\t');
        _span = 1;
    }

    private void Put(string words)
    {
        var views = _views.Peek();
        var invisible = _hiddenRun || _hiddenParagraph || (_white && !_shaded);
        _said |= words.Length > 0;
        views.All.Append(words);
        if (_inserted == 0) views.Before.Append(words);
        if (_deleted > 0) views.Deleted.Append(words);
        else if (invisible) views.Invisible.Append(words);
        else views.Seen.Append(words);
    }

    private void Break(char separator)
    {
        foreach (var text in _views.Peek().Every) text.Append(separator);
    }

    private void Finish(Views views)
    {
        builder.Add(views.Place, views.Seen.ToString(), isHidden);
        if (Says(views.Invisible)) builder.Note(FileTrait.HiddenText, views.Place);
        if (!isHidden && (_authors.Count > 0 || Says(views.Deleted))) builder.Add(views.Place + "修订前的文字", views.Before.ToString(), true);
        builder.Add(views.Place + "修订中删除的文字", views.Deleted.ToString(), true);
        builder.Add(views.Place + "的隐藏文字", views.Invisible.ToString(), true);
        if (Says(views.Invisible) || Says(views.Deleted)) builder.Add(views.Place + "（含隐藏和修订的全部文字）", views.All.ToString(), true);
    }

    private static bool Says(StringBuilder text) => !string.IsNullOrWhiteSpace(text.ToString());

    private void Changed(XmlReader reader)
    {
        builder.Note(FileTrait.TrackedChanges, place);
        Author(reader);
    }

    private void Author(XmlReader reader)
    {
        if (WordFile.Value(reader, "author") is { Length: > 0 } author) _authors.Add(author);
    }

    private void Sayings(XmlReader reader)
    {
        foreach (var name in new[] { "descr", "title", "name", "alt", "instr", "href" })
            if (WordFile.Value(reader, name) is { Length: > 3 } value) _sayings.Append(value).Append('\n');
    }

    /// <summary>The words of one flow of text; a text box is a flow of its own.</summary>
    private sealed class Views(string place)
    {
        public string Place { get; } = place;

        public StringBuilder Seen { get; } = new();

        public StringBuilder Before { get; } = new();

        public StringBuilder Deleted { get; } = new();

        public StringBuilder Invisible { get; } = new();

        public StringBuilder All { get; } = new();

        public StringBuilder[] Every => [Seen, Before, Deleted, Invisible, All];
    }
}
