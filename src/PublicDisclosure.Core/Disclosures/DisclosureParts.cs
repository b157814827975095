using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>A standard item chosen for a document, with the elements the document carries.</summary>
public sealed record ItemChoice(string ItemCode, string Elements)
{
    /// <summary>How many items a document may stand behind.</summary>
    public const int Most = 20;

    /// <summary>Every reason why these choices cannot be stored.</summary>
    public static IReadOnlyList<Refusal> Check(IReadOnlyList<ItemChoice> items)
    {
        var refusals = new List<Refusal>();
        if (items.Count > Most) refusals.Add(new Refusal("Disclosure.TooManyItems", "Items", Most));
        if (items.Any(i => i.ItemCode.Length is 0 or > Catalogue.StandardItem.CodeLength)) refusals.Add(new Refusal("Disclosure.ItemUnknown", "Items"));
        foreach (var item in items.Where(i => i.Elements.Length > Catalogue.StandardItem.LongTextLength))
            refusals.Add(new Refusal("Disclosure.TextTooLong", "Items", Catalogue.StandardItem.LongTextLength, item.Elements.Length));
        return refusals;
    }
}

/// <summary>A standard item behind which a document stands; the first one (order 0) is its main item.</summary>
public sealed class DisclosureItem
{
    private DisclosureItem()
    {
    }

    internal DisclosureItem(Guid disclosureId, Guid organisationId, string itemCode, string elements, int sortOrder) =>
        (DisclosureId, OrganisationId, ItemCode, Elements, SortOrder) = (disclosureId, organisationId, itemCode, elements, sortOrder);

    public Guid DisclosureId { get; private set; }

    /// <summary>
    /// The disclosure's organisation, kept here too: what one body has behind one item is found without walking through all that
    /// it or everybody else has. Empty in rows of an older database until the first whole count (<c>RefreshCoverage</c>).
    /// </summary>
    public Guid OrganisationId { get; private set; }

    public string ItemCode { get; private set; } = "";

    /// <summary>Elements of the item that the document carries, one a line.</summary>
    public string Elements { get; private set; } = "";

    public int SortOrder { get; private set; }

    internal void HandOver(Guid successorId) => OrganisationId = successorId;
}

/// <summary>Who did what when, with which remark: the history of a disclosure, never changed.</summary>
public sealed class DisclosureTransition
{
    public const int RemarkLength = 1000;

    private DisclosureTransition()
    {
    }

    internal DisclosureTransition(
        Guid id, Guid disclosureId, int step, DisclosureAction action, DisclosureState from, DisclosureState to, DateTime at, Guid by, string remark) =>
        (Id, DisclosureId, Step, Action, From, To, At, By, Remark) = (id, disclosureId, step, action, from, to, at, by, remark);

    public Guid Id { get; private set; }

    public Guid DisclosureId { get; private set; }

    /// <summary>The disclosure's revision at the step: the order of the history, also where two steps share an instant.</summary>
    public int Step { get; private set; }

    public DisclosureAction Action { get; private set; }

    public DisclosureState From { get; private set; }

    public DisclosureState To { get; private set; }

    public DateTime At { get; private set; }

    public Guid By { get; private set; }

    public string Remark { get; private set; } = "";
}

/// <summary>One secrecy review by a named person (保密审查), of the text revision it saw.</summary>
public sealed class SecrecyReview
{
    public const int RemarkLength = 1000;

    private SecrecyReview()
    {
    }

    internal SecrecyReview(
        Guid id, Guid disclosureId, int step, SecrecyConclusion conclusion, string remark, int textRevision, DateTime at, Guid by) =>
        (Id, DisclosureId, Step, Conclusion, Remark, TextRevision, At, By) = (id, disclosureId, step, conclusion, remark, textRevision, at, by);

    public Guid Id { get; private set; }

    public Guid DisclosureId { get; private set; }

    /// <summary>The disclosure's revision at the review: the order of reviews.</summary>
    public int Step { get; private set; }

    public SecrecyConclusion Conclusion { get; private set; }

    public string Remark { get; private set; } = "";

    /// <summary>The review holds only while the disclosure still has this text revision.</summary>
    public int TextRevision { get; private set; }

    public DateTime At { get; private set; }

    public Guid By { get; private set; }
}

/// <summary>A person who changed text or files of the version under way.</summary>
public sealed class DisclosureContributor
{
    private DisclosureContributor()
    {
    }

    internal DisclosureContributor(Guid disclosureId, Guid userId) => (DisclosureId, UserId) = (disclosureId, userId);

    public Guid DisclosureId { get; private set; }

    public Guid UserId { get; private set; }
}

/// <summary>Why somebody went on in spite of a warning of the checklist.</summary>
public sealed class WarningReason
{
    public const int CodeLength = 60;
    public const int ReasonLength = 500;

    private WarningReason()
    {
    }

    internal WarningReason(Guid id, Guid disclosureId, string code, string reason, int textRevision, DateTime at, Guid by, bool atApproval) =>
        (Id, DisclosureId, Code, Reason, TextRevision, At, By, AtApproval) = (id, disclosureId, code, reason, textRevision, at, by, atApproval);

    public Guid Id { get; private set; }

    public Guid DisclosureId { get; private set; }

    /// <summary>Code of the warning.</summary>
    public string Code { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public int TextRevision { get; private set; }

    public DateTime At { get; private set; }

    public Guid By { get; private set; }

    /// <summary>Given by the person who signed it off; warnings that are the approver's to answer take no other reason.</summary>
    public bool AtApproval { get; private set; }
}

/// <summary>Why, when and by whom a published page was withdrawn, and what the public reads in its place.</summary>
public sealed class Withdrawal
{
    public const int NoticeLength = 500;

    private Withdrawal()
    {
    }

    internal Withdrawal(Guid disclosureId, WithdrawalReason reason, string notice, string replacementAddress, DateTime at, Guid by) =>
        (DisclosureId, Reason, Notice, ReplacementAddress, At, By) = (disclosureId, reason, notice, replacementAddress, at, by);

    public Guid DisclosureId { get; private set; }

    public WithdrawalReason Reason { get; private set; }

    /// <summary>What the public reads (撤回说明).</summary>
    public string Notice { get; private set; } = "";

    /// <summary>Address of the document that takes its place; empty when there is none.</summary>
    public string ReplacementAddress { get; private set; } = "";

    public DateTime At { get; private set; }

    public Guid By { get; private set; }
}
