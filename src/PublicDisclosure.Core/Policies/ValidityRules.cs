using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Policies;

/// <summary>Why an act on a document's validity may not be recorded or confirmed; every reason at once.</summary>
public static class ValidityRules
{
    /// <summary>The reasons against recording an act, and again against confirming it, for time has passed by then.</summary>
    /// <param name="command">What was entered.</param>
    /// <param name="document">The document concerned.</param>
    /// <param name="today">Beijing date.</param>
    /// <param name="own">The act itself when it is being confirmed.</param>
    public static IReadOnlyList<Refusal> Check(RecordValidityAct command, ValidityCase document, DateOnly today, Guid? own = null)
    {
        if (!document.Genre.Rule().HasValidity) return [new Refusal("Validity.GenreHasNone")];
        var refusals = new List<Refusal>();
        if (document.Acts.Any(a => a.State == ValidityActState.Pending && a.Id != own)) refusals.Add(new Refusal("Validity.AnotherIsPending"));
        Words(command, refusals);
        Basis(command, document, refusals);
        var others = document.Acts.Where(a => a.Id != own).ToList();
        var counting = ValidityDates.Counting(others);
        if (command.CorrectsId is { } corrected && counting.All(a => a.Id != corrected)) refusals.Add(new Refusal("Validity.CorrectedUnknown", "CorrectsId"));
        var dates = ValidityDates.Of(document.EffectiveOn, document.ExpiresOn, counting.Where(a => a.Id != command.CorrectsId));
        if (dates.RepealedOn is { } repealed) refusals.Add(new Refusal("Validity.AlreadyRepealed", "CorrectsId", repealed));
        Dates(command, dates, today, refusals);
        return refusals;
    }

    /// <summary>The reasons against deciding on an act that lie in the act and the person.</summary>
    public static IReadOnlyList<Refusal> CheckDecision(ValidityAct act, Guid by)
    {
        if (act.State != ValidityActState.Pending) return [new Refusal("Validity.NotPending")];
        return act.RecordedBy == by ? [new Refusal("Validity.ConfirmerIsRecorder")] : [];
    }

    private static void Words(RecordValidityAct command, List<Refusal> refusals)
    {
        if (string.IsNullOrWhiteSpace(command.Reason)) refusals.Add(new Refusal("Validity.ReasonMissing", "Reason"));
        Limit(command.Reason, ValidityAct.ReasonLength, "Reason");
        Limit(command.Basis, ValidityAct.BasisLength, "Basis");

        void Limit(string text, int length, string field)
        {
            if (text.Trim().Length > length) refusals.Add(new Refusal("Disclosure.TextTooLong", field, length, text.Trim().Length));
        }
    }

    private static void Basis(RecordValidityAct command, ValidityCase document, List<Refusal> refusals)
    {
        if (command.BasisDisclosureId is null && string.IsNullOrWhiteSpace(command.Basis)) refusals.Add(new Refusal("Validity.BasisMissing", "Basis"));
        if (command.BasisDisclosureId is null) return;
        if (command.BasisDisclosureId == command.DisclosureId) refusals.Add(new Refusal("Validity.BasisIsItself", "BasisAddress"));
        else if (!document.BasisIsPublic) refusals.Add(new Refusal("Validity.BasisNotPublic", "BasisAddress"));
    }

    private static void Dates(RecordValidityAct command, ValidityDates dates, DateOnly today, List<Refusal> refusals)
    {
        if (command.EffectiveOn is not { } from)
        {
            refusals.Add(new Refusal("Validity.EffectiveOnMissing", "EffectiveOn"));
            return;
        }

        if (!DisclosureText.IsLegalDate(from)) refusals.Add(new Refusal("Disclosure.DateOutOfRange", "EffectiveOn"));
        if (command.NewExpiresOn is { } odd && !DisclosureText.IsLegalDate(odd)) refusals.Add(new Refusal("Disclosure.DateOutOfRange", "NewExpiresOn"));
        if (command.Kind != ValidityActKind.Continue)
        {
            if (command.NewExpiresOn is not null) refusals.Add(new Refusal("Validity.NewEndOnlyForContinuing", "NewExpiresOn"));
            return;
        }

        if (command.NewExpiresOn < from) refusals.Add(new Refusal("Validity.NewEndBeforeBeginning", "NewExpiresOn"));
        // An expired document comes back to life only until a named day.
        if (dates.ExpiresOn < from && command.NewExpiresOn is null) refusals.Add(new Refusal("Validity.NewEndMissing", "NewExpiresOn", dates.ExpiresOn!.Value));
        // Between its end and a later day it would be expired and come back; nobody decides that beforehand.
        if (from > today && dates.ExpiresOn is { } end && end.AddDays(1) < from) refusals.Add(new Refusal("Validity.ContinuesAfterGap", "EffectiveOn", end));
    }
}

/// <summary>What the rules look at.</summary>
/// <param name="Genre">Genre of the public version.</param>
/// <param name="EffectiveOn">Effective date of the public version's text.</param>
/// <param name="ExpiresOn">Expiry date of the public version's text.</param>
/// <param name="Acts">Everything recorded about the document.</param>
/// <param name="BasisIsPublic">The linked basis is a page that is public now.</param>
public sealed record ValidityCase(DisclosureGenre Genre, DateOnly? EffectiveOn, DateOnly? ExpiresOn, IReadOnlyList<ValidityAct> Acts, bool BasisIsPublic);
