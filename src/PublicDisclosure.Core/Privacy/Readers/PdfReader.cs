using UglyToad.PdfPig;
using UglyToad.PdfPig.AcroForms;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace PublicDisclosure.Core.Privacy.Readers;

/// <summary>Reads .pdf: pages, invisible text, annotations, form fields, properties, files inside, and what was saved before.</summary>
internal static class PdfReader
{
    private const double WholePage = 0.8;
    private const int MostRevisions = 5;
    private const int MostPictures = 300;

    public static void Read(byte[] bytes, InspectionBuilder builder)
    {
        try
        {
            using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            if (document.IsEncrypted) builder.Note(FileTrait.Encrypted, "");
            Pages(document, builder);
            Try(() => Form(document, builder), builder, "表单域");
            Try(() => Properties(document, builder), builder, "文件属性");
            Try(() => Files(document, builder), builder, "内嵌文件");
            Try(() => Bookmarks(document, builder), builder, "书签");
        }
        catch (PdfDocumentEncryptedException)
        {
            builder.Note(FileTrait.Encrypted, "");
            return;
        }

        Earlier(bytes, builder);
    }

    private static void Pages(PdfDocument document, InspectionBuilder builder)
    {
        var (pictures, empty) = (0, new List<int>());
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            builder.ThrowIfOver();
            Try(() =>
            {
                var page = document.GetPage(number);
                var place = $"第 {number} 页";
                Words(page, place, builder);
                var images = page.GetImages().Take(MostPictures).ToList();
                var covered = images.Any(i => Covers(i, page));
                if (page.Letters.Count == 0 && images.Count > 0) empty.Add(number);
                if (page.Letters.Count > 0 && covered) builder.Note(FileTrait.TextUnderPicture, place);
                else if (page.Letters.Any(IsInvisible)) builder.Note(FileTrait.HiddenText, place);
                foreach (var image in images.Where(i => pictures++ < MostPictures && PictureReader.IsPicture(i.RawMemory.Span)))
                    builder.Inside($"第 {number} 页的图片", () => PictureReader.Read(image.RawMemory.ToArray(), builder));
                Annotations(page, place, builder);
            }, builder, $"第 {number} 页");
        }

        if (empty.Count > 0) builder.Note(FileTrait.ImageOnly, empty.Count == document.NumberOfPages ? "" : $"第 {string.Join('、', empty.Take(10))} 页");
    }

    private static void Words(Page page, string place, InspectionBuilder builder)
    {
        var text = ContentOrderTextExtractor.GetText(page);
        builder.Add(place, text);
        // Letters in the order of the file: where the layout tears a number apart, it may still be whole here.
        if (page.Text.Length > 0) builder.Add(place + "（按文件内顺序）", page.Text, true);
        builder.Add(place + "的不可见文字", string.Concat(page.Letters.Where(IsInvisible).Select(l => l.Value)), true);
        var outside = page.Letters.Where(l => !IsOn(page, l)).Select(l => l.Value).ToList();
        if (outside.Count == 0) return;
        builder.Add(place + "版面以外的文字", string.Concat(outside), true);
        builder.Note(FileTrait.HiddenText, place);
    }

    private static bool IsInvisible(Letter letter) => letter.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip;

    private static bool IsOn(Page page, Letter letter) =>
        letter.Location.X >= -5 && letter.Location.Y >= -5 && letter.Location.X <= Math.Max(page.Width, page.MediaBox.Bounds.Right) + 5 && letter.Location.Y <= Math.Max(page.Height, page.MediaBox.Bounds.Top) + 5;

    private static bool Covers(IPdfImage image, Page page) => Math.Abs(image.BoundingBox.Width * image.BoundingBox.Height) >= WholePage * page.Width * page.Height;

    private static void Annotations(Page page, string place, InspectionBuilder builder)
    {
        foreach (var annotation in page.GetAnnotations())
        {
            var words = string.Join('\n', Strings(annotation.AnnotationDictionary, 3).Append(annotation.Content ?? ""));
            builder.Add(place + "的注释", words, true);
            if (annotation.Type is not (AnnotationType.Link or AnnotationType.Widget or AnnotationType.FreeText or AnnotationType.Stamp) && !string.IsNullOrWhiteSpace(annotation.Content))
                builder.Note(FileTrait.Comments, place);
        }
    }

    private static void Form(PdfDocument document, InspectionBuilder builder)
    {
        if (!document.TryGetForm(out var form)) return;
        builder.Add("表单域", string.Join('\n', form.GetFields().SelectMany(f => Strings(f.Dictionary, 2).Append(f.GetFieldValue().Value ?? ""))), false);
    }

    private static void Properties(PdfDocument document, InspectionBuilder builder)
    {
        var information = document.Information;
        if (information.DocumentInformationDictionary is { } dictionary) builder.Add("文件属性", string.Join('\n', Strings(dictionary, 2)), true);
        if (PropertyWords.IsPersonal(information.Author) || PropertyWords.IsPersonal(information.Title)) builder.Note(FileTrait.PersonalProperties, "文件属性");
        if (!document.TryGetXmpMetadata(out var xmp)) return;
        using var content = new MemoryStream(xmp.GetXmlMemory().ToArray());
        builder.Add("文件属性（XMP）", XmlText.Read(content, builder), true);
    }

    private static void Files(PdfDocument document, InspectionBuilder builder)
    {
        if (!document.Advanced.TryGetEmbeddedFiles(out var files)) return;
        foreach (var file in files)
        {
            builder.Note(FileTrait.EmbeddedFile, $"内嵌文件“{file.Name}”");
            ContentReader.ReadInside($"内嵌文件“{file.Name}”", file.Memory.ToArray(), builder);
        }
    }

    private static void Bookmarks(PdfDocument document, InspectionBuilder builder)
    {
        if (document.TryGetBookmarks(out var bookmarks)) builder.Add("书签", string.Join('\n', bookmarks.GetNodes().Select(n => n.Title)));
    }

    /// <summary>
    /// A PDF that was changed and saved keeps its former state in front of the new one (ISO 32000-1, 7.5.6): what was
    /// struck out then is still there.
    /// </summary>
    private static void Earlier(byte[] bytes, InspectionBuilder builder)
    {
        var ends = new List<int>();
        for (var at = 0; bytes.AsSpan(at).IndexOf("%%EOF"u8) is >= 0 and var found; at += found + 5) ends.Add(at + found + 5);
        foreach (var end in ends.SkipLast(1).TakeLast(MostRevisions).Where(e => e < bytes.Length - 200))
        {
            builder.ThrowIfOver();
            try
            {
                using var document = PdfDocument.Open(bytes[..end], new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
                for (var number = 1; number <= document.NumberOfPages; number++)
                    builder.Add($"较早保存的第 {number} 页", document.GetPage(number).Text, true);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The first part of a linearised file is no document by itself, and readers say so in many ways.
            }
        }
    }

    private static IEnumerable<string> Strings(IToken token, int depth) => token switch
    {
        StringToken text => [text.Data],
        HexToken hex => [hex.Data],
        ArrayToken array when depth > 0 => array.Data.SelectMany(t => Strings(t, depth - 1)),
        DictionaryToken dictionary when depth > 0 => dictionary.Data.Where(d => d.Key is not ("Parent" or "P" or "Popup")).SelectMany(d => Strings(d.Value, depth - 1)),
        _ => [],
    };

    /// <summary>Damage in one place is a finding and does not keep the rest from being read.</summary>
    private static void Try(Action read, InspectionBuilder builder, string place)
    {
        try
        {
            read();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            builder.Note(FileTrait.Unreadable, place);
        }
    }
}
