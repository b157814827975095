using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Web.Pages.Coverage;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>The coverage as JSON; the names of the fields are a promise to those who read it (docs/coverage-data.md).</summary>
public sealed record CoverageData(
    DateOnly On, CoverageData.FilterData Filter, CoverageData.ShareData Total, IReadOnlyList<CoverageData.DomainData> Domains,
    IReadOnlyList<CoverageData.OrganisationData> Organisations, IReadOnlyList<CoverageData.CellData> Cells, IReadOnlyList<CoverageData.QuarterData> Trend)
{
    /// <summary>Chinese stays readable; codes go out as words.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The figures of a matrix.</summary>
    public static CoverageData Of(CoverageMatrix matrix, CoverageFilter filter, IReadOnlyList<TrendPoint> trend)
    {
        var (domains, organisations) = (matrix.Domains.ToDictionary(d => d.Id), matrix.Organisations.ToDictionary(o => o.Id));
        return new CoverageData(
            matrix.On,
            new FilterData(
                filter.Span?.Period.Key ?? CoverageSpan.All, filter.Span?.Period.From, filter.Span?.Period.To, filter.Level == GovernmentLevels.None ? null : filter.Level.ToString(),
                filter.Aspect == DisclosureAspects.None ? null : filter.Aspect.ToString(), filter.DomainId is { } only ? domains.GetValueOrDefault(only)?.Slug : null, filter.Kind?.ToString()),
            ShareData.Of(matrix.Total),
            [.. matrix.Domains.Select(d => new DomainData(d.Slug, d.Name, ShareData.Of(matrix.OfDomain(d.Id))))],
            [.. matrix.Organisations.Select(o => new OrganisationData(o.Slug, o.Name, o.Kind.ToString(), o.IsActive, ShareData.Of(matrix.OfOrganisation(o.Id))))],
            [.. from d in matrix.Domains from o in matrix.Organisations where matrix.Of(d.Id, o.Id) is not null select new CellData(d.Slug, o.Slug, ShareData.Of(matrix.Of(d.Id, o.Id)!))],
            [.. trend.Select(p => new QuarterData(p.Quarter.Key, p.Until, RatedData.Of(p.Published), p.Restated is { } again ? RatedData.Of(again) : null))]);
    }

    /// <summary>What the figures are narrowed to.</summary>
    public sealed record FilterData(string Period, DateOnly? From, DateOnly? To, string? Level, string? Aspect, string? Domain, string? OrganisationKind);

    /// <summary>A domain with all of it.</summary>
    public sealed record DomainData(string Slug, string Name, ShareData Total);

    /// <summary>An organisation with all of it.</summary>
    public sealed record OrganisationData(string Slug, string Name, string Kind, bool IsActive, ShareData Total);

    /// <summary>A cell.</summary>
    public sealed record CellData(string Domain, string Organisation, ShareData Share);

    /// <summary>A quarter of the trend.</summary>
    public sealed record QuarterData(string Quarter, DateOnly Until, RatedData Published, RatedData? Restated);

    /// <summary>What a share is a share of.</summary>
    public sealed record RatedData(decimal? OnTimePercent, int OnTime, int Late, int Overdue)
    {
        public static RatedData Of(CoverageShare share) => new(CoverageWords.Number(share), share.OnTime, share.Late, share.Overdue);
    }

    /// <summary>Figures of some units.</summary>
    public sealed record ShareData(
        CellState State, decimal? OnTimePercent, int OnTime, int Late, int Overdue, int DueSoon, int NotDue, int NothingThisPeriod, int NotApplicable, int Incomplete, int Unrated)
    {
        public static ShareData Of(CoverageShare share) => new(
            share.State(), CoverageWords.Number(share), share.OnTime, share.Late, share.Overdue, share.DueSoon, share.NotDue, share.NothingThisPeriod, share.NotApplicable,
            share.Incomplete, share.Unrated);
    }
}
