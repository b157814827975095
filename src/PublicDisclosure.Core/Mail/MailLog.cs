using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Mail;

/// <summary>What to look for in the log; null narrows nothing.</summary>
public sealed record MailSearch(MailState? State, MailKind? Kind, Guid? OrganisationId);

/// <summary>A line of the log.</summary>
public sealed record MailRow
{
    public Guid Id { get; init; }

    public MailKind Kind { get; init; }

    public MailState State { get; init; }

    public string Organisation { get; init; } = "";

    /// <summary>Name of the person; empty where the organisation had nobody to write to.</summary>
    public string To { get; init; } = "";

    public string Address { get; init; } = "";

    public string About { get; init; } = "";

    public DateTime QueuedAt { get; init; }

    public DateTime? SentAt { get; init; }

    public DateTime? TryAt { get; init; }

    public int Attempts { get; init; }

    public string Error { get; init; } = "";
}

/// <summary>A mail with its text.</summary>
public sealed record MailSheet(MailRow Row, string Subject, string Body, string Path, MailDelivery? Via, int Revision);

/// <summary>Reads what was written to whom, within the reader's organisations.</summary>
public sealed class MailLog(DisclosureDb db)
{
    private const int PageSize = 50;

    /// <summary>A page, newest first.</summary>
    public async Task<Page<MailRow>> PageAsync(OrganisationScope scope, MailSearch search, ListPosition? after, ListPosition? before, CancellationToken stop = default)
    {
        var mails = scope.Apply(db.Mails.AsNoTracking(), m => m.OrganisationId);
        if (search.State is { } state) mails = mails.Where(m => m.State == state);
        if (search.Kind is { } kind) mails = mails.Where(m => m.Kind == kind);
        if (search.OrganisationId is { } organisation) mails = mails.Where(m => m.OrganisationId == organisation);
        var back = before is not null && after is null;
        if (after is not null) mails = mails.Where(m => m.QueuedAt < after.At || (m.QueuedAt == after.At && m.Id.CompareTo(after.Id) < 0));
        if (back) mails = mails.Where(m => m.QueuedAt > before!.At || (m.QueuedAt == before.At && m.Id.CompareTo(before.Id) > 0));
        mails = back ? mails.OrderBy(m => m.QueuedAt).ThenBy(m => m.Id) : mails.OrderByDescending(m => m.QueuedAt).ThenByDescending(m => m.Id);
        var rows = await Rows(mails.Take(PageSize + 1)).ToListAsync(stop);
        return Pages.Of(rows, PageSize, back, after is not null, r => new ListPosition(r.QueuedAt, r.Id));
    }

    /// <summary>How many mails failed for good within reach.</summary>
    public Task<int> FailedAsync(OrganisationScope scope, CancellationToken stop = default) =>
        scope.Apply(db.Mails.AsNoTracking(), m => m.OrganisationId).CountAsync(m => m.State == MailState.Failed, stop);

    /// <summary>One mail within reach, or null.</summary>
    public async Task<MailSheet?> FindAsync(OrganisationScope scope, Guid id, CancellationToken stop = default)
    {
        var mails = scope.Apply(db.Mails.AsNoTracking(), m => m.OrganisationId).Where(m => m.Id == id);
        if (await Rows(mails).SingleOrDefaultAsync(stop) is not { } row) return null;
        var text = await mails.Select(m => new { m.Subject, m.Body, m.Path, m.Via, m.Revision }).SingleAsync(stop);
        return new MailSheet(row, text.Subject, text.Body, text.Path, text.Via, text.Revision);
    }

    private IQueryable<MailRow> Rows(IQueryable<OutgoingMail> mails) => mails.Select(m => new MailRow
    {
        Id = m.Id,
        Kind = m.Kind,
        State = m.State,
        Organisation = db.Organisations.Where(o => o.Id == m.OrganisationId).Select(o => o.ShortName).First(),
        To = db.Users.Where(u => u.Id == m.ToUserId).Select(u => u.DisplayName).FirstOrDefault() ?? "",
        Address = m.Address,
        About = m.About,
        QueuedAt = m.QueuedAt,
        SentAt = m.SentAt,
        TryAt = m.TryAt,
        Attempts = m.Attempts,
        Error = m.Error,
    });
}
