using System.Buffers.Binary;
using System.Text;

namespace PublicDisclosure.Core.Storage;

/// <summary>
/// The directory of an OLE compound file ([MS-CFB]), the container of .doc, .xls, .ppt, .wps, .et and of encrypted
/// .docx. Reads just enough to tell what is inside; every chain is bounded by the file's length.
/// </summary>
internal sealed class CompoundFile
{
    private const uint LastRegularSector = 0xFFFFFFFA;

    /// <summary>Streams below this size lie in sectors of <see cref="MiniSector"/> bytes inside the root's stream ([MS-CFB] 2.2).</summary>
    private const int MiniCutoff = 4096;

    private const int MiniSector = 64;
    private readonly Stream _stream;
    private readonly int _sectorSize;
    private readonly uint[] _fat;
    private uint[] _miniFat = [];
    private readonly List<(string Name, uint Start, long Size)> _entries = [];

    private CompoundFile(Stream stream, int sectorSize, uint[] fat) => (_stream, _sectorSize, _fat) = (stream, sectorSize, fat);

    public static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Names of all streams and storages.</summary>
    public IEnumerable<string> Names => _entries.Select(e => e.Name);

    /// <summary>Reads the directory, or gives null when the file is broken.</summary>
    public static CompoundFile? Open(Stream stream)
    {
        try
        {
            var header = new byte[512];
            stream.Position = 0;
            if (stream.ReadAtLeast(header, 512, false) < 512 || !header.AsSpan().StartsWith(Signature)) return null;
            var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
            if (shift is not (9 or 12)) return null;
            var file = new CompoundFile(stream, 1 << shift, ReadFat(stream, header, 1 << shift));
            var directory = file.ReadChain(BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48)), 4 * 1024 * 1024);
            for (var at = 0; at + 128 <= directory.Length; at += 128)
            {
                var entry = directory.AsSpan(at, 128);
                var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
                if (entry[66] == 0 || length is < 2 or > 64) continue;
                file._entries.Add((Encoding.Unicode.GetString(entry[..(length - 2)]), BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]),
                    BinaryPrimitives.ReadUInt32LittleEndian(entry[120..])));
            }

            var mini = file.ReadChain(BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(60)), 4 * 1024 * 1024);
            file._miniFat = [.. Enumerable.Range(0, mini.Length / 4).Select(i => BinaryPrimitives.ReadUInt32LittleEndian(mini.AsSpan(4 * i)))];
            return file._entries.Count == 0 ? null : file;
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            return null;
        }
    }

    public bool Has(string name) => _entries.Exists(e => e.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first bytes of a stream of regular size (4096 bytes or more); empty when it is absent or smaller.</summary>
    public byte[] Head(string name, int bytes)
    {
        var entry = _entries.Find(e => e.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return entry.Name is null || entry.Size < 4096 ? [] : ReadChain(entry.Start, bytes);
    }

    /// <summary>Where in the file the bytes of each stream of this name lie, in order; small streams lie inside the mini stream.</summary>
    public IReadOnlyList<IReadOnlyList<(long Offset, int Length)>> Extents(string name) =>
        [.. _entries.Where(e => e.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(ExtentsOf)];

    private List<(long Offset, int Length)> ExtentsOf((string Name, uint Start, long Size) entry)
    {
        var extents = new List<(long, int)>();
        var left = entry.Size;
        if (entry.Size >= MiniCutoff)
        {
            foreach (var sector in Chain(entry.Start, _fat))
            {
                if (left <= 0) break;
                extents.Add(((sector + 1L) * _sectorSize, (int)Math.Min(left, _sectorSize)));
                left -= _sectorSize;
            }

            return extents;
        }

        // The root entry comes first in the directory; its chain is the mini stream.
        var miniStream = Chain(_entries[0].Start, _fat).ToList();
        foreach (var sector in Chain(entry.Start, _miniFat))
        {
            if (left <= 0) break;
            var at = sector * (long)MiniSector;
            if (at / _sectorSize >= miniStream.Count) break;
            extents.Add((((miniStream[(int)(at / _sectorSize)] + 1L) * _sectorSize) + (at % _sectorSize), (int)Math.Min(left, MiniSector)));
            left -= MiniSector;
        }

        return extents;
    }

    private static IEnumerable<uint> Chain(uint start, uint[] table)
    {
        var steps = 0;
        for (var sector = start; sector <= LastRegularSector && sector < table.Length && steps++ < table.Length; sector = table[sector]) yield return sector;
    }

    private static uint[] ReadFat(Stream stream, byte[] header, int sectorSize)
    {
        var sectors = new List<uint>();
        for (var i = 0; i < 109; i++) sectors.Add(BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(76 + (4 * i))));
        var next = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(68));
        var most = stream.Length / sectorSize;
        for (var i = 0; next <= LastRegularSector && i < most; i++)
        {
            var sector = Sector(stream, next, sectorSize);
            for (var at = 0; at + 8 <= sector.Length; at += 4) sectors.Add(BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(at)));
            next = sector.Length < sectorSize ? uint.MaxValue : BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(sectorSize - 4));
        }

        var fat = new List<uint>();
        foreach (var number in sectors.Where(s => s <= LastRegularSector).Take((int)Math.Min(most, int.MaxValue)))
        {
            var sector = Sector(stream, number, sectorSize);
            for (var at = 0; at + 4 <= sector.Length; at += 4) fat.Add(BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(at)));
        }

        return [.. fat];
    }

    private byte[] ReadChain(uint start, int most)
    {
        using var bytes = new MemoryStream();
        for (var sector = start; sector <= LastRegularSector && bytes.Length < most; sector = _fat[sector])
        {
            bytes.Write(Sector(_stream, sector, _sectorSize));
            if (sector >= _fat.Length || bytes.Length > _stream.Length) break;
        }

        return bytes.ToArray();
    }

    private static byte[] Sector(Stream stream, uint number, int size)
    {
        var position = (number + 1L) * size;
        if (position >= stream.Length) return [];
        var sector = new byte[size];
        stream.Position = position;
        var read = stream.ReadAtLeast(sector, size, false);
        return read == size ? sector : sector[..read];
    }
}
