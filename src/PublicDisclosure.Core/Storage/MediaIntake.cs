using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Privacy.Metadata;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Storage;

/// <summary>
/// The door for sounds, films and captions: they go from the wire to a file of the quarantine in small pieces, are judged and
/// cleaned there, and only then reach the store. Memory does not grow with the film.
/// </summary>
public sealed class MediaIntake(IAttachmentStore store, IOptions<StorageOptions> options, string quarantine)
{
    /// <summary>Folder below the data folder where an upload waits for its judgement; what a stopped machine left there is thrown away.</summary>
    public const string FolderName = "quarantine";

    private const int Piece = 128 * 1024;
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    /// <summary>Takes a content as it arrives; it need not be seekable and is read to its end or to the limit.</summary>
    /// <returns>What was stored, or <c>Attachment.*</c> and <c>Caption.*</c> refusals that tell the user what to do.</returns>
    public async Task<OutcomeOf<ReceivedFile>> ReceiveAsync(string fileName, Stream content, CancellationToken stop)
    {
        var name = SafeFileName.Of(fileName);
        if (FileKind.OfExtension(SafeFileName.Extension(name)) is not { } expected || !FileKind.Media.Contains(expected))
            return new Refusal("Attachment.NotMedia", "File", name);
        var limit = expected == FileKind.Vtt ? options.Value.LargestAttachment : options.Value.LargestMedia;
        Directory.CreateDirectory(quarantine);
        Sweep();
        await using var file = new FileStream(
            Path.Combine(quarantine, $"{Guid.NewGuid():N}.upload"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Piece, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        if (!await CopyAsync(content, file, limit, stop)) return new Refusal("Attachment.TooLarge", "File", name, limit / 1024 / 1024);
        var kind = ContentSniffer.Sniff(name, file, limit);
        if (!kind.IsDone) return kind.Outcome;
        FilmMetadata.Blank(kind.Value!, file);
        var stored = await store.StoreAsync(file, stop);
        return new ReceivedFile(name, kind.Value!.Extension, stored.Hash, stored.Size);
    }

    private static async Task<bool> CopyAsync(Stream from, FileStream to, long limit, CancellationToken stop)
    {
        var piece = new byte[Piece];
        long total = 0;
        for (int read; (read = await from.ReadAsync(piece, stop)) > 0;)
        {
            if ((total += read) > limit) return false;
            await to.WriteAsync(piece.AsMemory(0, read), stop);
        }

        await to.FlushAsync(stop);
        return true;
    }

    private void Sweep()
    {
        foreach (var left in new DirectoryInfo(quarantine).EnumerateFiles("*.upload").Where(f => f.LastWriteTimeUtc < File.GetLastWriteTimeUtc(quarantine) - Forgotten))
        {
            try
            {
                left.Delete();
            }
            catch (IOException)
            {
                // Somebody is still sending it.
            }
        }
    }
}
