using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>
/// What the links of a batch of pages lead to, read from the database at once; nothing is fetched over the network. A link into
/// a page whose display is over still opens it, so it is not broken.
/// </summary>
internal sealed class LinkWorld
{
    private readonly Dictionary<string, Standing> _disclosures = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(Guid Id, int Version, int Ordinal)> _files = [];
    private readonly HashSet<string> _numbers = [];
    private readonly HashSet<string> _organisations = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _domains = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(string Domain, string Item)> _items = [];

    private LinkWorld()
    {
    }

    /// <summary>Looks up the targets of some paths.</summary>
    public static async Task<LinkWorld> ReadAsync(DisclosureDb db, IEnumerable<string> paths, CancellationToken stop)
    {
        var (world, targets) = (new LinkWorld(), paths.Distinct().Select(PublicAddresses.Read).ToList());
        await world.ReadDisclosuresAsync(db, targets, stop);
        var numbers = Names(targets, PublicTargetKind.IndexNumber);
        if (numbers.Count > 0) world._numbers.UnionWith(await db.Disclosures.EverPublished().Where(d => numbers.Contains(d.IndexNumber!)).Select(d => d.IndexNumber!).ToListAsync(stop));
        var slugs = Names(targets, PublicTargetKind.Organisation);
        if (slugs.Count > 0) world._organisations.UnionWith(await db.Organisations.Where(o => slugs.Contains(o.Slug)).Select(o => o.Slug).ToListAsync(stop));
        var domains = Names(targets, PublicTargetKind.Domain, PublicTargetKind.Item);
        if (domains.Count > 0) world._domains.UnionWith(await db.Domains.Where(d => domains.Contains(d.Slug)).Select(d => d.Slug).ToListAsync(stop));
        var codes = targets.Where(t => t.Kind == PublicTargetKind.Item).Select(t => t.Part).Distinct().ToList();
        if (codes.Count > 0)
        {
            var found = await db.Items.OfCityEdition(db).Where(i => codes.Contains(i.Code)).Join(db.Domains, i => i.DomainId, d => d.Id, (i, d) => new { d.Slug, i.Code }).ToListAsync(stop);
            world._items.UnionWith(found.Select(i => (i.Slug, i.Code)));
        }

        return world;
    }

    /// <summary>What is wrong with a link into this site; null when it leads somewhere.</summary>
    public SelfTestFault? FaultOf(string path)
    {
        var target = PublicAddresses.Read(path);
        return target.Kind switch
        {
            PublicTargetKind.Page => null,
            PublicTargetKind.Staff => SelfTestFault.LinkToStaffPage,
            PublicTargetKind.Organisation => Unless(_organisations.Contains(target.Name)),
            PublicTargetKind.Domain => Unless(_domains.Contains(target.Name)),
            PublicTargetKind.Item => Unless(_items.Contains((target.Name, target.Part))),
            PublicTargetKind.IndexNumber => Unless(_numbers.Contains(target.Name)),
            PublicTargetKind.Aspect => Unless(DisclosureAspectSet.All.Any(a => string.Equals(a.ToString(), target.Name, StringComparison.OrdinalIgnoreCase))),
            PublicTargetKind.Disclosure or PublicTargetKind.Version or PublicTargetKind.Attachment => FaultOf(target),
            _ => SelfTestFault.LinkToNoPage,
        };

        static SelfTestFault? Unless(bool known) => known ? null : SelfTestFault.LinkToNoPage;
    }

    private SelfTestFault? FaultOf(PublicTarget target)
    {
        if (!_disclosures.TryGetValue(target.Name, out var standing) || !standing.IsOpen) return SelfTestFault.LinkToClosedDisclosure;
        if (target.Kind == PublicTargetKind.Disclosure) return null;
        if (target.Number < 1 || target.Number > standing.Newest || target.Number <= standing.ClosedThrough) return SelfTestFault.LinkToMissingVersion;
        if (target.Kind == PublicTargetKind.Version) return null;
        return _files.Contains((standing.Id, target.Number, int.Parse(target.Part, CultureInfo.InvariantCulture))) ? null : SelfTestFault.LinkToMissingFile;
    }

    private async Task ReadDisclosuresAsync(DisclosureDb db, List<PublicTarget> targets, CancellationToken stop)
    {
        var addresses = Names(targets, PublicTargetKind.Disclosure, PublicTargetKind.Version, PublicTargetKind.Attachment);
        if (addresses.Count == 0) return;
        var found = await db.Disclosures.EverPublished().AsNoTracking().Where(d => addresses.Contains(d.Address!))
            .Select(d => new { d.Address, d.Id, d.CurrentVersion, d.ClosedThrough, IsOpen = d.Withdrawal == null && d.SuspendedAt == null }).ToListAsync(stop);
        foreach (var d in found) _disclosures[d.Address!] = new Standing(d.Id, d.CurrentVersion, d.ClosedThrough, d.IsOpen);
        if (targets.TrueForAll(t => t.Kind != PublicTargetKind.Attachment)) return;
        var ids = found.Select(d => d.Id).ToList();
        var files = await db.Versions.AsNoTracking().Where(v => ids.Contains(v.DisclosureId))
            .SelectMany(v => v.Attachments, (v, a) => new { v.DisclosureId, v.Number, a.Ordinal }).ToListAsync(stop);
        _files.UnionWith(files.Select(f => (f.DisclosureId, f.Number, f.Ordinal)));
    }

    private static List<string> Names(IEnumerable<PublicTarget> targets, params PublicTargetKind[] kinds) =>
        [.. targets.Where(t => kinds.Contains(t.Kind)).Select(t => t.Name).Distinct()];

    private sealed record Standing(Guid Id, int Newest, int ClosedThrough, bool IsOpen);
}
