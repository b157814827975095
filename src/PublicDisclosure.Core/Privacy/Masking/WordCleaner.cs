using System.Xml.Linq;

namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>Takes out of a part of a Word document what a reader does not see.</summary>
internal static class WordCleaner
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly HashSet<string> DeletedText = ["del", "moveFrom", "delText", "delInstrText", "cellDel"];

    private static readonly HashSet<string> Marks =
    [
        "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart",
        "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart",
        "customXmlMoveToRangeEnd", "proofErr", "permStart", "permEnd", "dataBinding", "altChunk", "object", "cellIns", "cellMerge", "listItem",
    ];

    private static readonly HashSet<string> Wrappers = ["ins", "moveTo", "smartTag", "customXml"];

    /// <summary>Styles whose text is hidden, also by inheritance.</summary>
    public static HashSet<string> HiddenStyles(XDocument? styles)
    {
        var hidden = new HashSet<string>();
        if (styles is null) return hidden;
        var all = styles.Descendants(W + "style").ToList();
        for (var before = -1; before != hidden.Count;)
        {
            before = hidden.Count;
            foreach (var style in all)
            {
                var vanish = style.Elements(W + "rPr").Elements(W + "vanish").FirstOrDefault();
                var inherits = (string?)style.Element(W + "basedOn")?.Attribute(W + "val") is { } from && hidden.Contains(from);
                if (((vanish is not null && IsOn(vanish)) || (vanish is null && inherits)) && (string?)style.Attribute(W + "styleId") is { } id) hidden.Add(id);
            }
        }

        return hidden;
    }

    public static void Clean(WordPart part, HashSet<string> hiddenStyles, MaskingPass pass)
    {
        var root = part.Xml!.Root!;
        pass.Took(MaskingKind.TrackedChange, root.Descendants().Count(e => e.Name == W + "ins" || e.Name == W + "del" || e.Name == W + "moveFrom" || e.Name == W + "moveTo"));
        // A deleted row or paragraph mark is an empty element inside properties; the row itself goes.
        root.Descendants(W + "tr").Where(t => t.Elements(W + "trPr").Elements(W + "del").Any()).ToList().ForEach(t => t.Remove());
        Remove(root, e => e.Name.Namespace == W && (DeletedText.Contains(e.Name.LocalName) || Marks.Contains(e.Name.LocalName) || e.Name.LocalName.EndsWith("Change", StringComparison.Ordinal)));
        var hidden = root.Descendants(W + "r").Where(r => IsHidden(r, hiddenStyles)).ToList();
        pass.Took(MaskingKind.HiddenText, hidden.Count(r => r.Elements(W + "t").Any()));
        hidden.ForEach(r => r.Remove());
        foreach (var id in part.DroppedIds) RemoveUses(root, id);
        Unwrap(root);
    }

    private static bool IsHidden(XElement run, HashSet<string> hiddenStyles)
    {
        var own = run.Elements(W + "rPr").Elements().Where(e => e.Name == W + "vanish" || e.Name == W + "webHidden" || e.Name == W + "specVanish").ToList();
        if (own.Exists(IsOn)) return true;
        if (IsTiny(run) || IsWhite(run)) return true;
        if (own.Exists(e => e.Name == W + "vanish")) return false;
        var styles = new[] { run.Element(W + "rPr")?.Element(W + "rStyle"), run.Ancestors(W + "p").FirstOrDefault()?.Element(W + "pPr")?.Element(W + "pStyle"),
            run.Ancestors(W + "tbl").FirstOrDefault()?.Element(W + "tblPr")?.Element(W + "tblStyle") };
        return styles.Any(s => (string?)s?.Attribute(W + "val") is { } id && hiddenStyles.Contains(id));
    }

    /// <summary>Half a point to two points high, by the same rule as the checklist's reader.</summary>
    private static bool IsTiny(XElement run) => (string?)run.Element(W + "rPr")?.Element(W + "sz")?.Attribute(W + "val") is "1" or "2" or "3" or "4";

    /// <summary>White, and on no shade: in tables and behind shaded words the ground may be dark.</summary>
    private static bool IsWhite(XElement run) => (string?)run.Element(W + "rPr")?.Element(W + "color")?.Attribute(W + "val") is "FFFFFF" or "ffffff"
        && !run.Ancestors(W + "tc").Any()
        && run.Ancestors(W + "p").FirstOrDefault()?.Descendants().TakeWhile(e => e != run).Concat(run.Descendants()).Any(e => e.Name == W + "shd" || e.Name == W + "highlight") != true;

    private static bool IsOn(XElement toggle) => (string?)toggle.Attribute(W + "val") is not ("0" or "false" or "off");

    private static void Remove(XElement root, Func<XElement, bool> which) => root.Descendants().Where(which).ToList().ForEach(e =>
    {
        if (e.Parent is not null) e.Remove();
    });

    /// <summary>Links lose their target and keep their words; pictures, charts and frames go whole.</summary>
    private static void RemoveUses(XElement root, string id)
    {
        var uses = root.Descendants().Where(e => e.Attributes().Any(a => a.Name.NamespaceName == R && a.Value == id)).ToList();
        foreach (var use in uses.Where(u => u.Parent is not null))
        {
            if (use.Name == W + "hyperlink") use.Attributes().Where(a => a.Name.NamespaceName == R).Remove();
            else if (use.Ancestors().FirstOrDefault(a => a.Name == W + "drawing" || a.Name == W + "pict") is { } frame) frame.Remove();
            else use.Remove();
        }
    }

    private static void Unwrap(XElement root)
    {
        foreach (var wrapper in root.Descendants().Where(e => e.Name.Namespace == W && Wrappers.Contains(e.Name.LocalName)).Reverse().ToList())
            wrapper.ReplaceWith(wrapper.Nodes().Where(n => n is not XElement { Name.LocalName: "smartTagPr" or "customXmlPr" }).ToArray());
    }
}
