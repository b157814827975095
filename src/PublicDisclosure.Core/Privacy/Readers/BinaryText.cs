using System.Buffers.Binary;
using System.Text;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Privacy.Readers;

/// <summary>
/// Words in bytes of a format nobody unpacks here (.doc, .wps, .ppt, .emf): every run that reads as UTF-16LE at either
/// alignment, and every run that reads as ASCII or GB18030. It finds too much rather than too little.
/// </summary>
internal static class BinaryText
{
    private const int ShortestRun = 4;
    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    /// <summary>All runs, a line each, UTF-16 first.</summary>
    public static string Find(ReadOnlySpan<byte> bytes, InspectionBuilder builder)
    {
        var text = new StringBuilder();
        Wide(bytes, text, builder);
        if (bytes.Length > 1) Wide(bytes[1..], text, builder);
        Narrow(bytes, text, builder);
        return text.ToString();
    }

    private static void Wide(ReadOnlySpan<byte> bytes, StringBuilder text, InspectionBuilder builder)
    {
        var start = text.Length;
        for (var at = 0; at + 1 < bytes.Length && text.Length < InspectionBuilder.MostCharacters; at += 2)
        {
            if ((at & 0xFFFF) == 0) builder.ThrowIfOver();
            var c = (char)BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
            if (c is >= ' ' and <= '~' or '\t' || ChineseText.IsChinese(c) || c is '\u00A0' or '\u3000') { text.Append(c); continue; }
            // \r and the cell mark 0x07 end paragraphs and cells of .doc.
            start = EndRun(text, start, c == '\u0007' ? '\t' : '\n', c is '\u0007' or '\r');
        }

        EndRun(text, start, '\n', false);
    }

    private static void Narrow(ReadOnlySpan<byte> bytes, StringBuilder text, InspectionBuilder builder)
    {
        for (var at = 0; at < bytes.Length && text.Length < InspectionBuilder.MostCharacters;)
        {
            if ((at & 0xFFF) == 0) builder.ThrowIfOver();
            var end = at;
            while (end < bytes.Length)
            {
                if (bytes[end] is >= 0x20 and <= 0x7E or (byte)'\t') end++;
                else if (end + 1 < bytes.Length && bytes[end] is >= 0xA1 and <= 0xF7 && bytes[end + 1] is >= 0xA1 and <= 0xFE) end += 2;
                else break;
            }

            if (end - at >= ShortestRun) text.Append(Gb.GetString(bytes[at..end])).Append('\n');
            at = Math.Max(end, at) + 1;
        }
    }

    private static int EndRun(StringBuilder text, int start, char separator, bool isMark)
    {
        // A short run between two marks is a cell or a line; between other bytes it is chance.
        if (text.Length - start < ShortestRun && !isMark) text.Length = start;
        if (text.Length > 0 && text[^1] is not ('\n' or '\t')) text.Append(separator);
        return text.Length;
    }
}
