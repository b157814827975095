namespace PublicDisclosure.Core.Catalogue;

/// <summary>Levels of government that must publish an item (公开层级).</summary>
[Flags]
public enum GovernmentLevels
{
    None = 0,

    /// <summary>县级</summary>
    County = 1,

    /// <summary>乡级</summary>
    Township = 2,

    /// <summary>村级</summary>
    Village = 4,
}

/// <summary>How an item is disclosed (公开方式).</summary>
public enum DisclosureMode
{
    /// <summary>主动</summary>
    Active,

    /// <summary>依申请</summary>
    OnApplication,
}

/// <summary>Where a catalogue row came from, which decides whether it needs checking.</summary>
public enum ItemProvenance
{
    /// <summary>The item was seen on a government's own page.</summary>
    OriginalPage,

    /// <summary>Seen on a copy of a government page under another domain: no authority, 待核对.</summary>
    Mirror,

    /// <summary>Reconstructed from general knowledge without a page: 待核对.</summary>
    GeneralKnowledge,

    /// <summary>Imported from a file by a steward.</summary>
    Imported,

    /// <summary>Entered by hand by a steward.</summary>
    Entered,
}

/// <summary>Whether somebody answers for a row.</summary>
public enum ItemConfirmation
{
    /// <summary>待核对: nobody has confirmed the row; the mark stands wherever the item is shown.</summary>
    Unconfirmed,

    /// <summary>已核对: a steward or the lead department confirmed it by name.</summary>
    Confirmed,

    /// <summary>已剔除: a steward or the lead department struck it; it is not part of the edition in force.</summary>
    Struck,
}

/// <summary>What a township says of an item of the county edition (issue: adoption).</summary>
public enum ItemAdoption
{
    /// <summary>Part of the edition as it is (the county's own edition, or confirmed by the township: 适用).</summary>
    Applies,

    /// <summary>Taken over from the county edition, not yet looked at by the township (待确认).</summary>
    Pending,

    /// <summary>The township proposes that it does not apply (拟不适用); counts as applying until agreed.</summary>
    NotApplicableProposed,

    /// <summary>The lead department or the disclosure office agreed that it does not apply (不适用).</summary>
    NotApplicable,
}

/// <summary>Life of an edition.</summary>
public enum EditionStatus
{
    /// <summary>草案</summary>
    Draft,

    /// <summary>现行</summary>
    InForce,

    /// <summary>已被替代</summary>
    Superseded,
}
