namespace PublicDisclosure.Core.Text.Media;

/// <summary>What a media block shows.</summary>
public enum MediaKind
{
    /// <summary>图解: a picture that explains.</summary>
    Picture,

    /// <summary>音频</summary>
    Audio,

    /// <summary>视频</summary>
    Video,
}

/// <summary>
/// A picture, sound or film of a text with what it says in words. The words are part of the text: they are checked, compared,
/// printed and searched like every other line of it.
/// </summary>
/// <param name="Kind">What it shows.</param>
/// <param name="Title">What it is about; never empty.</param>
/// <param name="File">Address of the file as it stands in the text: <c>attachment:解读.mp4</c>, or where that leads.</param>
/// <param name="Poster">Address of the picture shown before a film begins, or empty.</param>
/// <param name="Captions">Address of the captions, or empty.</param>
/// <param name="Words">Text alternative or transcript, one paragraph each.</param>
public sealed record MediaBlock(MediaKind Kind, string Title, string File, string Poster, string Captions, IReadOnlyList<string> Words)
{
    /// <summary>How an address names a file of the draft.</summary>
    public const string Scheme = "attachment:";

    /// <summary>Characters of <see cref="Words"/>, spaces left out.</summary>
    public int Length => Words.Sum(p => p.Count(c => !char.IsWhiteSpace(c)));

    /// <summary>The word a clerk reads for a kind, and writes behind the fence.</summary>
    public static string Word(MediaKind kind) => kind switch { MediaKind.Picture => "图解", MediaKind.Audio => "音频", _ => "视频" };

    /// <summary>What the words of a kind are called.</summary>
    public static string WordsName(MediaKind kind) => kind == MediaKind.Picture ? "图片内容说明" : "文字稿";

    /// <summary>The kind of a word behind the fence, or null.</summary>
    public static MediaKind? KindOf(string? word) => word switch { "图解" => MediaKind.Picture, "音频" => MediaKind.Audio, "视频" => MediaKind.Video, _ => null };

    /// <summary>The name of the draft's file that an address means, or null.</summary>
    public static string? FileNameIn(string address) =>
        address.StartsWith(Scheme, StringComparison.Ordinal) ? Uri.UnescapeDataString(address[Scheme.Length..].Trim()) : null;
}
