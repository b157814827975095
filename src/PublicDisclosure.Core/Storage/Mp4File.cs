using System.Buffers.Binary;
using System.Text;

namespace PublicDisclosure.Core.Storage;

/// <summary>What is wrong with a sound or a film.</summary>
internal enum MediaVerdict
{
    Sound,

    /// <summary>Its parts do not add up.</summary>
    Broken,

    /// <summary>It ends before its parts do: the upload or the copy broke off.</summary>
    CutOff,

    /// <summary>A film without a picture.</summary>
    NoPicture,

    /// <summary>Browsers do not play its picture.</summary>
    Codec,
}

/// <summary>
/// The boxes of an MP4 file (ISO/IEC 14496-12): walked from the first to the last without reading the film itself, so that a
/// gigabyte is judged in a moment. A name and a first box are easily faked; a film has a movie box whose tracks say what they are.
/// </summary>
internal sealed class Mp4File
{
    private const int MostBoxes = 20_000;
    private const int MostDepth = 6;

    /// <summary>Pictures that today's browsers play: H.264, AV1, VP9.</summary>
    private static readonly string[] Playable = ["avc1", "avc3", "av01", "vp09"];

    private static readonly string[] Containers = ["moov", "trak", "mdia", "minf", "stbl"];
    private readonly Stream _stream;
    private readonly List<(long At, long Size)> _metadata = [];
    private int _boxes;
    private bool _isCutOff;
    private bool _hasMovie;
    private bool _hasMedia;
    private bool _hasPicture;
    private string _codec = "";

    private Mp4File(Stream stream) => _stream = stream;

    /// <summary>What the content is.</summary>
    public MediaVerdict Verdict { get; private set; }

    /// <summary>Where boxes of user data lie: place and size. They hold authors, devices and positions.</summary>
    public IReadOnlyList<(long At, long Size)> Metadata => _metadata;

    /// <summary>True for a file that begins as one.</summary>
    public static bool Looks(ReadOnlySpan<byte> start) => start.Length >= 12 && start[4..8].SequenceEqual("ftyp"u8);

    /// <summary>Walks a seekable content.</summary>
    public static Mp4File Read(Stream stream)
    {
        var file = new Mp4File(stream);
        var isWhole = file.Walk(0, stream.Length, 0, "");
        file.Verdict = !isWhole ? (file._isCutOff ? MediaVerdict.CutOff : MediaVerdict.Broken)
            : !file._hasMovie || !file._hasMedia ? MediaVerdict.Broken
            : !file._hasPicture ? MediaVerdict.NoPicture
            : Playable.Contains(file._codec) ? MediaVerdict.Sound : MediaVerdict.Codec;
        return file;
    }

    private bool Walk(long at, long end, int depth, string parent)
    {
        var head = new byte[16];
        while (at < end)
        {
            if (++_boxes > MostBoxes || depth > MostDepth || end - at < 8) return false;
            _stream.Position = at;
            _stream.ReadExactly(head.AsSpan(0, 8));
            long size = BinaryPrimitives.ReadUInt32BigEndian(head);
            var type = Encoding.Latin1.GetString(head, 4, 4);
            var header = 8;
            if (size == 1)
            {
                if (end - at < 16) return false;
                _stream.ReadExactly(head.AsSpan(8, 8));
                size = BinaryPrimitives.ReadInt64BigEndian(head.AsSpan(8));
                header = 16;
            }
            else if (size == 0 && depth == 0)
            {
                size = end - at;
            }

            if (size < header || !type.All(c => c is >= ' ' and <= '~' or '©')) return false;
            if (size > end - at) { _isCutOff = depth == 0 && type is "mdat" or "moov" or "free" or "moof"; return false; }
            if (!Look(type, parent, at, size, header, depth)) return false;
            at += size;
        }

        return true;
    }

    private bool Look(string type, string parent, long at, long size, int header, int depth)
    {
        if (depth == 0 && type == "moov") _hasMovie = true;
        if (depth == 0 && type is "mdat" or "moof") _hasMedia = true;
        // Authors, devices and positions stand in these, at any depth; at the top "uuid" and "meta" carry XMP.
        if (type is "udta" or "meta" || (depth == 0 && type == "uuid")) _metadata.Add((at, size));
        if (type == "hdlr" && parent == "mdia" && Word(at + header + 8) == "vide") _hasPicture = true;
        // The sample description: version, count, then size and name of the first entry.
        if (type == "stsd" && size >= header + 16 && Word(at + header + 12) is var codec && (_codec.Length == 0 || Playable.Contains(codec)) && codec != "mp4a") _codec = codec;
        return !Containers.Contains(type) || Walk(at + header, at + size, depth + 1, type);
    }

    private string Word(long at)
    {
        var word = new byte[4];
        if (at + 4 > _stream.Length) return "";
        _stream.Position = at;
        _stream.ReadExactly(word);
        return Encoding.Latin1.GetString(word);
    }
}
