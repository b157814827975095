using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Publishes: in one transaction the index number is issued, the version frozen, the listing written and the audit row kept.
/// The time is the server's at that moment; nobody can give another.
/// </summary>
public sealed class DisclosurePublishing(
    DisclosureDb db, DisclosureStore store, ChecklistRunner checklist, BusinessClock clock, ListingShelf shelf)
{
    /// <summary>待发布 → 已发布</summary>
    public Task<Outcome> PublishAsync(PublishDisclosure command, CancellationToken stop = default) => PublishLateAsync(command, null, stop);

    /// <summary>The same for the job, which marks what goes out after its time.</summary>
    internal Task<Outcome> PublishLateAsync(PublishDisclosure command, DateTime? lateFor, CancellationToken stop) => RunAsync(
        command, DisclosureAction.Publish, r => r.Disclosure.Publish(r.Check, r.Body, r.OrganisationName, r.Issued, r.Now, command.By, r.ChangeDueOn, lateFor), stop);

    /// <summary>待复审, 待审签 → 已发布 without 审签; only <see cref="ForcedPublicationDesk"/> asks for it, which knows who may.</summary>
    internal Task<Outcome> ForceAsync(PublishDisclosure command, string reason, DateOnly reviewDueOn, CancellationToken stop) => RunAsync(
        command, DisclosureAction.ForcePublish, r => r.Disclosure.ForcePublish(r.Check, r.Body, r.OrganisationName, r.Issued, reason, reviewDueOn, r.Now, command.By, r.ChangeDueOn), stop);

    private async Task<Outcome> RunAsync(PublishDisclosure command, DisclosureAction action, Func<Release, DisclosureVersion> release, CancellationToken stop)
    {
        var disclosure = await store.FindAsync(command.Id, stop);
        if (disclosure is null) return Outcome.NotFound;
        if (disclosure.Revision != command.SeenRevision) return Outcome.EditedMeanwhile;
        if (DisclosureText.CheckReasons(command.Reasons) is { Count: > 0 } tooLong) return Outcome.Refused(tooLong);
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == disclosure.OrganisationId, stop);
        // Before anything is changed: making the counter row saves, and a refused publication must leave nothing behind.
        if (disclosure.Address is null) await EnsureCounterAsync(organisation.Id, clock.Today.Year, stop);
        // Who forces publication stands in for the approver and answers for what only an approver may answer.
        disclosure.ExplainWarnings(command.Reasons, clock.Now, command.By, atApproval: action == DisclosureAction.ForcePublish);
        var check = await checklist.CheckAsync(disclosure, stop);
        IReadOnlyList<Refusal> refusals = [.. DisclosureGuards.Check(disclosure, action, command.By), .. check.Blocking];
        if (refusals.Count > 0)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(refusals);
        }

        try
        {
            await db.Database.CreateExecutionStrategy().ExecuteAsync(token => PublishInTransactionAsync(disclosure, check, organisation, command.By, action, release, token), stop);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.EditedMeanwhile;
        }
    }

    private async Task PublishInTransactionAsync(
        Disclosure disclosure, ChecklistResult check, Organisation organisation, Guid by, DisclosureAction action,
        Func<Release, DisclosureVersion> release, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var now = clock.Now;
        var year = BusinessClock.BeijingDate(now).Year;
        var issued = disclosure.Address is null ? await IssueAsync(organisation, year, stop) : ((string, string)?)null;
        var address = disclosure.Address ?? issued!.Value.Item2;
        var body = MarkdownRenderer.Render(AttachmentLinks.ForVersion(disclosure, address, disclosure.CurrentVersion + 1));
        // Before the entity moves on: the date is that of the version that is about to be public.
        var due = await store.Dues.SettleAsync(disclosure, now, stop);
        var changeDueOn = disclosure.PendingChangedOn is null ? null : due?.DueOn;
        var version = release(new Release(
            disclosure, check, new RenderedBody(body.Html, body.PlainText, MarkdownRenderer.RendererVersion), organisation.Name, issued, changeDueOn, now));
        await ListAsync(disclosure, version, version.Number == 1 ? due?.DueOn : null, stop);
        await ReplacementsInForce.ApplyAsync(db, disclosure, version, now, stop);
        db.Add(AuditEntry.Record(now, by, "Disclosure." + action, organisation.Id, disclosure.Id, disclosure.Text.Title, $"{disclosure.IndexNumber} v{version.Number}"));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>What the entity needs to make a version public.</summary>
    private sealed record Release(
        Disclosure Disclosure, ChecklistResult Check, RenderedBody Body, string OrganisationName, (string IndexNumber, string Address)? Issued,
        DateOnly? ChangeDueOn, DateTime Now);

    /// <summary>Moves the counter first, so that two publications wait for each other instead of failing or sharing a number.</summary>
    private async Task<(string IndexNumber, string Address)> IssueAsync(Organisation organisation, int year, CancellationToken stop)
    {
        await db.IndexCounters.Where(c => c.OrganisationId == organisation.Id && c.Year == year)
            .ExecuteUpdateAsync(update => update.SetProperty(c => c.Last, c => c.Last + 1), stop);
        var number = await db.IndexCounters.AsNoTracking()
            .Where(c => c.OrganisationId == organisation.Id && c.Year == year).Select(c => c.Last).SingleAsync(stop);
        if (number > IndexNumber.Largest) throw new InvalidOperationException($"{organisation.Slug} has used up the index numbers of {year}.");
        var code = organisation.CreditCode ?? throw new InvalidOperationException("The checklist asks for a credit code first.");
        return (new IndexNumber(code.Value, year, number).ToString(), IndexNumber.Address(organisation.Slug, year, number));
    }

    private async Task ListAsync(Disclosure disclosure, DisclosureVersion version, DateOnly? due, CancellationToken stop)
    {
        var codes = disclosure.Items.Select(i => i.ItemCode).ToList();
        var domains = codes.Count == 0 ? [] : await db.Items.AsNoTracking()
            .Where(i => codes.Contains(i.Code)).Select(i => i.DomainId).Distinct().ToListAsync(stop);
        var former = await db.Listings.Include(l => l.Items).Include(l => l.Domains)
            .SingleOrDefaultAsync(l => l.DisclosureId == disclosure.Id, stop);
        DateTime? actAt = null;
        if (former is not null)
        {
            // Neither a correction nor an update touches the first due date; an update keeps its own with the version.
            (due, actAt) = (former.DueOn, former.ValidityActAt);
            db.Remove(former);
            await db.SaveChangesAsync(stop);
        }
        else if (await shelf.FindAsync(disclosure.Id, stop) is { } shelved)
        {
            // It was off the lists: suspended, or its display over.
            due = shelved.DueOn;
            db.Remove(shelved);
        }

        var listing = PublicListing.From(disclosure, version, domains, BusinessClock.BeijingDate(disclosure.FirstPublishedAt!.Value), due);
        // What was decided about the document's validity outlives its versions.
        listing.FollowActs(await ValidityListing.ActsAsync(db, disclosure.Id, stop), actAt);
        db.Add(listing);
    }

    /// <summary>Makes the counter row of a new year outside the transaction; another publication may be quicker.</summary>
    private async Task EnsureCounterAsync(Guid organisationId, int year, CancellationToken stop)
    {
        if (await db.IndexCounters.AnyAsync(c => c.OrganisationId == organisationId && c.Year == year, stop)) return;
        var counter = new IndexCounter(organisationId, year);
        try
        {
            db.Add(counter);
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            db.Entry(counter).State = EntityState.Detached;
            if (!await db.IndexCounters.AnyAsync(c => c.OrganisationId == organisationId && c.Year == year, stop)) throw;
        }
        finally
        {
            if (db.Entry(counter).State != EntityState.Detached) db.Entry(counter).State = EntityState.Detached;
        }
    }
}
