using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>
/// What makes a disclosure an interpretation (政策解读): its form, the stage of the policy it explains, who explains it, and the
/// policies it belongs to. Text, versions, review, checklist and withdrawal are the disclosure's own: it is one, of the genre
/// <see cref="DisclosureGenre.Interpretation"/>. A change here counts as a change of its text, so that review is of what goes out.
/// </summary>
public sealed class Interpretation
{
    /// <summary>To how many policies one interpretation may belong.</summary>
    public const int MostPolicies = 20;

    private readonly List<InterpretationLink> _links = [];

    private Interpretation()
    {
    }

    /// <summary>The disclosure that holds its text.</summary>
    public Guid DisclosureId { get; private set; }

    public InterpretationForm Form { get; private set; }

    public PolicyStage Stage { get; private set; }

    /// <summary>Who explains, as the working copy says.</summary>
    public Interpreter Interpreter { get; private set; } = new();

    public DateTime CreatedAt { get; private set; }

    public Guid CreatedBy { get; private set; }

    /// <summary>The policies it explains.</summary>
    public IReadOnlyList<InterpretationLink> Links => _links;

    /// <summary>Makes a new draft of the genre an interpretation of at least one policy.</summary>
    public static Interpretation Of(
        Disclosure disclosure, InterpretationForm form, PolicyStage stage, Interpreter interpreter, IReadOnlyList<Guid> policies, DateTime now, Guid by)
    {
        if (disclosure.Text.Genre != DisclosureGenre.Interpretation) throw new InvalidOperationException("Only a disclosure of the genre is an interpretation.");
        var interpretation = new Interpretation { DisclosureId = disclosure.Id, Form = form, Stage = stage, CreatedAt = now, CreatedBy = by };
        interpretation.Describe(disclosure, stage, interpreter, now, by);
        interpretation.Explain(disclosure, policies, now, by);
        return interpretation;
    }

    /// <summary>Says anew at which stage it explains and who does. The form stays: another form is another interpretation.</summary>
    public void Describe(Disclosure disclosure, PolicyStage stage, Interpreter interpreter, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(Interpreter.Check(interpreter));
        var normalised = interpreter.Normalised();
        if (Stage == stage && Interpreter == normalised) return;
        (Stage, Interpreter) = (stage, normalised);
        disclosure.NoteInterpretationChange(now, by);
    }

    /// <summary>Chooses the policies it explains; at least one, itself never.</summary>
    public void Explain(Disclosure disclosure, IReadOnlyList<Guid> policies, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(CheckPolicies(DisclosureId, policies));
        var after = policies.Distinct().ToList();
        if (after.ToHashSet().SetEquals(_links.Select(l => l.PolicyId))) return;
        _links.RemoveAll(l => !after.Contains(l.PolicyId));
        _links.AddRange(after.Where(p => !_links.Exists(l => l.PolicyId == p)).Select(p => new InterpretationLink(DisclosureId, p)).ToList());
        disclosure.NoteInterpretationChange(now, by);
    }

    /// <summary>Every reason why an interpretation cannot belong to these policies.</summary>
    public static IReadOnlyList<Refusal> CheckPolicies(Guid id, IReadOnlyList<Guid> policies)
    {
        var refusals = new List<Refusal>();
        if (policies.Count == 0) refusals.Add(new Refusal("Interpretation.PolicyMissing", "Policies"));
        if (policies.Contains(id)) refusals.Add(new Refusal("Interpretation.ExplainsItself", "Policies"));
        if (policies.Distinct().Count() > MostPolicies) refusals.Add(new Refusal("Interpretation.TooManyPolicies", "Policies", MostPolicies));
        return refusals;
    }
}

/// <summary>An interpretation belongs to a policy; both may have several of the other.</summary>
public sealed class InterpretationLink
{
    private InterpretationLink()
    {
    }

    internal InterpretationLink(Guid interpretationId, Guid policyId) => (InterpretationId, PolicyId) = (interpretationId, policyId);

    /// <summary>The interpretation's disclosure.</summary>
    public Guid InterpretationId { get; private set; }

    /// <summary>The policy's disclosure.</summary>
    public Guid PolicyId { get; private set; }
}
