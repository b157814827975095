using System.Buffers.Binary;
using System.Text;
using PublicDisclosure.Core.Storage;

namespace PublicDisclosure.Core.Privacy.Metadata;

/// <summary>
/// Blanks the metadata of an OLE compound file (.doc, .xls, .ppt, .wps, .et) in place, so that nothing moves: the property sets
/// ([MS-OLEPS]: author, company, last saved by, template, thumbnail), and the names that the programs keep elsewhere.
/// </summary>
internal static class CompoundMetadata
{
    private static readonly string[] PropertySets = ["\u0005SummaryInformation", "\u0005DocumentSummaryInformation"];

    /// <summary>Pairs of offset and length in the FIB ([MS-DOC] 2.5.6) of string tables with names and paths: associated strings, comment authors, revision authors, saved by.</summary>
    private static readonly int[] WordStringTables = [154 + (32 * 8), 154 + (36 * 8), 154 + (51 * 8), 154 + (71 * 8)];

    /// <summary>Changes the bytes given. A file that is no sound compound file stays as it is.</summary>
    public static void Blank(byte[] file)
    {
        if (CompoundFile.Open(new MemoryStream(file)) is not { } compound) return;
        foreach (var name in PropertySets)
            foreach (var extents in compound.Extents(name)) Change(file, extents, EmptyPropertySet);
        foreach (var name in new[] { "Workbook", "Book" })
            foreach (var extents in compound.Extents(name)) Change(file, extents, BlankWorkbookNames);
        foreach (var extents in compound.Extents("Current User")) Change(file, extents, BlankCurrentUser);
        if (compound.Extents("WordDocument") is [var word, ..]) BlankWordNames(file, compound, Gather(file, word));
    }

    private static byte[] Gather(byte[] file, IReadOnlyList<(long Offset, int Length)> extents)
    {
        using var bytes = new MemoryStream();
        foreach (var (offset, length) in extents.Where(e => e.Offset < file.Length)) bytes.Write(file, (int)offset, (int)Math.Min(length, file.Length - offset));
        return bytes.ToArray();
    }

    private static void Change(byte[] file, IReadOnlyList<(long Offset, int Length)> extents, Action<byte[]> change)
    {
        var bytes = Gather(file, extents);
        change(bytes);
        var from = 0;
        foreach (var (offset, length) in extents.Where(e => e.Offset < file.Length))
        {
            var count = (int)Math.Min(length, file.Length - offset);
            bytes.AsSpan(from, count).CopyTo(file.AsSpan((int)offset));
            from += count;
        }
    }

    /// <summary>One section with one property, the code page, and zeros to the end: the least that is a sound property set.</summary>
    private static void EmptyPropertySet(byte[] set)
    {
        if (set.Length < 72) return;
        const int Section = 48;
        var id = set.AsSpan(28, 16).ToArray();
        set.AsSpan(24).Clear();
        set.AsSpan(8, 16).Clear();
        BinaryPrimitives.WriteInt32LittleEndian(set.AsSpan(24), 1);
        id.CopyTo(set.AsSpan(28));
        BinaryPrimitives.WriteInt32LittleEndian(set.AsSpan(44), Section);
        int[] section = [24, 1, 1, 16, 2, 1200];
        for (var i = 0; i < section.Length; i++) BinaryPrimitives.WriteInt32LittleEndian(set.AsSpan(Section + (4 * i)), section[i]);
    }

    /// <summary>[MS-XLS] WriteAccess (who saved it), FileSharing (who reserved it) and the author of each Note.</summary>
    private static void BlankWorkbookNames(byte[] book)
    {
        for (var at = 0; at + 4 <= book.Length;)
        {
            var record = BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at));
            var length = Math.Min((int)BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at + 2)), book.Length - at - 4);
            var data = book.AsSpan(at + 4, length);
            switch (record)
            {
                case 0x5C when length > 3: BlankString(data); break;
                case 0x5B when length > 7: BlankString(data[4..]); break;
                case 0x1C when length > 11: BlankString(data[8..]); break;
            }

            at += 4 + length;
        }
    }

    /// <summary>XLUnicodeString: characters (2 bytes), flag, text. It becomes as many blanks of one byte, the rest too.</summary>
    private static void BlankString(Span<byte> text)
    {
        var wide = (text[2] & 1) != 0;
        if (!wide)
        {
            text[3..].Fill((byte)' ');
            return;
        }

        for (var i = 3; i + 1 < text.Length; i += 2) (text[i], text[i + 1]) = ((byte)' ', 0);
    }

    /// <summary>[MS-PPT] CurrentUserAtom: the name stands in ANSI and again in Unicode.</summary>
    private static void BlankCurrentUser(byte[] user)
    {
        if (user.Length < 28) return;
        var length = BinaryPrimitives.ReadUInt16LittleEndian(user.AsSpan(20));
        for (var i = 28; i < Math.Min(user.Length, 28 + length); i++) user[i] = (byte)' ';
        for (var i = 28 + length + 4; i + 1 < user.Length; i += 2) (user[i], user[i + 1]) = ((byte)' ', 0);
    }

    private static void BlankWordNames(byte[] file, CompoundFile compound, byte[] word)
    {
        if (word.Length < 154 + (72 * 8)) return;
        var table = (word[11] & 0x02) != 0 ? "1Table" : "0Table";
        if (compound.Extents(table) is not [var extents, ..]) return;
        Change(file, extents, bytes =>
        {
            foreach (var pair in WordStringTables)
            {
                var start = BinaryPrimitives.ReadInt32LittleEndian(word.AsSpan(pair));
                var length = BinaryPrimitives.ReadInt32LittleEndian(word.AsSpan(pair + 4));
                if (start >= 0 && length > 0 && start <= bytes.Length - length) BlankStrings(bytes.AsSpan(start, length), isTable: pair != WordStringTables[1]);
            }
        });
    }

    /// <summary>An STTB (head, then counted strings with extra data) or, for comment authors, the counted strings alone.</summary>
    private static void BlankStrings(Span<byte> strings, bool isTable)
    {
        var at = 0;
        var extra = 0;
        if (isTable)
        {
            if (strings.Length < 6 || BinaryPrimitives.ReadUInt16LittleEndian(strings) != 0xFFFF) return;
            extra = BinaryPrimitives.ReadUInt16LittleEndian(strings[4..]);
            at = 6;
        }

        var blank = Encoding.Unicode.GetBytes(" ");
        while (at + 2 <= strings.Length)
        {
            var end = at + 2 + (2 * BinaryPrimitives.ReadUInt16LittleEndian(strings[at..]));
            if (end > strings.Length) return;
            for (at += 2; at < end; at += 2) blank.CopyTo(strings[at..]);
            at += extra;
        }
    }
}
