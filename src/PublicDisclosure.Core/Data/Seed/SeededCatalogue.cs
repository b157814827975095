using System.Text.RegularExpressions;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Catalogue.Import;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>The catalogue as it ships: 29 domains, 552 rows as a draft nobody has confirmed, and the two rule tables.</summary>
/// <param name="Edition">The city's draft with its rows.</param>
/// <param name="Domains">In official order.</param>
/// <param name="ClassificationRules">What proposes aspects and classes.</param>
/// <param name="BodyRules">Whom a body phrase means.</param>
public sealed partial record SeededCatalogue(
    CatalogueEdition Edition, IReadOnlyList<DisclosureDomain> Domains, IReadOnlyList<ClassificationRule> ClassificationRules, IReadOnlyList<BodyRule> BodyRules)
{
    /// <summary>Name of the city's edition.</summary>
    public const string EditionName = "桂平市基层政务公开标准目录（2026年版）";

    /// <summary>Year of the city's edition.</summary>
    public const int EditionYear = 2026;

    /// <summary>Builds it for a directory.</summary>
    /// <exception cref="InvalidOperationException">The directory lacks the city government.</exception>
    public static SeededCatalogue Create(IReadOnlyList<Organisation> organisations, DateTime now)
    {
        var government = organisations.FirstOrDefault(o => o.Kind == OrganisationKind.Government)
            ?? throw new InvalidOperationException("The organisations must be seeded before the catalogue.");
        var bySlug = organisations.ToDictionary(o => o.Slug, o => o.Id);
        // By the slug of the seed file and not by name: a department may have been renamed since.
        var byShortName = OrganisationRows.All.Where(r => bySlug.ContainsKey(r.Slug)).ToDictionary(r => r.ShortName, r => bySlug[r.Slug]);
        var rules = CatalogueRuleTables.Classification(now);
        var edition = CatalogueEdition.Draft(Guid.CreateVersion7(now), government.Id, EditionName, EditionYear, null, now, by: null);
        var guidelines = SeedTable.Read("catalogue/_index.csv").ToDictionary(r => r["file"], r => DocumentNumberPattern().Match(r["guideline_no"]).Value);
        var domains = new List<DisclosureDomain>();
        foreach (var seed in SeedCatalogueCsv.Domains)
        {
            Guid? lead = OrganisationRows.LeadOfDomain.TryGetValue(seed.Name, out var slug) ? bySlug[slug] : null;
            var domain = DisclosureDomain.Create(
                Guid.CreateVersion7(now), seed.Key[..2], seed.Key[3..], seed.Name, seed.IssuingMinistry, guidelines[seed.Key], lead, domains.Count + 1);
            domains.Add(domain);
            var taken = new HashSet<string>();
            foreach (var row in SeedCatalogueCsv.Rows(seed)) edition.Add(ToItem(row, edition.Id, domain, taken, rules, now));
        }

        return new SeededCatalogue(edition, domains, rules, CatalogueRuleTables.Bodies(now, byShortName));
    }

    private static StandardItem ToItem(
        SeedRow seed, Guid editionId, DisclosureDomain domain, HashSet<string> taken, IReadOnlyList<ClassificationRule> rules, DateTime now)
    {
        var text = CatalogueItemText.Of(seed.Row);
        var code = ItemCode.Create(domain.Code, text.Level1, text.Level2, text.Level3, taken.Contains);
        taken.Add(code);
        var item = StandardItem.Create(
            Guid.CreateVersion7(now), editionId, domain.Id, code, seed.Row.Sequence, taken.Count, text,
            CatalogueItemText.LevelsOf(seed.Row), CatalogueItemText.ModeOf(seed.Row), ProvenanceOf(seed.Provenance), seed.SourceUrl ?? "");
        var proposal = ItemClassifier.Propose(domain.Code, text, rules);
        item.ClassifyAspects(proposal.Aspects, confirmed: false);
        item.ClassifyMandatory(proposal.MandatoryClass, confirmed: false);
        return item;
    }

    private static ItemProvenance ProvenanceOf(SeedProvenance provenance) => provenance switch
    {
        SeedProvenance.OriginalPage => ItemProvenance.OriginalPage,
        SeedProvenance.Mirror => ItemProvenance.Mirror,
        _ => ItemProvenance.GeneralKnowledge,
    };

    /// <summary>The document number alone (民办函〔2019〕52号); the source's remarks behind it are no part of it.</summary>
    [GeneratedRegex(@"\S+〔\d{4}〕\d+号")]
    private static partial Regex DocumentNumberPattern();
}
