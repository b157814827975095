namespace PublicDisclosure.Core.Jobs;

/// <summary>
/// Work done again and again in the background. A job asks what is due and calls the same workflow method a person calls,
/// one item at a time; one failure does not stop the rest.
/// </summary>
public interface IPeriodicJob
{
    /// <summary>Name of the job and of its lease row.</summary>
    string Name { get; }

    /// <summary>How often it runs.</summary>
    TimeSpan Every { get; }

    /// <summary>Does what is due now and says how many items it handled.</summary>
    Task<int> RunAsync(CancellationToken stop);
}
