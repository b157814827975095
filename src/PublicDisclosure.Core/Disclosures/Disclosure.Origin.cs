using PublicDisclosure.Core.ApiKeys;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Where a draft comes from: another disclosure, a row of a batch, the old site, a business system.</summary>
public sealed partial class Disclosure
{
    /// <summary>Longest address of a page of the old site, in characters.</summary>
    public const int OriginalAddressLength = 400;

    /// <summary>The disclosure it was copied from (沿用上期); known to staff only. The source may be gone.</summary>
    public Guid? CopiedFromId { get; private set; }

    /// <summary>The batch it was entered with, or null.</summary>
    public Guid? BatchId { get; private set; }

    /// <summary>Row number of the batch's file, as the file's own program shows it.</summary>
    public int? BatchRow { get; private set; }

    /// <summary>When it was brought over from the old site; null for what was written here.</summary>
    public DateTime? ImportedAt { get; private set; }

    /// <summary>The date of publication that the old site shows. It is never taken for a publication date of this portal.</summary>
    public DateOnly? OriginalPublishedOn { get; private set; }

    /// <summary>Address of the page on the old site; empty when it is not known.</summary>
    public string OriginalAddress { get; private set; } = "";

    /// <summary>What a business system sent; null for what people began.</summary>
    public SystemArrival? Arrival { get; private set; }

    /// <summary>Brought over from the old site: it exists, and says nothing about being in time.</summary>
    public bool IsImported => ImportedAt is not null;

    /// <summary>Remembers the disclosure that this draft was copied from.</summary>
    public void NoteSource(Guid sourceId)
    {
        ThrowUnlessDraft();
        CopiedFromId = sourceId;
    }

    /// <summary>
    /// Remembers that a business system made or filled this draft; the last thing done to it. Who made the key has seen it and could
    /// have sent the text, so that person is no second person either.
    /// </summary>
    /// <param name="key">The system's key.</param>
    /// <param name="reference">The system's own number.</param>
    /// <param name="isRegistration">Only registered as formed; the text is to come.</param>
    /// <param name="now">UTC instant.</param>
    public void NoteArrival(KeyHolder key, string reference, bool isRegistration, DateTime now)
    {
        ThrowUnlessDraft();
        NoteContributor(key.MadeBy);
        Arrival ??= new SystemArrival(Id, key, reference);
        Arrival.Note(key, isRegistration, Revision, now);
    }

    /// <summary>Puts a new draft into a batch; it stays there for good.</summary>
    public void EnterBatch(Guid batchId, int row)
    {
        ThrowUnlessDraft();
        if (BatchId is not null) throw new InvalidOperationException("A disclosure belongs to one batch.");
        (BatchId, BatchRow) = (batchId, row);
    }

    /// <summary>Marks a new draft as brought over from the old site. The mark cannot be taken off: it is shown to the public.</summary>
    /// <param name="now">Time of the import.</param>
    /// <param name="originalPublishedOn">Publication date as the old site shows it; not after today.</param>
    /// <param name="originalAddress">Address there, or empty.</param>
    public void MarkImported(DateTime now, DateOnly originalPublishedOn, string originalAddress)
    {
        ThrowUnlessDraft();
        if (CurrentVersion > 0 || SubmittedAt is not null) throw new InvalidOperationException("Only a new draft can be an import.");
        if (originalPublishedOn > Time.BusinessClock.BeijingDate(now)) throw new RuleViolationException(new Refusal("ImportRow.DateInFuture", "OriginalPublishedOn"));
        if (originalAddress.Length > OriginalAddressLength) throw new RuleViolationException(new Refusal("Disclosure.TextTooLong", "OriginalAddress", OriginalAddressLength, originalAddress.Length));
        (ImportedAt, OriginalPublishedOn, OriginalAddress) = (now, originalPublishedOn, originalAddress);
    }
}
