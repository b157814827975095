using System.Buffers;
using PublicDisclosure.Core.Storage;

namespace PublicDisclosure.Core.Privacy.Metadata;

/// <summary>
/// Takes authors, devices and positions out of a sound or a film where it lies, without moving a byte of what is heard and seen:
/// boxes of user data become free space (ISO/IEC 14496-12, 8.1.2), tags become padding.
/// </summary>
public static class FilmMetadata
{
    private const int TrailingTag = 128;

    /// <summary>Cleans a writable, seekable content.</summary>
    public static void Blank(FileKind kind, Stream content)
    {
        if (kind == FileKind.Mp4) BlankFilm(content);
        else if (kind == FileKind.Mp3) BlankSound(content);
        content.Position = 0;
    }

    private static void BlankFilm(Stream content)
    {
        foreach (var (at, size) in Mp4File.Read(content).Metadata)
        {
            content.Position = at + 4;
            content.Write("free"u8);
            Zero(content, at + 8, size - 8);
        }
    }

    private static void BlankSound(Stream content)
    {
        var tag = Math.Min(Mp3File.TagLength(content), content.Length);
        if (tag > 10) Zero(content, 10, tag - 10);
        if (content.Length < TrailingTag) return;
        var head = new byte[3];
        content.Position = content.Length - TrailingTag;
        content.ReadExactly(head);
        if (head.AsSpan().SequenceEqual("TAG"u8)) Zero(content, content.Length - TrailingTag + 3, TrailingTag - 3);
    }

    private static void Zero(Stream content, long at, long count)
    {
        var nothing = ArrayPool<byte>.Shared.Rent(64 * 1024);
        Array.Clear(nothing);
        content.Position = at;
        for (; count > 0; count -= nothing.Length) content.Write(nothing, 0, (int)Math.Min(count, nothing.Length));
        ArrayPool<byte>.Shared.Return(nothing);
    }
}
