using System.Buffers;
using System.IO.Hashing;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>
/// Holds the bytes of an answer in rented blocks until its hash is known. Blocks stay below 85 KB, so that long pages do not
/// fill the large object heap.
/// </summary>
internal sealed class BufferedAnswer(Stream target) : Stream
{
    private const int BlockSize = 32 * 1024;
    private readonly List<byte[]> _blocks = [];
    private int _used = BlockSize;
    private long _length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <summary>
    /// XXH128 of what was written, in lower-case hex: it tells two answers of one address apart and proves nothing to anybody (that is what the
    /// hash of a version's content is for), so that it need not be one of cryptography, which took a fortieth of the time of a page.
    /// </summary>
    public string Hash()
    {
        var hash = new XxHash128();
        foreach (var block in Blocks()) hash.Append(block.Span);
        Span<byte> sum = stackalloc byte[16];
        hash.GetCurrentHash(sum);
        return Convert.ToHexStringLower(sum);
    }

    /// <summary>Everything in one piece.</summary>
    public byte[] ToArray()
    {
        var all = new byte[_length];
        var at = 0;
        foreach (var block in Blocks())
        {
            block.CopyTo(all.AsMemory(at));
            at += block.Length;
        }

        return all;
    }

    /// <summary>Hands everything on.</summary>
    public async Task SendAsync(CancellationToken stop)
    {
        foreach (var block in Blocks()) await target.WriteAsync(block, stop);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (_used == BlockSize)
            {
                _blocks.Add(ArrayPool<byte>.Shared.Rent(BlockSize));
                _used = 0;
            }

            var part = Math.Min(BlockSize - _used, buffer.Length);
            buffer[..part].CopyTo(_blocks[^1].AsSpan(_used));
            _used += part;
            _length += part;
            buffer = buffer[part..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    // Nothing leaves before the whole is known.
    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var block in _blocks) ArrayPool<byte>.Shared.Return(block);
            _blocks.Clear();
        }

        base.Dispose(disposing);
    }

    private IEnumerable<ReadOnlyMemory<byte>> Blocks() =>
        _blocks.Select((block, i) => new ReadOnlyMemory<byte>(block, 0, i == _blocks.Count - 1 ? _used : BlockSize));
}
