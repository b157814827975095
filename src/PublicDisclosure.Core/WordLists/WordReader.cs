using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.WordLists;

/// <summary>What staff read of the word lists and of what the nightly check found.</summary>
public sealed class WordReader(DisclosureDb db)
{
    private const int PageSize = 50;

    /// <summary>Longest text searched for.</summary>
    public const int LongestWords = 60;

    /// <summary>A page of lines by wrong form, after a form.</summary>
    public async Task<Page<WordRule>> RulesAsync(WordListKind? kind, string? words, bool withOff, string? after, CancellationToken stop)
    {
        var rows = db.WordRules.AsNoTracking();
        if (!withOff) rows = rows.Where(r => r.IsActive);
        if (kind is { } only) rows = rows.Where(r => r.Kind == only);
        if (words?.Trim() is { Length: > 0 and <= LongestWords } text) rows = rows.Where(r => r.Wrong.Contains(text) || r.Right.Contains(text));
        if (ListPosition.Read(after) is { } p) rows = rows.Where(r => r.Id.CompareTo(p.Id) > 0);
        var found = await rows.OrderBy(r => r.Id).Take(PageSize + 1).ToListAsync(stop);
        var more = found.Count > PageSize;
        if (more) found.RemoveAt(PageSize);
        return new Page<WordRule>(found, more ? new ListPosition(found[^1].ChangedAt, found[^1].Id).ToString() : null, null);
    }

    /// <summary>One line, or null.</summary>
    public Task<WordRule?> RuleAsync(Guid id, CancellationToken stop) => db.WordRules.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop);

    /// <summary>Every line, for the export.</summary>
    public async Task<IReadOnlyList<WordEntry>> AllAsync(CancellationToken stop) =>
        [.. (await db.WordRules.AsNoTracking().OrderBy(r => r.Id).ToListAsync(stop)).Select(r => r.Entry)];

    /// <summary>How many findings are open, and how many of them grave.</summary>
    public async Task<(int All, int Grave)> CountAsync(OrganisationScope scope, CancellationToken stop)
    {
        var open = scope.Apply(db.WordFindings.Where(f => f.GoneAt == null), f => f.OrganisationId);
        return (await open.CountAsync(stop), await open.CountAsync(f => f.IsGrave, stop));
    }

    /// <summary>A page of open findings, newest first.</summary>
    public async Task<Page<FindingRow>> FindingsAsync(OrganisationScope scope, bool onlyGrave, bool gone, ListPosition? after, CancellationToken stop)
    {
        var rows = scope.Apply(db.WordFindings.AsNoTracking().Where(f => gone ? f.GoneAt != null : f.GoneAt == null), f => f.OrganisationId);
        if (onlyGrave) rows = rows.Where(f => f.IsGrave);
        if (after is { } p) rows = rows.Where(f => f.FirstSeenAt <= p.At && (f.FirstSeenAt < p.At || f.Id.CompareTo(p.Id) < 0));
        var found = await rows.OrderByDescending(f => f.FirstSeenAt).ThenByDescending(f => f.Id).Take(PageSize + 1)
            .Join(db.Disclosures, f => f.DisclosureId, d => d.Id, (f, d) => new { f, d })
            .Join(db.WordRules, p => p.f.RuleId, r => r.Id, (p, r) => new { p.f, p.d, r })
            .OrderByDescending(p => p.f.FirstSeenAt).ThenByDescending(p => p.f.Id)
            .Select(p => new FindingRow(
                p.f.Id, p.f.DisclosureId, p.d.Text.Title, db.Organisations.Where(o => o.Id == p.f.OrganisationId).Select(o => o.ShortName).First(),
                p.f.Place, p.f.Form, p.r.Right, p.f.IsGrave, p.f.Context, p.f.VersionNumber, p.f.FirstSeenAt, p.f.GoneAt))
            .ToListAsync(stop);
        var more = found.Count > PageSize;
        if (more) found.RemoveAt(PageSize);
        return new Page<FindingRow>(found, more ? new ListPosition(found[^1].FirstSeenAt, found[^1].Id).ToString() : null, null);
    }
}

/// <summary>A finding in the staff's list.</summary>
public sealed record FindingRow(
    Guid Id, Guid DisclosureId, string Title, string OrganisationName, WordPlace Place, string Form, string Right, bool IsGrave, string Context,
    int VersionNumber, DateTime FirstSeenAt, DateTime? GoneAt);
