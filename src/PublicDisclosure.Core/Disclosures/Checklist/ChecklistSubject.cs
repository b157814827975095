using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Text.Media;
using PublicDisclosure.Core.WordLists;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>What the checklist looks at: the disclosure, its rendered text and the facts of the world around it.</summary>
/// <param name="disclosure">With items, attachments and reasons loaded.</param>
/// <param name="facts">The world around it.</param>
/// <param name="rendered">Its body, when the caller has rendered it already: that is most of the checklist's time.</param>
public sealed class ChecklistSubject(Disclosure disclosure, DisclosureFacts facts, RenderedText? rendered = null)
{
    private RenderedText? _rendered = rendered;
    private string? _allText;
    private IReadOnlyList<WordHit>? _wrongWords;
    private IReadOnlyList<PersonalDataHit>? _personalData;
    private IReadOnlyList<QuestionPair>? _questions;

    public Disclosure Disclosure { get; } = disclosure;

    public DisclosureText Text => Disclosure.Text;

    public DisclosureFacts Facts { get; } = facts;

    /// <summary>The body as it would be published.</summary>
    public RenderedText Rendered => _rendered ??= MarkdownRenderer.Render(Text.Body);

    /// <summary>Title, summaries and body as plain text, for rules that look for words anywhere.</summary>
    public string AllText => _allText ??= string.Join('\n', Text.Title, Text.Summary, Text.PlainSummary, Text.Source, Text.ObjectionContact, Rendered.PlainText);

    /// <summary>Pictures, sounds and films of the body.</summary>
    public IReadOnlyList<MediaBlock> Media => Rendered.Media;

    /// <summary>The pairs of a 简明问答.</summary>
    public IReadOnlyList<QuestionPair> Questions => _questions ??= QuestionList.Of(Text.Body);

    /// <summary>Wrong and sensitive forms in the text and in the names of its files, found in one pass for both rules.</summary>
    public IReadOnlyList<WordHit> WrongWords => _wrongWords ??= [.. Facts.Words.Find(string.Join('\n', [AllText, .. Disclosure.Attachments.Select(a => a.FileName)]))];

    /// <summary>Personal data in <see cref="AllText"/>, found once for all rules.</summary>
    public IReadOnlyList<PersonalDataHit> PersonalData => _personalData ??= PersonalDataFinder.Find(AllText);
}

/// <summary>Facts from the database that the checklist needs; loaded once by <see cref="ChecklistRunner"/>.</summary>
public sealed record DisclosureFacts
{
    /// <summary>Beijing date.</summary>
    public required DateOnly Today { get; init; }

    public required string OrganisationName { get; init; }

    /// <summary>Without a credit code no index number can be issued.</summary>
    public bool OrganisationHasCode { get; init; } = true;

    public bool OrganisationIsActive { get; init; } = true;

    /// <summary>The chosen items that are in the edition in force, by code.</summary>
    public IReadOnlyDictionary<string, ItemFacts> Items { get; init; } = new Dictionary<string, ItemFacts>();

    /// <summary>Title of another disclosure of the organisation with the same document number; null when it is free.</summary>
    public string? DocumentNumberTakenBy { get; init; }

    /// <summary>Address of another public disclosure of the organisation with the same title.</summary>
    public string? SameTitleAddress { get; init; }

    /// <summary>Addresses named in the body that lead to no public page of this portal.</summary>
    public IReadOnlyList<string> DeadLinks { get; init; } = [];

    /// <summary>Hashes of attachments that the store does not hold.</summary>
    public IReadOnlyList<string> MissingFiles { get; init; } = [];

    /// <summary>The word lists.</summary>
    public WordMatcher Words { get; init; } = WordMatcher.None;

    /// <summary>How many of the documents that are to be replaced are not public any more.</summary>
    public int ReplacedGone { get; init; }

    /// <summary>What the inspection of the attached files found, by hash; a file without facts blocks every step.</summary>
    public IReadOnlyDictionary<string, FileFacts> Files { get; init; } = new Dictionary<string, FileFacts>();

    /// <summary>Last day in time by Article 26, counted from the formed date; null without one.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>What the day beside the formed date means for the chosen items (起算日期); null where they need none.</summary>
    public LimitAnchor? TriggerAnchor { get; init; }

    /// <summary>The display that the items' own limits demand; null where none does.</summary>
    public DisplayDemand? Display { get; init; }

    /// <summary>Dates found under the files of the disclosure (落款日期).</summary>
    public IReadOnlyList<DateOnly> FileSignatures { get; init; } = [];

    /// <summary>Last day in time of the update under way, counted from the day the information changed; null without one.</summary>
    public DateOnly? ChangeDueOn { get; init; }

    /// <summary>How many dates and amounts a correction may change before the checklist asks whether it is an update.</summary>
    public int FactChangesOfACorrection { get; init; } = DateRuleOptions.DefaultFactChanges;

    /// <summary>Working days the list would be on display; null without a period.</summary>
    public int? DisplayWorkingDays { get; init; }

    /// <summary>Shortest display by the settings, in working days.</summary>
    public int LeastDisplayWorkingDays { get; init; }

    /// <summary>What is known about its interpretation, or about the policies it interprets.</summary>
    public InterpretationFacts Interpretation { get; init; } = new();

    /// <summary>A response answers something else, or reads otherwise, than it does publicly.</summary>
    public bool AnswersOtherwise { get; init; }

    /// <summary>Form and policies of an interpretation, and how much it must say.</summary>
    public InterpretationContentFacts Content { get; init; } = new(null, []);

    /// <summary>The version that is public, when this is a correction.</summary>
    public PublishedFacts? Published { get; init; }
}

/// <summary>What the checklist needs of a standard item.</summary>
public sealed record ItemFacts(
    string Name, string Elements, DisclosureMode Mode, string Channels, bool OrganisationHasDuty)
{
    /// <summary>公开对象: 全社会, or the group in words.</summary>
    public string Audience { get; init; } = "";
}

/// <summary>What the checklist needs of the version that is public.</summary>
public sealed record PublishedFacts(DisclosureText Text, IReadOnlyList<string> FileHashes)
{
    /// <summary>What it replaces.</summary>
    public IReadOnlyList<ReplacementChoice> Replaces { get; init; } = [];

    /// <summary>The items it stands behind, with the elements it carries of each where they are known; null where it is in no list at the moment.</summary>
    public IReadOnlyDictionary<string, string?>? Items { get; init; }

    /// <summary>The working copy stands behind the same items, and ticks the same elements.</summary>
    public bool StandsBehind(IReadOnlyList<DisclosureItem> items) => Items is null
        || (Items.Count == items.Count && items.All(i => Items.TryGetValue(i.ItemCode, out var carried) && (carried is null || Lines(carried).SetEquals(Lines(i.Elements)))));

    private static HashSet<string> Lines(string elements) => [.. elements.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
