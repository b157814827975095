using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>What a look at a record that is not public led to.</summary>
public enum ReexaminationResult
{
    /// <summary>继续不公开</summary>
    StaysNotPublic,

    /// <summary>转为公开</summary>
    BecomesPublic,
}

/// <summary>One look at whether a filed record may be public by now; never changed.</summary>
public sealed class Reexamination
{
    public const int ReasonLength = 500;

    private Reexamination()
    {
    }

    internal Reexamination(Guid id, Guid disclosureId, ReexaminationResult result, string reason, DateOnly? nextOn, Guid? newDraftId, DateTime at, Guid by) =>
        (Id, DisclosureId, Result, Reason, NextOn, NewDraftId, At, By) = (id, disclosureId, result, reason, nextOn, newDraftId, at, by);

    public Guid Id { get; private set; }

    public Guid DisclosureId { get; private set; }

    public ReexaminationResult Result { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>When it is looked at next; null where it became public.</summary>
    public DateOnly? NextOn { get; private set; }

    /// <summary>The draft that takes it to the public.</summary>
    public Guid? NewDraftId { get; private set; }

    public DateTime At { get; private set; }

    public Guid By { get; private set; }

    /// <summary>Every reason why this cannot be recorded.</summary>
    public static IReadOnlyList<Refusal> Check(ReexaminationResult result, string reason, DateOnly? nextOn, DateOnly today)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(reason)) refusals.Add(new Refusal("Reexamination.ReasonMissing", "Reason"));
        else if (reason.Trim().Length > ReasonLength) refusals.Add(new Refusal("Disclosure.TextTooLong", "Reason", ReasonLength, reason.Trim().Length));
        if (result != ReexaminationResult.StaysNotPublic) return refusals;
        if (nextOn is null) refusals.Add(new Refusal("Reexamination.NextMissing", "NextOn"));
        else if (nextOn <= today) refusals.Add(new Refusal("Reexamination.NextIsPast", "NextOn"));
        return refusals;
    }
}

/// <summary>The opinion of the disclosure office on keeping a policy file from the public, of the text it saw.</summary>
public sealed class OfficeOpinion
{
    public const int WordsLength = 1000;

    private OfficeOpinion()
    {
    }

    internal OfficeOpinion(Guid id, Guid disclosureId, int step, bool agrees, string words, int textRevision, DateTime at, Guid by) =>
        (Id, DisclosureId, Step, Agrees, Words, TextRevision, At, By) = (id, disclosureId, step, agrees, words, textRevision, at, by);

    public Guid Id { get; private set; }

    public Guid DisclosureId { get; private set; }

    /// <summary>The disclosure's revision at the opinion: the order of opinions.</summary>
    public int Step { get; private set; }

    /// <summary>It may stay from the public.</summary>
    public bool Agrees { get; private set; }

    public string Words { get; private set; } = "";

    /// <summary>The opinion holds only while the disclosure still has this text revision.</summary>
    public int TextRevision { get; private set; }

    public DateTime At { get; private set; }

    public Guid By { get; private set; }
}
