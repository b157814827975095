using PublicDisclosure.Core.Storage;

namespace PublicDisclosure.Core.Privacy.Metadata;

/// <summary>
/// Takes out of a file what its makers did not mean to publish: authors, company, comment authors, printers, templates and
/// paths of office files, positions and cameras of pictures. What readers see stays as it was. PDF and OFD are left alone:
/// they are often signed, and a changed byte breaks a signature.
/// </summary>
public static class MetadataStripper
{
    /// <summary>Embedded documents inside embedded documents are followed this far.</summary>
    internal const int MostNesting = 3;

    /// <summary>The file without metadata, seekable and at its start: a new stream, or the same one when there was nothing to take out.</summary>
    /// <param name="kind">What <see cref="ContentSniffer"/> told.</param>
    /// <param name="content">Seekable content that passed the checks of the intake.</param>
    /// <exception cref="InvalidDataException">The file is damaged, so that nobody can say what it holds.</exception>
    public static Stream Strip(FileKind kind, Stream content)
    {
        content.Position = 0;
        if (kind == FileKind.Docx || kind == FileKind.Xlsx || kind == FileKind.Pptx) return PackageMetadata.Strip(content, MostNesting);
        if (kind != FileKind.Jpeg && kind != FileKind.Png && !IsCompound(kind)) return content;
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        if (kind == FileKind.Jpeg) return new MemoryStream(JpegMetadata.Strip(bytes));
        if (kind == FileKind.Png) return new MemoryStream(PngMetadata.Strip(bytes));
        CompoundMetadata.Blank(bytes);
        return new MemoryStream(bytes);
    }

    private static bool IsCompound(FileKind kind) =>
        kind == FileKind.Doc || kind == FileKind.Xls || kind == FileKind.Ppt || kind == FileKind.Wps || kind == FileKind.Et;
}
