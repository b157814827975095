using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>Reads which files of a disclosure were masked, newest first.</summary>
public sealed class MaskingHistory(DisclosureDb db)
{
    public async Task<IReadOnlyList<MaskedFile>> OfAsync(Guid disclosureId, CancellationToken stop) =>
        await db.MaskedFiles.AsNoTracking().Where(f => f.DisclosureId == disclosureId).OrderByDescending(f => f.Id).ToListAsync(stop);
}
