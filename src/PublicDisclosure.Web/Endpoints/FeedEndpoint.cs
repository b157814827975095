using System.ServiceModel.Syndication;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Responses;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Pages.Interpretations;
using PublicDisclosure.Web.Pages.PolicyLibrary;
using PublicDisclosure.Web.Pages.Responses;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>The newest disclosures as Atom feeds, narrowed by what the list they follow is narrowed by.</summary>
public static class FeedEndpoint
{
    private const int Entries = 50;

    /// <summary>Of everything, beside the filters of its list narrowed to an item or to a class of what must be public.</summary>
    public static async Task<IResult> GetAsync(
        HttpContext http, [AsParameters] ListQuery asked, string? item, [FromQuery(Name = "class")] string? mandatory, DisclosureList list, OrganisationDirectory directory,
        PublicCatalogue catalogue, SiteAddress site, BusinessClock clock, AtomFeeds feeds, CancellationToken stop)
    {
        var (organisations, domains) = (await directory.ReadAsync(asked.Organisation, stop), await catalogue.DomainNamesAsync(stop));
        var about = string.IsNullOrWhiteSpace(item) ? null : await catalogue.ItemNameAsync(item, stop);
        var filter = asked.ToFilter(organisations, domains) with { ItemCode = about is null ? null : item, MandatoryClass = ListQuery.Read<MandatoryClass>(mandatory) };
        var conditions = new ListConditions([
            .. asked.Conditions(organisations, domains).All,
            ListCondition.Of("item", item, about, _ => item!, one => one.FullName),
            ListCondition.Coded("class", mandatory, filter.MandatoryClass),
        ]);
        if (AtomFeeds.Refusal(http, conditions, Contradictions(filter, asked, about)) is { } refusal) return refusal;
        var rows = (await list.ReadAsync(filter, null, null, stop, Entries)).Rows;
        return await feeds.AnswerAsync(Feed(conditions.Address("/feed.xml"), PageOf(conditions, asked, about), conditions.Names, rows, site, clock.Today));
    }

    /// <summary>The newest of the policy document library.</summary>
    public static async Task<IResult> PoliciesAsync(
        HttpContext http, [AsParameters] PolicyQuery asked, DisclosureList list, OrganisationDirectory directory, SiteAddress site, BusinessClock clock, AtomFeeds feeds, CancellationToken stop)
    {
        var organisations = await directory.ReadAsync(asked.Organisation, stop);
        var conditions = asked.Conditions(organisations);
        if (AtomFeeds.Refusal(http, conditions) is { } refusal) return refusal;
        var rows = (await list.ReadAsync(asked.ToFilter(organisations), null, null, stop, Entries)).Rows;
        return await feeds.AnswerAsync(Feed("/policies", "政策文件库", conditions, rows, site, clock.Today));
    }

    /// <summary>The newest interpretations of policies.</summary>
    public static async Task<IResult> InterpretationsAsync(
        HttpContext http, [AsParameters] InterpretationQuery asked, DisclosureList list, OrganisationDirectory directory, PublicCatalogue catalogue, SiteAddress site, BusinessClock clock,
        AtomFeeds feeds, CancellationToken stop)
    {
        var (organisations, domains) = (await directory.ReadAsync(asked.Organisation, stop), await catalogue.DomainNamesAsync(stop));
        var conditions = asked.Conditions(organisations, domains);
        if (AtomFeeds.Refusal(http, conditions) is { } refusal) return refusal;
        var rows = (await list.ReadAsync(asked.ToFilter(organisations, domains), null, null, stop, Entries)).Rows;
        return await feeds.AnswerAsync(Feed("/interpretations", "政策解读", conditions, rows, site, clock.Today));
    }

    /// <summary>The newest responses.</summary>
    public static async Task<IResult> ResponsesAsync(
        HttpContext http, [AsParameters] ResponseQuery asked, ResponseReader responses, DisclosureList list, OrganisationDirectory directory, PublicCatalogue catalogue, SiteAddress site,
        BusinessClock clock, AtomFeeds feeds, CancellationToken stop)
    {
        var (organisations, domains) = (await directory.ReadAsync(asked.Organisation, stop), await catalogue.DomainNamesAsync(stop));
        var conditions = asked.Conditions(organisations, domains);
        if (AtomFeeds.Refusal(http, conditions) is { } refusal) return refusal;
        var page = await responses.PageAsync(asked.ToFilter(organisations, domains), null, null, Entries, stop);
        var rows = await list.RowsAsync([.. page.Rows.Select(r => r.Id)], stop);
        return await feeds.AnswerAsync(Feed("/responses", "回应关切", conditions, rows, site, clock.Today));
    }

    /// <summary>What cannot be asked for together: no page shows a class of all organisations, and an item belongs to one domain.</summary>
    private static IEnumerable<string> Contradictions(DisclosureFilter filter, ListQuery asked, ItemName? about)
    {
        if (filter is { MandatoryClass: not null, OrganisationId: null }) yield return "class 应与 organisation 一起使用。";
        if (about is not null && filter.DomainId is not null && !about.Path.StartsWith($"/catalogue/{asked.Domain}/", StringComparison.Ordinal)) yield return "item 不属于 domain 所指的领域。";
    }

    /// <summary>The page that shows people the same: the one of its own that an item, an organisation, a domain or an aspect has, else the list with its filters.</summary>
    private static string PageOf(ListConditions conditions, ListQuery asked, ItemName? about)
    {
        if (about is not null) return about.Path;
        if (conditions.AreOnly("organisation", "class")) return $"/organisations/{asked.Organisation}/mandatory?class={conditions.Narrowing.Single(c => c.Name == "class").Value}";
        return conditions.AreOnly("organisation") ? "/organisations/" + asked.Organisation
            : conditions.AreOnly("domain") ? "/catalogue/" + asked.Domain
            : conditions.AreOnly("aspect") ? "/five/" + asked.Aspect
            : conditions.Address("/disclosures");
    }

    /// <summary>The feed of a column: below its page, and narrowed by the same words.</summary>
    private static AtomFeed Feed(string column, string name, ListConditions conditions, IReadOnlyList<ListedDisclosure> rows, SiteAddress site, DateOnly today) =>
        Feed(conditions.Address(column + "/feed.xml"), conditions.Address(column), [name, .. conditions.Names], rows, site, today);

    private static AtomFeed Feed(string address, string page, IEnumerable<string> names, IReadOnlyList<ListedDisclosure> rows, SiteAddress site, DateOnly today) => new()
    {
        Address = address,
        Names = [.. names],
        Subtitle = "最新公开的政府信息",
        Page = page,
        Entries = [.. rows.Select(row => Entry(row, site, today))],
    };

    private static SyndicationItem Entry(ListedDisclosure row, SiteAddress site, DateOnly today)
    {
        var validity = row.ValidityOn(today);
        var mark = validity is Validity.NotApplicable or Validity.InForce ? "" : $"【{Words.Of(validity)}】";
        var entry = new SyndicationItem
        {
            Id = site.Of(row.Path),
            Title = new TextSyndicationContent(XmlText.Clean(row.Title)),
            Summary = new TextSyndicationContent(XmlText.Clean(mark + row.Summary)),
            PublishDate = new DateTimeOffset(row.FirstPublishedAt),
            LastUpdatedTime = new DateTimeOffset(ChangedAt(row, today)),
        };
        if (validity != Validity.NotApplicable) entry.Categories.Add(new SyndicationCategory(validity.ToString(), null, Words.Of(validity)));
        if (row.IsImported) entry.Categories.Add(new SyndicationCategory("Imported", null, Words.Of(BatchKind.Import)));
        entry.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(site.Of(row.Path))));
        entry.Authors.Add(new SyndicationPerson { Name = XmlText.Clean(row.OrganisationName) });
        return entry;
    }

    /// <summary>When a reader would see something new: a version, an act on the validity, or a midnight that changed it.</summary>
    private static DateTime ChangedAt(ListedDisclosure row, DateOnly today)
    {
        var changes = new List<DateTime> { row.LastPublishedAt };
        if (row.ValidityActAt is { } act) changes.Add(act);
        if (row.Genre.Rule().HasValidity && row.Dates.LastChangeUpTo(today) is { } day) changes.Add(BusinessClock.Utc(day, TimeOnly.MinValue));
        return changes.Max();
    }
}
