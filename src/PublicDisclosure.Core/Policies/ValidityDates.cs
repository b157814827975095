using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Policies;

/// <summary>
/// The dates from which a document's validity (有效性) follows on any day: those of its text, moved by the acts that were
/// recorded about it. All are dates in Beijing, so the validity changes at Beijing midnight without anybody doing anything.
/// </summary>
/// <param name="EffectiveOn">First day in force; null means from its publication.</param>
/// <param name="ExpiresOn">Last day in force; null means no end was set.</param>
/// <param name="AmendedOn">First day on which it is in force as amended.</param>
/// <param name="RepealedOn">First day on which it is repealed.</param>
public sealed record ValidityDates(DateOnly? EffectiveOn, DateOnly? ExpiresOn, DateOnly? AmendedOn = null, DateOnly? RepealedOn = null)
{
    /// <summary>The dates of a text, moved by what was confirmed about the document, in the order in which it was recorded.</summary>
    public static ValidityDates Of(DateOnly? effectiveOn, DateOnly? expiresOn, IEnumerable<ValidityAct> acts)
    {
        var dates = new ValidityDates(effectiveOn, expiresOn);
        foreach (var act in Counting(acts))
        {
            dates = act.Kind switch
            {
                // Continuing never leaves a gap (ValidityRules), so that the new end holds from now on.
                ValidityActKind.Continue => dates with { ExpiresOn = act.NewExpiresOn ?? dates.ExpiresOn },
                ValidityActKind.Amend => dates with { AmendedOn = dates.AmendedOn < act.EffectiveOn ? dates.AmendedOn : act.EffectiveOn },
                _ => dates with { RepealedOn = act.EffectiveOn },
            };
        }

        return dates;
    }

    /// <summary>The acts that count: confirmed, and not corrected by a later act that counts itself; oldest first.</summary>
    public static IReadOnlyList<ValidityAct> Counting(IEnumerable<ValidityAct> acts)
    {
        var counting = new List<ValidityAct>();
        var confirmed = acts.Where(a => a.State == ValidityActState.Confirmed).ToDictionary(a => a.Id);
        // Acts of one instant: what corrects another came after it.
        foreach (var act in confirmed.Values.OrderByDescending(a => a.RecordedAt).ThenByDescending(Corrections).ThenByDescending(a => a.Id))
            if (!counting.Exists(later => later.CorrectsId == act.Id)) counting.Add(act);
        counting.Reverse();
        return counting;

        int Corrections(ValidityAct act) => act.CorrectsId is { } id && confirmed.TryGetValue(id, out var earlier) ? 1 + Corrections(earlier) : 0;
    }

    /// <summary>Validity on a day.</summary>
    public Validity On(DateOnly day, DisclosureGenre genre)
    {
        if (!genre.Rule().HasValidity) return Validity.NotApplicable;
        if (RepealedOn <= day) return Validity.Repealed;
        if (ExpiresOn < day) return Validity.Expired;
        if (EffectiveOn > day) return Validity.NotYetInForce;
        return AmendedOn <= day ? Validity.Amended : Validity.InForce;
    }

    /// <summary>The last day up to a day on which the validity became another; null when it never did.</summary>
    public DateOnly? LastChangeUpTo(DateOnly day) =>
        new[] { EffectiveOn, ExpiresOn is { } end && end < DateOnly.MaxValue ? end.AddDays(1) : null, AmendedOn, RepealedOn }.Where(d => d <= day).Max();
}
