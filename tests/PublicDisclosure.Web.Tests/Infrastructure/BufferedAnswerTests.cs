using System.IO.Hashing;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Tests.Infrastructure;

public sealed class BufferedAnswerTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(32 * 1024)]
    [InlineData((32 * 1024) + 1)]
    [InlineData(300_001)]
    public async Task SendAsync_WrittenInParts_HandsOnTheSameBytesUnderTheirHash(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        using var target = new MemoryStream();
        await using var answer = new BufferedAnswer(target);

        for (var at = 0; at < length; at += 7001) await answer.WriteAsync(bytes.AsMemory(at, Math.Min(7001, length - at)), TestContext.Current.CancellationToken);
        Assert.Empty(target.ToArray());
        await answer.SendAsync(TestContext.Current.CancellationToken);

        Assert.Equal(bytes, target.ToArray());
        Assert.Equal(length, answer.Length);
        Assert.Equal(Convert.ToHexStringLower(XxHash128.Hash(bytes)), answer.Hash());
    }
}
