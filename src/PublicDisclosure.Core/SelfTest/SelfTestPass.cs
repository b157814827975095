namespace PublicDisclosure.Core.SelfTest;

/// <summary>A walk over one part of the site for some indicators, in batches.</summary>
public abstract class SelfTestPass
{
    /// <summary>What it looks for. Open findings of these that it does not find any more are closed at its end.</summary>
    public abstract IReadOnlyList<SelfTestIndicator> Indicators { get; }

    /// <summary>Looks at the batch behind a position; <see cref="Guid.Empty"/> begins.</summary>
    public abstract Task<PassStep> StepAsync(Guid after, CancellationToken stop);
}

/// <summary>What a batch brought.</summary>
/// <param name="Faults">Everything found in it.</param>
/// <param name="Seen">How much was looked at.</param>
/// <param name="Next">Position behind the batch; null when the pass is over.</param>
public sealed record PassStep(IReadOnlyList<FoundFault> Faults, int Seen, Guid? Next);
