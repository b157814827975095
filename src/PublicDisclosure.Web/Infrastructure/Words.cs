using System.Globalization;
using System.Resources;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>The Chinese words of coded values, from <c>Resources/Words.resx</c> under <c>Type.Member</c>.</summary>
public static class Words
{
    /// <summary>The culture of the interface.</summary>
    public static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    // More than the product has values. A page looks up some dozens.
    private static readonly Remembered<(Type Type, Enum Value), (string Word, string? Tone)> Known = new(2000);

    private static readonly ResourceManager Texts = new("PublicDisclosure.Web.Resources.Words", typeof(Words).Assembly);

    /// <summary>The word for an enum value; the member's own name where the word is missing (a test keeps that out).</summary>
    public static string Of(Enum value) => Look(value).Word;

    /// <summary>The tone of the ground on which the word of a value stands, or null.</summary>
    public static string? ToneOf(Enum value) => Look(value).Tone;

    private static (string Word, string? Tone) Look(Enum value) => Known.Of((value.GetType(), value), static of =>
    {
        var key = $"{of.Type.Name}.{of.Value}";
        return (Find(key) ?? (of.Type.IsDefined(typeof(FlagsAttribute), false) ? OfSet(of.Value) : of.Value.ToString()), Find(key + ".Tone"));
    });

    private static string OfSet(Enum set) => string.Join("、", Enum.GetValues(set.GetType()).Cast<Enum>()
        .Where(member => Convert.ToInt64(member, Chinese) != 0 && set.HasFlag(member)).Select(Of));

    /// <summary>The word under a key, or null.</summary>
    public static string? Find(string key) => Texts.GetString(key, CultureInfo.InvariantCulture);

    /// <summary>A file size as people read it: 820 字节, 36 KB, 2.4 MB.</summary>
    public static string FileSize(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} 字节",
        < 1024 * 1024 => string.Create(Chinese, $"{Math.Round(bytes / 1024d)} KB"),
        _ => string.Create(Chinese, $"{bytes / 1024d / 1024d:0.#} MB"),
    };
}
