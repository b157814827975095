namespace PublicDisclosure.Core.Shared;

/// <summary>An <see cref="Outcome"/> that carries a value when it is done: the id of what was created, a parsed file.</summary>
public sealed record OutcomeOf<T>(Outcome Outcome, T? Value)
{
    /// <summary>True when the change was saved and <see cref="Value"/> is set.</summary>
    public bool IsDone => Outcome.IsDone;

    /// <summary>Every reason at once; empty when done.</summary>
    public IReadOnlyList<Refusal> Refusals => Outcome.Refusals;

    public static implicit operator OutcomeOf<T>(T value) => new(Outcome.Done, value);

    public static implicit operator OutcomeOf<T>(Outcome outcome) => new(outcome, default);

    public static implicit operator OutcomeOf<T>(Refusal refusal) => new(Outcome.Refused(refusal), default);
}
