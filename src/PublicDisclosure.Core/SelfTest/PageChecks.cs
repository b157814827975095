using System.Globalization;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>Checks of one page that need nothing but the page: dates that contradict each other, and tags that are empty.</summary>
internal static class PageChecks
{
    /// <summary>Dates that cannot be true together.</summary>
    public static IEnumerable<FoundFault> Dates(PublishedPage page, DateOnly today)
    {
        var first = BusinessClock.BeijingDate(page.FirstPublishedAt);
        var version = BusinessClock.BeijingDate(page.PublishedAt);
        if (page.DocumentDate > today) yield return Fault(SelfTestFault.DocumentDateInFuture, page.DocumentDate);
        else if (page.DocumentDate > version) yield return Fault(SelfTestFault.DatedAfterPublication, page.DocumentDate, version);
        if (page.FormedOn > first) yield return Fault(SelfTestFault.FormedAfterPublication, page.FormedOn, first);
        if (page.FormedOn > page.OriginalPublishedOn) yield return Fault(SelfTestFault.FormedAfterOldPublication, page.FormedOn, page.OriginalPublishedOn);
        if (page.ExpiresOn < page.EffectiveOn) yield return Fault(SelfTestFault.EndsBeforeItBegins, page.ExpiresOn, page.EffectiveOn);
        if (page.RepealedOn < page.EffectiveOn) yield return Fault(SelfTestFault.RepealedBeforeInForce, page.RepealedOn, page.EffectiveOn);
        if (page.Genre.Rule().NeedsDisplayPeriod && page.DisplayUntil < first) yield return Fault(SelfTestFault.DisplayEndsBeforePublication, page.DisplayUntil, first);

        FoundFault Fault(SelfTestFault fault, params DateOnly?[] dates) =>
            page.Fault(SelfTestIndicator.ContradictingDates, fault, "", [.. dates.Select(d => d!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))]);
    }

    /// <summary>Tags of 政府网站发展指引 that the page would carry empty or not at all.</summary>
    public static IEnumerable<FoundFault> Tags(PublishedPage page)
    {
        if (string.IsNullOrWhiteSpace(page.Title)) yield return Fault(SelfTestFault.TitleTagMissing);
        if (string.IsNullOrWhiteSpace(page.Source) && string.IsNullOrWhiteSpace(page.OrganisationName)) yield return Fault(SelfTestFault.SourceTagMissing);
        if (string.IsNullOrWhiteSpace(page.Keywords)) yield return Fault(SelfTestFault.KeywordsTagMissing);
        if (string.IsNullOrWhiteSpace(page.Summary)) yield return Fault(SelfTestFault.DescriptionTagMissing);

        FoundFault Fault(SelfTestFault fault) => page.Fault(SelfTestIndicator.PageTags, fault, "");
    }
}
