using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Responses;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Publishes: in one transaction the index number is issued, the version frozen, the listing written and the audit row kept.
/// The time is the server's at that moment; nobody can give another. A policy goes out with the material that interprets it
/// (同步发布): all of it in that one transaction, or none.
/// </summary>
public sealed class DisclosurePublishing(
    DisclosureDb db, DisclosureStore store, ChecklistRunner checklist, BusinessClock clock, ListingShelf shelf, IOptions<InterpretationOptions>? interpretation = null)
{
    private readonly InterpretationGate _gate = new(db, interpretation);
    private readonly InterpretationRelease _interpretations = new(db, interpretation);

    /// <summary>待发布 → 已发布</summary>
    public Task<Outcome> PublishAsync(PublishDisclosure command, CancellationToken stop = default) => PublishLateAsync(command, null, stop);

    /// <summary>The same for the job, which marks what goes out after its time.</summary>
    internal Task<Outcome> PublishLateAsync(PublishDisclosure command, DateTime? lateFor, CancellationToken stop) =>
        RunAsync(command, ChecklistMoment.Publication, new Manner(command.By, lateFor, "", default), stop);

    /// <summary>待复审, 待审签 → 已发布 without 审签; only <see cref="ForcedPublicationDesk"/> asks for it, which knows who may.</summary>
    internal Task<Outcome> ForceAsync(PublishDisclosure command, string reason, DateOnly reviewDueOn, CancellationToken stop) =>
        RunAsync(command, ChecklistMoment.ForcedPublication, new Manner(command.By, null, reason, reviewDueOn), stop);

    private async Task<Outcome> RunAsync(PublishDisclosure command, ChecklistMoment moment, Manner manner, CancellationToken stop)
    {
        var disclosure = await store.FindAsync(command.Id, stop);
        if (disclosure is null) return Outcome.NotFound;
        if (disclosure.Revision != command.SeenRevision) return Outcome.EditedMeanwhile;
        if (DisclosureText.CheckReasons(command.Reasons) is { Count: > 0 } tooLong) return Outcome.Refused(tooLong);
        var going = await GoingAsync(disclosure, moment, stop);
        // Before anything is changed: making the counter row saves, and a refused publication must leave nothing behind.
        foreach (var organisation in going.Where(g => g.Disclosure.Address is null).Select(g => g.Organisation.Id).Distinct())
            await EnsureCounterAsync(organisation, clock.Today.Year, stop);
        // Who forces publication stands in for the approver and answers for what only an approver may answer.
        disclosure.ExplainWarnings(command.Reasons, clock.Now, command.By, atApproval: moment == ChecklistMoment.ForcedPublication);
        var refusals = new List<Refusal>();
        Guid[] together = [.. going.Select(g => g.Disclosure.Id)];
        for (var i = 0; i < going.Count; i++)
        {
            var one = going[i];
            var check = await checklist.CheckAsync(one.Disclosure, moment, together, stop);
            IReadOnlyList<Refusal> found = [.. DisclosureGuards.Check(one.Disclosure, one.Action, command.By), .. check.Blocking];
            refusals.AddRange(i == 0 || found.Count == 0 ? found : InterpretationRelease.About(one.Disclosure, found));
            going[i] = one with { Check = check };
        }

        if (refusals.Count > 0)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(refusals);
        }

        try
        {
            await db.Database.CreateExecutionStrategy().ExecuteAsync(token => PublishInTransactionAsync(going, manner, token), stop);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.EditedMeanwhile;
        }
    }

    /// <summary>What goes out: the disclosure itself and, where it was not public or its interpretation is asked for now, its material.</summary>
    private async Task<List<Going>> GoingAsync(Disclosure disclosure, ChecklistMoment moment, CancellationToken stop)
    {
        var forced = moment == ChecklistMoment.ForcedPublication;
        var going = new List<Going> { await OfAsync(disclosure, forced ? DisclosureAction.ForcePublish : DisclosureAction.Publish) };
        if (disclosure.Text.Genre == DisclosureGenre.Interpretation) return going;
        var published = disclosure.CurrentVersion == 0 ? null : await db.Versions.AsNoTracking()
            .Where(v => v.DisclosureId == disclosure.Id && v.Number == disclosure.CurrentVersion).Select(v => v.Text).SingleAsync(stop);
        if (published is not null && !_gate.IsGateBefore(disclosure, published)) return going;
        foreach (var material in await _gate.CompanionsAsync(disclosure.Id, moment, stop))
        {
            var action = forced && material.State != DisclosureState.AwaitingPublication ? DisclosureAction.ForcePublish : DisclosureAction.Publish;
            going.Add(await OfAsync((await store.FindAsync(material.Id, stop))!, action));
        }

        return going;

        async Task<Going> OfAsync(Disclosure one, DisclosureAction action) =>
            new(one, action, await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == one.OrganisationId, stop), null!);
    }

    private async Task PublishInTransactionAsync(List<Going> going, Manner manner, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var now = clock.Now;
        foreach (var one in going) await ReleaseAsync(one, manner, going[0].Disclosure, now, stop);
        await _interpretations.RecordAsync([.. going.Select(g => g.Disclosure)], now, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }

    private async Task ReleaseAsync(Going going, Manner manner, Disclosure leader, DateTime now, CancellationToken stop)
    {
        var (disclosure, action, organisation, check) = going;
        var year = BusinessClock.BeijingDate(now).Year;
        var issued = disclosure.Address is null ? await IssueAsync(organisation, year, stop) : ((string, string)?)null;
        var address = disclosure.Address ?? issued!.Value.Item2;
        var text = MarkdownRenderer.Render(AttachmentLinks.ForVersion(disclosure, address, disclosure.CurrentVersion + 1));
        var body = new RenderedBody(text.Html, text.PlainText, MarkdownRenderer.RendererVersion);
        // Before the entity moves on: the date is that of the version that is about to be public.
        var due = await store.Dues.SettleAsync(disclosure, now, stop);
        var changeDueOn = disclosure.PendingChangedOn is null ? null : due?.DueOn;
        var version = action == DisclosureAction.ForcePublish
            ? disclosure.ForcePublish(check, body, organisation.Name, issued, manner.Reason, manner.ReviewDueOn, now, manner.By, changeDueOn)
            : disclosure.Publish(check, body, organisation.Name, issued, now, manner.By, changeDueOn, manner.LateFor);
        await ListAsync(disclosure, version, version.Number == 1 ? due?.DueOn : null, stop);
        await ReplacementsInForce.ApplyAsync(db, disclosure, version, now, stop);
        await ResponsesInForce.ApplyAsync(db, disclosure, version, stop);
        var with = disclosure == leader ? "" : $" 《{leader.Text.Title}》";
        db.Add(AuditEntry.Record(now, manner.By, "Disclosure." + action, organisation.Id, disclosure.Id, disclosure.Text.Title, $"{disclosure.IndexNumber} v{version.Number}{with}"));
    }

    /// <summary>One of those that go out together, and by which step.</summary>
    private sealed record Going(Disclosure Disclosure, DisclosureAction Action, Organisation Organisation, ChecklistResult Check);

    /// <summary>Who publishes, how late by the schedule, and why without 审签 where it is forced.</summary>
    private sealed record Manner(Guid By, DateTime? LateFor, string Reason, DateOnly ReviewDueOn);

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
