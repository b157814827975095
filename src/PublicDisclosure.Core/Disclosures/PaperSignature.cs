using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>A file in the closed store: what the store calls it, and what its owner called it.</summary>
public sealed record ClosedFile(string Key, string FileName, string Kind, long Size);

/// <summary>What is entered of a leader's signature on paper.</summary>
/// <param name="SignerName">Who signed.</param>
/// <param name="SignerPost">Their post at the time.</param>
/// <param name="SignedOn">Date under the signature.</param>
/// <param name="Scan">The scanned sheet.</param>
public sealed record SignedPaper(string SignerName, string SignerPost, DateOnly? SignedOn, ClosedFile? Scan)
{
    /// <summary>Every reason why this cannot be entered.</summary>
    /// <param name="formedOn">When the information was formed: nobody signs what does not exist yet.</param>
    /// <param name="today">Beijing date.</param>
    public IReadOnlyList<Refusal> Check(DateOnly? formedOn, DateOnly today)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(SignerName)) refusals.Add(new Refusal("PaperSignature.NameMissing", "SignerName"));
        else if (SignerName.Trim().Length > PaperSignature.NameLength) refusals.Add(new Refusal("Disclosure.TextTooLong", "SignerName", PaperSignature.NameLength, SignerName.Trim().Length));
        if (string.IsNullOrWhiteSpace(SignerPost)) refusals.Add(new Refusal("PaperSignature.PostMissing", "SignerPost"));
        else if (SignerPost.Trim().Length > PaperSignature.PostLength) refusals.Add(new Refusal("Disclosure.TextTooLong", "SignerPost", PaperSignature.PostLength, SignerPost.Trim().Length));
        if (SignedOn is null) refusals.Add(new Refusal("PaperSignature.DateMissing", "SignedOn"));
        else if (SignedOn > today) refusals.Add(new Refusal("PaperSignature.DateInFuture", "SignedOn"));
        else if (SignedOn < formedOn) refusals.Add(new Refusal("PaperSignature.DateBeforeFormed", "SignedOn"));
        if (Scan is null) refusals.Add(new Refusal("PaperSignature.ScanMissing", "Scan"));
        return refusals;
    }
}

/// <summary>
/// A leader's signature on paper for one step of the review: the person at the computer entered it, the leader decided. Both
/// names stay. The scan lies in the closed store and never reaches the public.
/// </summary>
public sealed class PaperSignature
{
    public const int NameLength = 50;
    public const int PostLength = 100;
    public const int KeyLength = 128;

    /// <summary>Kinds of file a scan may have.</summary>
    public static readonly IReadOnlyList<string> ScanKinds = ["pdf", "jpg", "jpeg", "png"];

    private PaperSignature()
    {
    }

    internal PaperSignature(Guid id, Guid disclosureId, int step, DisclosureAction action, SignedPaper paper, DateTime now, Guid by)
    {
        (Id, DisclosureId, Step, Action, EnteredAt, EnteredBy) = (id, disclosureId, step, action, now, by);
        (SignerName, SignerPost, SignedOn) = (paper.SignerName.Trim(), paper.SignerPost.Trim(), paper.SignedOn!.Value);
        (ScanKey, ScanName, ScanKind, ScanSize) = paper.Scan!;
    }

    public Guid Id { get; private set; }

    public Guid DisclosureId { get; private set; }

    /// <summary>The disclosure's revision at the step, as in <see cref="DisclosureTransition.Step"/>.</summary>
    public int Step { get; private set; }

    /// <summary>Which step was signed.</summary>
    public DisclosureAction Action { get; private set; }

    public string SignerName { get; private set; } = "";

    public string SignerPost { get; private set; } = "";

    public DateOnly SignedOn { get; private set; }

    /// <summary>What the closed store calls the scan.</summary>
    public string ScanKey { get; private set; } = "";

    public string ScanName { get; private set; } = "";

    /// <summary>Extension in small letters.</summary>
    public string ScanKind { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long ScanSize { get; private set; }

    public DateTime EnteredAt { get; private set; }

    public Guid EnteredBy { get; private set; }
}
