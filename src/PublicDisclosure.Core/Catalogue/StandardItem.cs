using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>
/// One row of a standard catalogue (公开事项): what is published, on what basis, by when, by whom, through which channels, to
/// whom. The row belongs to one edition; its <see cref="Code"/> survives editions and is what documents and duties point to.
/// </summary>
public sealed class StandardItem
{
    public const int CodeLength = 40;
    public const int LevelNameLength = 200;
    public const int ShortTextLength = 500;
    public const int LongTextLength = 4000;
    public const int ReasonLength = 500;
    public const int SequenceLength = 40;

    private StandardItem()
    {
    }

    public Guid Id { get; private set; }

    public Guid EditionId { get; private set; }

    public Guid DomainId { get; private set; }

    /// <summary>Stable code, made once from the domain and the levels (see <see cref="ItemCode"/>).</summary>
    public string Code { get; private set; } = "";

    /// <summary>Sequence as printed (序号); township copies keep the county's numbers, so it is neither dense nor always a number.</summary>
    public string Sequence { get; private set; } = "";

    public int SortOrder { get; private set; }

    /// <summary>What the row says.</summary>
    public StandardItemText Text { get; private set; } = new();

    public GovernmentLevels Levels { get; private set; }

    public DisclosureMode Mode { get; private set; }

    /// <summary>The five disclosures the item belongs to; 推定 until confirmed.</summary>
    public DisclosureAspects Aspects { get; private set; }

    public bool AspectsConfirmed { get; private set; }

    /// <summary>Class of Articles 20-21; 推定 until confirmed.</summary>
    public MandatoryClass MandatoryClass { get; private set; } = MandatoryClass.OtherMandatory;

    public bool MandatoryClassConfirmed { get; private set; }

    public ItemProvenance Provenance { get; private set; }

    /// <summary>Page the row was seen on, or how it came about.</summary>
    public string SourceAddress { get; private set; } = "";

    public ItemConfirmation Confirmation { get; private set; }

    public Guid? ConfirmedBy { get; private set; }

    public DateTime? ConfirmedAt { get; private set; }

    public ItemAdoption Adoption { get; private set; }

    /// <summary>Why it should not apply, why that was not agreed to, or why a steward struck the row.</summary>
    public string AdoptionReason { get; private set; } = "";

    /// <summary>Who agreed, or did not agree, that it does not apply.</summary>
    public Guid? AdoptionDecidedBy { get; private set; }

    /// <summary>An item that only this township publishes (自选事项).</summary>
    public bool IsLocal { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Revision { get; private set; }

    /// <summary>The mark 待核对 must stand beside the item.</summary>
    public bool NeedsChecking => Confirmation == ItemConfirmation.Unconfirmed;

    public static StandardItem Create(
        Guid id, Guid editionId, Guid domainId, string code, string sequence, int sortOrder, StandardItemText text,
        GovernmentLevels levels, DisclosureMode mode, ItemProvenance provenance, string sourceAddress = "")
    {
        RuleViolationException.ThrowIfAny(StandardItemText.Check(text));
        return new StandardItem
        {
            Id = id,
            EditionId = editionId,
            DomainId = domainId,
            Code = code,
            Sequence = sequence,
            SortOrder = sortOrder,
            Text = text,
            Levels = levels,
            Mode = mode,
            Provenance = provenance,
            SourceAddress = sourceAddress,
        };
    }

    /// <summary>A copy in another edition, for a new year or for a township that adopts the county's edition.</summary>
    public StandardItem CopyTo(Guid id, Guid editionId, ItemAdoption adoption)
    {
        var copy = (StandardItem)MemberwiseClone();
        (copy.Id, copy.EditionId, copy.Adoption, copy.AdoptionDecidedBy, copy.Revision) = (id, editionId, adoption, null, 0);
        // The reason why a row was struck stays with the row; a reason about applying was about the former edition.
        if (Confirmation != ItemConfirmation.Struck) copy.AdoptionReason = "";
        return copy;
    }

    /// <summary>Replaces what the row says. A changed row must be confirmed again.</summary>
    public void Edit(string sequence, StandardItemText text, GovernmentLevels levels, DisclosureMode mode)
    {
        RuleViolationException.ThrowIfAny(StandardItemText.Check(text));
        (Sequence, Text, Levels, Mode) = (sequence, text, levels, mode);
        (Confirmation, ConfirmedBy, ConfirmedAt) = (ItemConfirmation.Unconfirmed, null, null);
        Revision++;
    }

    /// <summary>Sets the five disclosures; a person's choice counts as confirmed, the rule table's as 推定.</summary>
    public void ClassifyAspects(DisclosureAspects aspects, bool confirmed)
    {
        if (aspects == DisclosureAspects.None) throw new RuleViolationException(new Refusal("Item.AspectMissing", "Aspects"));
        (Aspects, AspectsConfirmed) = (aspects, confirmed);
        Revision++;
    }

    /// <summary>Sets the class of Articles 20-21.</summary>
    public void ClassifyMandatory(MandatoryClass mandatoryClass, bool confirmed)
    {
        (MandatoryClass, MandatoryClassConfirmed) = (mandatoryClass, confirmed);
        Revision++;
    }

    /// <summary>A steward or the lead department answers for the row by name.</summary>
    public void Confirm(DateTime now, Guid by)
    {
        if (Confirmation == ItemConfirmation.Struck) AdoptionReason = "";
        (Confirmation, ConfirmedBy, ConfirmedAt) = (ItemConfirmation.Confirmed, by, now);
        Revision++;
    }

    /// <summary>A steward or the lead department strikes the row, with a reason.</summary>
    public void Strike(DateTime now, Guid by, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleViolationException(new Refusal("Item.StrikeReasonMissing", "Reason"));
        (Confirmation, ConfirmedBy, ConfirmedAt, AdoptionReason) = (ItemConfirmation.Struck, by, now, reason.Trim());
        Revision++;
    }

    /// <summary>The township confirms that the item applies.</summary>
    public void ConfirmApplies()
    {
        (Adoption, AdoptionReason, AdoptionDecidedBy) = (ItemAdoption.Applies, "", null);
        Revision++;
    }

    /// <summary>The township proposes that the item does not apply; nothing changes until it is agreed.</summary>
    public void ProposeNotApplicable(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleViolationException(new Refusal("Item.NotApplicableReasonMissing", "Reason"));
        (Adoption, AdoptionReason, AdoptionDecidedBy) = (ItemAdoption.NotApplicableProposed, reason.Trim(), null);
        Revision++;
    }

    /// <summary>
    /// The lead department or the disclosure office decides on the proposal. Refused, the item applies; the township may
    /// propose again with a better reason while its edition is a draft.
    /// </summary>
    public void DecideNotApplicable(Guid by, bool agreed, string remark)
    {
        if (Adoption != ItemAdoption.NotApplicableProposed) throw new RuleViolationException(new Refusal("Item.NothingProposed"));
        if (!agreed && string.IsNullOrWhiteSpace(remark)) throw new RuleViolationException(new Refusal("Item.RefusalReasonMissing", "Remark"));
        (Adoption, AdoptionDecidedBy) = (agreed ? ItemAdoption.NotApplicable : ItemAdoption.Applies, by);
        if (!agreed) AdoptionReason = remark.Trim();
        Revision++;
    }

    /// <summary>Marks an item only this township publishes.</summary>
    public void MarkLocal() => IsLocal = true;
}
