using System.IO.Compression;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Tables;

/// <summary>Guards against archives that unpack into far more than they weigh, before any parser sees them.</summary>
internal static class ZipLimits
{
    private const int MaxEntries = 2_000;
    private const long MaxUnpackedBytes = 200L * 1024 * 1024;
    private const long RatioFromBytes = 20L * 1024 * 1024;
    private const int MaxRatio = 300;

    /// <summary>
    /// The reason why the archive must not be opened, or null. Sizes are counted by unpacking, for the directory may lie.
    /// </summary>
    public static Refusal? Check(byte[] file)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MaxEntries) return new Refusal("TableFile.TooMuchInside");
            if (archive.Entries.Sum(e => e.Length) > MaxUnpackedBytes) return new Refusal("TableFile.TooMuchInside");
            return UnpackedSize(archive, file.Length) is null ? new Refusal("TableFile.TooMuchInside") : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            return new Refusal("TableFile.Damaged");
        }
    }

    private static long? UnpackedSize(ZipArchive archive, long packed)
    {
        var buffer = new byte[81920];
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                total += read;
                if (total > MaxUnpackedBytes || (total > RatioFromBytes && total / MaxRatio > packed)) return null;
            }
        }

        return total;
    }
}
