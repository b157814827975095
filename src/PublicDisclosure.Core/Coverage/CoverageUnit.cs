using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Coverage;

/// <summary>
/// A unit as last computed (<see cref="UnitBuilder"/>). It stores facts and no status: the status follows from them and from
/// today's date (<see cref="StatusRule"/>), so that nothing has to be written when a day passes.
/// </summary>
public sealed class CoverageUnit
{
    public const int KeyLength = 60;
    public const int MissingElementsLength = 2000;

    private CoverageUnit()
    {
    }

    public Guid Id { get; private set; }

    public Guid DutyId { get; private set; }

    public Guid OrganisationId { get; private set; }

    public Guid DomainId { get; private set; }

    public string ItemCode { get; private set; } = "";

    public UnitKind Kind { get; private set; }

    /// <summary>Which one of the duty's.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Key of the period it is about; empty for what has none.</summary>
    public string Period { get; private set; } = "";

    /// <summary>The level at which the organisation publishes.</summary>
    public GovernmentLevels Level { get; private set; }

    /// <summary>The item's five disclosures as bits, for filters.</summary>
    public int AspectBits { get; private set; }

    public DateOnly? StartsOn { get; private set; }

    public DateOnly? DueOn { get; private set; }

    /// <summary>Length of the limit in <see cref="DueUnit"/>.</summary>
    public int DueAmount { get; private set; }

    public LimitUnit DueUnit { get; private set; }

    /// <summary>When <see cref="DueOn"/> was counted, UTC: the calendar as of then gives the same way.</summary>
    public DateTime CountedAt { get; private set; }

    public DateOnly? FulfilledOn { get; private set; }

    /// <summary>The disclosure or posting behind it.</summary>
    public Guid? RecordId { get; private set; }

    public bool HasZeroReport { get; private set; }

    public bool IsRated { get; private set; }

    public bool IsNeverPublished { get; private set; }

    /// <summary>要素不全: what is missing, one a line; empty when nothing is.</summary>
    public string MissingElements { get; private set; } = "";

    /// <summary>Something is missing (要素不全).</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>Concurrency token: of two recomputations at one moment the one that read first gives way.</summary>
    public int Revision { get; private set; }

    /// <summary>What its status follows from.</summary>
    public UnitFacts Facts => new(Kind != UnitKind.NotApplicable, HasZeroReport, DueOn, FulfilledOn);

    /// <summary>The limit.</summary>
    public LimitSpan Span => new(DueAmount, DueUnit);

    internal static CoverageUnit Create(Guid id, Duty duty, PlannedUnit plan, int aspectBits, DateTime now, DateOnly today)
    {
        var unit = new CoverageUnit
        {
            Id = id,
            DutyId = duty.Id,
            OrganisationId = duty.OrganisationId,
            DomainId = duty.DomainId,
            ItemCode = duty.ItemCode,
            Kind = plan.Kind,
            Key = plan.Key,
            Period = plan.Period?.Key ?? "",
            CountedAt = now,
        };
        unit.Follow(duty, plan, aspectBits, now, today);
        return unit;
    }

    /// <summary>
    /// Takes over what the plan says now; true when anything is different. A last day that is past stays as it was counted: a
    /// change of limit or calendar moves only what is still to come.
    /// </summary>
    internal bool Follow(Duty duty, PlannedUnit plan, int aspectBits, DateTime now, DateOnly today)
    {
        var before = Values();
        var keepsDate = Kind is UnitKind.Period or UnitKind.Standing or UnitKind.Check && DueOn is { } due && due < today && StartsOn == plan.StartsOn;
        if (!keepsDate)
        {
            if (DueOn != plan.DueOn) CountedAt = now;
            (StartsOn, DueOn, DueAmount, DueUnit) = (plan.StartsOn, plan.DueOn, plan.Span.Amount, plan.Span.Unit);
        }

        var missing = Fit(plan.MissingElements);
        (FulfilledOn, RecordId, HasZeroReport, IsRated) = (plan.FulfilledOn, plan.RecordId, plan.HasZeroReport, plan.IsRated);
        (IsNeverPublished, MissingElements, IsIncomplete) = (plan.IsNeverPublished, missing, missing.Length > 0);
        (Level, AspectBits) = (duty.Level, aspectBits);
        if (before.Equals(Values())) return false;
        Revision++;
        return true;
    }

    private object Values() => (
        (StartsOn, DueOn, DueAmount, DueUnit, FulfilledOn, RecordId), (HasZeroReport, IsRated, IsNeverPublished, MissingElements, Level, AspectBits));

    // Whole elements only: half a line would name an element that does not exist.
    private static string Fit(IReadOnlyList<string> elements)
    {
        var text = "";
        foreach (var element in elements)
        {
            if (text.Length + element.Length + 1 > MissingElementsLength) break;
            text = text.Length == 0 ? element : text + "\n" + element;
        }

        return text;
    }
}

internal sealed class CoverageUnitConfiguration : IEntityTypeConfiguration<CoverageUnit>
{
    public void Configure(EntityTypeBuilder<CoverageUnit> builder)
    {
        builder.ToTable("CoverageUnits");
        builder.Ignore(u => u.Facts).Ignore(u => u.Span);
        builder.Property(u => u.ItemCode).HasMaxLength(StandardItem.CodeLength);
        builder.Property(u => u.Key).HasMaxLength(CoverageUnit.KeyLength);
        builder.Property(u => u.Period).HasMaxLength(10);
        builder.Property(u => u.MissingElements).HasMaxLength(CoverageUnit.MissingElementsLength);
        builder.Property(u => u.Revision).IsConcurrencyToken();
        builder.HasIndex(u => new { u.DutyId, u.Key }).IsUnique();
        // The matrix is read from this index alone.
        builder.HasIndex(u => new { u.DomainId, u.OrganisationId, u.IsRated, u.Kind, u.HasZeroReport, u.DueOn, u.FulfilledOn, u.IsIncomplete, u.Level, u.AspectBits });
        // Item page and an organisation's list.
        builder.HasIndex(u => new { u.ItemCode, u.OrganisationId });
        // A clerk's desk: what is due, by day.
        builder.HasIndex(u => new { u.OrganisationId, u.FulfilledOn, u.DueOn });
        builder.HasIndex(u => u.RecordId);
        builder.HasOne<Duty>().WithMany().HasForeignKey(u => u.DutyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(u => u.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DisclosureDomain>().WithMany().HasForeignKey(u => u.DomainId).OnDelete(DeleteBehavior.Restrict);
    }
}
