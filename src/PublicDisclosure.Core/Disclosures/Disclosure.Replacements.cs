using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Which older documents this one replaces.</summary>
public sealed partial class Disclosure
{
    private readonly List<DisclosureReplacement> _replacements = [];

    /// <summary>What the working copy is to replace; takes effect in the publishing transaction.</summary>
    public IReadOnlyList<DisclosureReplacement> Replacements => _replacements;

    /// <summary>Chooses the documents that this draft replaces. A change counts as a change of the text, so that review is of what is published.</summary>
    public void Replace(IReadOnlyList<ReplacementChoice> choices, DateTime now, Guid by)
    {
        ThrowUnlessDraft();
        RuleViolationException.ThrowIfAny(CheckReplacements(Id, choices));
        var before = _replacements.Select(r => new ReplacementChoice(r.ReplacedId, r.Repeals)).OrderBy(r => r.ReplacedId).ToList();
        var after = choices.DistinctBy(c => c.ReplacedId).OrderBy(c => c.ReplacedId).ToList();
        if (before.SequenceEqual(after)) return;
        SetReplacements(after);
        NoteTextChange(now, by);
    }

    /// <summary>Every reason why these documents cannot be replaced by the one with this id.</summary>
    public static IReadOnlyList<Refusal> CheckReplacements(Guid id, IReadOnlyList<ReplacementChoice> choices)
    {
        var refusals = new List<Refusal>();
        if (choices.Any(c => c.ReplacedId == id)) refusals.Add(new Refusal("Disclosure.ReplacesItself"));
        if (choices.Count > DisclosureReplacement.Most) refusals.Add(new Refusal("Disclosure.TooManyReplaced", null, DisclosureReplacement.Most));
        return refusals;
    }

    private void SetReplacements(IReadOnlyList<ReplacementChoice> after)
    {
        _replacements.RemoveAll(r => !after.Contains(new ReplacementChoice(r.ReplacedId, r.Repeals)));
        foreach (var choice in after.Where(c => _replacements.TrueForAll(r => r.ReplacedId != c.ReplacedId)))
            _replacements.Add(new DisclosureReplacement(Id, choice));
    }
}
