using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Catalogue.Import;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>
/// Seeds the 29 domains, the rule tables and the city's catalogue with its 552 rows as a draft. Nobody has confirmed a row
/// yet, so the draft cannot be put in force before somebody does.
/// </summary>
public sealed partial class CatalogueSeed(DisclosureDb db, BusinessClock clock) : ISeed
{
    /// <summary>Name of the city's edition.</summary>
    public const string EditionName = "桂平市基层政务公开标准目录（2026年版）";

    /// <summary>Year of the city's edition.</summary>
    public const int EditionYear = 2026;

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        if (await db.Domains.AnyAsync(stop)) return 0;
        var organisations = await db.Organisations.AsNoTracking().ToListAsync(stop);
        var government = organisations.Find(o => o.Kind == OrganisationKind.Government)
            ?? throw new InvalidOperationException("The organisations must be seeded before the catalogue.");
        var byShortName = organisations.ToDictionary(o => o.ShortName, o => o.Id);
        var now = clock.Now;

        var rules = CatalogueRuleTables.Classification(now);
        db.AddRange(rules);
        db.AddRange(CatalogueRuleTables.Bodies(now, byShortName));
        var edition = CatalogueEdition.Draft(Guid.CreateVersion7(now), government.Id, EditionName, EditionYear, null, now, by: null);
        db.Add(edition);
        var bySlug = organisations.ToDictionary(o => o.Slug, o => o.Id);
        var guidelines = SeedTable.Read("catalogue/_index.csv").ToDictionary(r => r["file"], r => GuidelineNumber(r["guideline_no"]));
        var order = 0;
        foreach (var seed in SeedCatalogueCsv.Domains)
        {
            var domain = DisclosureDomain.Create(
                Guid.CreateVersion7(now), seed.Key[..2], seed.Key[3..], seed.Name, seed.IssuingMinistry, guidelines[seed.Key],
                OrganisationRows.LeadOfDomain.TryGetValue(seed.Name, out var lead) ? bySlug[lead] : null, ++order);
            db.Add(domain);
            var taken = new HashSet<string>();
            foreach (var row in SeedCatalogueCsv.Rows(seed)) edition.Add(ToItem(row, edition.Id, domain, taken, rules, now));
        }

        return await db.SaveChangesAsync(stop);
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

    /// <summary>The document number alone (民办函〔2019〕52号); empty when the source gives none.</summary>
    private static string GuidelineNumber(string text) => DocumentNumberPattern().Match(text).Value;

    [GeneratedRegex(@"\S+〔\d{4}〕\d+号")]
    private static partial Regex DocumentNumberPattern();
}
