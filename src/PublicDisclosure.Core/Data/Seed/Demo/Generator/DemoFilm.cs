using System.Buffers.Binary;
using System.Text;

namespace PublicDisclosure.Core.Data.Seed.Demo;

/// <summary>
/// A small MP4 for the demonstration: still pictures as H.264 baseline (ITU-T H.264, macroblocks as plain samples), each shown for
/// some seconds. Made here, so that the demonstration ships no film of anybody.
/// </summary>
internal static class DemoFilm
{
    private const int AcrossBlocks = 16;
    private const int DownBlocks = 9;
    private const int Timescale = 1000;

    /// <summary>Luma and chroma of each still: quiet colours of the house.</summary>
    private static readonly (byte Y, byte Cb, byte Cr)[] Stills = [(74, 170, 104), (98, 112, 120), (92, 108, 168), (120, 120, 132), (60, 150, 120)];

    /// <summary>A film of as many stills.</summary>
    public static byte[] Make(int stills, int secondsEach)
    {
        var frames = Enumerable.Range(0, stills).Select(i => Frame(i, stills)).ToList();
        var head = Box("ftyp", "isom"u8.ToArray(), Number(512), "isomavc1"u8.ToArray());
        // The place of the samples follows from the length of what stands before them, which does not depend on it.
        var length = head.Length + Movie(frames, secondsEach, 0).Length + 8;
        return [.. head, .. Movie(frames, secondsEach, length), .. Box("mdat", [.. frames])];
    }

    private static byte[] Movie(List<byte[]> frames, int seconds, int at)
    {
        var duration = frames.Count * seconds * Timescale;
        byte[] matrix = [.. Number(0x10000), .. new byte[12], .. Number(0x10000), .. new byte[12], .. Number(0x40000000)];
        var sizes = frames.SelectMany(f => Number(f.Length)).ToArray();
        byte[] entry = Box("avc1", [.. new byte[6], 0, 1, .. new byte[16], .. Short(AcrossBlocks * 16), .. Short(DownBlocks * 16), .. Number(0x480000), .. Number(0x480000), .. new byte[4], 0, 1, .. new byte[32], 0, 24, 0xFF, 0xFF], Configuration());
        var table = Box("stbl",
            Box("stsd", Number(0), Number(1), entry),
            Box("stts", Number(0), Number(1), Number(frames.Count), Number(seconds * Timescale)),
            Box("stsc", Number(0), Number(1), Number(1), Number(frames.Count), Number(1)),
            Box("stsz", Number(0), Number(0), Number(frames.Count), sizes),
            Box("stco", Number(0), Number(1), Number(at)));
        var information = Box("minf", Box("vmhd", Number(1), new byte[8]), Box("dinf", Box("dref", Number(0), Number(1), Box("url ", Number(1)))), table);
        var media = Box("mdia", Box("mdhd", Number(0), new byte[8], Number(Timescale), Number(duration), Short(0x55C4), Short(0)), Box("hdlr", Number(0), Number(0), "vide"u8.ToArray(), new byte[12], [0]), information);
        var track = Box("trak", Box("tkhd", Number(3), new byte[8], Number(1), Number(0), Number(duration), new byte[16], matrix, Number(AcrossBlocks << 20), Number(DownBlocks << 20)), media);
        return Box("moov", Box("mvhd", Number(0), new byte[8], Number(Timescale), Number(duration), Number(0x10000), [1, 0], new byte[10], matrix, new byte[24], Number(2)), track);
    }

    private static byte[] SequenceSet()
    {
        var bits = new BitWriter();
        bits.Write(66, 8); bits.Write(0xC0, 8); bits.Write(20, 8);
        bits.Golomb(0); bits.Golomb(0); bits.Golomb(2); bits.Golomb(0); bits.Write(0, 1);
        bits.Golomb(AcrossBlocks - 1); bits.Golomb(DownBlocks - 1);
        bits.Write(1, 1); bits.Write(1, 1); bits.Write(0, 1); bits.Write(0, 1);
        return [0x67, .. bits.End()];
    }

    private static byte[] PictureSet()
    {
        var bits = new BitWriter();
        bits.Golomb(0); bits.Golomb(0); bits.Write(0, 2); bits.Golomb(0); bits.Golomb(0); bits.Golomb(0); bits.Write(0, 3);
        bits.Golomb(0); bits.Golomb(0); bits.Golomb(0); bits.Write(0, 3);
        return [0x68, .. bits.End()];
    }

    private static byte[] Configuration()
    {
        var (sequence, picture) = (SequenceSet(), PictureSet());
        return Box("avcC", [1, 66, 0xC0, 20, 0xFF, 0xE1, .. Short(sequence.Length), .. sequence, 1, .. Short(picture.Length), .. picture]);
    }

    /// <summary>One still: a ground of its colour, and a bar below that says how far the film is.</summary>
    private static byte[] Frame(int number, int of)
    {
        var bits = new BitWriter();
        bits.Golomb(0); bits.Golomb(7); bits.Golomb(0); bits.Write(0, 4); bits.Golomb(number % 2); bits.Write(0, 2); bits.Golomb(0);
        for (var row = 0; row < DownBlocks; row++)
        {
            for (var column = 0; column < AcrossBlocks; column++)
            {
                var isBar = row == DownBlocks - 1;
                var isDone = column * of < AcrossBlocks * (number + 1);
                var (y, cb, cr) = isBar ? (isDone ? ((byte)200, (byte)128, (byte)128) : ((byte)40, (byte)128, (byte)128)) : Stills[number % Stills.Length];
                bits.Golomb(25);
                bits.Align();
                bits.Fill(y, 256);
                bits.Fill(cb, 64);
                bits.Fill(cr, 64);
            }
        }

        byte[] unit = [0x65, .. bits.End()];
        return [.. Number(unit.Length), .. unit];
    }

    private static byte[] Box(string name, params byte[][] parts) => [.. Number(8 + parts.Sum(p => p.Length)), .. Encoding.ASCII.GetBytes(name), .. parts.SelectMany(p => p)];

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Short(int value) => [(byte)(value >> 8), (byte)value];

    /// <summary>Bits as H.264 writes them. Samples are never nought, so that no start code can appear among them (7.4.1).</summary>
    private sealed class BitWriter
    {
        private readonly List<byte> _bytes = [];
        private int _bit;

        public void Write(int value, int count)
        {
            for (var i = count - 1; i >= 0; i--)
            {
                if (_bit == 0) _bytes.Add(0);
                if (((value >> i) & 1) != 0) _bytes[^1] |= (byte)(0x80 >> _bit);
                _bit = (_bit + 1) % 8;
            }
        }

        /// <summary>ue(v), Exp-Golomb (9.1).</summary>
        public void Golomb(int value)
        {
            var length = 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)value + 1);
            Write(0, length - 1);
            Write(value + 1, length);
        }

        public void Align() => _bit = 0;

        public void Fill(byte value, int count) => _bytes.AddRange(Enumerable.Repeat(value, count));

        public byte[] End()
        {
            Write(1, 1);
            return [.. _bytes];
        }
    }
}
