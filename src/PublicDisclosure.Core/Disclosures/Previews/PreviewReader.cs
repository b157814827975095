using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>A draft as the holder of a link sees it.</summary>
/// <param name="Text">The text as it stands now.</param>
/// <param name="OrganisationName">Who will publish.</param>
/// <param name="Body">The rendered body.</param>
/// <param name="Files">Its files.</param>
/// <param name="ExpiresAt">Until when the link opens it.</param>
public sealed record PreviewSheet(
    DisclosureText Text, string OrganisationName, RenderedText Body, IReadOnlyList<DisclosureAttachment> Files, DateTime ExpiresAt);

/// <summary>
/// Opens previews for people without an account. Every opening leaves a row with its time and nothing about the person. A token
/// that is wrong, expired, revoked or over looks like any address that never was.
/// </summary>
public sealed class PreviewReader(DisclosureDb db, ChecklistRunner checklist, BusinessClock clock)
{
    /// <summary>The draft behind a token, or null.</summary>
    /// <param name="token">The token of the address.</param>
    /// <param name="addressOfFile">Where a file of the draft lies, for pictures in the body.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<PreviewSheet?> OpenAsync(string token, Func<Guid, string> addressOfFile, CancellationToken stop = default)
    {
        if (await FindAsync(token, stop) is not (var link, var draft)) return null;
        var organisation = await db.Organisations.AsNoTracking().Where(o => o.Id == draft.OrganisationId).Select(o => o.Name).SingleAsync(stop);
        var files = draft.Attachments.OrderBy(a => a.SortOrder).ToList();
        var body = DraftPreview.Render(draft.Text.Body, name => files.Find(f => f.FileName == name) is { } file ? addressOfFile(file.Id) : null);
        await KeepAsync(DeskActs.OpenPreview, link, draft, "", stop);
        return new PreviewSheet(draft.Text, organisation, body, files, link.ExpiresAt);
    }

    /// <summary>A file of the draft behind a token, or null.</summary>
    public async Task<DisclosureAttachment?> OpenFileAsync(string token, Guid fileId, CancellationToken stop = default)
    {
        if (await FindAsync(token, stop) is not (var link, var draft)) return null;
        if (draft.Attachments.FirstOrDefault(a => a.Id == fileId) is not { } file) return null;
        await KeepAsync(DeskActs.OpenPreviewFile, link, draft, file.FileName, stop);
        return file;
    }

    private async Task<(PreviewLink Link, Disclosure Draft)?> FindAsync(string token, CancellationToken stop)
    {
        if (token.Length != PreviewToken.Length) return null;
        var hash = PreviewToken.Hash(token);
        var link = await db.Set<PreviewLink>().AsNoTracking().Alive(db, clock.Now).SingleOrDefaultAsync(l => l.TokenHash == hash, stop);
        if (link is null) return null;
        var draft = await db.Disclosures.AsNoTracking().Include(d => d.Items).Include(d => d.Attachments).Include(d => d.WarningReasons).Include(d => d.Withdrawal)
            .AsSplitQuery().SingleAsync(d => d.Id == link.DisclosureId, stop);
        // Asked at every opening: what was clean when the link was made may not be any more.
        return PreviewRules.Check(draft, await checklist.CheckAsync(draft, stop)).Count == 0 ? (link, draft) : null;
    }

    private async Task KeepAsync(string act, PreviewLink link, Disclosure draft, string detail, CancellationToken stop)
    {
        db.Add(AuditEntry.Record(clock.Now, null, act, draft.OrganisationId, link.Id, draft.Text.Title, detail));
        await db.SaveChangesAsync(stop);
    }
}
