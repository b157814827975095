using System.IO.Compression;
using System.Xml.Linq;
using PublicDisclosure.Core.Privacy.Metadata;

namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>
/// Makes a new Word document of what a reader sees: main text, headers, footers and notes with their styles and pictures.
/// Tracked changes are accepted; comments, hidden text, embedded files, charts and custom XML are not carried over.
/// </summary>
internal static class WordMasker
{
    private static readonly XNamespace Rel = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>Relationship types that are followed; whatever else hangs on the document stays behind.</summary>
    private static readonly HashSet<string> Followed =
        ["officedocument", "styles", "numbering", "settings", "fonttable", "theme", "header", "footer", "footnotes", "endnotes", "image", "hyperlink"];

    /// <summary>Of these the text is read and masked; the rest is copied.</summary>
    private static readonly HashSet<string> WithText = ["officedocument", "header", "footer", "footnotes", "endnotes"];

    public static MaskedContent Mask(Stream content, MaskingPass pass)
    {
        using var source = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        var package = new WordPackage(source);
        Follow(package, pass);
        var hidden = WordCleaner.HiddenStyles(package.Parts.Values.Where(p => p.Type == "styles").Select(p => p.Xml!).FirstOrDefault());
        foreach (var part in package.Parts.Values.Where(p => WithText.Contains(p.Type)))
        {
            WordCleaner.Clean(part, hidden, pass);
            pass.Process(WordTexts.Block(part, pass));
        }

        pass.Finish();
        foreach (var part in package.Parts.Values) WordTexts.Write(part);
        var target = package.Write();
        return new MaskedContent(PackageMetadata.Strip(target, 1));
    }

    private static void Follow(WordPackage package, MaskingPass pass)
    {
        var waiting = new Queue<string>([""]);
        while (waiting.TryDequeue(out var name))
        {
            foreach (var relationship in package.RelationshipsOf(name))
            {
                var type = PackageLinks.Last((string?)relationship.Attribute("Type") ?? "");
                var target = (string?)relationship.Attribute("Target") ?? "";
                var isExternal = (string?)relationship.Attribute("TargetMode") == "External";
                if (!Followed.Contains(type) || (isExternal && !IsHarmless(type, target)))
                {
                    if (type is "oleobject" or "package" or "chart" or "diagramdata" or "afchunk") pass.Took(MaskingKind.EmbeddedObject);
                    if (type == "comments") pass.Took(MaskingKind.Comment, package.Count(PackageLinks.Resolve(name, target), "comment"));
                    package.Drop(name, relationship);
                    continue;
                }

                if (isExternal) continue;
                var part = PackageLinks.Resolve(name, target);
                if (package.Take(part, type, pass.Rules)) waiting.Enqueue(part);
            }
        }
    }

    /// <summary>Links to the web without personal numbers in them; linked pictures load from elsewhere and tell who reads.</summary>
    private static bool IsHarmless(string type, string target) =>
        type == "hyperlink" && (target.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || target.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || target.StartsWith('#'))
        && PersonalDataFinder.Find(Uri.UnescapeDataString(target)).Count == 0 && !target.Any(c => c > 127 && char.IsDigit(c));
}
