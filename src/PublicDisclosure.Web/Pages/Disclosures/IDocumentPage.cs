using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Policies;

namespace PublicDisclosure.Web.Pages.Disclosures;

/// <summary>What the document partials need: the newest version and an old one are laid out alike.</summary>
public interface IDocumentPage
{
    PublicRecord Record { get; }

    PublicVersion? Version { get; }

    IReadOnlyList<VersionLine> History { get; }

    /// <summary>How the versions stand to their due dates, by version.</summary>
    IReadOnlyDictionary<int, Timeliness> Timeliness { get; }

    IReadOnlyList<ItemLine> Items { get; }

    IReadOnlyList<ListedDisclosure> Related { get; }

    IReadOnlyList<OutlineEntry> Outline { get; }

    /// <summary>Confirmed changes of the formed date, the oldest first.</summary>
    IReadOnlyList<FormedDateLine> FormedDates { get; }

    /// <summary>When the organisation last looked the page through (内容核对); null where it never did.</summary>
    PublicCheck? LastCheck { get; }

    /// <summary>Validity today, with what was decided about it and the links of replacement.</summary>
    PublicValidity Validity { get; }
}
