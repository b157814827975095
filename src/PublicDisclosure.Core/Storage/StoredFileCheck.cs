using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Storage;

/// <summary>Finds attachments whose content is gone: the database names them, the store does not have them.</summary>
public sealed class StoredFileCheck(DisclosureDb db, IAttachmentStore store)
{
    /// <summary>Hashes named in drafts or versions that are not stored.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(CancellationToken stop)
    {
        var versions = db.Versions.SelectMany(version => version.Attachments).Select(attachment => attachment.Hash);
        var drafts = db.Disclosures.SelectMany(disclosure => disclosure.Attachments).Select(attachment => attachment.Hash);
        var named = await versions.Union(drafts).ToListAsync(stop);
        return [.. named.Where(hash => !store.Exists(hash))];
    }
}
