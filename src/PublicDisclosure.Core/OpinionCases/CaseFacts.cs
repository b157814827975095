using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.OpinionCases;

/// <summary>What is entered when a case begins.</summary>
/// <param name="Title">What it is called among staff.</param>
/// <param name="Summary">What is being said, and where.</param>
/// <param name="Source">Where it was found.</param>
/// <param name="SourceNote">Which one: number of the ticket, name of the medium; may be empty.</param>
/// <param name="Grade">First grade.</param>
/// <param name="EventAt">When it happened, UTC.</param>
/// <param name="EventEvidence">What shows it.</param>
/// <param name="FoundAt">When it was found, UTC.</param>
/// <param name="FoundEvidence">What shows it.</param>
public sealed record CaseFacts(
    string Title, string Summary, CaseSource Source, string SourceNote, CaseGrade Grade, DateTime EventAt, string EventEvidence, DateTime FoundAt, string FoundEvidence)
{
    /// <summary>Every reason why it cannot be entered.</summary>
    public IReadOnlyList<Refusal> Check(DateTime now)
    {
        var refusals = new List<Refusal>();
        refusals.AddRange(InternalNotes.Check(Title, "OpinionCase.TitleMissing", "Title", OpinionCase.TitleLength));
        refusals.AddRange(InternalNotes.Check(Summary, "OpinionCase.SummaryMissing", "Summary", OpinionCase.TextLength));
        if (SourceNote.Length > 0) refusals.AddRange(InternalNotes.Check(SourceNote, "OpinionCase.SummaryMissing", "SourceNote", OpinionCase.NoteLength));
        refusals.AddRange(InternalNotes.Check(EventEvidence, "OpinionCase.EvidenceMissing", "EventEvidence", OpinionCase.NoteLength));
        refusals.AddRange(InternalNotes.Check(FoundEvidence, "OpinionCase.EvidenceMissing", "FoundEvidence", OpinionCase.NoteLength));
        refusals.AddRange(CheckTimes(EventAt, FoundAt, now));
        return refusals;
    }

    /// <summary>Both lie in the past, and nothing is found before it happens.</summary>
    internal static IEnumerable<Refusal> CheckTimes(DateTime eventAt, DateTime foundAt, DateTime now)
    {
        if (eventAt > now) yield return new Refusal("OpinionCase.TimeInFuture", "EventAt");
        if (foundAt > now) yield return new Refusal("OpinionCase.TimeInFuture", "FoundAt");
        if (foundAt < eventAt) yield return new Refusal("OpinionCase.FoundBeforeEvent", "FoundAt");
    }
}
