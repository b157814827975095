using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Letters;

namespace PublicDisclosure.Core.Search;

/// <summary>
/// Reads what search may hold, from the same rows as every public list: what is not public at this moment is not found here,
/// and whoever asked takes it out of the index.
/// </summary>
public sealed class SearchDocuments(DisclosureDb db, AttachmentWords words)
{
    /// <summary>Characters of a body that are kept.</summary>
    public const int MostBody = 200_000;

    /// <summary>Disclosures, interpretations and responses among these.</summary>
    public async Task<IReadOnlyList<SearchDocument>> DisclosuresAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var rows = await db.Listings.AsNoTracking().Where(l => ids.Contains(l.DisclosureId))
            .Join(db.Organisations, l => l.OrganisationId, o => o.Id, (l, o) => new { l, o })
            .Join(db.Versions, x => new { x.l.DisclosureId, Number = x.l.VersionNumber }, v => new { v.DisclosureId, v.Number }, (x, v) => new
            {
                x.l.DisclosureId,
                x.l.Address,
                x.l.Title,
                x.l.Summary,
                x.l.DocumentNumber,
                x.l.IndexNumber,
                x.l.Genre,
                x.l.AspectBits,
                x.l.OrganisationId,
                x.l.PublishedOn,
                x.l.FirstPublishedAt,
                x.l.EffectiveOn,
                x.l.ExpiresOn,
                x.l.AmendedOn,
                x.l.RepealedOn,
                x.l.DisplayUntil,
                x.l.AttachmentCount,
                OrganisationName = x.o.Name,
                x.o.ShortName,
                VersionId = v.Id,
                v.PlainText,
                v.Text.PlainSummary,
            }).ToListAsync(stop);
        var items = (await db.ListingItems.AsNoTracking().Where(i => ids.Contains(i.DisclosureId))
            .Join(db.Items.OfCityEdition(db), i => i.ItemCode, s => s.Code, (i, s) => new { i.DisclosureId, s.Text }).ToListAsync(stop)).ToLookup(i => i.DisclosureId, i => i.Text.FullName);
        var domains = (await db.ListingDomains.AsNoTracking().Where(d => ids.Contains(d.DisclosureId))
            .Join(db.Domains, d => d.DomainId, d => d.Id, (l, d) => new { l.DisclosureId, d.Id, d.Name }).ToListAsync(stop)).ToLookup(d => d.DisclosureId);
        var withFiles = rows.Where(r => r.AttachmentCount > 0).Select(r => r.VersionId).ToList();
        var files = withFiles.Count == 0 ? null : (await db.Set<VersionAttachment>().AsNoTracking().Where(a => withFiles.Contains(a.VersionId)).OrderBy(a => a.Ordinal)
            .Select(a => new { a.VersionId, a.FileName, a.Kind, a.Hash }).ToListAsync(stop)).ToLookup(a => a.VersionId);
        var policies = (await db.PublicInterpretationLinks.AsNoTracking().Where(l => ids.Contains(l.InterpretationId)).ToListAsync(stop)).ToLookup(l => l.InterpretationId, l => l.PolicyId);
        return [.. rows.Select(r => new SearchDocument
        {
            Subject = SearchSubject.Disclosure,
            Id = r.DisclosureId,
            Kind = r.Genre switch
            {
                DisclosureGenre.Interpretation => SearchKind.Interpretation,
                DisclosureGenre.Response => SearchKind.Response,
                _ => SearchKind.Disclosure,
            },
            Path = "/disclosures/" + r.Address,
            Title = r.Title,
            DocumentNumber = r.DocumentNumber,
            Numbers = r.DocumentNumber + "\n" + r.IndexNumber,
            Names = string.Join('\n', [r.OrganisationName, r.ShortName, .. items[r.DisclosureId], .. domains[r.DisclosureId].Select(d => d.Name)]),
            Summary = r.Summary,
            PlainSummary = r.PlainSummary,
            Body = Cut(r.PlainText),
            Attachments = files is null ? "" : Cut(string.Join('\n', files[r.VersionId].Select(a => a.FileName + "\n" + words.Of(a.Hash, a.Kind)))),
            OrganisationId = r.OrganisationId,
            OrganisationName = r.OrganisationName,
            DomainIds = [.. domains[r.DisclosureId].Select(d => d.Id)],
            Aspects = (DisclosureAspects)r.AspectBits,
            Genre = r.Genre,
            Interprets = [.. policies[r.DisclosureId]],
            PublishedOn = r.PublishedOn,
            PublishedAt = r.FirstPublishedAt,
            EffectiveOn = r.EffectiveOn,
            ExpiresOn = r.ExpiresOn,
            AmendedOn = r.AmendedOn,
            RepealedOn = r.RepealedOn,
            DisplayUntil = r.DisplayUntil,
        })];
    }

    /// <summary>Public letters among these; all of them where none is named.</summary>
    public async Task<IReadOnlyList<SearchDocument>> LettersAsync(IReadOnlyCollection<Guid>? ids, CancellationToken stop)
    {
        var letters = db.Letters.AsNoTracking().Where(l => l.Publicity == LetterPublicity.Published);
        if (ids is not null) letters = letters.Where(l => ids.Contains(l.Id));
        var rows = await letters.Join(db.Organisations, l => l.OrganisationId, o => o.Id, (l, o) => new
        {
            l.Id,
            l.Number,
            l.PublicTitle,
            l.PublicQuestion,
            l.PublicAnswer,
            l.DomainId,
            l.PublishedAt,
            OrganisationId = o.Id,
            o.Name,
            o.ShortName,
            Domain = db.Domains.Where(d => d.Id == l.DomainId).Select(d => d.Name).FirstOrDefault(),
        }).ToListAsync(stop);
        return [.. rows.Select(r => new SearchDocument
        {
            Subject = SearchSubject.Letter,
            Id = r.Id,
            Kind = SearchKind.Letter,
            Path = "/letters/" + r.Number,
            Title = r.PublicTitle,
            Numbers = r.Number,
            Names = string.Join('\n', r.Name, r.ShortName, r.Domain),
            Body = r.PublicQuestion + "\n" + r.PublicAnswer,
            OrganisationId = r.OrganisationId,
            OrganisationName = r.Name,
            DomainIds = r.DomainId is { } domain ? [domain] : [],
            PublishedOn = r.PublishedAt is { } at ? Time.BusinessClock.BeijingDate(at) : null,
            PublishedAt = r.PublishedAt,
        })];
    }

    /// <summary>Questions of many among these, those that the office took off left out; all of them where none is named.</summary>
    public async Task<IReadOnlyList<SearchDocument>> QuestionsAsync(IReadOnlyCollection<Guid>? ids, CancellationToken stop)
    {
        var questions = db.LetterQuestions.AsNoTracking().Where(q => q.RemovedAt == null);
        if (ids is not null) questions = questions.Where(q => ids.Contains(q.Id));
        var rows = await questions.Join(db.Letters, q => q.LetterId, l => l.Id, (q, l) => new { q, l.OrganisationId })
            .Join(db.Organisations, x => x.OrganisationId, o => o.Id, (x, o) => new
            {
                x.q.Id,
                x.q.Question,
                x.q.Answer,
                x.q.DomainId,
                x.q.ChangedAt,
                x.OrganisationId,
                o.Name,
                o.ShortName,
                Domain = db.Domains.Where(d => d.Id == x.q.DomainId).Select(d => d.Name).FirstOrDefault(),
            }).ToListAsync(stop);
        return [.. rows.Select(r => new SearchDocument
        {
            Subject = SearchSubject.Question,
            Id = r.Id,
            Kind = SearchKind.Question,
            Path = $"/letters/questions#q-{r.Id:N}",
            Title = r.Question,
            Names = string.Join('\n', r.Name, r.ShortName, r.Domain),
            Body = r.Answer,
            OrganisationId = r.OrganisationId,
            OrganisationName = r.Name,
            DomainIds = r.DomainId is { } domain ? [domain] : [],
            PublishedOn = Time.BusinessClock.BeijingDate(r.ChangedAt),
            PublishedAt = r.ChangedAt,
        })];
    }

    /// <summary>Items of the city's edition in force among these; all of them where none is named.</summary>
    public async Task<IReadOnlyList<SearchDocument>> ItemsAsync(IReadOnlyCollection<Guid>? ids, CancellationToken stop)
    {
        var items = db.Items.OfCityEdition(db).AsNoTracking();
        if (ids is not null) items = items.Where(i => ids.Contains(i.Id));
        var rows = await items.Join(db.Domains, i => i.DomainId, d => d.Id, (i, d) => new { i.Id, i.Code, i.Text, i.Aspects, DomainId = d.Id, d.Slug, d.Name }).ToListAsync(stop);
        return [.. rows.Select(r => new SearchDocument
        {
            Subject = SearchSubject.Item,
            Id = r.Id,
            Kind = SearchKind.Item,
            Path = $"/catalogue/{r.Slug}/{r.Code}",
            Title = r.Text.Name,
            Numbers = r.Code,
            Names = r.Text.FullName + "\n" + r.Name,
            Summary = r.Text.FullName,
            Body = string.Join('\n', r.Text.Elements, r.Text.LegalBasis, r.Text.Body, r.Text.Audience),
            OrganisationName = r.Name,
            DomainIds = [r.DomainId],
            Aspects = r.Aspects,
        })];
    }

    /// <summary>Organisations at work among these; all of them where none is named.</summary>
    public async Task<IReadOnlyList<SearchDocument>> OrganisationsAsync(IReadOnlyCollection<Guid>? ids, CancellationToken stop)
    {
        var organisations = db.Organisations.AsNoTracking().Where(o => o.IsActive);
        if (ids is not null) organisations = organisations.Where(o => ids.Contains(o.Id));
        var rows = await organisations.Select(o => new { o.Id, o.Slug, o.Name, o.ShortName, o.Contact }).ToListAsync(stop);
        return [.. rows.Select(r => new SearchDocument
        {
            Subject = SearchSubject.Organisation,
            Id = r.Id,
            Kind = SearchKind.Organisation,
            Path = "/organisations/" + r.Slug,
            Title = r.Name,
            // People leave 人民 out: 罗播乡政府.
            Names = r.ShortName + "\n" + r.Name.Replace("人民政府", "政府", StringComparison.Ordinal),
            Body = string.Join('\n', r.Contact.OfficeName, r.Contact.Phone, r.Contact.Address, r.Contact.OfficeHours),
            OrganisationId = r.Id,
            OrganisationName = r.Name,
        })];
    }

    private static string Cut(string text) => text.Length > MostBody ? text[..MostBody] : text;
}
