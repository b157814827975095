namespace PublicDisclosure.Core.Catalogue;

/// <summary>Every duty that follows from an edition, and everything about it that no duty follows from.</summary>
/// <param name="Duties">One per organisation and item.</param>
/// <param name="Gaps">Levels and bodies without a duty, each with its reason; nothing is dropped silently.</param>
public sealed record DutyPlan(IReadOnlyList<PlannedDuty> Duties, IReadOnlyList<DutyGap> Gaps)
{
    /// <summary>Gaps that wait for a steward's decision.</summary>
    public IEnumerable<DutyGap> Undecided => Gaps.Where(g => g.IsUndecided);

    /// <summary>Codes of items that no organisation has a duty for.</summary>
    public IReadOnlySet<string> ItemsWithoutDuty
    {
        get
        {
            var withDuty = Duties.Select(d => d.ItemCode).ToHashSet();
            return Gaps.Select(g => g.ItemCode).Where(code => !withDuty.Contains(code)).ToHashSet();
        }
    }
}

/// <summary>An organisation must publish an item.</summary>
public sealed record PlannedDuty(Guid OrganisationId, Guid DomainId, string ItemCode, GovernmentLevels Level);

/// <summary>A level or body of an item from which no duty follows.</summary>
/// <param name="DomainId">Domain of the item.</param>
/// <param name="ItemCode">Code of the item.</param>
/// <param name="Level">The level concerned; none when the whole item is.</param>
/// <param name="Kind">Why.</param>
/// <param name="Remark">The reason of the rule table or of the steward, or the phrase concerned.</param>
public sealed record DutyGap(Guid DomainId, string ItemCode, GovernmentLevels Level, DutyGapKind Kind, string Remark = "")
{
    /// <summary>A steward still has to say who is meant.</summary>
    public bool IsUndecided => Kind is DutyGapKind.LevelWithoutBody or DutyGapKind.BodyWithoutLevel or DutyGapKind.NoLevel;
}

/// <summary>Why no duty follows.</summary>
public enum DutyGapKind
{
    /// <summary>依申请公开: published to those who apply, no active duty.</summary>
    OnApplication,

    /// <summary>A level is ticked, but the body names nobody of that level.</summary>
    LevelWithoutBody,

    /// <summary>The body names somebody of a level that is not ticked.</summary>
    BodyWithoutLevel,

    /// <summary>No level is ticked at all.</summary>
    NoLevel,

    /// <summary>The body is nobody of the directory (a public enterprise, an agency, a village), by the rule table.</summary>
    OutsideDirectory,

    /// <summary>村级: villages publish under 村务公开.</summary>
    VillageLevel,

    /// <summary>A steward decided that nobody publishes at this level.</summary>
    DecidedNobody,

    /// <summary>The township's item was agreed not to apply.</summary>
    NotApplicable,
}
