using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Coverage;

/// <summary>When the organisation last looked a page through (内容核对), as everybody may read it: no name of a person.</summary>
public sealed record PublicCheck(DateOnly On, string OrganisationName, int VersionNumber);

/// <summary>A check of the past, for staff.</summary>
public sealed record PastCheck(DateOnly On, string By, int VersionNumber, string Remark);

/// <summary>What staff see when they are to check the page of a standing duty.</summary>
/// <param name="Duty">The duty; not tracked.</param>
/// <param name="ItemName">Every level of its item.</param>
/// <param name="OrganisationName">Whose.</param>
/// <param name="Page">The page behind it; null while there is none that ever was public.</param>
/// <param name="Next">The check that is to be made, with its last day; null while there is no page.</param>
/// <param name="Past">Checks of the duty, newest first.</param>
public sealed record CheckSheet(Duty Duty, string ItemName, string OrganisationName, CheckedPage? Page, DutyLine? Next, IReadOnlyList<PastCheck> Past);

/// <summary>The public page of a standing duty.</summary>
public sealed record CheckedPage(Guid Id, string Title, string Address, int Version, DateTime LastPublishedAt);

/// <summary>Reads named checks of standing pages.</summary>
public sealed class ContentCheckReader(DisclosureDb db, CoverageLists lists, DutyLists duties)
{
    /// <summary>The last check of a public page; null where there was none.</summary>
    public Task<PublicCheck?> LastOfAsync(Guid disclosureId, CancellationToken stop = default) =>
        db.ContentChecks.AsNoTracking().Where(c => c.DisclosureId == disclosureId).OrderByDescending(c => c.CheckedOn).ThenByDescending(c => c.At)
            .Select(c => new PublicCheck(c.CheckedOn, db.Organisations.Where(o => o.Id == c.OrganisationId).Select(o => o.Name).First(), c.VersionNumber)).FirstOrDefaultAsync(stop);

    /// <summary>Everything around the check of a duty.</summary>
    public async Task<CheckSheet> SheetAsync(Duty duty, CancellationToken stop = default)
    {
        var units = await db.CoverageUnits.AsNoTracking().Where(u => u.DutyId == duty.Id && (u.Kind == UnitKind.Standing || (u.Kind == UnitKind.Check && u.FulfilledOn == null))).ToListAsync(stop);
        var page = units.Find(u => u is { Kind: UnitKind.Standing, FulfilledOn: not null })?.RecordId;
        var shown = await db.Disclosures.AsNoTracking().Where(d => d.Id == page && d.Address != null)
            .Select(d => new CheckedPage(d.Id, d.Text.Title, d.Address!, d.CurrentVersion, d.LastPublishedAt!.Value)).SingleOrDefaultAsync(stop);
        var past = await db.ContentChecks.AsNoTracking().Where(c => c.DutyId == duty.Id).OrderByDescending(c => c.CheckedOn).ThenByDescending(c => c.At)
            .Select(c => new PastCheck(c.CheckedOn, db.Users.Where(u => u.Id == c.By).Select(u => u.DisplayName).FirstOrDefault() ?? StaffNames.Gone, c.VersionNumber, c.Remark)).ToListAsync(stop);
        var names = await lists.ItemNamesAsync([duty.ItemCode], stop);
        var organisation = await db.Organisations.AsNoTracking().Where(o => o.Id == duty.OrganisationId).Select(o => o.Name).SingleAsync(stop);
        var next = (await duties.LinesAsync([.. units.Where(u => u.Kind == UnitKind.Check)], stop)).SingleOrDefault();
        return new CheckSheet(duty, names.GetValueOrDefault(duty.ItemCode, duty.ItemCode), organisation, shown, next, past);
    }
}
