using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Web.Pages.Disclosures;

/// <summary>What the document partials need: the newest version and an old one are laid out alike.</summary>
public interface IDocumentPage
{
    PublicRecord Record { get; }

    PublicVersion? Version { get; }

    IReadOnlyList<VersionLine> History { get; }

    IReadOnlyList<ItemLine> Items { get; }

    IReadOnlyList<ListedDisclosure> Related { get; }

    IReadOnlyList<OutlineEntry> Outline { get; }

    Validity Validity { get; }
}
