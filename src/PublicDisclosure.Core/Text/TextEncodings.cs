using System.Text;

namespace PublicDisclosure.Core.Text;

/// <summary>Reads text files as they come from government offices: UTF-8, or GB18030 (GB 18030-2022) from older programs.</summary>
public static class TextEncodings
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    private static readonly Encoding StrictGb18030 = Gb18030();

    /// <summary>The text, or null when the bytes are no text: invalid in both encodings, or with NUL or other control characters.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        foreach (var b in bytes)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r') || b == 0x7F) return null;
        }

        return Try(StrictUtf8, bytes) ?? Try(StrictGb18030, bytes);
    }

    /// <summary>The text, or null when the bytes are no UTF-8 (WebVTT knows no other encoding).</summary>
    public static string? Utf8(ReadOnlySpan<byte> bytes) => Try(StrictUtf8, bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);

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

    private static Encoding Gb18030()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}
