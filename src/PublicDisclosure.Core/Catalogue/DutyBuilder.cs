using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>What a township's own edition in force says beside the county edition.</summary>
/// <param name="TownshipId">The township.</param>
/// <param name="NotApplicable">Codes that were agreed not to apply there.</param>
/// <param name="LocalItems">Items that only this township publishes.</param>
public sealed record TownshipVoice(Guid TownshipId, IReadOnlySet<string> NotApplicable, IReadOnlyList<StandardItem> LocalItems);

/// <summary>
/// Turns the rows of an edition into duties: which organisation must publish which item. Pure; the tables of rules and
/// organisations come in as arguments.
/// </summary>
public sealed class DutyBuilder
{
    private static readonly GovernmentLevels[] AllLevels = [GovernmentLevels.County, GovernmentLevels.Township, GovernmentLevels.Village];

    private readonly Dictionary<Guid, string> _domainCodes;
    private readonly List<BodyRule> _phrases;
    private readonly ILookup<string, BodyRule> _decisions;
    private readonly List<Guid> _townships;
    private readonly List<Guid> _departments;
    private readonly HashSet<Guid> _active;
    private readonly Dictionary<Guid, Guid> _heirs;

    public DutyBuilder(IEnumerable<BodyRule> rules, IEnumerable<Organisation> organisations, IEnumerable<DisclosureDomain> domains)
    {
        var ordered = rules.OrderBy(r => r.SortOrder).ToList();
        _phrases = [.. ordered.Where(r => r.ItemCode.Length == 0 && r.Phrase.Length > 0)];
        _decisions = ordered.Where(r => r.ItemCode.Length > 0).ToLookup(r => r.ItemCode);
        var all = organisations.ToList();
        // A rule that names a dissolved body means the one that took over (条例第十条).
        _heirs = all.Where(o => o is { IsActive: false, SuccessorId: not null }).ToDictionary(o => o.Id, o => o.SuccessorId!.Value);
        var active = all.Where(o => o.IsActive).ToList();
        _townships = [.. active.Where(o => o.Kind == OrganisationKind.Township).Select(o => o.Id)];
        _departments = [.. active.Where(o => o.Kind == OrganisationKind.Department).Select(o => o.Id)];
        _active = [.. active.Select(o => o.Id)];
        _domainCodes = domains.ToDictionary(d => d.Id, d => d.Code);
    }

    /// <summary>The duties of the county edition, as the townships' own editions change them.</summary>
    public DutyPlan Build(IEnumerable<StandardItem> items, IReadOnlyList<TownshipVoice> townships)
    {
        var duties = new Dictionary<(Guid, string), PlannedDuty>();
        var gaps = new List<DutyGap>();
        var exceptions = townships.SelectMany(t => t.NotApplicable.Select(code => (t.TownshipId, code))).ToHashSet();
        foreach (var item in items.Where(i => i.Confirmation != ItemConfirmation.Struck)) Walk(item, duties, gaps, exceptions);
        foreach (var township in townships)
            foreach (var item in township.LocalItems.Where(i => i.Confirmation != ItemConfirmation.Struck))
                AddLocal(township.TownshipId, item, duties, gaps);
        return new DutyPlan([.. duties.Values], gaps);
    }

    /// <summary>Whom one phrase rule or decision means.</summary>
    public IReadOnlyList<Guid> Meant(BodyRule rule) => rule.Target switch
    {
        BodyRuleTarget.AllTownships => _townships,
        BodyRuleTarget.AllDepartments => _departments,
        BodyRuleTarget.Organisation when rule.OrganisationId is { } id && _active.Contains(_heirs.GetValueOrDefault(id, id)) => [_heirs.GetValueOrDefault(id, id)],
        _ => [],
    };

    private void Walk(
        StandardItem item, Dictionary<(Guid, string), PlannedDuty> duties, List<DutyGap> gaps, HashSet<(Guid, string)> exceptions)
    {
        if (item.Mode == DisclosureMode.OnApplication)
        {
            gaps.Add(new DutyGap(item.DomainId, item.Code, GovernmentLevels.None, DutyGapKind.OnApplication));
            return;
        }

        if (item.Levels == GovernmentLevels.None) gaps.Add(new DutyGap(item.DomainId, item.Code, GovernmentLevels.None, DutyGapKind.NoLevel));
        foreach (var level in AllLevels)
        {
            foreach (var organisation in MeantAt(item, level, gaps))
            {
                if (exceptions.Contains((organisation, item.Code)))
                    gaps.Add(new DutyGap(item.DomainId, item.Code, level, DutyGapKind.NotApplicable));
                else
                    duties.TryAdd((organisation, item.Code), new PlannedDuty(organisation, item.DomainId, item.Code, level));
            }
        }
    }

    private List<Guid> MeantAt(StandardItem item, GovernmentLevels level, List<DutyGap> gaps)
    {
        void Gap(DutyGapKind kind, string remark = "") => gaps.Add(new DutyGap(item.DomainId, item.Code, level, kind, remark));
        var decisions = _decisions[item.Code].Where(r => r.Level == level).ToList();
        if (decisions.Count > 0)
        {
            foreach (var nobody in decisions.Where(r => r.Target == BodyRuleTarget.Nobody)) Gap(DutyGapKind.DecidedNobody, nobody.Reason);
            return [.. decisions.SelectMany(Meant).Distinct()];
        }

        var named = RulesFor(item, level).ToList();
        var meant = named.SelectMany(Meant).Distinct().ToList();
        if (!item.Levels.HasFlag(level))
        {
            if (meant.Count > 0) Gap(DutyGapKind.BodyWithoutLevel, string.Join('、', named.Select(r => r.Phrase)));
            return [];
        }

        foreach (var nobody in named.Where(r => r.Target == BodyRuleTarget.Nobody))
            Gap(level == GovernmentLevels.Village ? DutyGapKind.VillageLevel : DutyGapKind.OutsideDirectory, nobody.Reason);
        if (named.Count == 0) Gap(level == GovernmentLevels.Village ? DutyGapKind.VillageLevel : DutyGapKind.LevelWithoutBody, item.Text.Body);
        else if (meant.Count == 0 && named.All(r => r.Target != BodyRuleTarget.Nobody)) Gap(DutyGapKind.LevelWithoutBody, item.Text.Body);
        return meant;
    }

    /// <summary>The phrase rules that stand in an item's body text at a level.</summary>
    public IEnumerable<BodyRule> RulesFor(StandardItem item, GovernmentLevels level) => _phrases.Where(r =>
        r.Level == level && (r.DomainCode == "*" || r.DomainCode == _domainCodes.GetValueOrDefault(item.DomainId))
        && item.Text.Body.Contains(r.Phrase, StringComparison.Ordinal));

    // A township's own item is the township's duty, whatever its body text calls it.
    private static void AddLocal(Guid townshipId, StandardItem item, Dictionary<(Guid, string), PlannedDuty> duties, List<DutyGap> gaps)
    {
        if (item.Mode == DisclosureMode.OnApplication)
            gaps.Add(new DutyGap(item.DomainId, item.Code, GovernmentLevels.Township, DutyGapKind.OnApplication));
        else
            duties.TryAdd((townshipId, item.Code), new PlannedDuty(townshipId, item.DomainId, item.Code, GovernmentLevels.Township));
    }
}
