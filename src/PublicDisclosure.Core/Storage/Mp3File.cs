namespace PublicDisclosure.Core.Storage;

/// <summary>
/// The frames of an MP3 file (ISO/IEC 11172-3 and 13818-3, layer III) behind an ID3v2 tag. One frame's first bytes are common
/// in any data; several that follow each other at the length each of them states are sound.
/// </summary>
internal static class Mp3File
{
    /// <summary>Frames that must follow each other; a sound shorter than a tenth of a second is none.</summary>
    private const int LeastFrames = 4;

    /// <summary>Noughts that encoders leave between tag and sound.</summary>
    private const int MostPadding = 64 * 1024;

    private static readonly int[] Rates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] Rates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] Samples = [44100, 48000, 32000];

    /// <summary>True for a file that begins as one.</summary>
    public static bool Looks(ReadOnlySpan<byte> start) =>
        start.StartsWith("ID3"u8) || (start.Length >= 4 && FrameLength(start) > 0);

    /// <summary>Judges a seekable content.</summary>
    public static MediaVerdict Check(Stream content)
    {
        var at = SoundStart(content);
        var head = new byte[4];
        for (var frames = 0; frames < LeastFrames; frames++)
        {
            if (at + 4 > content.Length) return MediaVerdict.CutOff;
            content.Position = at;
            content.ReadExactly(head);
            var length = FrameLength(head);
            if (length == 0) return MediaVerdict.Broken;
            at += length;
        }

        return MediaVerdict.Sound;
    }

    /// <summary>Where the sound begins: behind the ID3v2 tag and its padding.</summary>
    public static long SoundStart(Stream content)
    {
        var at = TagLength(content);
        content.Position = at;
        for (var skipped = 0; skipped < MostPadding && at < content.Length && content.ReadByte() == 0; skipped++) at++;
        return at;
    }

    /// <summary>Bytes of the ID3v2 tag at the start, 0 without one (ID3v2.4, 3.1: a size of four times seven bits).</summary>
    public static long TagLength(Stream content)
    {
        var head = new byte[10];
        content.Position = 0;
        if (content.ReadAtLeast(head, 10, false) < 10 || !head.AsSpan().StartsWith("ID3"u8)) return 0;
        var size = ((head[6] & 0x7F) << 21) | ((head[7] & 0x7F) << 14) | ((head[8] & 0x7F) << 7) | (head[9] & 0x7F);
        return 10L + size + ((head[5] & 0x10) != 0 ? 10 : 0);
    }

    private static int FrameLength(ReadOnlySpan<byte> head)
    {
        if (head[0] != 0xFF || (head[1] & 0xE6) != 0xE2) return 0;
        var version = (head[1] >> 3) & 3;
        var (rate, sample) = (head[2] >> 4, (head[2] >> 2) & 3);
        if (version == 1 || rate is 0 or 15 || sample == 3) return 0;
        var frequency = Samples[sample] / (version == 3 ? 1 : version == 2 ? 2 : 4);
        var bits = 1000 * (version == 3 ? Rates1 : Rates2)[rate];
        return ((version == 3 ? 144 : 72) * bits / frequency) + ((head[2] >> 1) & 1);
    }
}
