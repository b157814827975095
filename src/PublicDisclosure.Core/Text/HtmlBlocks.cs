using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace PublicDisclosure.Core.Text;

/// <summary>Walks pasted HTML and collects blocks as <see cref="WordReader"/> does for Word documents.</summary>
internal sealed partial class HtmlBlocks
{
    private const int MaxDepth = 200;
    private readonly Dictionary<string, int> _warnings = [];
    private readonly StringBuilder _line = new();
    private readonly StringBuilder _plain = new();
    private bool _tooDeep;

    public List<WordBlock> Blocks { get; private set; } = [];

    public List<ImportedImage> Images { get; } = [];

    public IReadOnlyList<ImportWarning> Warnings => _warnings.Select(w => new ImportWarning("WordImport." + w.Key, w.Value)).ToList();

    /// <summary>False when the HTML nests too deeply to be walked.</summary>
    public bool Read(IElement body)
    {
        Children(body, new Context(), 0);
        Flush(new Context());
        return !_tooDeep;
    }

    private void Children(INode node, Context context, int depth)
    {
        if (depth > MaxDepth) { _tooDeep = true; return; }
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text) Words(text.Data, context);
            else if (child is IElement element) Element(element, context, depth + 1);
        }
    }

    private void Element(IElement element, Context context, int depth)
    {
        var style = element.GetAttribute("style") ?? "";
        if (Hidden().IsMatch(style)) { Warn("HiddenText"); return; }
        switch (element.LocalName)
        {
            case "script" or "style" or "head" or "title" or "iframe" or "object" or "embed" or "svg" or "math" or "template" or "noscript" or "select" or "button" or "textarea" or "video" or "audio" or "canvas" or "xml":
                break;
            case "del": Warn("TrackedChanges"); break;
            case "br": _line.Append('\n'); _plain.Append('\n'); break;
            case "hr": Flush(context); break;
            case "img": Image(element); break;
            case "a": Link(element, context, depth); break;
            case "b" or "strong": Children(element, context with { Bold = true }, depth); break;
            case "table": Flush(context); Table(element, depth); break;
            case "ul" or "ol":
                Flush(context);
                var number = int.TryParse(element.GetAttribute("start"), out var start) ? start : 1;
                foreach (var item in element.Children) Item(item, element.LocalName == "ol" ? $"{number++}." : null, context, depth);
                break;
            case "p" or "div" or "section" or "article" or "blockquote" or "li" or "dd" or "dt" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "center" or "pre" or "form" or "main" or "header" or "footer" or "figure" or "figcaption" or "address" or "td" or "tr" or "tbody" or "caption":
                Block(element, style, context, depth);
                break;
            default:
                Children(element, context with { Bold = context.Bold || BoldStyle().IsMatch(style), Size = Size(style) ?? context.Size }, depth);
                break;
        }
    }

    private void Block(IElement element, string style, Context context, int depth)
    {
        Flush(context);
        var heading = element.LocalName is ['h', >= '1' and <= '6'] ? element.LocalName[1] - '0' : OutlineLevel().Match(style) is { Success: true } m ? m.Groups[1].Value[0] - '0' : (int?)null;
        var inner = context with
        {
            Heading = heading ?? context.Heading,
            Centered = context.Centered || element.LocalName == "center" || element.GetAttribute("align") == "center" || Center().IsMatch(style),
            Title = context.Title || element.ClassList.Contains("MsoTitle"),
            Size = Size(style) ?? context.Size,
        };
        Children(element, inner, depth);
        Flush(inner);
    }

    private void Item(IElement item, string? number, Context context, int depth)
    {
        if (number is not null) { _line.Append(number); _plain.Append(number); }
        var inner = context with { Bullet = number is null, BulletLevel = context.Bullet ? Math.Min(4, context.BulletLevel + 1) : 0 };
        Children(item, inner, depth);
        Flush(inner);
    }

    private void Link(IElement element, Context context, int depth)
    {
        var from = _line.Length;
        Children(element, context, depth);
        var address = element.GetAttribute("href");
        // Relative addresses meant something on the page they come from, not here.
        if (!UrlRule.AllowsLink(address) || UrlRule.IsRelative(address) || _line.Length <= from) return;
        var text = _line.ToString(from, _line.Length - from);
        if (string.IsNullOrWhiteSpace(text) || text.Contains("](", StringComparison.Ordinal)) return;
        _line.Length = from;
        _line.Append('[').Append(text).Append("](").Append(address!.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal).Replace("<", "%3C", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal)).Append(')');
    }

    private void Words(string text, Context context)
    {
        text = White().Replace(ChineseText.RemoveForbidden(text), " ");
        if (text.Length == 0) return;
        var escaped = MarkdownText.Escape(text);
        _line.Append(context.Bold && context.Heading is null ? MarkdownText.Emphasise(escaped, "**") : escaped);
        _plain.Append(text);
    }

    private void Flush(Context context)
    {
        var markdown = Tidy(_line);
        var plain = Tidy(_plain);
        _line.Clear();
        _plain.Clear();
        if (markdown.Length == 0) return;
        var level = context.Heading is { } heading ? Math.Clamp(heading, 1, 5) : OfficialLayout.HeadingLevel(plain);
        if (plain.Length > 120 || context.Bullet) level = null;
        Blocks.Add(new WordBlock(level is null ? markdown : markdown.Replace("**", "", StringComparison.Ordinal), plain)
        {
            IsBullet = context.Bullet,
            BulletLevel = context.BulletLevel,
            HeadingLevel = level,
            IsTitleStyle = context.Title,
            Centered = context.Centered,
            FontSize = context.Size,
        });
    }

    private void Table(IElement table, int depth)
    {
        var grid = new List<List<string?>>();
        var words = new List<string>();
        var rows = table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table).ToList();
        for (var r = 0; r < rows.Count; r++)
        {
            var texts = new List<string>();
            var column = 0;
            foreach (var cell in rows[r].Children.Where(c => c.LocalName is "td" or "th"))
            {
                var (markdown, plain) = Cell(cell, depth);
                texts.Add(plain);
                while (At(grid, r, column) is not null) column++;
                int wide = Span(cell, "colspan", MarkdownLimits.MaxColumns), high = Math.Min(Span(cell, "rowspan", rows.Count), rows.Count - r);
                for (var y = 0; y < high; y++)
                {
                    for (var x = 0; x < wide; x++) Put(grid, r + y, column + x, x == 0 && y == 0 ? markdown : x > 0 ? MergedCells.Left : MergedCells.Above);
                }

                column += wide;
            }

            words.Add(string.Join('\t', texts));
        }

        if (grid.Count == 0 || grid.All(row => row.Count == 0)) return;
        if (grid.Max(row => row.Count) > MarkdownLimits.MaxColumns) Warn("WideTables");
        Blocks.Add(new WordBlock(MarkdownText.Table(grid.Where(row => row.Count > 0).Select(row => row.Select(c => c ?? "").ToList()).ToList()), string.Join('\n', words)) { IsTable = true });
    }

    private (string Markdown, string Plain) Cell(IElement cell, int depth)
    {
        var outer = Blocks;
        Blocks = [];
        Children(cell, new Context(), depth + 1);
        Flush(new Context());
        var inner = Blocks;
        Blocks = outer;
        if (inner.Exists(b => b.IsTable)) Warn("NestedTables");
        return (string.Join('\n', inner.Select(b => b.IsTable ? MarkdownText.Escape(b.Plain.Replace('\t', ' ')) : (b.IsBullet ? "• " : "") + b.Markdown)), string.Join('\n', inner.Select(b => b.Plain)));
    }

    private void Image(IElement image)
    {
        var match = DataUrl().Match(image.GetAttribute("src") ?? "");
        var content = new byte[match.Success ? match.Groups[2].Length : 0];
        if (!match.Success || Images.Count >= 100 || !Convert.TryFromBase64String(match.Groups[2].Value, content, out var length) || length == 0) { Warn("PicturesLeftOut"); return; }
        var number = Images.Count + 1;
        var alt = ChineseText.TidySpaces(ChineseText.RemoveForbidden(image.GetAttribute("alt") ?? ""));
        if (alt.Length is 0 or > 200) alt = $"图片{number}";
        Images.Add(new ImportedImage(number, match.Groups[1].Value == "png" ? "image/png" : "image/jpeg", content[..length], alt));
        _line.Append("![").Append(MarkdownText.Escape(alt)).Append("](image:").Append(number).Append(')');
    }

    private void Warn(string what) => _warnings[what] = _warnings.GetValueOrDefault(what) + 1;

    private static string Tidy(StringBuilder text) => string.Join('\n', text.ToString().Split('\n').Select(ChineseText.TidySpaces)).Trim();

    private static string? At(List<List<string?>> grid, int row, int column) => row < grid.Count && column < grid[row].Count ? grid[row][column] : null;

    private static void Put(List<List<string?>> grid, int row, int column, string text)
    {
        while (grid.Count <= row) grid.Add([]);
        while (grid[row].Count <= column) grid[row].Add(null);
        grid[row][column] ??= text;
    }

    private static int Span(IElement cell, string name, int most) => int.TryParse(cell.GetAttribute(name), out var span) ? Math.Clamp(span, 1, Math.Max(1, most)) : 1;

    /// <summary>Half-points of a font size given in pt or px.</summary>
    private static int? Size(string style) => FontSize().Match(style) is { Success: true } match && double.TryParse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture, out var size) && size < 200
        ? (int)Math.Round(match.Groups[2].Value == "px" ? size * 1.5 : size * 2) : null;

    private sealed record Context(bool Bold = false, int? Heading = null, bool Centered = false, bool Title = false, int Size = 0, bool Bullet = false, int BulletLevel = 0);

    [GeneratedRegex(@"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"font-weight\s*:\s*(?:bold|[6-9]00)", RegexOptions.IgnoreCase)]
    private static partial Regex BoldStyle();

    [GeneratedRegex(@"text-align\s*:\s*center", RegexOptions.IgnoreCase)]
    private static partial Regex Center();

    [GeneratedRegex(@"mso-outline-level\s*:\s*([1-6])", RegexOptions.IgnoreCase)]
    private static partial Regex OutlineLevel();

    [GeneratedRegex(@"font-size\s*:\s*([\d.]{1,6})\s*(pt|px)", RegexOptions.IgnoreCase)]
    private static partial Regex FontSize();

    [GeneratedRegex(@"^data:image/(png|jpeg|jpg);base64,([A-Za-z0-9+/=\s]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex DataUrl();

    [GeneratedRegex(@"[\s\u00A0]+")]
    private static partial Regex White();
}
