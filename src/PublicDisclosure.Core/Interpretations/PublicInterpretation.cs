using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>
/// What the public knows of an interpretation beside its text, frozen by the publication of its newest version. Whether it can be
/// seen at the moment says its <see cref="PublicListing"/>: nothing shows this row without that one.
/// </summary>
public sealed class PublicInterpretation
{
    private readonly List<PublicInterpretationLink> _links = [];

    private PublicInterpretation()
    {
    }

    /// <summary>The disclosure that holds its text.</summary>
    public Guid DisclosureId { get; private set; }

    public InterpretationForm Form { get; private set; }

    public PolicyStage Stage { get; private set; }

    public Interpreter Interpreter { get; private set; } = new();

    /// <summary>The policies it explains.</summary>
    public IReadOnlyList<PublicInterpretationLink> Links => _links;

    /// <summary>Freezes the working copy.</summary>
    internal static PublicInterpretation Of(Interpretation interpretation)
    {
        var frozen = new PublicInterpretation { DisclosureId = interpretation.DisclosureId };
        frozen.Freeze(interpretation);
        return frozen;
    }

    /// <summary>Freezes it anew, with the next version.</summary>
    internal void Freeze(Interpretation interpretation)
    {
        (Form, Stage, Interpreter) = (interpretation.Form, interpretation.Stage, interpretation.Interpreter);
        var policies = interpretation.Links.Select(l => l.PolicyId).ToList();
        _links.RemoveAll(l => !policies.Contains(l.PolicyId));
        _links.AddRange(policies.Where(p => !_links.Exists(l => l.PolicyId == p)).Select(p => new PublicInterpretationLink(DisclosureId, p)).ToList());
    }
}

/// <summary>An interpretation and a policy that point at each other in public.</summary>
public sealed class PublicInterpretationLink
{
    private PublicInterpretationLink()
    {
    }

    internal PublicInterpretationLink(Guid interpretationId, Guid policyId) => (InterpretationId, PolicyId) = (interpretationId, policyId);

    public Guid InterpretationId { get; private set; }

    public Guid PolicyId { get; private set; }
}
