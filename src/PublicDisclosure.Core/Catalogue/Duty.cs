namespace PublicDisclosure.Core.Catalogue;

/// <summary>Which organisation must publish which item (公开责任). It follows the item's code from edition to edition.</summary>
public sealed class Duty
{
    private Duty()
    {
    }

    public Guid Id { get; private set; }

    public Guid OrganisationId { get; private set; }

    public Guid DomainId { get; private set; }

    public string ItemCode { get; private set; } = "";

    /// <summary>The level at which the organisation publishes.</summary>
    public GovernmentLevels Level { get; private set; }

    /// <summary>First day on which the duty is followed.</summary>
    public DateOnly TrackedFrom { get; private set; }

    /// <summary>False once the item no longer applies or was retired; the row stays as evidence.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>The day from which it was no longer followed; null while it is.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>
    /// Since when records count that came from a dissolved body with its duty; null where there was none. Its periods stay with the
    /// old name.
    /// </summary>
    public DateOnly? RecordsFrom { get; private set; }

    public static Duty Create(Guid id, Guid organisationId, Guid domainId, string itemCode, GovernmentLevels level, DateOnly trackedFrom) => new()
    {
        Id = id,
        OrganisationId = organisationId,
        DomainId = domainId,
        ItemCode = itemCode,
        Level = level,
        TrackedFrom = trackedFrom,
    };

    /// <summary>Ends the duty on a day, or takes it up again.</summary>
    public void SetActive(bool active, DateOnly today)
    {
        if (IsActive == active) return;
        (IsActive, EndedOn) = (active, active ? null : today);
    }

    /// <summary>Takes over what a dissolved body still had to publish.</summary>
    public void TakeOver(Duty from, DateOnly today)
    {
        SetActive(true, today);
        var since = from.RecordsFrom ?? from.TrackedFrom;
        if (RecordsFrom is null || since < RecordsFrom) RecordsFrom = since;
    }
}
