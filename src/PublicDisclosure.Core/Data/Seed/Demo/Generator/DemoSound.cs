namespace PublicDisclosure.Core.Data.Seed.Demo;

/// <summary>A quiet MP3 for the demonstration: sound frames that hold silence, so that the player has something true to play.</summary>
internal static class DemoSound
{
    /// <summary>MPEG 1 layer III, 32 kbit/s, 44.1 kHz, one channel.</summary>
    private static readonly byte[] Head = [0xFF, 0xFB, 0x10, 0xC4];

    private const int FrameLength = 144 * 32_000 / 44_100;
    private const double FramesPerSecond = 44_100 / 1152.0;

    /// <summary>The file; silence of a whole number of seconds.</summary>
    public static byte[] Make(int seconds)
    {
        var frames = (int)Math.Ceiling(seconds * FramesPerSecond);
        var file = new byte[frames * FrameLength];
        // Side information and data of noughts decode to silence.
        for (var i = 0; i < frames; i++) Head.CopyTo(file, i * FrameLength);
        return file;
    }
}
