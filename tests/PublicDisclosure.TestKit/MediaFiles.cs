using PublicDisclosure.Core.Data.Seed.Demo;

namespace PublicDisclosure.TestKit;

/// <summary>Sounds, films and pictures that really are what they say, small enough for tests.</summary>
public static class MediaFiles
{
    /// <summary>An MP4 of some stills, three seconds each.</summary>
    public static byte[] Film(int stills = 2) => DemoFilm.Make(stills, 3);

    /// <summary>An MP3 of silence.</summary>
    public static byte[] Sound(int seconds = 1) => DemoSound.Make(seconds);

    /// <summary>A PNG.</summary>
    public static byte[] Picture() => DemoPicture.Make();

    /// <summary>Captions without a fault.</summary>
    public static byte[] Captions() => "WEBVTT\n\n00:00.000 --> 00:02.000\n大家好\n"u8.ToArray();
}
