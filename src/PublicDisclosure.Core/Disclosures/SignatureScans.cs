using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Takes scans of signed sheets into the closed store, and gives them out with a row in the audit log.</summary>
public sealed class SignatureScans(DisclosureDb db, ClosedStore closed, BusinessClock clock, IOptions<StorageOptions> options)
{
    /// <summary>Checks a scan by its content and keeps it; only pdf, jpg and png are scans.</summary>
    /// <param name="fileName">The name it came with.</param>
    /// <param name="content">Seekable.</param>
    /// <param name="stop">Ends the request.</param>
    public async Task<OutcomeOf<ClosedFile>> KeepAsync(string fileName, Stream content, CancellationToken stop)
    {
        var kind = ContentSniffer.Sniff(fileName, content, options.Value.LargestAttachment);
        if (!kind.IsDone) return Outcome.Refused([.. kind.Refusals.Select(r => r with { Field = "Scan" })]);
        if (!PaperSignature.ScanKinds.Contains(kind.Value!.Extension)) return new Refusal("PaperSignature.ScanMissing", "Scan");
        content.Position = 0;
        var kept = await closed.KeepAsync(content, stop);
        return new ClosedFile(kept.Hash, SafeFileName.Of(fileName), kind.Value.Extension, kept.Size);
    }

    /// <summary>Opens a scan for a person who may see the disclosure, and records that they did; null when there is none.</summary>
    public async Task<(PaperSignature Signature, Stream Content)?> OpenAsync(Guid disclosureId, Guid signatureId, Guid by, CancellationToken stop)
    {
        var signature = await db.Set<PaperSignature>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == signatureId && s.DisclosureId == disclosureId, stop);
        if (signature is null || !closed.Exists(signature.ScanKey)) return null;
        var about = await db.Disclosures.Where(d => d.Id == disclosureId).Select(d => new { d.OrganisationId, d.Text.Title }).SingleAsync(stop);
        var content = await closed.OpenAsync(signature.ScanKey, stop);
        db.Add(AuditEntry.Record(clock.Now, by, "Disclosure.ViewSignature", about.OrganisationId, disclosureId, about.Title, $"{signature.SignerName} {signature.ScanName}"));
        await db.SaveChangesAsync(stop);
        return (signature, content);
    }
}
