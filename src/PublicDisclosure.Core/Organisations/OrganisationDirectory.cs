using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Organisations;

/// <summary>The public directory of organisations.</summary>
public sealed class OrganisationDirectory(DisclosureDb db)
{
    /// <summary>Every active organisation in official order.</summary>
    public Task<IReadOnlyList<OrganisationLine>> ReadAsync(CancellationToken stop) => ReadAsync(null, stop);

    /// <summary>Every active organisation in official order, and the one a list is narrowed to, though it be dissolved: what it published stays public.</summary>
    public async Task<IReadOnlyList<OrganisationLine>> ReadAsync(string? narrowedTo, CancellationToken stop) =>
        await db.Organisations.AsNoTracking().Where(o => o.IsActive || o.Slug == narrowedTo).OrderBy(o => o.SortOrder)
            .Select(o => new OrganisationLine(o.Id, o.Slug, o.Name, o.ShortName, o.Kind)).ToListAsync(stop);

    /// <summary>An organisation by its address part, dissolved ones too, or null.</summary>
    public Task<OrganisationPage?> FindAsync(string slug, CancellationToken stop) =>
        db.Organisations.AsNoTracking().Where(o => o.Slug == slug)
            .Select(o => new OrganisationPage(
                o.Id, o.Slug, o.Name, o.ShortName, o.Kind, o.IsActive, o.CreditCode, o.CreditCodeIsDemo, o.NameIsUnconfirmed, o.Contact,
                db.Organisations.Where(s => s.Id == o.SuccessorId).Select(s => new OrganisationLine(s.Id, s.Slug, s.Name, s.ShortName, s.Kind)).FirstOrDefault()))
            .FirstOrDefaultAsync(stop);

    /// <summary>What an organisation has published in each mandatory class of Articles 20 and 21.</summary>
    public async Task<IReadOnlyList<ClassLine>> ClassesAsync(Guid organisationId, CancellationToken stop) =>
        await db.Listings.Where(l => l.OrganisationId == organisationId && l.MandatoryClass != null).GroupBy(l => l.MandatoryClass)
            .Select(g => new ClassLine(g.Key!.Value, g.Count(), g.Max(l => l.FirstPublishedAt))).ToListAsync(stop);

    /// <summary>The newest public document of a genre that belongs to the organisation's column (guide, rules, annual report), or null.</summary>
    public Task<string?> NewestAddressAsync(Guid organisationId, DisclosureGenre genre, CancellationToken stop) =>
        db.Listings.Where(l => l.OrganisationId == organisationId && l.Genre == genre).OrderByDescending(l => l.FirstPublishedAt)
            .Select(l => (string?)l.Address).FirstOrDefaultAsync(stop);
}

/// <summary>An organisation in the directory.</summary>
public sealed record OrganisationLine(Guid Id, string Slug, string Name, string ShortName, OrganisationKind Kind);

/// <summary>The head of an organisation's column.</summary>
public sealed record OrganisationPage(
    Guid Id, string Slug, string Name, string ShortName, OrganisationKind Kind, bool IsActive, OrganisationCode? CreditCode,
    bool CreditCodeIsDemo, bool NameIsUnconfirmed, OrganisationContact Contact, OrganisationLine? Successor)
{
    /// <summary>Path of the column.</summary>
    public string Path => "/organisations/" + Slug;
}

/// <summary>A mandatory class with how much is published in it.</summary>
public sealed record ClassLine(Catalogue.MandatoryClass Class, int Count, DateTime NewestAt);
