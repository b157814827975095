using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Audit;

/// <summary>Reads the audit log. Nothing here or elsewhere changes a row of it.</summary>
public sealed class AuditLog(DisclosureDb db)
{
    public const int RowsPerPage = 50;

    /// <summary>Most rows an export holds; whoever needs more narrows the dates.</summary>
    public const int RowsPerExport = 50_000;

    /// <summary>One page, newest first.</summary>
    /// <param name="search">What to look for.</param>
    /// <param name="after">Position before which the page begins (older rows), or null.</param>
    /// <param name="before">Position after which the page ends (newer rows), or null.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task<Page<AuditRow>> PageAsync(AuditSearch search, string? after, string? before, CancellationToken stop)
    {
        var backwards = AuditPosition.Parse(before) is not null;
        var start = AuditPosition.Parse(backwards ? before : after);
        var entries = Find(search);
        if (start is { } position)
        {
            entries = backwards
                ? entries.Where(e => e.At > position.At || (e.At == position.At && e.Id.CompareTo(position.Id) > 0))
                : entries.Where(e => e.At < position.At || (e.At == position.At && e.Id.CompareTo(position.Id) < 0));
        }
        var ordered = backwards ? entries.OrderBy(e => e.At).ThenBy(e => e.Id) : entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id);
        // One row more than is shown tells whether there is another page.
        var rows = await Rows(ordered.Take(RowsPerPage + 1)).ToListAsync(stop);
        var hasMore = rows.Count > RowsPerPage;
        if (hasMore) rows.RemoveAt(RowsPerPage);
        if (backwards) rows.Reverse();
        var older = backwards || hasMore;
        var newer = backwards ? hasMore : start is not null;
        return new Page<AuditRow>(rows, older ? PositionOf(rows.LastOrDefault()) : null, newer ? PositionOf(rows.FirstOrDefault()) : null);
    }

    /// <summary>All rows for an export, newest first, up to <see cref="RowsPerExport"/>.</summary>
    public Task<List<AuditRow>> ExportAsync(AuditSearch search, CancellationToken stop) =>
        Rows(Find(search).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(RowsPerExport)).ToListAsync(stop);

    private IQueryable<AuditEntry> Find(AuditSearch search)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (search.From is { } from && from > DateOnly.MinValue) entries = entries.Where(e => e.At >= BusinessClock.Utc(from, TimeOnly.MinValue));
        if (search.To is { } to && to < DateOnly.MaxValue) entries = entries.Where(e => e.At < BusinessClock.Utc(to.AddDays(1), TimeOnly.MinValue));
        if (search.Person is { Length: > 0 } person)
            entries = entries.Where(e => db.Users.Any(u => u.Id == e.By && (u.UserName!.Contains(person) || u.DisplayName.Contains(person))));
        if (search.Action is { Length: > 0 } action)
            entries = entries.Where(e => e.Action == action || e.Action.StartsWith(action + "."));
        if (Guid.TryParse(search.About, out var id)) entries = entries.Where(e => e.ObjectId == id);
        else if (search.About is { Length: > 0 } name) entries = entries.Where(e => e.ObjectName.Contains(name));
        return entries;
    }

    private IQueryable<AuditRow> Rows(IQueryable<AuditEntry> entries) =>
        from entry in entries
        join user in db.Users on entry.By equals (Guid?)user.Id into users
        from user in users.DefaultIfEmpty()
        join organisation in db.Organisations on entry.OrganisationId equals (Guid?)organisation.Id into organisations
        from organisation in organisations.DefaultIfEmpty()
        select new AuditRow(
            entry.Id, entry.At, user!.UserName, user.DisplayName, organisation!.ShortName, entry.Action, entry.ObjectId, entry.ObjectName, entry.Detail);

    private static string? PositionOf(AuditRow? row) => row is null ? null : new AuditPosition(row.At, row.Id).ToString();
}
