namespace PublicDisclosure.Core.Postings;

/// <summary>What a second person made of a record.</summary>
public enum PostingDecision
{
    /// <summary>已确认</summary>
    Confirmed,

    /// <summary>未确认，退回</summary>
    Declined,
}

/// <summary>A photograph of a posting, kept encrypted in the closed store and never served to the public.</summary>
/// <param name="Hash">Its place in the closed store.</param>
/// <param name="FileName">Name as uploaded.</param>
public sealed record PostingPhoto(string Hash, string FileName);

/// <summary>One record of a posting: the first, or a correction with its reason. Never changed, never deleted.</summary>
public sealed class PostingRecord
{
    public const int ReasonLength = 500;
    public const int FileNameLength = Storage.SafeFileName.MaxLength;

    private PostingRecord()
    {
    }

    internal PostingRecord(Guid id, Guid postingId, int number, PostingDetails details, PostingPhoto? photo, string reason, DateTime at, Guid by)
    {
        (Id, PostingId, Number, Details, Reason, RecordedAt, RecordedBy) = (id, postingId, number, details, reason, at, by);
        (PhotoHash, PhotoName) = (photo?.Hash ?? "", photo?.FileName ?? "");
    }

    public Guid Id { get; private set; }

    public Guid PostingId { get; private set; }

    /// <summary>1 for the first.</summary>
    public int Number { get; private set; }

    public PostingDetails Details { get; private set; } = new();

    /// <summary>Hash in the closed store; empty without a photograph.</summary>
    public string PhotoHash { get; private set; } = "";

    public string PhotoName { get; private set; } = "";

    /// <summary>Why it corrects the one before; empty for the first.</summary>
    public string Reason { get; private set; } = "";

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <summary>Null while it waits.</summary>
    public PostingDecision? Decision { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public string Remark { get; private set; } = "";

    /// <summary>The photograph, or null.</summary>
    public PostingPhoto? Photo => PhotoHash.Length == 0 ? null : new PostingPhoto(PhotoHash, PhotoName);

    internal void Decide(PostingDecision decision, string remark, DateTime now, Guid by) =>
        (Decision, Remark, DecidedAt, DecidedBy) = (decision, remark.Trim(), now, by);
}
