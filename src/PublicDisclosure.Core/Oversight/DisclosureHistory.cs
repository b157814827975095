using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Oversight;

/// <summary>What a line of a history is.</summary>
public enum HistoryKind
{
    /// <summary>Started.</summary>
    Created,

    /// <summary>A step of the table of transitions.</summary>
    Step,

    /// <summary>A change of what the public may see: suspension, withdrawal, closure, end of display.</summary>
    Standing,

    /// <summary>A secrecy review.</summary>
    Review,

    /// <summary>A frozen version with its hash.</summary>
    Version,

    /// <summary>A file of a version with its hash.</summary>
    VersionFile,

    /// <summary>A file of the working copy.</summary>
    File,

    /// <summary>A warning went over with a reason.</summary>
    WarningReason,

    /// <summary>A request to change the formed date, or its decision.</summary>
    DateChange,

    /// <summary>A note of colleagues was written or struck; its words are theirs.</summary>
    Note,

    /// <summary>A preview link was made or revoked.</summary>
    Preview,

    /// <summary>Somebody confirmed that the text still holds.</summary>
    ContentReview,

    /// <summary>A row of the audit log.</summary>
    Audit,
}

/// <summary>A line of a history.</summary>
/// <param name="At">UTC instant.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Code">Coded value shown by its word: a step, a conclusion, a warning, an act; empty where the text says it.</param>
/// <param name="Text">Facts in plain words.</param>
/// <param name="Hash">SHA-256 of what was frozen, or empty.</param>
/// <param name="By">Name of the person, or empty for the system and the public.</param>
public sealed record HistoryLine(DateTime At, HistoryKind Kind, string Code, string Text, string Hash, string By);

/// <summary>The whole history of one disclosure, oldest first.</summary>
public sealed record DisclosureHistory(
    Guid Id, string Title, string OrganisationName, string? IndexNumber, string? Address, DisclosureState State, int CurrentVersion, bool IsDemo, IReadOnlyList<HistoryLine> Lines);

/// <summary>A disclosure an auditor may open.</summary>
public sealed record FoundDisclosure(Guid Id, string Title, string OrganisationName, string? IndexNumber, DisclosureState State, DateTime ChangedAt);

/// <summary>Gathers everything that is kept of one disclosure into one timeline, for those who audit.</summary>
public sealed class HistoryReader(DisclosureDb db)
{
    private const int MostFound = 50;

    // More than anybody reads of one disclosure; the audit page itself shows the rest.
    private const int MostAuditRows = 2000;

    /// <summary>Disclosures whose index number, number or title (of the draft or of a version) carries the words, newest first.</summary>
    public async Task<IReadOnlyList<FoundDisclosure>> SearchAsync(string words, CancellationToken stop)
    {
        var text = words.Trim();
        if (text.Length == 0) return [];
        // What lies in the bin is part of the history too.
        return await db.Disclosures.AsNoTracking().IgnoreQueryFilters()
            .Where(d => d.IndexNumber == text || d.Address == text || d.Text.DocumentNumber == text || d.Text.Title.Contains(text) || d.Versions.Any(v => v.Text.Title.Contains(text)))
            .OrderByDescending(d => d.ChangedAt).ThenBy(d => d.Id).Take(MostFound)
            .Select(d => new FoundDisclosure(
                d.Id, d.Text.Title, db.Organisations.Where(o => o.Id == d.OrganisationId).Select(o => o.ShortName).First(), d.IndexNumber, d.State, d.ChangedAt))
            .ToListAsync(stop);
    }

    /// <summary>The history of one, or null.</summary>
    public async Task<DisclosureHistory?> ReadAsync(Guid id, CancellationToken stop)
    {
        var disclosure = await db.Disclosures.AsNoTracking().IgnoreQueryFilters().Include(d => d.Attachments).Include(d => d.Transitions).Include(d => d.Reviews).Include(d => d.WarningReasons).Include(d => d.StandingChanges)
            .AsSplitQuery().SingleOrDefaultAsync(d => d.Id == id, stop);
        if (disclosure is null) return null;
        var found = new List<(DateTime At, HistoryKind Kind, string Code, string Text, string Hash, Guid? By)> { (disclosure.CreatedAt, HistoryKind.Created, "", "", "", disclosure.CreatedBy) };
        found.AddRange(disclosure.Transitions.Select(t => (t.At, HistoryKind.Step, "DisclosureAction." + t.Action, t.Remark, "", (Guid?)t.By)));
        // A publication stands there as a step already, unless it closed versions.
        found.AddRange(disclosure.StandingChanges.Where(c => c.Action != StandingAction.Publish || c.ClosedThrough > 0).Select(c => (
            c.At, HistoryKind.Standing, "StandingAction." + c.Action,
            string.Join("；", new[] { c.Remark, c.ClosedThrough > 0 ? $"第 1 至 {c.ClosedThrough} 版永久关闭" : "" }.Where(t => t.Length > 0)), "", c.By)));
        found.AddRange(disclosure.Reviews.Select(r => (r.At, HistoryKind.Review, "SecrecyConclusion." + r.Conclusion, r.Remark, "", (Guid?)r.By)));
        found.AddRange(disclosure.WarningReasons.Select(w => (w.At, HistoryKind.WarningReason, w.Code, w.Reason, "", (Guid?)w.By)));
        found.AddRange(disclosure.Attachments.Select(a => (a.UploadedAt, HistoryKind.File, "", a.FileName, a.Hash, (Guid?)a.UploadedBy)));
        await AddVersionsAsync(id, found, stop);
        await AddSurroundingsAsync(id, found, stop);
        var people = found.Select(f => f.By).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, stop);
        var organisation = await db.Organisations.AsNoTracking().Where(o => o.Id == disclosure.OrganisationId).Select(o => o.Name).SingleAsync(stop);
        var lines = found.OrderBy(f => f.At).ThenBy(f => f.Kind)
            .Select(f => new HistoryLine(f.At, f.Kind, f.Code, f.Text, f.Hash, f.By is { } by ? names.GetValueOrDefault(by, StaffNames.Gone) : "")).ToList();
        return new DisclosureHistory(
            id, disclosure.Text.Title, organisation, disclosure.IndexNumber, disclosure.Address, disclosure.State, disclosure.CurrentVersion, disclosure.IsDemo, lines);
    }

    private async Task AddVersionsAsync(Guid id, List<(DateTime, HistoryKind, string, string, string, Guid?)> found, CancellationToken stop)
    {
        var versions = await db.Versions.AsNoTracking().Where(v => v.DisclosureId == id)
            .Select(v => new { v.Id, v.Number, v.Change, v.ChangeReason, v.ContentHash, v.PublishedAt, v.PublishedBy }).ToListAsync(stop);
        var files = await db.Set<VersionAttachment>().AsNoTracking().Where(a => db.Versions.Any(v => v.Id == a.VersionId && v.DisclosureId == id))
            .OrderBy(a => a.Ordinal).Select(a => new { a.VersionId, a.FileName, a.Hash }).ToListAsync(stop);
        foreach (var v in versions)
        {
            found.Add((v.PublishedAt, HistoryKind.Version, "ChangeKind." + v.Change, $"第 {v.Number} 版 {v.ChangeReason}".Trim(), v.ContentHash, v.PublishedBy));
            found.AddRange(files.Where(f => f.VersionId == v.Id).Select(f => (v.PublishedAt, HistoryKind.VersionFile, "", $"第 {v.Number} 版：{f.FileName}", f.Hash, (Guid?)v.PublishedBy)));
        }
    }

    private async Task AddSurroundingsAsync(Guid id, List<(DateTime, HistoryKind, string, string, string, Guid?)> found, CancellationToken stop)
    {
        foreach (var n in await db.Set<InternalNote>().AsNoTracking().Where(n => n.DisclosureId == id).Select(n => new { n.At, n.By, n.StruckAt, n.StruckBy, n.Text.Length }).ToListAsync(stop))
        {
            found.Add((n.At, HistoryKind.Note, "", $"写内部备注一条（{n.Length} 字）", "", n.By));
            if (n.StruckAt is { } at) found.Add((at, HistoryKind.Note, "", "划去内部备注一条", "", n.StruckBy));
        }

        var links = await db.Set<PreviewLink>().AsNoTracking().Where(l => l.DisclosureId == id).ToListAsync(stop);
        foreach (var l in links)
        {
            found.Add((l.CreatedAt, HistoryKind.Preview, "", $"生成预览链接 {l.Purpose}".Trim(), "", l.CreatedBy));
            if (l.RevokedAt is { } at) found.Add((at, HistoryKind.Preview, "", "停用预览链接", "", l.RevokedBy));
        }

        foreach (var c in await db.Set<FormedDateChange>().AsNoTracking().Where(c => c.DisclosureId == id).ToListAsync(stop))
        {
            found.Add((c.RequestedAt, HistoryKind.DateChange, "", $"申请把形成日期由 {c.From:yyyy-MM-dd} 改为 {c.To:yyyy-MM-dd}：{c.Reason}", "", c.RequestedBy));
            if (c.DecidedAt is { } at) found.Add((at, HistoryKind.DateChange, "FormedDateDecision." + c.Decision, c.Remark, "", c.DecidedBy));
        }

        foreach (var r in await db.Set<ContentReview>().AsNoTracking().Where(r => r.DisclosureId == id).ToListAsync(stop))
            found.Add((r.At, HistoryKind.ContentReview, "", $"已复核第 {r.VersionNumber} 版，内容仍准确 {r.Remark}".Trim(), "", r.By));

        var objects = links.Select(l => (Guid?)l.Id).Append(id).ToList();
        var audit = await db.AuditEntries.AsNoTracking().Where(e => objects.Contains(e.ObjectId)).OrderBy(e => e.At).Take(MostAuditRows)
            .Select(e => new { e.At, e.Action, e.Detail, e.By }).ToListAsync(stop);
        found.AddRange(audit.Select(e => (e.At, HistoryKind.Audit, "Act." + e.Action, e.Detail, "", e.By)));
    }
}
