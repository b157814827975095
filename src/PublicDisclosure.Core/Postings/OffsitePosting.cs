using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Postings;

/// <summary>
/// A posting off the web (线下公示登记): how an item that does not tick 政府网站 is fulfilled. The public learns the fact, place and
/// days; list and photograph stay inside. Nothing is deleted: a correction is a further record, and each is confirmed by a
/// second person before it counts.
/// </summary>
public sealed class OffsitePosting
{
    private readonly List<PostingRecord> _records = [];

    private OffsitePosting()
    {
    }

    public Guid Id { get; private set; }

    public Guid OrganisationId { get; private set; }

    /// <summary>The standard item it fulfils.</summary>
    public string ItemCode { get; private set; } = "";

    /// <summary>Number of the record that counts and that the public reads; 0 before the first confirmation.</summary>
    public int ConfirmedNumber { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Revision { get; private set; }

    /// <summary>Every record, the first and its corrections, in order.</summary>
    public IReadOnlyList<PostingRecord> Records => _records;

    /// <summary>The record that waits for a second person.</summary>
    public PostingRecord? Open => _records.Find(r => r.Decision is null);

    /// <summary>The record that counts.</summary>
    public PostingRecord? Confirmed => _records.Find(r => r.Number == ConfirmedNumber);

    /// <summary>Records a posting; a second person confirms it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="place">Whose, and for which item.</param>
    /// <param name="details">Checked by <see cref="PostingDetails.Check"/>.</param>
    /// <param name="photo">The photograph in the closed store; null without one.</param>
    /// <param name="now">UTC instant.</param>
    /// <param name="by">The clerk.</param>
    public static OffsitePosting Record(
        Guid id, (Guid OrganisationId, string ItemCode) place, PostingDetails details, PostingPhoto? photo, DateTime now, Guid by)
    {
        var posting = new OffsitePosting { Id = id, OrganisationId = place.OrganisationId, ItemCode = place.ItemCode, CreatedAt = now };
        posting._records.Add(new PostingRecord(Guid.CreateVersion7(now), id, 1, details.Normalised(), photo, "", now, by));
        return posting;
    }

    /// <summary>Records what was wrong anew, with a reason. Until it is confirmed the former record counts.</summary>
    public void Correct(PostingDetails details, PostingPhoto? photo, string reason, DateTime now, Guid by)
    {
        if (Open is not null) throw new RuleViolationException(new Refusal("OffsitePosting.AwaitsConfirmation"));
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleViolationException(new Refusal("OffsitePosting.ReasonMissing", "Reason"));
        ThrowIfTooLong(reason, "Reason");
        _records.Add(new PostingRecord(Guid.CreateVersion7(now), Id, _records.Count + 1, details.Normalised(), photo, reason.Trim(), now, by));
        Revision++;
    }

    /// <summary>Every reason why this person may not decide on the record that waits.</summary>
    public IReadOnlyList<Refusal> CheckDecision(Guid by) => Open is not { } open
        ? [new Refusal("OffsitePosting.NothingToConfirm")]
        : open.RecordedBy == by ? [new Refusal("OffsitePosting.ConfirmerIsRecorder")] : [];

    /// <summary>A second person confirms what was recorded; from now on it counts and the fact is public.</summary>
    public void Confirm(string remark, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(CheckDecision(by));
        ThrowIfTooLong(remark, "Remark");
        var open = Open!;
        open.Decide(PostingDecision.Confirmed, remark, now, by);
        ConfirmedNumber = open.Number;
        Revision++;
    }

    /// <summary>A second person does not confirm it, with a reason; the clerk corrects it.</summary>
    public void Decline(string remark, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(CheckDecision(by));
        if (string.IsNullOrWhiteSpace(remark)) throw new RuleViolationException(new Refusal("OffsitePosting.RemarkMissing", "Remark"));
        ThrowIfTooLong(remark, "Remark");
        Open!.Decide(PostingDecision.Declined, remark, now, by);
        Revision++;
    }

    private static void ThrowIfTooLong(string text, string field)
    {
        if (text.Trim().Length > PostingRecord.ReasonLength)
            throw new RuleViolationException(new Refusal("Disclosure.TextTooLong", field, PostingRecord.ReasonLength, text.Trim().Length));
    }
}
