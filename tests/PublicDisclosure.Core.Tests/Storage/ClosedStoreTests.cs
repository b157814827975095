using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using PublicDisclosure.Core.Storage;

namespace PublicDisclosure.Core.Tests.Storage;

public sealed class ClosedStoreTests : IDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly string _folder = Directory.CreateTempSubdirectory("closed-").FullName;
    private readonly EphemeralDataProtectionProvider _keyRing = new();

    private ClosedStore Store => new(_folder, _keyRing);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1024 * 1024)]
    [InlineData(1024 * 1024 + 1)]
    [InlineData(3 * 1024 * 1024 + 17)]
    public async Task OpenAsync_KeptContent_GivesTheSameBytes(int size)
    {
        var content = RandomNumberGenerator.GetBytes(size);

        var kept = await Store.KeepAsync(new MemoryStream(content), Stop);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), kept.Hash);
        Assert.Equal(size, kept.Size);
        Assert.True(Store.Exists(kept.Hash));
        await using var opened = await Store.OpenAsync(kept.Hash, Stop);
        Assert.Equal(content, ((MemoryStream)opened).ToArray());
        Assert.Equal(0, opened.Position);
    }

    [Fact]
    public async Task KeepAsync_Content_IsNotReadableOnDiskAndLeavesNoTemporaryFile()
    {
        await KeepAsync("身份证号 450881199003071236");

        var file = Assert.Single(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
        var raw = await File.ReadAllBytesAsync(file, Stop);
        Assert.DoesNotContain("450881199003071236", Encoding.UTF8.GetString(raw), StringComparison.Ordinal);
        Assert.DoesNotContain("450881199003071236", Encoding.Unicode.GetString(raw), StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeepAsync_SameContentTwice_IsKeptOnce()
    {
        var first = await KeepAsync("同一内容");
        var second = await KeepAsync("同一内容");

        Assert.Equal(first, second);
        Assert.Single(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task KeepAsync_ReadingFails_LeavesNothing()
    {
        await Assert.ThrowsAsync<IOException>(() => Store.KeepAsync(new FailingStream(), Stop));

        Assert.Empty(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("altered")]
    [InlineData("cut off")]
    [InlineData("block dropped")]
    [InlineData("blocks swapped")]
    [InlineData("appended")]
    [InlineData("replaced")]
    [InlineData("other keys")]
    public async Task OpenAsync_TamperedFile_IsRefused(string damage)
    {
        var content = RandomNumberGenerator.GetBytes((2 * 1024 * 1024) + 5);
        var kept = await Store.KeepAsync(new MemoryStream(content), Stop);
        var path = Path.Combine(_folder, kept.Hash[..2], kept.Hash[2..]);
        var raw = await File.ReadAllBytesAsync(path, Stop);
        const int Head = 21;
        var block = 4 + System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(raw.AsSpan(Head));
        var keyRing = damage == "other keys" ? new EphemeralDataProtectionProvider() : _keyRing;
        byte[] changed = damage switch
        {
            "altered" => [.. raw[..(raw.Length / 2)], (byte)(raw[raw.Length / 2] ^ 1), .. raw[((raw.Length / 2) + 1)..]],
            "cut off" => raw[..(Head + block)],
            "block dropped" => [.. raw[..Head], .. raw[(Head + block)..]],
            "blocks swapped" => [.. raw[..Head], .. raw[(Head + block)..(Head + (2 * block))], .. raw[Head..(Head + block)], .. raw[(Head + (2 * block))..]],
            "appended" => [.. raw, 0, 0, 0, 1, 7],
            "replaced" => await File.ReadAllBytesAsync(PathOf(await KeepAsync("别的内容")), Stop),
            _ => raw,
        };
        await File.WriteAllBytesAsync(path, changed, Stop);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => new ClosedStore(_folder, keyRing).OpenAsync(kept.Hash, Stop));
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("ABCDEF0000000000000000000000000000000000000000000000000000000000")]
    public async Task OpenAsync_NotKept_IsNotFound(string hash)
    {
        Assert.False(Store.Exists(hash));
        await Assert.ThrowsAnyAsync<IOException>(() => Store.OpenAsync(hash, Stop));
    }

    private Task<StoredFile> KeepAsync(string text) => Store.KeepAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), Stop);

    private string PathOf(StoredFile kept) => Path.Combine(_folder, kept.Hash[..2], kept.Hash[2..]);

    private sealed class FailingStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("gone");
    }
}
