using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Responses;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Core.WordLists;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Gathers the facts and asks <see cref="PublicationChecklist"/>.</summary>
public sealed partial class ChecklistRunner(
    DisclosureDb db, BusinessClock clock, DueDates dues, IAttachmentStore store, IOptions<DateRuleOptions> dateRules, IOptions<StandingOptions> standing,
    IOptions<InterpretationOptions>? interpretation = null, IOptions<InterpretationContentOptions>? content = null)
{
    private readonly InterpretationGate _gate = new(db, interpretation);

    /// <summary>The checklist's answer for a loaded disclosure with its items, attachments and warning reasons, about the next step of its state.</summary>
    public Task<ChecklistResult> CheckAsync(Disclosure disclosure, CancellationToken stop = default) =>
        CheckAsync(disclosure, InterpretationGate.NextOf(disclosure.State), [], stop);

    /// <summary>The answer for a step that it takes together with other disclosures.</summary>
    public async Task<ChecklistResult> CheckAsync(Disclosure disclosure, ChecklistMoment moment, IReadOnlyCollection<Guid> together, CancellationToken stop = default) =>
        PublicationChecklist.Check(disclosure, await FactsAsync(disclosure, moment, together, stop));

    /// <summary>The facts of the world around a disclosure, today.</summary>
    public Task<DisclosureFacts> FactsAsync(Disclosure disclosure, CancellationToken stop = default) =>
        FactsAsync(disclosure, InterpretationGate.NextOf(disclosure.State), [], stop);

    private async Task<DisclosureFacts> FactsAsync(Disclosure disclosure, ChecklistMoment moment, IReadOnlyCollection<Guid> together, CancellationToken stop)
    {
        var published = await PublishedAsync(disclosure, stop);
        var interpretation = await _gate.FactsAsync(disclosure, published?.Text, moment, together, stop);
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == disclosure.OrganisationId, stop);
        var text = disclosure.Text;
        List<string> codes = [.. disclosure.Items.Select(i => i.ItemCode)];
        var words = await ActiveWords.MatcherAsync(db, stop);
        var files = await new FileInspections(db, store, clock).FactsAsync([.. disclosure.Attachments], words, stop);
        return new DisclosureFacts
        {
            Today = clock.Today,
            OrganisationName = organisation.Name,
            OrganisationHasCode = organisation.CreditCode is not null,
            // What a merged body published is mended by its successor; new things are the successor's own.
            OrganisationIsActive = organisation.IsActive || (organisation.SuccessorId is not null && disclosure.CurrentVersion > 0),
            Items = await ItemsAsync(disclosure, organisation, stop),
            DocumentNumberTakenBy = text.DocumentNumber.Length == 0 ? null : await db.Disclosures.AsNoTracking()
                .Where(d => d.OrganisationId == organisation.Id && d.Id != disclosure.Id && d.DraftDocumentNumber == text.DocumentNumber && d.Withdrawal == null)
                .Select(d => d.Text.Title).FirstOrDefaultAsync(stop),
            SameTitleAddress = await db.Listings.AsNoTracking()
                .Where(l => l.OrganisationId == organisation.Id && l.DisclosureId != disclosure.Id && l.Title == text.Title)
                .Select(l => l.Address).FirstOrDefaultAsync(stop),
            DeadLinks = await DeadLinksAsync(text.Body, stop),
            MissingFiles = [.. disclosure.Attachments.Select(a => a.Hash).Where(hash => !store.Exists(hash))],
            Files = files,
            FileSignatures = [.. files.Values.Select(f => f.SignatureOn).OfType<DateOnly>().Distinct().Order()],
            DueOn = !disclosure.IsImported && text.FormedOn is { } formed ? (await dues.CountAsync(organisation.Id, codes, text.Genre, formed, trigger: text.TriggerOn, stop: stop))?.DueOn : null,
            ChangeDueOn = disclosure.PendingChangedOn is { } changed ? (await dues.CountAsync(organisation.Id, codes, text.Genre, changed, alwaysDue: true, stop: stop))?.DueOn : null,
            TriggerAnchor = disclosure.CurrentVersion > 0 ? null : await dues.AnchorAsync(organisation.Id, codes, text.Genre, text.FormedOn, stop),
            Display = text.DisplayUntil is null ? null : await dues.DisplayAsync(organisation.Id, codes, text.Genre, DisplayStart(disclosure), stop),
            FactChangesOfACorrection = dateRules.Value.FactChangesOfACorrection,
            Words = words,
            ReplacedGone = await ReplacedGoneAsync(disclosure, stop),
            DisplayWorkingDays = text.DisplayUntil is { } until ? (await dues.CalendarAsync(stop)).WorkingDaysBetween(DisplayStart(disclosure), until) : null,
            LeastDisplayWorkingDays = standing.Value.LeastDisplayWorkingDays,
            AnswersOtherwise = text.Genre == DisclosureGenre.Response && await ResponsesInForce.AnswersOtherwiseAsync(db, disclosure.Id, stop),
            Published = published,
            Interpretation = interpretation,
            Content = await ContentAsync(disclosure, interpretation.Form, stop),
        };
    }

    private async Task<InterpretationContentFacts> ContentAsync(Disclosure disclosure, InterpretationForm? form, CancellationToken stop)
    {
        var least = content?.Value ?? new InterpretationContentOptions();
        if (disclosure.Text.Genre != DisclosureGenre.Interpretation) return new InterpretationContentFacts(null, []) { Least = least };
        var policies = await db.InterpretationLinks.AsNoTracking().Where(l => l.InterpretationId == disclosure.Id)
            .Join(db.Disclosures.AsNoTracking(), l => l.PolicyId, d => d.Id, (l, d) => d.Text.Body).ToListAsync(stop);
        return new InterpretationContentFacts(form, policies) { Least = least };
    }

    private async Task<int> ReplacedGoneAsync(Disclosure disclosure, CancellationToken stop)
    {
        var replaced = disclosure.Replacements.Select(r => r.ReplacedId).ToList();
        return replaced.Count == 0 ? 0 : replaced.Count - await db.Listings.CountAsync(l => replaced.Contains(l.DisclosureId), stop);
    }

    // A correction goes on with the display that runs; an update begins a new one.
    private DateOnly DisplayStart(Disclosure disclosure) => disclosure is { FirstPublishedAt: { } first, PendingChange: ChangeKind.Correction }
        ? BusinessClock.BeijingDate(first) : clock.Today;

    private async Task<Dictionary<string, ItemFacts>> ItemsAsync(Disclosure disclosure, Organisation organisation, CancellationToken stop)
    {
        var codes = disclosure.Items.Select(i => i.ItemCode).ToList();
        if (codes.Count == 0) return [];
        var duties = await db.Duties.AsNoTracking()
            .Where(d => d.OrganisationId == organisation.Id && d.IsActive && codes.Contains(d.ItemCode)).Select(d => d.ItemCode).ToListAsync(stop);
        var items = await db.Items.AsNoTracking()
            .Where(i => codes.Contains(i.Code) && i.Confirmation != ItemConfirmation.Struck
                && db.Editions.Any(e => e.Id == i.EditionId && e.Status == EditionStatus.InForce
                    && (e.BasedOnEditionId == null || e.OwnerOrganisationId == organisation.Id)))
            .ToListAsync(stop);
        return items.DistinctBy(i => i.Code).ToDictionary(
            i => i.Code, i => new ItemFacts(i.Text.Name, i.Text.Elements, i.Mode, i.Text.Channels, duties.Contains(i.Code)) { Audience = i.Text.Audience });
    }

    private async Task<PublishedFacts?> PublishedAsync(Disclosure disclosure, CancellationToken stop)
    {
        if (disclosure.CurrentVersion == 0) return null;
        var version = await db.Versions.AsNoTracking().Include(v => v.Attachments).Include(v => v.Replacements)
            .SingleAsync(v => v.DisclosureId == disclosure.Id && v.Number == disclosure.CurrentVersion, stop);
        return new PublishedFacts(version.Text, [.. version.Attachments.OrderBy(a => a.Ordinal).Select(a => a.Hash)])
        {
            Replaces = [.. version.Replacements.Select(r => new ReplacementChoice(r.ReplacedId, r.Repeals))],
            Items = await db.ListingItems.Where(l => l.DisclosureId == disclosure.Id).ToDictionaryAsync(l => l.ItemCode, l => l.Elements, stop) is { Count: > 0 } items ? items : null,
        };
    }

    private async Task<IReadOnlyList<string>> DeadLinksAsync(string body, CancellationToken stop)
    {
        var addresses = DisclosureLink().Matches(body).Select(m => m.Groups[1].Value).Distinct().Take(100).ToList();
        if (addresses.Count == 0) return [];
        var alive = await db.Listings.AsNoTracking().Where(l => addresses.Contains(l.Address)).Select(l => l.Address).ToListAsync(stop);
        return [.. addresses.Except(alive).Select(a => "/disclosures/" + a)];
    }

    [GeneratedRegex(@"\]\(\s*/disclosures/([a-z0-9]+-\d{4}-\d{5})(?![0-9])")]
    private static partial Regex DisclosureLink();
}
