using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>
/// What shows of an interpretation beside its own page, and what a policy's standing leaves readable around it. Both are disclosures,
/// each with a standing of its own; this says how the two tables of <see cref="PublicVisibility"/> meet. <c>docs/visibility.md</c>
/// repeats it, and a test asks every output.
/// </summary>
public static class InterpretationVisibility
{
    /// <summary>What the address of one of its questions answers: as the page itself where its text may be read.</summary>
    public static int QuestionStatus(PublicView own) => own.Shows(PublicPart.Body) && own.Status == 200 ? 200 : own.Status == 404 ? 404 : 410;

    /// <summary>It stands in /interpretations, its feed and every other list, and at the top of the page of a policy that can be read.</summary>
    public static bool IsListed(PublicView own) => own.Shows(PublicPart.Lists);

    /// <summary>The page of a policy names what explains it.</summary>
    public static bool NamesMaterial(PublicView policy) => policy.Shows(PublicPart.Body);

    /// <summary>The policy's title stands on the pages of what explains it, in their list, and in the register of debts.</summary>
    public static bool IsNamed(PublicView policy) => policy.Shows(PublicPart.Lists);
}
