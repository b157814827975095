using System.Buffers;
using System.IO.Compression;

namespace PublicDisclosure.Core.Storage;

/// <summary>What unpacking a zip container would cost, found by unpacking it into nothing.</summary>
public enum ZipVerdict
{
    Sound,
    Broken,
    Bomb,
}

/// <summary>
/// Limits on zip containers (docx, xlsx, pptx, ofd). Sizes declared in a container can lie, so every entry is really
/// unpacked, a block at a time, until it ends or a limit is passed.
/// </summary>
public static class ZipGuard
{
    public const int MaxEntries = 10_000;
    public const long MaxUncompressed = 300L * 1024 * 1024;

    /// <summary>Compression beyond this ratio is no document; it applies from <see cref="RatioFrom"/> bytes on.</summary>
    public const int MaxRatio = 150;

    public const long RatioFrom = 20L * 1024 * 1024;

    /// <summary>Judges the container; the stream is left where it was.</summary>
    public static ZipVerdict Check(Stream stream)
    {
        var position = stream.Position;
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.Count > MaxEntries ? ZipVerdict.Bomb : Measure(archive, stream.Length);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            return ZipVerdict.Broken;
        }
        finally
        {
            stream.Position = position;
        }
    }

    private static ZipVerdict Measure(ZipArchive archive, long packed)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var total = 0L;
            foreach (var entry in archive.Entries)
            {
                using var content = entry.Open();
                for (int read; (read = content.Read(buffer)) > 0;)
                {
                    total += read;
                    if (total > MaxUncompressed || (total > RatioFrom && total / Math.Max(1, packed) > MaxRatio)) return ZipVerdict.Bomb;
                }
            }

            return ZipVerdict.Sound;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
