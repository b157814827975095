using System.Text;

namespace PublicDisclosure.Core.Tables;

/// <summary>What a file is by its content; its name is not asked.</summary>
internal enum TableFileKind
{
    Empty,
    Xlsx,
    Xls,
    Docx,
    OldWord,
    Encrypted,
    Text,
    Unknown,
}

/// <summary>Recognises files by their first bytes and, for containers, by the streams inside.</summary>
internal static class TableFileSniffer
{
    public static TableFileKind Sniff(byte[] file)
    {
        if (file.AsSpan().IndexOfAnyExcept("\0 \r\n"u8) < 0) return TableFileKind.Empty;
        if (file.AsSpan().StartsWith("PK\u0003\u0004"u8)) return SniffZip(file);
        if (file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return SniffCompound(file);
        if (IsUtf16(file)) return TableFileKind.Text;
        return file.AsSpan(0, Math.Min(file.Length, 4096)).Contains((byte)0) || file.AsSpan().StartsWith("%PDF"u8) || file.AsSpan().StartsWith("MZ"u8)
            ? TableFileKind.Unknown
            : TableFileKind.Text;
    }

    /// <summary>True when the container holds a Visual Basic project; nothing of it is ever run.</summary>
    public static bool HasMacros(byte[] file) => HasName(file, "_VBA_PROJECT") || file.AsSpan().IndexOf("xl/vbaProject.bin"u8) >= 0;

    /// <summary>UTF-16 with its mark, as Excel's "Unicode text".</summary>
    public static bool IsUtf16(byte[] file) => file.Length > 1 && ((file[0] == 0xFF && file[1] == 0xFE) || (file[0] == 0xFE && file[1] == 0xFF));

    private static TableFileKind SniffZip(byte[] file)
    {
        // The central directory names every entry in plain text; the archive is not opened before its limits are checked.
        if (file.AsSpan().IndexOf("xl/workbook.xml"u8) >= 0) return TableFileKind.Xlsx;
        return file.AsSpan().IndexOf("word/document.xml"u8) >= 0 ? TableFileKind.Docx : TableFileKind.Unknown;
    }

    private static TableFileKind SniffCompound(byte[] file)
    {
        if (HasName(file, "EncryptedPackage")) return TableFileKind.Encrypted;
        if (HasName(file, "WordDocument")) return TableFileKind.OldWord;
        return HasName(file, "Workbook") || HasName(file, "Book") ? TableFileKind.Xls : TableFileKind.Unknown;
    }

    private static bool HasName(byte[] file, string streamName) => file.AsSpan().IndexOf(Encoding.Unicode.GetBytes(streamName)) >= 0;
}
