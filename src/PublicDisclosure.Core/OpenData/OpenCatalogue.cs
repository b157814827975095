using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.OpenData;

/// <summary>An organisation as machines read it, dissolved ones included: their pages stand.</summary>
public sealed record OpenOrganisation(
    Guid Id, string Slug, string Name, string ShortName, OrganisationKind Kind, string DivisionCode, OrganisationCode? CreditCode, bool CreditCodeIsDemo, bool NameIsUnconfirmed,
    OrganisationContact Contact, int SortOrder, bool IsActive, string? SuccessorSlug);

/// <summary>A domain as machines read it.</summary>
public sealed record OpenDomain(Guid Id, string Code, string Slug, string Name, string Ministry, string GuidelineNumber, string? LeadSlug, string? LeadName, int SortOrder, int Items);

/// <summary>A row of the city's edition in force as machines read it.</summary>
public sealed record OpenItem(StandardItem Item, string DomainSlug, string DomainName, int DomainOrder, string EditionName);

/// <summary>A duty as machines read it.</summary>
public sealed record OpenDuty(
    Guid Id, string OrganisationSlug, string OrganisationName, string DomainSlug, string DomainName, string ItemCode, GovernmentLevels Level, DateOnly TrackedFrom)
{
    /// <summary>Name of the item, with all levels.</summary>
    public string ItemName { get; init; } = "";
}

/// <summary>What a list of items or duties is narrowed to; null means everything.</summary>
public sealed record OpenCatalogueFilter(Guid? OrganisationId = null, Guid? DomainId = null, string? ItemCode = null, DisclosureAspects? Aspect = null);

/// <summary>
/// The catalogue for machines: organisations, domains, items of the city's edition in force, active duties. Every list is read from a
/// position on, in an order that new rows do not upset.
/// </summary>
public sealed class OpenCatalogue(DisclosureDb db, CoverageLists names)
{
    /// <summary>Names of the lists in cursors.</summary>
    public const string Organisations = "organisations", Items = "items", Duties = "duties";

    /// <summary>Parts of the sort keys.</summary>
    public const int OrganisationKey = 2, ItemKey = 3, DutyKey = 1;

    /// <summary>A page of organisations in official order.</summary>
    public async Task<OpenPage<OpenOrganisation>> OrganisationsAsync(OpenCursor? after, int size, CancellationToken stop)
    {
        var rows = db.Organisations.AsNoTracking();
        if (after is { } a)
        {
            var (order, slug) = (a.Number(0) ?? 0, a.Key[1]);
            rows = rows.Where(o => o.SortOrder > order || (o.SortOrder == order && o.Slug.CompareTo(slug) > 0));
        }

        var found = await Read(rows.OrderBy(o => o.SortOrder).ThenBy(o => o.Slug).Take(size + 1)).ToListAsync(stop);
        return OpenPages.Of(found, size, o => new OpenCursor(Organisations, [Text(o.SortOrder), o.Slug]));
    }

    /// <summary>One organisation, or null.</summary>
    public Task<OpenOrganisation?> OrganisationAsync(string slug, CancellationToken stop) =>
        Read(db.Organisations.AsNoTracking().Where(o => o.Slug == slug)).FirstOrDefaultAsync(stop);

    /// <summary>Every domain in official order: a few dozen, so there are no pages.</summary>
    public async Task<IReadOnlyList<OpenDomain>> DomainsAsync(CancellationToken stop) =>
        await db.Domains.AsNoTracking().OrderBy(d => d.SortOrder).ThenBy(d => d.Code).Select(d => new OpenDomain(
            d.Id, d.Code, d.Slug, d.Name, d.Ministry, d.GuidelineNumber,
            db.Organisations.Where(o => o.Id == d.LeadOrganisationId).Select(o => o.Slug).FirstOrDefault(),
            db.Organisations.Where(o => o.Id == d.LeadOrganisationId).Select(o => o.Name).FirstOrDefault(),
            d.SortOrder, db.Items.OfCityEdition(db).Count(i => i.DomainId == d.Id))).ToListAsync(stop);

    /// <summary>A page of the rows of the catalogue in official order.</summary>
    public async Task<OpenPage<OpenItem>> ItemsAsync(OpenCatalogueFilter filter, OpenCursor? after, int size, CancellationToken stop)
    {
        var rows = db.Items.OfCityEdition(db).AsNoTracking();
        if (filter.DomainId is { } domain) rows = rows.Where(i => i.DomainId == domain);
        if (filter.ItemCode is { } one) rows = rows.Where(i => i.Code == one);
        if (filter.Aspect is { } aspect)
        {
            var sets = With(aspect);
            rows = rows.Where(i => sets.Contains(i.Aspects));
        }

        if (filter.OrganisationId is { } owner) rows = rows.Where(i => db.Duties.Any(d => d.ItemCode == i.Code && d.OrganisationId == owner && d.IsActive));
        var joined = rows.Join(db.Domains, i => i.DomainId, d => d.Id, (Item, Domain) => new { Item, Domain });
        if (after is { } a)
        {
            var (of, order, code) = (a.Number(0) ?? 0, a.Number(1) ?? 0, a.Key[2]);
            joined = joined.Where(p => p.Domain.SortOrder > of
                || (p.Domain.SortOrder == of && (p.Item.SortOrder > order || (p.Item.SortOrder == order && p.Item.Code.CompareTo(code) > 0))));
        }

        var found = await joined.OrderBy(p => p.Domain.SortOrder).ThenBy(p => p.Item.SortOrder).ThenBy(p => p.Item.Code).Take(size + 1)
            .Join(db.Editions, p => p.Item.EditionId, e => e.Id, (p, e) => new { p.Item, p.Domain, Edition = e.Name })
            .OrderBy(p => p.Domain.SortOrder).ThenBy(p => p.Item.SortOrder).ThenBy(p => p.Item.Code)
            .Select(p => new OpenItem(p.Item, p.Domain.Slug, p.Domain.Name, p.Domain.SortOrder, p.Edition)).ToListAsync(stop);
        return OpenPages.Of(found, size, i => new OpenCursor(Items, [Text(i.DomainOrder), Text(i.Item.SortOrder), i.Item.Code]));
    }

    /// <summary>A page of the duties that are followed today.</summary>
    public async Task<OpenPage<OpenDuty>> DutiesAsync(OpenCatalogueFilter filter, OpenCursor? after, int size, CancellationToken stop)
    {
        var rows = db.Duties.AsNoTracking().Where(d => d.IsActive);
        if (filter.OrganisationId is { } owner) rows = rows.Where(d => d.OrganisationId == owner);
        if (filter.DomainId is { } domain) rows = rows.Where(d => d.DomainId == domain);
        if (filter.ItemCode is { } code) rows = rows.Where(d => d.ItemCode == code);
        if (filter.Aspect is { } aspect)
        {
            var sets = With(aspect);
            rows = rows.Where(d => db.Items.OfCityEdition(db).Any(i => i.Code == d.ItemCode && sets.Contains(i.Aspects)));
        }

        if (after?.Id(0) is { } last) rows = rows.Where(d => d.Id.CompareTo(last) > 0);
        var found = await rows.OrderBy(d => d.Id).Take(size + 1)
            .Join(db.Organisations, d => d.OrganisationId, o => o.Id, (d, o) => new { d, o })
            .Join(db.Domains, p => p.d.DomainId, m => m.Id, (p, m) => new { p.d, p.o, m }).OrderBy(p => p.d.Id)
            .Select(p => new OpenDuty(p.d.Id, p.o.Slug, p.o.Name, p.m.Slug, p.m.Name, p.d.ItemCode, p.d.Level, p.d.TrackedFrom)).ToListAsync(stop);
        var page = OpenPages.Of(found, size, d => new OpenCursor(Duties, [d.Id.ToString("N")]));
        var called = await names.ItemNamesAsync([.. page.Rows.Select(d => d.ItemCode).Distinct()], stop);
        return page with { Rows = [.. page.Rows.Select(d => d with { ItemName = called.GetValueOrDefault(d.ItemCode, d.ItemCode) })] };
    }

    // An item's set is stored as words, with which no database reckons: the sets that hold the aspect are named one by one.
    private static List<DisclosureAspects> With(DisclosureAspects aspect) =>
        [.. Enumerable.Range(1, DisclosureAspectSet.All.Sum(a => (int)a)).Select(bits => (DisclosureAspects)bits).Where(set => (set & aspect) != 0)];

    private IQueryable<OpenOrganisation> Read(IQueryable<Organisation> rows) => rows.Select(o => new OpenOrganisation(
        o.Id, o.Slug, o.Name, o.ShortName, o.Kind, o.DivisionCode, o.CreditCode, o.CreditCodeIsDemo, o.NameIsUnconfirmed, o.Contact, o.SortOrder, o.IsActive,
        db.Organisations.Where(s => s.Id == o.SuccessorId).Select(s => s.Slug).FirstOrDefault()));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
