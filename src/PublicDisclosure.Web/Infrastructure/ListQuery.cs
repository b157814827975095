using System.Globalization;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>The filters of a list as they stand in its address. Everything is text here: what cannot be read narrows nothing.</summary>
public sealed record ListQuery
{
    public string? Organisation { get; init; }

    public string? Domain { get; init; }

    public string? Aspect { get; init; }

    public string? Genre { get; init; }

    public string? Year { get; init; }

    public string? Validity { get; init; }

    public string? After { get; init; }

    public string? Before { get; init; }

    /// <summary>True when any filter is set.</summary>
    public bool IsNarrowed => new[] { Organisation, Domain, Aspect, Genre, Year, Validity }.Any(v => !string.IsNullOrEmpty(v));

    /// <summary>Position to go on from.</summary>
    public ListPosition? AfterPosition => ListPosition.Read(After);

    /// <summary>Position to go back from.</summary>
    public ListPosition? BeforePosition => ListPosition.Read(Before);

    /// <summary>The filter, with address parts looked up.</summary>
    public DisclosureFilter ToFilter(IEnumerable<OrganisationLine> organisations, IEnumerable<DomainLine> domains) => new()
    {
        OrganisationId = organisations.FirstOrDefault(o => o.Slug == Organisation)?.Id,
        DomainId = domains.FirstOrDefault(d => d.Slug == Domain)?.Id,
        Aspect = AspectPages.Find(Aspect)?.Aspect,
        Genre = Read<DisclosureGenre>(Genre),
        Validity = Read<Validity>(Validity),
        Year = int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
    };

    /// <summary>What the list is narrowed by.</summary>
    public ListConditions Conditions(IReadOnlyList<OrganisationLine> organisations, IReadOnlyList<DomainLine> domains)
    {
        var filter = ToFilter(organisations, domains);
        return new ListConditions(
            ListCondition.Organisation(Organisation, filter.OrganisationId, organisations),
            ListCondition.Domain(Domain, filter.DomainId, domains),
            ListCondition.Of("aspect", Aspect, AspectPages.All.FirstOrDefault(a => a.Aspect == filter.Aspect), a => a.Slug, a => a.Name + "公开"),
            ListCondition.Coded("genre", Genre, filter.Genre),
            ListCondition.Of("year", Year, filter.Year?.ToString(CultureInfo.InvariantCulture), y => y, y => y + "年"),
            ListCondition.Coded("validity", Validity, filter.Validity));
    }

    /// <summary>A coded value by its name; numbers and lists of names, which <c>Enum.TryParse</c> would take, are refused.</summary>
    public static T? Read<T>(string? name) where T : struct, Enum =>
        Enum.GetNames<T>().Contains(name) ? Enum.Parse<T>(name!) : null;
}
