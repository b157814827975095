using System.Text;
using PublicDisclosure.Core.Privacy.Readers;
using PublicDisclosure.Core.Storage;

namespace PublicDisclosure.Core.Privacy;

/// <summary>
/// Reads everything a file carries: what a reader sees and what hides behind it. It never throws: what cannot be read is a
/// finding of its own. Work is bounded in time, size and nesting.
/// </summary>
public static class FileInspector
{
    /// <summary>Raised whenever a reader finds more than before: inspections kept by an older one are made anew.</summary>
    public const int Version = 5;

    /// <summary>Time for one file unless the caller says otherwise.</summary>
    public static readonly TimeSpan DefaultTime = TimeSpan.FromSeconds(30);

    static FileInspector() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Inspects a seekable content whose kind <see cref="ContentSniffer"/> has told.</summary>
    /// <remarks>A reader that overruns its time is left to end by itself on its own copy of the file.</remarks>
    public static FileInspection Inspect(FileKind kind, Stream content, TimeSpan? time = null)
    {
        var limit = time ?? DefaultTime;
        using var over = new CancellationTokenSource(limit);
        var builder = new InspectionBuilder(over.Token);
        // A film has no words to be read, and its metadata went at the intake; its transcript stands in the text and is checked there.
        if (kind.IsFilm) return builder.Result();
        if (content.Length is 0 or > int.MaxValue / 4)
        {
            builder.Note(content.Length == 0 ? FileTrait.Unreadable : FileTrait.NotReadToEnd, "");
            return builder.Result();
        }

        var bytes = new byte[content.Length];
        content.Position = 0;
        content.ReadExactly(bytes);
        var work = Task.Factory.StartNew(() => ContentReader.Read(bytes, kind.Extension, builder), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            if (!work.Wait(limit + TimeSpan.FromSeconds(2))) builder.Note(FileTrait.NotReadToEnd, "");
        }
        catch (AggregateException failure)
        {
            // Damaged files make readers fail in many ways; what was read by then stays.
            builder.Note(failure.InnerException is OperationCanceledException ? FileTrait.NotReadToEnd : FileTrait.Unreadable, "");
        }

        return builder.Result();
    }
}
