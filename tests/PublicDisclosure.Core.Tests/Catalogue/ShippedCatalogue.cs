using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Catalogue;

/// <summary>The shipped directory and catalogue in memory, made once for all pure tests that read them.</summary>
internal static class ShippedCatalogue
{
    public static IReadOnlyList<Organisation> Organisations { get; } =
        [.. OrganisationRows.All.Select(r => Organisation.Create(Guid.NewGuid(), r.Slug, r.Name, r.ShortName, r.Kind, r.DivisionCode, r.SortOrder))];

    public static SeededCatalogue Value { get; } = SeededCatalogue.Create(Organisations, new TestClock().Now);

    public static IReadOnlyList<StandardItem> Items => Value.Edition.Items;

    public static string DomainCode(StandardItem item) => Value.Domains.Single(d => d.Id == item.DomainId).Code;

    public static StandardItem Item(string domainCode, int sequence) =>
        Items.Single(i => DomainCode(i) == domainCode && i.Sequence == sequence.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static string ShortName(Guid organisationId) => Organisations.Single(o => o.Id == organisationId).ShortName;

    public static DutyBuilder Builder(params BodyRule[] further) => new([.. Value.BodyRules, .. further], Organisations, Value.Domains);
}
