using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Privacy.Metadata;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Storage;

/// <summary>
/// The one door for uploaded files: nothing is stored before its content has been recognised and found harmless, and what its
/// makers did not mean to publish (authors, paths, positions) has been taken out.
/// </summary>
public sealed class AttachmentIntake(IAttachmentStore store, IOptions<StorageOptions> options)
{
    /// <summary>Checks and stores a seekable content.</summary>
    /// <returns>What was stored, or <c>Attachment.*</c> refusals that tell the user what to do.</returns>
    public async Task<OutcomeOf<ReceivedFile>> ReceiveAsync(string fileName, Stream content, CancellationToken stop)
    {
        content.Position = 0;
        var kind = ContentSniffer.Sniff(fileName, content, options.Value.LargestAttachment);
        if (!kind.IsDone) return kind.Outcome;
        if (FileKind.Media.Contains(kind.Value!)) return new Refusal("Attachment.GoesToMedia", "File", SafeFileName.Of(fileName));
        Stream stripped;
        try
        {
            stripped = MetadataStripper.Strip(kind.Value!, content);
        }
        catch (InvalidDataException)
        {
            return new Refusal("Attachment.Broken", "File", SafeFileName.Of(fileName));
        }

        stripped.Position = 0;
        var stored = await store.StoreAsync(stripped, stop);
        return new ReceivedFile(SafeFileName.Of(fileName), kind.Value!.Extension, stored.Hash, stored.Size);
    }
}

/// <summary>A file that passed the checks and lies in the store.</summary>
public sealed record ReceivedFile(string FileName, string Kind, string Hash, long Size);
