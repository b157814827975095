using System.Globalization;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Coverage;

/// <summary>
/// The filters of the coverage as they stand in an address; pages and downloads take the same. Everything is text here: what
/// cannot be read narrows nothing, and <see cref="Unread"/> says what that was.
/// </summary>
public sealed record CoverageQuery
{
    /// <summary>2026, 2026-Q3, 2026-07 or all; empty for this year.</summary>
    public string? Period { get; init; }

    /// <summary>County, Township or Village.</summary>
    public string? Level { get; init; }

    /// <summary>decision, execution, management, service or result.</summary>
    public string? Aspect { get; init; }

    /// <summary>Address part of a domain.</summary>
    public string? Domain { get; init; }

    /// <summary>Kind of organisation.</summary>
    public string? Kind { get; init; }

    /// <summary>share or overdue; empty for the organisations' own order.</summary>
    public string? Sort { get; init; }

    /// <summary>A status by its name, Incomplete or Unrated.</summary>
    public string? Status { get; init; }

    /// <summary>Code of an item.</summary>
    public string? Item { get; init; }

    /// <summary>Number of the list's page before; see <see cref="PageNumber"/>.</summary>
    public string? After { get; init; }

    /// <summary>Number of the list's page behind.</summary>
    public string? Before { get; init; }

    /// <summary>Words in place of a status: what lacks elements, and what enters no rate.</summary>
    public const string Incomplete = "Incomplete", Unrated = "Unrated";

    /// <summary>Ways to sort.</summary>
    public const string ByShare = "share", ByOverdue = "overdue";

    /// <summary>Number of the list's page, from 1.</summary>
    public int PageNumber => Number(After) is { } after ? after + 1 : Number(Before) is { } before ? Math.Max(1, before - 1) : 1;

    /// <summary>The year or other span; null for everything.</summary>
    public CoverageSpan? Span(DateOnly today) => CoverageSpan.Parse(Period, today);

    /// <summary>The filter, with the domain looked up.</summary>
    public CoverageFilter ToFilter(IEnumerable<DomainLine> domains, DateOnly today) => new()
    {
        Span = Span(today),
        Level = ReadLevel ?? GovernmentLevels.None,
        Aspect = AspectPages.Find(Aspect)?.Aspect ?? DisclosureAspects.None,
        Kind = ListQuery.Read<OrganisationKind>(Kind),
        DomainId = domains.FirstOrDefault(d => d.Slug == Domain)?.Id,
        ItemCode = IsItem ? Item! : "",
    };

    /// <summary>A filter narrowed to the chosen status. What enters no rate has no status that anybody is judged by.</summary>
    public CoverageFilter Narrow(CoverageFilter filter) => Status switch
    {
        Incomplete => filter with { OnlyIncomplete = true, WithUnrated = false },
        Unrated => filter with { OnlyUnrated = true },
        _ when ReadStatus is { } status => filter with { Status = status, WithUnrated = false },
        _ => filter,
    };

    /// <summary>What could not be read, by the words of the form.</summary>
    public IReadOnlyList<string> Unread(IEnumerable<DomainLine> domains)
    {
        (string Word, string? Value, bool IsRead)[] all =
        [
            ("时间", Period, Period == CoverageSpan.All || ReportingPeriod.Parse(Period) is not null),
            ("层级", Level, ReadLevel is not null),
            ("五公开", Aspect, AspectPages.Find(Aspect) is not null),
            ("领域", Domain, domains.Any(d => d.Slug == Domain)),
            ("单位类别", Kind, ListQuery.Read<OrganisationKind>(Kind) is not null),
            ("排序", Sort, Sort is ByShare or ByOverdue),
            ("状态", Status, Status is Incomplete or Unrated || ReadStatus is not null),
            ("事项", Item, IsItem),
        ];
        return [.. all.Where(f => !string.IsNullOrEmpty(f.Value) && !f.IsRead).Select(f => f.Word)];
    }

    /// <summary>An address with these filters; empty ones are left out.</summary>
    public string Path(string path)
    {
        var pairs = new (string Name, string? Value)[]
        {
            ("period", Period), ("level", Level), ("aspect", Aspect), ("domain", Domain), ("kind", Kind), ("sort", Sort), ("status", Status), ("item", Item),
        }.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}");
        var query = string.Join('&', pairs);
        return query.Length == 0 ? path : path + "?" + query;
    }

    /// <summary>The page of an item, over the same time.</summary>
    public string ItemPath(string code) => new CoverageQuery { Period = Period }.Path("/coverage/items/" + code);

    /// <summary>The same without list position and what could not be read.</summary>
    public CoverageQuery Clean(IReadOnlyList<DomainLine> domains)
    {
        var unread = Unread(domains);
        return this with
        {
            Period = unread.Contains("时间") ? null : Period,
            Level = ReadLevel?.ToString(),
            Aspect = AspectPages.Find(Aspect)?.Slug,
            Domain = unread.Contains("领域") ? null : Domain,
            Kind = ListQuery.Read<OrganisationKind>(Kind)?.ToString(),
            Sort = unread.Contains("排序") ? null : Sort,
            Status = unread.Contains("状态") ? null : Status,
            Item = IsItem ? Item : null,
        };
    }

    private GovernmentLevels? ReadLevel => ListQuery.Read<GovernmentLevels>(Level) is { } level && level != GovernmentLevels.None ? level : null;

    private TimelinessStatus? ReadStatus => ListQuery.Read<TimelinessStatus>(Status);

    private bool IsItem => Item is { Length: > 0 and <= StandardItem.CodeLength };

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100_000 ? number : null;
}
