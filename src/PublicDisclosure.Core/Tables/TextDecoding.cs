using System.Text;

namespace PublicDisclosure.Core.Tables;

/// <summary>Turns bytes into text: a byte order mark first, then strict UTF-8, then strict GB18030, else nothing.</summary>
public static class TextDecoding
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding StrictGb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text, or null when the bytes are in none of these encodings.</summary>
    public static string? Decode(byte[] bytes)
    {
        if (TableFileSniffer.IsUtf16(bytes)) return (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes.AsSpan(2));
        var content = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes;
        return Try(StrictUtf8, content) ?? Try(StrictGb18030, content);
    }

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
