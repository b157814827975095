using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>Walks over the newest versions of everything public: links, pictures, files, tags, dates, validity.</summary>
public sealed class DocumentPass(
    DisclosureDb db, IAttachmentStore store, BusinessClock clock, IOptions<SiteTagOptions> site) : SelfTestPass
{
    /// <summary>Pages of a batch. Some are long: a batch must fit into memory and not hold a connection for long.</summary>
    public const int Batch = 50;

    /// <inheritdoc/>
    public override IReadOnlyList<SelfTestIndicator> Indicators { get; } =
    [
        SelfTestIndicator.ContradictingDates, SelfTestIndicator.BrokenLinks, SelfTestIndicator.BrokenPictures, SelfTestIndicator.MissingFiles,
        SelfTestIndicator.PageTags, SelfTestIndicator.ExpiredUnmarked, SelfTestIndicator.ExternalLinks,
    ];

    /// <inheritdoc/>
    public override async Task<PassStep> StepAsync(Guid after, CancellationToken stop)
    {
        var pages = await PagesAsync(after, stop);
        if (pages.Count == 0) return new PassStep([], 0, null);
        var today = clock.Today;
        var open = pages.Where(p => !p.IsDisplayEnded).ToList();
        List<FoundFault> faults =
        [
            .. pages.SelectMany(p => PageChecks.Dates(p, today)),
            .. open.SelectMany(PageChecks.Tags),
            .. open.SelectMany(MissingFiles),
            .. open.SelectMany(p => Expired(p, today)),
            .. await LinksAsync(open, stop),
            .. await RepealedAsync(open, today, stop),
        ];
        return new PassStep(faults, pages.Count, pages[^1].Id);
    }

    private Task<List<PublishedPage>> PagesAsync(Guid after, CancellationToken stop) => db.Disclosures.AsNoTracking()
        .Where(d => d.CurrentVersion > 0 && d.Withdrawal == null && d.SuspendedAt == null && d.Id.CompareTo(after) > 0).OrderBy(d => d.Id).Take(Batch)
        .Join(db.Versions, d => new { d.Id, Number = d.CurrentVersion }, v => new { Id = v.DisclosureId, v.Number }, (d, v) => new { d, v })
        .OrderBy(p => p.d.Id)
        .Select(p => new PublishedPage
        {
            Id = p.d.Id,
            OrganisationId = p.d.OrganisationId,
            Address = p.d.Address!,
            OrganisationName = p.v.OrganisationName,
            Title = p.v.Text.Title,
            Genre = p.v.Text.Genre,
            Source = p.v.Text.Source,
            Keywords = p.v.Text.Keywords,
            Summary = p.v.Text.Summary,
            Html = p.v.Html,
            PlainText = p.v.PlainText,
            DocumentDate = p.v.Text.DocumentDate,
            FormedOn = p.v.Text.FormedOn,
            EffectiveOn = db.Listings.Any(l => l.DisclosureId == p.d.Id) ? db.Listings.Where(l => l.DisclosureId == p.d.Id).Select(l => l.EffectiveOn).First() : p.v.Text.EffectiveOn,
            ExpiresOn = db.Listings.Any(l => l.DisclosureId == p.d.Id) ? db.Listings.Where(l => l.DisclosureId == p.d.Id).Select(l => l.ExpiresOn).First() : p.v.Text.ExpiresOn,
            RepealedOn = db.Listings.Where(l => l.DisclosureId == p.d.Id).Select(l => l.RepealedOn).FirstOrDefault(),
            DisplayUntil = p.v.Text.DisplayUntil,
            OriginalPublishedOn = p.d.OriginalPublishedOn,
            IsDisplayEnded = p.d.DisplayEndedOn != null,
            FirstPublishedAt = p.d.FirstPublishedAt!.Value,
            PublishedAt = p.v.PublishedAt,
            Files = p.v.Attachments.OrderBy(a => a.Ordinal).Select(a => new PublishedFile(a.Ordinal, a.FileName, a.Hash)).ToList(),
        })
        .ToListAsync(stop);

    private IEnumerable<FoundFault> MissingFiles(PublishedPage page) =>
        page.Files.Where(f => !store.Exists(f.Hash)).Select(f => page.Fault(SelfTestIndicator.MissingFiles, SelfTestFault.FileNotFound, f.Hash, f.FileName));

    private static IEnumerable<FoundFault> Expired(PublishedPage page, DateOnly today)
    {
        if (!page.Genre.Rule().HasValidity || page.ExpiresOn is not null || page.RepealedOn is not null) yield break;
        if (ValidityWording.StatedEnd(page.PlainText, page.EffectiveOn ?? page.DocumentDate) is { } end && end < today)
            yield return page.Fault(SelfTestIndicator.ExpiredUnmarked, SelfTestFault.ExpiredByItsOwnText, "", end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private async Task<IReadOnlyList<FoundFault>> LinksAsync(List<PublishedPage> pages, CancellationToken stop)
    {
        var host = Uri.TryCreate(site.Value.Address, UriKind.Absolute, out var own) ? own.Host : "";
        var links = pages.Select(p => (Page: p, Links: PageLinks.In(p.Html, p.Subject.Path, host))).ToList();
        var world = await LinkWorld.ReadAsync(db, links.SelectMany(p => p.Links).Where(l => l.Path.Length > 0).Select(l => l.Path), stop);
        return [.. links.SelectMany(p => p.Links.Select(l => Check(p.Page, l, world)).OfType<FoundFault>())];
    }

    private static FoundFault? Check(PublishedPage page, PageLink link, LinkWorld world)
    {
        if (link.IsMail) return null;
        if (link.IsElsewhere) return page.Fault(SelfTestIndicator.ExternalLinks, SelfTestFault.LinkElsewhere, link.Written, link.Written);
        if (link.OwnPlace.Length > 0)
            return PageLinks.HasPlace(page.Html, link.OwnPlace) ? null : page.Fault(SelfTestIndicator.BrokenLinks, SelfTestFault.LinkToMissingPlace, link.Written, link.Written);
        if (link.Path.Length == 0 && !link.IsPicture) return null;
        if (world.FaultOf(link.Path) is not { } fault) return null;
        return link.IsPicture
            ? page.Fault(SelfTestIndicator.BrokenPictures, SelfTestFault.PictureNotFound, link.Written, link.Path)
            : page.Fault(SelfTestIndicator.BrokenLinks, fault, link.Written, link.Path);
    }

    /// <summary>Documents that a page of this batch declares repealed and that still stand as in force.</summary>
    private async Task<IReadOnlyList<FoundFault>> RepealedAsync(List<PublishedPage> pages, DateOnly today, CancellationToken stop)
    {
        var said = pages.Where(p => p.EffectiveOn is null || p.EffectiveOn <= today)
            .SelectMany(p => ValidityWording.Repealed(p.PlainText).SelectMany(ValidityWording.Readings).Select(n => (Page: p, Number: n))).ToLookup(s => s.Number, s => s.Page);
        if (said.Count == 0) return [];
        var numbers = said.Select(s => s.Key).ToList();
        var standing = await db.Listings.AsNoTracking()
            .Where(l => l.HasValidity && numbers.Contains(l.DocumentNumber) && l.RepealedOn == null && (l.ExpiresOn == null || l.ExpiresOn >= today))
            .Select(l => new { l.DisclosureId, l.OrganisationId, l.Title, l.Address, l.DocumentNumber }).ToListAsync(stop);
        return [.. standing.SelectMany(old => said[old.DocumentNumber].Where(p => p.Id != old.DisclosureId).DistinctBy(p => p.Id).Select(p => new FoundFault(
            SelfTestIndicator.ExpiredUnmarked, SelfTestFault.RepealedByAnother, old.OrganisationId, SelfTestSubject.Of(old.DisclosureId, old.Title, old.Address),
            p.Id.ToString("N"), p.Title)))];
    }
}
