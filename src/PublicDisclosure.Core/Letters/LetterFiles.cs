using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Privacy.Metadata;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;

namespace PublicDisclosure.Core.Letters;

/// <summary>
/// What comes with letters: recognised by content, stripped of metadata, and kept encrypted apart from everything public. No address
/// serves it; those who handle the case fetch it, each time with an audit row.
/// </summary>
public sealed class LetterFiles(string folder, IDataProtectionProvider keyRing, IOptions<LetterOptions> options)
{
    /// <summary>Folder below the closed one, so that backups hold it.</summary>
    public const string FolderName = "letters";

    private readonly ClosedStore _store = new(folder, keyRing);

    /// <summary>Checks the files and keeps them; every reason at once where one of them cannot be taken.</summary>
    internal async Task<OutcomeOf<IReadOnlyList<ReceivedFile>>> ReceiveAsync(IReadOnlyList<Upload> uploads, CancellationToken stop)
    {
        if (uploads.Count > options.Value.MostFiles) return new Refusal("Letter.TooManyFiles", "Files", options.Value.MostFiles);
        var refusals = new List<Refusal>();
        var sound = new List<(string Name, string Kind, Stream Content)>();
        foreach (var upload in uploads)
        {
            var kind = ContentSniffer.Sniff(upload.FileName, upload.Content, options.Value.LargestFileMegabytes * 1024L * 1024);
            if (!kind.IsDone) refusals.AddRange(kind.Refusals.Select(r => r with { Field = "Files" }));
            else if (Strip(kind.Value!, upload.Content) is { } content) sound.Add((SafeFileName.Of(upload.FileName), kind.Value!.Extension, content));
            else refusals.Add(new Refusal("Attachment.Broken", "Files", SafeFileName.Of(upload.FileName)));
        }

        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var kept = new List<ReceivedFile>();
        foreach (var (name, kind, content) in sound)
        {
            content.Position = 0;
            var stored = await _store.KeepAsync(content, stop);
            kept.Add(new ReceivedFile(name, kind, stored.Hash, stored.Size));
        }

        return kept;
    }

    /// <summary>The content of a file.</summary>
    internal Task<Stream> OpenAsync(string hash, CancellationToken stop) => _store.OpenAsync(hash, stop);

    /// <summary>Deletes a content that no letter names any more.</summary>
    internal void Remove(string hash) => _store.Remove(hash);

    private static Stream? Strip(FileKind kind, Stream content)
    {
        try
        {
            content.Position = 0;
            return MetadataStripper.Strip(kind, content);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
