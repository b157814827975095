using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Privacy;

/// <summary>
/// Reads everything a file carries: what a reader sees and what hides behind it. It never throws: what cannot be read is a
/// finding of its own. Work is bounded in time, size and nesting.
/// </summary>
public static class FileInspector
{
    /// <summary>Raised whenever a reader finds more than before: inspections kept by an older one are made anew.</summary>
    public const int Version = 1;

    /// <summary>Time for one file unless the caller says otherwise.</summary>
    public static readonly TimeSpan DefaultTime = TimeSpan.FromSeconds(20);

    /// <summary>Inspects a seekable content whose kind <see cref="ContentSniffer"/> has told.</summary>
    public static FileInspection Inspect(FileKind kind, Stream content, TimeSpan? time = null)
    {
        var limit = time ?? DefaultTime;
        using var over = new CancellationTokenSource(limit);
        var builder = new InspectionBuilder(over.Token);
        var text = TextExtractor.Extract(kind, content, limit);
        builder.Add("正文", text.Text);
        if (!text.IsComplete) builder.Note(FileTrait.Unreadable, "");
        return builder.Result();
    }
}
