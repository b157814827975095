using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>The public register of withdrawals, corrections and updates, newest first.</summary>
public sealed class ChangeRegister(DisclosureDb db)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 20;

    /// <summary>One page of withdrawals.</summary>
    public async Task<Page<WithdrawalLine>> WithdrawalsAsync(ListPosition? after, CancellationToken stop)
    {
        IQueryable<Withdrawal> rows = db.Set<Withdrawal>();
        if (after is { } a) rows = rows.Where(w => w.At <= a.At && (w.At < a.At || w.DisclosureId.CompareTo(a.Id) < 0));
        var found = await rows.OrderByDescending(w => w.At).ThenByDescending(w => w.DisclosureId).Take(PageSize + 1).AsNoTracking()
            .Join(db.Disclosures.EverPublished(), w => w.DisclosureId, d => d.Id, (w, d) => new { w, d })
            .Join(db.Organisations, p => p.d.OrganisationId, o => o.Id, (p, o) => new { p.w, p.d, o })
            .OrderByDescending(p => p.w.At).ThenByDescending(p => p.w.DisclosureId)
            .Select(p => new WithdrawalLine(
                p.d.Id, p.d.Address!, p.d.IndexNumber!,
                p.d.Versions.Where(v => v.Number == p.d.CurrentVersion).Select(v => v.Text.Title).FirstOrDefault() ?? "",
                p.o.Name, p.d.FirstPublishedAt!.Value, p.w.Reason, p.w.Notice, p.w.At))
            .ToListAsync(stop);
        return Cut(found, w => new ListPosition(w.At, w.Id));
    }

    /// <summary>One page of corrections and updates of what is still public.</summary>
    public async Task<Page<CorrectionLine>> CorrectionsAsync(ListPosition? after, CancellationToken stop)
    {
        var rows = db.Versions.Where(v => v.Change == ChangeKind.Correction || v.Change == ChangeKind.Update);
        if (after is { } a) rows = rows.Where(v => v.PublishedAt <= a.At && (v.PublishedAt < a.At || v.Id.CompareTo(a.Id) < 0));
        var found = await rows.Join(db.Listings, v => v.DisclosureId, l => l.DisclosureId, (v, l) => new { v, l })
            .OrderByDescending(p => p.v.PublishedAt).ThenByDescending(p => p.v.Id).Take(PageSize + 1).AsNoTracking()
            .Select(p => new CorrectionLine(
                p.v.Id, p.l.Address, p.v.Text.Title, p.v.OrganisationName, p.v.Number, p.v.Change, p.v.ChangeReason, p.v.PublishedAt, p.v.ChangedOn, p.v.DueOn))
            .ToListAsync(stop);
        return Cut(found, c => new ListPosition(c.At, c.Id));
    }

    private static Page<T> Cut<T>(List<T> found, Func<T, ListPosition> position)
    {
        if (found.Count <= PageSize) return new Page<T>(found, null, null);
        found.RemoveAt(PageSize);
        return new Page<T>(found, position(found[^1]).ToString(), null);
    }
}

/// <summary>A withdrawal in the register.</summary>
public sealed record WithdrawalLine(
    Guid Id, string Address, string IndexNumber, string Title, string OrganisationName, DateTime FirstPublishedAt, WithdrawalReason Reason,
    string Notice, DateTime At)
{
    /// <summary>The title as far as the reason lets it be shown.</summary>
    public string ShownTitle => Reason.Rule().ShowsTitle ? Title : $"索引号 {IndexNumber} 的信息";
}

/// <summary>A correction or an update in the register.</summary>
public sealed record CorrectionLine(
    Guid Id, string Address, string Title, string OrganisationName, int Number, ChangeKind Change, string Reason, DateTime At, DateOnly? ChangedOn, DateOnly? DueOn)
{
    /// <summary>An update that was published after its last day in time.</summary>
    public bool IsLate => DueOn < BusinessClock.BeijingDate(At);
}
