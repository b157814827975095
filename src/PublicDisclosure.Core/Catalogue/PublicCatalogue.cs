using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>What the public catalogue pages read: the city's edition in force and what is published behind each item.</summary>
public sealed class PublicCatalogue(DisclosureDb db)
{
    /// <summary>Every domain with the number of its items, in official order.</summary>
    public async Task<IReadOnlyList<DomainLine>> DomainsAsync(CancellationToken stop)
    {
        var counts = await db.Items.OfCityEdition(db).GroupBy(i => i.DomainId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var domains = await db.Domains.AsNoTracking().OrderBy(d => d.SortOrder)
            .Select(d => new { d.Id, d.Code, d.Slug, d.Name }).ToListAsync(stop);
        return [.. domains.Select(d => new DomainLine(d.Id, d.Code, d.Slug, d.Name, counts.GetValueOrDefault(d.Id)))];
    }

    /// <summary>Every domain by name alone, for filters.</summary>
    public async Task<IReadOnlyList<DomainLine>> DomainNamesAsync(CancellationToken stop) =>
        await db.Domains.AsNoTracking().OrderBy(d => d.SortOrder).Select(d => new DomainLine(d.Id, d.Code, d.Slug, d.Name, 0)).ToListAsync(stop);

    /// <summary>A domain by its address part, or null.</summary>
    public async Task<DomainHead?> DomainAsync(string slug, CancellationToken stop)
    {
        var domain = await db.Domains.AsNoTracking().Where(d => d.Slug == slug)
            .Select(d => new DomainHead(
                d.Id, d.Code, d.Slug, d.Name, d.Ministry, d.GuidelineNumber,
                db.Organisations.Where(o => o.Id == d.LeadOrganisationId).Select(o => new OrganisationName(o.Name, o.Slug)).FirstOrDefault(), null))
            .FirstOrDefaultAsync(stop);
        if (domain is null) return null;
        var edition = await db.Editions.CityInForce(db).Select(e => new EditionName(e.Id, e.Name, e.Year, e.InForceOn)).FirstOrDefaultAsync(stop);
        return domain with { Edition = edition };
    }

    /// <summary>The rows of a domain's table with what is published behind each.</summary>
    public async Task<IReadOnlyList<ItemRow>> TableAsync(Guid domainId, CancellationToken stop)
    {
        var items = await db.Items.OfCityEdition(db).AsNoTracking().Where(i => i.DomainId == domainId).OrderBy(i => i.SortOrder).Select(Row).ToListAsync(stop);
        return await WithPublishedAsync(items, stop);
    }

    /// <summary>One item, or null.</summary>
    public async Task<ItemRow?> ItemAsync(Guid domainId, string code, CancellationToken stop)
    {
        var items = await db.Items.OfCityEdition(db).AsNoTracking().Where(i => i.DomainId == domainId && i.Code == code).Select(Row).ToListAsync(stop);
        return await WithPublishedAsync(items, stop) is [var item] ? item : null;
    }

    /// <summary>What an item of the edition in force is called, with its first level, and where its page is; null where there is none.</summary>
    public async Task<ItemName?> ItemNameAsync(string code, CancellationToken stop)
    {
        var item = await db.Items.OfCityEdition(db).AsNoTracking().Where(i => i.Code == code)
            .Join(db.Domains, i => i.DomainId, d => d.Id, (i, d) => new { i.Text, d.Slug }).FirstOrDefaultAsync(stop);
        return item is null ? null : new ItemName(item.Text.FullName, $"/catalogue/{item.Slug}/{code}");
    }

    /// <summary>The organisations that must publish an item.</summary>
    public async Task<IReadOnlyList<OrganisationName>> DutyHoldersAsync(string itemCode, CancellationToken stop) =>
        await db.Duties.AsNoTracking().Where(d => d.ItemCode == itemCode && d.IsActive)
            .Join(db.Organisations, d => d.OrganisationId, o => o.Id, (d, o) => o).OrderBy(o => o.SortOrder)
            .Select(o => new OrganisationName(o.Name, o.Slug)).ToListAsync(stop);

    private async Task<IReadOnlyList<ItemRow>> WithPublishedAsync(List<ItemRow> items, CancellationToken stop)
    {
        var codes = items.Select(i => i.Code).ToList();
        var behind = await db.ListingItems.Where(l => codes.Contains(l.ItemCode)).GroupBy(l => l.ItemCode)
            .Select(g => new { g.Key, Count = g.Count(), Newest = g.Max(l => l.FirstPublishedAt) })
            .ToDictionaryAsync(g => g.Key, stop);
        return [.. items.Select(i => behind.TryGetValue(i.Code, out var b) ? i with { Published = b.Count, NewestAt = b.Newest } : i)];
    }

    private static readonly System.Linq.Expressions.Expression<Func<StandardItem, ItemRow>> Row = i => new ItemRow(
        i.Code, i.Sequence, i.Text, i.Levels, i.Mode, i.Aspects, i.AspectsConfirmed, i.MandatoryClass, i.MandatoryClassConfirmed,
        i.Confirmation == ItemConfirmation.Unconfirmed, i.SourceAddress, 0, null);
}

/// <summary>A domain in a list.</summary>
public sealed record DomainLine(Guid Id, string Code, string Slug, string Name, int Items);

/// <summary>The head of a domain's page.</summary>
public sealed record DomainHead(
    Guid Id, string Code, string Slug, string Name, string Ministry, string GuidelineNumber, OrganisationName? Lead, EditionName? Edition);

/// <summary>An item by its full name and the path of its page.</summary>
public sealed record ItemName(string FullName, string Path);

/// <summary>An organisation by name and address part.</summary>
public sealed record OrganisationName(string Name, string Slug);

/// <summary>An edition by name.</summary>
public sealed record EditionName(Guid Id, string Name, int Year, DateOnly? InForceOn);

/// <summary>A row of the official table, with what is published behind it.</summary>
public sealed record ItemRow(
    string Code, string Sequence, StandardItemText Text, GovernmentLevels Levels, DisclosureMode Mode, DisclosureAspects Aspects,
    bool AspectsConfirmed, MandatoryClass MandatoryClass, bool MandatoryClassConfirmed, bool NeedsChecking, string SourceAddress,
    int Published, DateTime? NewestAt);
