namespace PublicDisclosure.Core.Storage;

/// <summary>A kind of file that may be attached, told by its content.</summary>
/// <param name="Extension">Usual extension without the dot; also the stable code of the kind.</param>
/// <param name="MimeType">The type it is served under, always with <c>nosniff</c>.</param>
/// <param name="DisplayName">What a reader calls it: <c>Word 文档</c>.</param>
/// <param name="MayShowInline">True only for what browsers show without running anything; the rest downloads.</param>
public sealed record FileKind(string Extension, string MimeType, string DisplayName, bool MayShowInline = false)
{
    public static readonly FileKind Pdf = new("pdf", "application/pdf", "PDF 文件", true);
    public static readonly FileKind Jpeg = new("jpg", "image/jpeg", "JPEG 图片", true);
    public static readonly FileKind Png = new("png", "image/png", "PNG 图片", true);
    public static readonly FileKind Ofd = new("ofd", "application/ofd", "OFD 版式文件");
    public static readonly FileKind Docx = new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word 文档");
    public static readonly FileKind Doc = new("doc", "application/msword", "Word 文档（97-2003）");
    public static readonly FileKind Wps = new("wps", "application/vnd.ms-works", "WPS 文字文档");
    public static readonly FileKind Xlsx = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel 表格");
    public static readonly FileKind Xls = new("xls", "application/vnd.ms-excel", "Excel 表格（97-2003）");
    public static readonly FileKind Et = new("et", "application/kset", "WPS 表格");
    public static readonly FileKind Pptx = new("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "PPT 演示文稿");
    public static readonly FileKind Ppt = new("ppt", "application/vnd.ms-powerpoint", "PPT 演示文稿（97-2003）");
    public static readonly FileKind Csv = new("csv", "text/csv", "CSV 数据文件");

    public static readonly FileKind Mp3 = new("mp3", "audio/mpeg", "MP3 音频", true);
    public static readonly FileKind Mp4 = new("mp4", "video/mp4", "MP4 视频", true);
    public static readonly FileKind Vtt = new("vtt", "text/vtt", "WebVTT 字幕");

    /// <summary>Sounds, films and captions: they come in through <see cref="MediaIntake"/>, which does not hold them in memory.</summary>
    public static IReadOnlyList<FileKind> Media { get; } = [Mp3, Mp4, Vtt];

    /// <summary>Every kind that may be attached.</summary>
    public static IReadOnlyList<FileKind> All { get; } = [Pdf, Ofd, Docx, Doc, Wps, Xlsx, Xls, Et, Pptx, Ppt, Csv, Jpeg, Png, .. Media];

    /// <summary>Extensions for the <c>accept</c> attribute of a file field for documents and pictures.</summary>
    public static string Accept { get; } = string.Join(',', All.Except(Media).Select(kind => "." + kind.Extension)) + ",.jpeg";

    /// <summary>True for what has no words of its own: nothing in it can be read as text.</summary>
    public bool IsFilm => this == Mp3 || this == Mp4;

    /// <summary>The kind whose usual extension this is, or null.</summary>
    public static FileKind? OfExtension(string extension) =>
        All.FirstOrDefault(kind => kind.Extension.Equals(extension == "jpeg" ? "jpg" : extension, StringComparison.OrdinalIgnoreCase));
}
