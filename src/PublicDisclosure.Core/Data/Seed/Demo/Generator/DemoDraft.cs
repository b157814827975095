using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Data.Seed.Demo;

/// <summary>
/// A place in the order of publication. The document is made when its turn comes, so that a hundred thousand of them never
/// stand in memory together.
/// </summary>
internal sealed record DemoEntry(string Key, DateTime PublishAt, Func<DemoDraft> Make)
{
    /// <summary>The place of a document that is there already.</summary>
    public static DemoEntry Of(DemoDraft draft) => new(draft.Key, draft.PublishAt, () => draft);

    /// <summary>Makes and renders the document: most of the work, and all of it free of the database and of what was before.</summary>
    public RenderedDraft Render()
    {
        var draft = Make();
        return new RenderedDraft(draft, MarkdownRenderer.Render(draft.Text.Normalised().Body));
    }
}

/// <summary>A document with its body as HTML.</summary>
internal sealed record RenderedDraft(DemoDraft Draft, RenderedText Body);

/// <summary>A document ready to be led through the workflow, with the days on which things happen to it.</summary>
internal sealed record DemoDraft(
    string Key,
    Organisation Organisation,
    DisclosureText Text,
    IReadOnlyList<string> ItemCodes,
    DateTime PublishAt,
    IReadOnlyList<DemoAttachment> Attachments,
    IReadOnlyList<DemoCorrection> Corrections,
    DemoWithdrawal? Withdrawal)
{
    /// <summary>What it explains; null for a document that is no interpretation.</summary>
    public DemoExplanation? Explanation { get; init; }

    /// <summary>Written, reviewed and published within two hours, as a first information is.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>A draft without attachments and later events.</summary>
    public static DemoDraft Plain(string key, Organisation organisation, DisclosureText text, IReadOnlyList<string> itemCodes, DateTime publishAt) =>
        new(key, organisation, text, itemCodes, publishAt, [], [], null);
}
