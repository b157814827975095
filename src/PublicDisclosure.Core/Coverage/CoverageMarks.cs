using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Postings;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Coverage;

/// <summary>
/// Finds in a unit of work what duties are counted from. It stands at the one door to the database, because everything that
/// publishes, withdraws, imports, rules or declares passes there: a figure that lags behind would accuse the wrong people.
/// </summary>
internal static class CoverageMarks
{
    /// <summary>Adds the marks to the save, each once.</summary>
    /// <param name="db">The unit of work.</param>
    /// <param name="changed">What it changes.</param>
    public static void Add(DisclosureDb db, IReadOnlyList<EntityEntry> changed)
    {
        var wanted = new HashSet<(Guid? Record, Guid? Organisation, string Item)>();
        foreach (var entry in changed) Find(entry, wanted);
        foreach (var (record, organisation, item) in wanted)
            db.Add(new CoverageMark { Id = Guid.CreateVersion7(), RecordId = record, OrganisationId = organisation, ItemCode = item });
    }

    private static void Find(EntityEntry entry, HashSet<(Guid? Record, Guid? Organisation, string Item)> wanted)
    {
        switch (entry.Entity)
        {
            case Disclosure disclosure:
                wanted.Add((disclosure.Id, null, ""));
                // Handed over to another body: the former one has it no longer.
                if (entry.State == EntityState.Modified && entry.OriginalValues[nameof(Disclosure.OrganisationId)] is Guid former && former != disclosure.OrganisationId)
                    wanted.Add((disclosure.Id, former, ""));
                break;
            case DisclosureItem item when entry.State == EntityState.Deleted:
                wanted.Add((item.DisclosureId, null, item.ItemCode));
                break;
            case DueDate due:
                wanted.Add((due.DisclosureId, null, ""));
                break;
            case OffsitePosting posting:
                wanted.Add((null, posting.OrganisationId, posting.ItemCode));
                break;
            case Duty duty:
                wanted.Add((null, duty.OrganisationId, duty.ItemCode));
                break;
            case ZeroReport report:
                wanted.Add((null, report.OrganisationId, report.ItemCode));
                break;
            case ContentCheck check:
                wanted.Add((null, check.OrganisationId, check.ItemCode));
                break;
            case StandardItem item when entry.State == EntityState.Modified:
                wanted.Add((null, null, item.Code));
                break;
            case LimitRuling { RecountedAt: null } or SettledReading { RecountedAt: null } or HolidayNotice { SignedOffAt: not null, RecountedAt: null }:
                wanted.Add((null, null, ""));
                break;
        }
    }
}
