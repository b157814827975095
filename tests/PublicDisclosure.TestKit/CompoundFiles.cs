using System.Buffers.Binary;
using System.Text;

namespace PublicDisclosure.TestKit;

/// <summary>Makes OLE compound files ([MS-CFB], version 3), the containers of .doc, .xls, .ppt, .wps and .et.</summary>
public static class CompoundFiles
{
    /// <summary>A compound file with these streams, each padded with zeros to 4096 bytes.</summary>
    public static byte[] Make(params (string Name, byte[] Content)[] streams)
    {
        const int sector = 512, streamSectors = 8, fatEnd = unchecked((int)0xFFFFFFFE);
        var directorySectors = (streams.Length + 1 + 3) / 4;
        var file = new byte[sector * (2 + directorySectors + (streamSectors * streams.Length))];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        void Write(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(24), 0x3E);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(26), 3);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(28), 0xFFFE);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(32), 6);
        Write(44, 1);
        Write(48, 1);
        Write(56, 4096);
        Write(60, -2);
        Write(68, -2);
        for (var i = 0; i < 109; i++) Write(76 + (4 * i), i == 0 ? 0 : -1);
        var fat = sector;
        for (var i = 0; i < 128; i++) Write(fat + (4 * i), -1);
        Write(fat, -3);
        for (var i = 1; i <= directorySectors; i++) Write(fat + (4 * i), i == directorySectors ? fatEnd : i + 1);
        Entry(0, "Root Entry", 5, -2, 0, streams.Length > 0 ? 1 : -1, -1);
        for (var s = 0; s < streams.Length; s++)
        {
            var start = 1 + directorySectors + (s * streamSectors);
            for (var i = 0; i < streamSectors; i++) Write(fat + (4 * (start + i)), i == streamSectors - 1 ? fatEnd : start + i + 1);
            streams[s].Content.AsSpan(0, Math.Min(4096, streams[s].Content.Length)).CopyTo(file.AsSpan((start + 1) * sector));
            Entry(s + 1, streams[s].Name, 2, start, 4096, -1, s + 1 < streams.Length ? s + 2 : -1);
        }

        return file;

        void Entry(int index, string name, byte type, int start, int size, int child, int right)
        {
            var at = (2 * sector) + (128 * index);
            Encoding.Unicode.GetBytes(name).CopyTo(file, at);
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at + 64), (ushort)((name.Length + 1) * 2));
            file[at + 66] = type;
            file[at + 67] = 1;
            Write(at + 68, -1);
            Write(at + 72, right);
            Write(at + 76, child);
            Write(at + 116, start);
            Write(at + 120, size);
        }
    }
}
