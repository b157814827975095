namespace PublicDisclosure.Core.Shared;

/// <summary>What became of a use case: done, refused with reasons, or overtaken by somebody else's edit.</summary>
public sealed record Outcome
{
    private Outcome(OutcomeKind kind, IReadOnlyList<Refusal> refusals) => (Kind, Refusals) = (kind, refusals);

    /// <summary>Which of the four ways it went.</summary>
    public OutcomeKind Kind { get; }

    /// <summary>Every reason at once; empty unless <see cref="Kind"/> is <see cref="OutcomeKind.Refused"/>.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>True when the change was saved.</summary>
    public bool IsDone => Kind == OutcomeKind.Done;

    /// <summary>The change was saved.</summary>
    public static Outcome Done { get; } = new(OutcomeKind.Done, []);

    /// <summary>Somebody else changed the same thing since the user saw it; nothing was saved.</summary>
    public static Outcome EditedMeanwhile { get; } = new(OutcomeKind.EditedMeanwhile, []);

    /// <summary>It does not exist, or not within the user's organisations; the two look the same from outside.</summary>
    public static Outcome NotFound { get; } = new(OutcomeKind.NotFound, []);

    /// <summary>The rules do not allow it; nothing was saved.</summary>
    public static Outcome Refused(params IReadOnlyList<Refusal> refusals) => new(OutcomeKind.Refused, refusals);

    /// <summary>The rules do not allow it, for one reason.</summary>
    public static Outcome Refused(string code, string? field = null, params object[] arguments) =>
        Refused(new Refusal(code, field, arguments));
}

/// <summary>The ways a use case can end.</summary>
public enum OutcomeKind
{
    Done,
    Refused,
    EditedMeanwhile,
    NotFound,
}
