using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Storage;

/// <summary>Takes contents out of the open store once no draft and no version names them.</summary>
public sealed class OpenFileRemoval(DisclosureDb db, IAttachmentStore store, ClosedStore closed)
{
    /// <summary>Removes a content that is kept in the closed store and used nowhere else; tells whether it did.</summary>
    public async Task<bool> RemoveUnusedAsync(string hash, CancellationToken stop)
    {
        if (!closed.Exists(hash) || await IsUsedAsync(hash, stop)) return false;
        store.Remove(hash);
        if (!await IsUsedAsync(hash, stop)) return true;
        // Somebody attached the same file in this very moment and found it stored already: put it back.
        await using var kept = await closed.OpenAsync(hash, stop);
        await store.StoreAsync(kept, stop);
        return false;
    }

    private async Task<bool> IsUsedAsync(string hash, CancellationToken stop) =>
        await db.Disclosures.SelectMany(d => d.Attachments).AnyAsync(a => a.Hash == hash, stop)
        || await db.Versions.SelectMany(v => v.Attachments).AnyAsync(a => a.Hash == hash, stop);
}
