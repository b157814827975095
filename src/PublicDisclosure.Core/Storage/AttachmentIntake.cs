using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Storage;

/// <summary>The one door for uploaded files: nothing is stored before its content has been recognised and found harmless.</summary>
public sealed class AttachmentIntake(IAttachmentStore store, IOptions<StorageOptions> options)
{
    /// <summary>Checks and stores a seekable content.</summary>
    /// <returns>What was stored, or <c>Attachment.*</c> refusals that tell the user what to do.</returns>
    public async Task<OutcomeOf<ReceivedFile>> ReceiveAsync(string fileName, Stream content, CancellationToken stop)
    {
        content.Position = 0;
        var kind = ContentSniffer.Sniff(fileName, content, options.Value.LargestAttachment);
        if (!kind.IsDone) return kind.Outcome;
        content.Position = 0;
        var stored = await store.StoreAsync(content, stop);
        return new ReceivedFile(SafeFileName.Of(fileName), kind.Value!.Extension, stored.Hash, stored.Size);
    }
}

/// <summary>A file that passed the checks and lies in the store.</summary>
public sealed record ReceivedFile(string FileName, string Kind, string Hash, long Size);
