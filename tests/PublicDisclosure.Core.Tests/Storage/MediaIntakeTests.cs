using System.Text;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data.Seed.Demo;
using PublicDisclosure.Core.Storage;

namespace PublicDisclosure.Core.Tests.Storage;

public sealed class MediaIntakeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("media").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    private string Quarantine => Path.Combine(_folder, MediaIntake.FolderName);

    private FileSystemAttachmentStore Store => new(Path.Combine(_folder, "files"));

    private MediaIntake Intake(long largest = 10_000_000) =>
        new(Store, Options.Create(new StorageOptions { LargestMedia = largest }), Quarantine);

    public static TheoryData<string, byte[]> Sound => new()
    {
        { "解读.mp3", DemoSound.Make(3) },
        { "解读.mp4", DemoFilm.Make(2, 3) },
        { "字幕.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\n大家好\n"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Sound))]
    public async Task Receive_SoundMedia_AreStoredAndTheQuarantineIsEmpty(string name, byte[] content)
    {
        var received = await Intake().ReceiveAsync(name, new OneWay(content), TestContext.Current.CancellationToken);

        Assert.Equal([], received.Refusals);
        Assert.True(Store.Exists(received.Value!.Hash));
        Assert.Equal(content.Length, received.Value.Size);
        Assert.Empty(Directory.GetFiles(Quarantine));
    }

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "a.mp4", "这不是视频"u8.ToArray(), "Attachment.NotAVideo" },
        { "a.mp4", OfficeFiles.Docx(), "Attachment.ExtensionDisagrees" },
        { "a.mp4", OfficeFiles.Png, "Attachment.ExtensionDisagrees" },
        { "a.mp4", "MZ\0\0"u8.ToArray(), "Attachment.Executable" },
        { "a.mp4", "<html><script>alert(1)</script>"u8.ToArray(), "Attachment.Disguised" },
        { "a.mp4", [0, 0, 0, 16, .. "ftypisom"u8, 0, 0, 2, 0, .. "rubbish behind a good beginning"u8], "Attachment.NotAVideo" },
        { "a.mp4", DemoFilm.Make(2, 3)[..^100], "Attachment.MediaCutOff" },
        { "a.mp4", DemoSound.Make(1), "Attachment.ExtensionDisagrees" },
        { "a.mp4", Replaced(DemoFilm.Make(1, 1), "avc1"u8, "hvc1"u8), "Attachment.VideoNotPlayable" },
        { "a.mp4", Replaced(DemoFilm.Make(1, 1), "vide"u8, "soun"u8), "Attachment.VideoWithoutPicture" },
        { "a.mp3", "ID3 只有三个字母"u8.ToArray(), "Attachment.MediaCutOff" },
        { "a.mp3", [0xFF, 0xFB, 0x10, 0xC4, .. new byte[900]], "Attachment.NotASound" },
        { "a.mp3", DemoSound.Make(1)[..200], "Attachment.MediaCutOff" },
        { "a.mp3", [], "Attachment.Empty" },
        { "a.vtt", "WEBVTT\n\n00:03.000 --> 00:02.000\n甲"u8.ToArray(), "Caption.EndsBeforeItBegins" },
        { "a.vtt", [.. "WEBVTT\n\n00:01.000 --> 00:02.000\n"u8, 0xB9, 0xF0], "Attachment.CaptionsNotUtf8" },
        { "a.pdf", OfficeFiles.Pdf(), "Attachment.NotMedia" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Receive_WhatIsNotWhatItsNameSays_IsRefusedAndNothingIsKept(string name, byte[] content, string code)
    {
        var received = await Intake().ReceiveAsync(name, new OneWay(content), TestContext.Current.CancellationToken);

        Assert.Contains(received.Refusals, r => r.Code == code);
        Assert.False(Directory.Exists(Path.Combine(_folder, "files")));
        Assert.Empty(Directory.Exists(Quarantine) ? Directory.GetFiles(Quarantine) : []);
    }

    [Fact]
    public async Task Receive_EndlessStream_StopsAtTheLimit()
    {
        var endless = new OneWay(DemoSound.Make(60));

        var received = await Intake(100_000).ReceiveAsync("a.mp3", endless, TestContext.Current.CancellationToken);

        Assert.Equal("Attachment.TooLarge", Assert.Single(received.Refusals).Code);
        Assert.True(endless.Given < 300_000);
    }

    [Fact]
    public async Task Receive_FilmWithUserData_LosesItAndPlaysOn()
    {
        var film = DemoFilm.Make(1, 1);
        byte[] place = [0, 0, 0, 30, .. "udta"u8, 0, 0, 0, 22, 0xA9, .. "xyz"u8, 0, 10, 0, 0, .. "+23.39+110"u8];
        var (received, stored) = await StoredAsync("a.mp4", [.. film, .. place]);

        Assert.Equal(film.Length + place.Length, received.Size);
        Assert.DoesNotContain("+23.39", Encoding.Latin1.GetString(stored), StringComparison.Ordinal);
        Assert.Equal(film, stored[..film.Length]);
        Assert.True(ContentSniffer.Sniff("a.mp4", new MemoryStream(stored)).IsDone);
    }

    [Fact]
    public async Task Receive_SoundWithTags_LosesThem()
    {
        var sound = DemoSound.Make(2);
        byte[] tag = [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 20, .. "TPE1 by person 张三"u8.ToArray()[..20]];
        byte[] trailing = [.. "TAG"u8, .. "secret title"u8, .. new byte[113]];
        var (_, stored) = await StoredAsync("a.mp3", [.. tag, .. sound, .. trailing]);

        var text = Encoding.Latin1.GetString(stored);
        Assert.DoesNotContain("TPE1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.True(ContentSniffer.Sniff("a.mp3", new MemoryStream(stored)).IsDone);
    }

    private async Task<(ReceivedFile File, byte[] Stored)> StoredAsync(string name, byte[] content)
    {
        var received = await Intake().ReceiveAsync(name, new OneWay(content), TestContext.Current.CancellationToken);
        Assert.Equal([], received.Refusals);
        await using var stored = Store.Open(received.Value!.Hash);
        var bytes = new byte[stored.Length];
        await stored.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
        return (received.Value, bytes);
    }

    private static byte[] Replaced(byte[] content, ReadOnlySpan<byte> old, ReadOnlySpan<byte> with)
    {
        for (var i = 0; i + old.Length <= content.Length; i++)
        {
            if (content.AsSpan(i, old.Length).SequenceEqual(old) && i > 40) with.CopyTo(content.AsSpan(i));
        }

        return content;
    }

    /// <summary>What arrives over the wire: in pieces, once, without a length.</summary>
    private sealed class OneWay(byte[] content) : Stream
    {
        public int Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var give = Math.Min(Math.Min(count, 7_001), content.Length - Given);
            Array.Copy(content, Given, buffer, offset, give);
            Given += give;
            return give;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
