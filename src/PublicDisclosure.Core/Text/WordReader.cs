using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace PublicDisclosure.Core.Text;

/// <summary>Walks the body of a Word document in reading order and collects blocks, pictures, notes and warnings.</summary>
internal sealed class WordReader
{
    private const int MaxImages = 200;
    private const int MaxImageBytes = 20 * 1024 * 1024;
    private readonly MainDocumentPart _main;
    private readonly WordNumbering _numbering;
    private readonly Dictionary<string, int> _warnings = [];
    private readonly List<(string Kind, string Id)> _notes = [];
    private int _boxDepth;

    public WordReader(MainDocumentPart main)
    {
        _main = main;
        _numbering = new WordNumbering(main.NumberingDefinitionsPart);
        Styles = new WordStyles(main.StyleDefinitionsPart);
    }

    public WordStyles Styles { get; }

    public List<WordBlock> Blocks { get; } = [];

    public List<ImportedImage> Images { get; } = [];

    public IReadOnlyList<ImportWarning> Warnings => _warnings.Select(w => new ImportWarning("WordImport." + w.Key, w.Value)).ToList();

    public void Warn(string what) => _warnings[what] = _warnings.GetValueOrDefault(what) + 1;

    /// <summary>Reads paragraphs and tables of the body, a cell or a text box.</summary>
    public void Read(OpenXmlElement container, List<WordBlock> blocks)
    {
        foreach (var element in container.ChildElements)
        {
            switch (element.LocalName)
            {
                case "p": Paragraph(element, blocks); break;
                case "tbl": WordTable.Read(this, element, blocks); break;
                case "sdt": if (element.Child("sdtContent") is { } content) Read(content, blocks); break;
                case "ins" or "moveTo" or "customXml" or "smartTag": Read(element, blocks); break;
                case "altChunk": Warn("EmbeddedParts"); break;
            }
        }
    }

    private void Paragraph(OpenXmlElement paragraph, List<WordBlock> blocks)
    {
        var properties = paragraph.Child("pPr");
        var style = properties.Child("pStyle").Val();
        if (properties.Child("rPr").Child("del") is not null || properties.Child("rPr").Child("ins") is not null) Warn("TrackedChanges");
        var inlines = new WordInlines(this, style);
        inlines.Read(paragraph);
        var number = Number(properties, style);
        var level = Level(properties, style);
        if (inlines.Markdown(false).Trim().Length > 0)
        {
            var words = (number is null or "•" ? "" : number) + inlines.Plain.Trim();
            level = level is null && OfficialLayout.HeadingLevel(words) is { } official ? official : level;
            if (words.Length > 120) level = null;
            var markdown = inlines.Markdown(level is null).Trim(' ', '\t', '\n', ChineseText.IdeographicSpace);
            blocks.Add(new WordBlock((number is null or "•" ? "" : MarkdownText.Escape(number)) + markdown, words)
            {
                IsBullet = number == "•",
                BulletLevel = int.TryParse(NumberProperty(properties, style, "ilvl"), out var depth) ? Math.Clamp(depth, 0, 4) : 0,
                HeadingLevel = level,
                IsTitleStyle = Styles.Name(style) is "title" or "标题",
                Centered = Styles.Find(properties, style, "pPr", p => p.Child("jc").Val()) == "center",
                FontSize = inlines.FontSize,
                Font = inlines.Font,
                Red = inlines.Red,
            });
        }

        if (_boxDepth > 3) return;
        _boxDepth++;
        foreach (var box in inlines.Boxes) Read(box, blocks);
        _boxDepth--;
    }

    private string? NumberProperty(OpenXmlElement? properties, string? style, string name) => Styles.Find(properties, style, "pPr", p => p.Child("numPr").Child(name).Val());

    private string? Number(OpenXmlElement? properties, string? style)
    {
        var list = NumberProperty(properties, style, "numId");
        if (list is null or "0") return null;
        return _numbering.Next(list, int.TryParse(NumberProperty(properties, style, "ilvl"), out var level) ? level : 0);
    }

    private int? Level(OpenXmlElement? properties, string? style)
    {
        var name = Styles.Name(style);
        if (name.StartsWith("heading ", StringComparison.Ordinal) && int.TryParse(name.AsSpan(8), out var heading) && heading is >= 1 and <= 6) return heading;
        return int.TryParse(Styles.Find(properties, style, "pPr", p => p.Child("outlineLvl").Val()), out var outline) && outline is >= 0 and < 6 ? outline + 1 : null;
    }

    public string? Address(string? relationship) =>
        relationship is null ? null : _main.HyperlinkRelationships.FirstOrDefault(r => r.Id == relationship)?.Uri.OriginalString;

    /// <summary>The mark of a note, numbered in order of reading.</summary>
    public string? Footnote(string kind, string? id)
    {
        if (id is null) return null;
        var at = _notes.IndexOf((kind, id));
        if (at < 0) { _notes.Add((kind, id)); at = _notes.Count - 1; }
        return $"[^{at + 1}]";
    }

    /// <summary>The texts of the notes, in the order of their marks.</summary>
    public List<string> Notes()
    {
        var texts = new List<string>();
        for (var i = 0; i < _notes.Count; i++)
        {
            var (kind, id) = _notes[i];
            OpenXmlElement? root = kind == "footnote" ? _main.FootnotesPart?.Footnotes : _main.EndnotesPart?.Endnotes;
            var blocks = new List<WordBlock>();
            if (root?.ChildElements.FirstOrDefault(n => n.Val("id") == id) is { } note) Read(note, blocks);
            texts.Add(string.Join(' ', blocks.Select(b => b.Markdown.Replace('\n', ' '))).Trim());
        }

        return texts;
    }

    /// <summary>Takes a picture out; gives its placeholder, or null with a warning when it cannot be used.</summary>
    public string? Image(string? relationship, string? description)
    {
        if (relationship is null || !_main.TryGetPartById(relationship, out var part) || part is not ImagePart || part.ContentType is not ("image/png" or "image/jpeg") || Images.Count >= MaxImages)
        {
            Warn("PicturesLeftOut");
            return null;
        }

        using var stream = part.GetStream();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        if (content.Length is 0 or > MaxImageBytes)
        {
            Warn("PicturesLeftOut");
            return null;
        }

        var number = Images.Count + 1;
        var alt = ChineseText.TidySpaces(ChineseText.RemoveForbidden(description ?? ""));
        if (alt.Length is 0 or > 200) alt = $"图片{number}";
        Images.Add(new ImportedImage(number, part.ContentType, content.ToArray(), alt));
        return $"![{MarkdownText.Escape(alt)}](image:{number})";
    }
}
