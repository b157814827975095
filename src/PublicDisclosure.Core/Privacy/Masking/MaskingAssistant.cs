using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>
/// The masking assistant: shows what would be masked in a draft's text or file, and does it. The original of a masked file
/// goes into the closed store and out of the open one.
/// </summary>
public sealed class MaskingAssistant(DisclosureDb db, DisclosureStore store, IAttachmentStore files, ClosedStore closed, OpenFileRemoval removal)
{
    /// <summary>Characters of the result shown on the page.</summary>
    public const int MostPreview = 4000;

    /// <summary>What would be masked in the text, and the text afterwards.</summary>
    public async Task<MaskPreview> PreviewTextAsync(DisclosureText text, IReadOnlySet<string>? ticked, CancellationToken stop = default)
    {
        var pass = new MaskingPass(await RulesAsync(stop), ticked);
        var masked = TextMasker.Mask(text, pass);
        return new MaskPreview(pass.Proposals, pass.Counts, $"{masked.Title}\n\n{masked.Summary}\n\n{masked.PlainSummary}\n\n{masked.Body}", []);
    }

    /// <summary>What would be masked in the file, its words afterwards, and why it could not be used.</summary>
    public async Task<OutcomeOf<MaskPreview>> PreviewFileAsync(DisclosureAttachment file, IReadOnlySet<string>? ticked, CancellationToken stop = default)
    {
        var made = await MakeAsync(file, ticked, stop);
        if (made.Value is not { } mask) return made.Outcome;
        var text = TextExtractor.Extract(FileKind.OfExtension(file.Kind)!, mask.Content).Text;
        return new MaskPreview(mask.Pass.Proposals, mask.Pass.Counts, text[..Math.Min(MostPreview, text.Length)], mask.Refusals);
    }

    /// <summary>Masks the text of the draft, as an edit by this person.</summary>
    public async Task<Outcome> MaskTextAsync(MaskText command, CancellationToken stop = default)
    {
        var pass = new MaskingPass(await RulesAsync(stop), command.Ticked);
        return await store.ChangeAsync(command.Id, command.SeenRevision, command.By, "MaskText", (disclosure, now) =>
        {
            var masked = TextMasker.Mask(disclosure.Text, pass);
            if (pass.Counts.Count == 0) return Task.FromResult(Outcome.Refused("Masking.NothingFound"));
            disclosure.Edit(masked, [.. disclosure.Items.OrderBy(i => i.SortOrder).Select(i => new ItemChoice(i.ItemCode, i.Elements))], now, command.By);
            return Task.FromResult(Outcome.Done);
        }, stop);
    }

    /// <summary>Puts a masked copy in the place of a file of the draft.</summary>
    public async Task<Outcome> MaskFileAsync(MaskFile command, CancellationToken stop = default)
    {
        string? original = null;
        var outcome = await store.ChangeAsync(command.Id, command.SeenRevision, command.By, "MaskFile", async (disclosure, now) =>
        {
            if (disclosure.Attachments.FirstOrDefault(a => a.Id == command.AttachmentId) is not { } file) return Outcome.NotFound;
            var made = await MakeAsync(file, command.Ticked, stop);
            if (made.Value is not { } mask) return made.Outcome;
            if (mask.Refusals.Count > 0) return Outcome.Refused(mask.Refusals);
            if (mask.Pass.Counts.Count == 0) return Outcome.Refused("Masking.NothingFound");
            await using (var content = files.Open(file.Hash)) await closed.KeepAsync(content, stop);
            mask.Content.Position = 0;
            var stored = await files.StoreAsync(mask.Content, stop);
            // The row of the file carries the new content from here on.
            var name = MaskedName(file.FileName);
            original = file.Hash;
            disclosure.ReplaceFile(file.Id, name, stored.Hash, stored.Size, now, command.By);
            db.Add(MaskedFile.Record(Guid.CreateVersion7(now), disclosure.Id, name, original, stored.Hash, mask.Pass.Counts, now, command.By));
            db.Add(AuditEntry.Record(now, command.By, "Disclosure.KeepOriginal", disclosure.OrganisationId, disclosure.Id, name,
                $"{original[..12]} → {stored.Hash[..12]}; {MaskedFile.Write(mask.Pass.Counts)}"));
            return Outcome.Done;
        }, stop);
        if (outcome.IsDone && original is not null) await removal.RemoveUnusedAsync(original, stop);
        return outcome;
    }

    private async Task<OutcomeOf<Made>> MakeAsync(DisclosureAttachment file, IReadOnlySet<string>? ticked, CancellationToken stop)
    {
        if (!FileMasker.CanMask(file.Kind)) return Outcome.Refused("Masking.KindUnfit", null, file.FileName);
        if (!files.Exists(file.Hash)) return Outcome.Refused("Masking.FileMissing", null, file.FileName);
        var pass = new MaskingPass(await RulesAsync(stop), ticked);
        try
        {
            await using var content = files.Open(file.Hash);
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy, stop);
            var masked = FileMasker.Mask(file.Kind, copy, pass);
            return masked.HasContent
                ? new Made(masked.File, pass, MaskProof.Check(file.Kind, masked.File, pass.Removed))
                : Outcome.Refused("Masking.NothingVisible", null, file.FileName);
        }
        catch (Exception problem) when (problem is InvalidDataException or DocumentFormat.OpenXml.Packaging.OpenXmlPackageException or System.Xml.XmlException)
        {
            return Outcome.Refused("Masking.Unreadable", null, file.FileName);
        }
    }

    private async Task<MaskingRules> RulesAsync(CancellationToken stop) => new(await db.MaskingRules.AsNoTracking().ToListAsync(stop));

    /// <summary>A name may hold a number too: 张三450881….docx.</summary>
    private static string MaskedName(string name)
    {
        foreach (var hit in PersonalDataFinder.Find(name).Reverse()) name = name.Remove(hit.Start, hit.Length).Insert(hit.Start, hit.Masked.Replace('*', 'x'));
        return SafeFileName.Of(name);
    }

    private sealed record Made(MemoryStream Content, MaskingPass Pass, IReadOnlyList<Refusal> Refusals);
}

/// <summary>What the assistant shows.</summary>
/// <param name="Proposals">What it found.</param>
/// <param name="Counts">What would be masked or taken out, by kind.</param>
/// <param name="Result">The words afterwards, their beginning.</param>
/// <param name="Refusals">Why the result could not be used.</param>
public sealed record MaskPreview(
    IReadOnlyList<MaskProposal> Proposals, IReadOnlyDictionary<MaskingKind, int> Counts, string Result, IReadOnlyList<Refusal> Refusals);

/// <summary>Masks the text of a draft.</summary>
public sealed record MaskText(Guid Id, int SeenRevision, IReadOnlySet<string> Ticked, Guid By);

/// <summary>Masks a file of a draft.</summary>
public sealed record MaskFile(Guid Id, int SeenRevision, Guid AttachmentId, IReadOnlySet<string> Ticked, Guid By);
