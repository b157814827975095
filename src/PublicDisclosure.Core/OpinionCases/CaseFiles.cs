using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.OpinionCases;

/// <summary>
/// Files of cases: recognised by content like every upload, then kept encrypted in the closed store, from which no public address
/// reads. They are evidence and stay as they came, metadata included.
/// </summary>
public sealed class CaseFiles(ClosedStore store, BusinessClock clock, IOptions<StorageOptions> options)
{
    /// <summary>Checks and stores a seekable content.</summary>
    public async Task<OutcomeOf<CaseFile>> ReceiveAsync(Guid caseId, string fileName, Stream content, Guid by, CancellationToken stop)
    {
        content.Position = 0;
        var kind = ContentSniffer.Sniff(fileName, content, options.Value.LargestAttachment);
        if (!kind.IsDone) return Outcome.Refused([.. kind.Refusals.Select(r => r with { Field = "File" })]);
        content.Position = 0;
        var stored = await store.KeepAsync(content, stop);
        return new CaseFile(Guid.CreateVersion7(clock.Now), caseId, SafeFileName.Of(fileName), kind.Value!.Extension, stored.Hash, stored.Size, clock.Now, by);
    }

    /// <summary>Opens a file for those who may see its case.</summary>
    public Task<Stream> OpenAsync(CaseFile file, CancellationToken stop) => store.OpenAsync(file.Hash, stop);
}
