using PublicDisclosure.Core.Backup;

namespace PublicDisclosure.Web.Infrastructure.Verbs;

/// <summary>Something an operator does with the site's program instead of serving: <c>migrate</c>, <c>backup</c> ...</summary>
internal interface IVerb
{
    /// <summary>The word on the command line.</summary>
    string Name { get; }

    /// <summary>One line of help: arguments and what it does.</summary>
    string Help { get; }

    /// <summary>Does it. Returns the exit code; throws <see cref="OperationRefusedException"/> when it cannot be done.</summary>
    Task<int> RunAsync(VerbCall call);
}

/// <summary>One call of a verb.</summary>
/// <param name="Services">A scope of its own.</param>
/// <param name="Arguments">Words after the verb that are not switches.</param>
/// <param name="Switches">Words that begin with two dashes and carry no value.</param>
/// <param name="Out">What the operator reads.</param>
internal sealed record VerbCall(
    IServiceProvider Services, IReadOnlyList<string> Arguments, IReadOnlySet<string> Switches, TextWriter Out)
{
    /// <summary>The only argument of a verb that needs one.</summary>
    /// <exception cref="OperationRefusedException">It is missing, or there are more.</exception>
    public string Single(string what) =>
        Arguments is [var only] ? only : throw new OperationRefusedException($"Say one {what}.");
}
