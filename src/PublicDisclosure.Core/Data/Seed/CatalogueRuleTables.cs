using PublicDisclosure.Core.Catalogue;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>The two rule tables as they ship: how items are classified, and whom a body phrase means.</summary>
public static class CatalogueRuleTables
{
    /// <summary>The proposed classification rules, in order.</summary>
    public static IReadOnlyList<ClassificationRule> Classification(DateTime now) =>
        [.. SeedTable.Read("rules/classification.csv").Select((row, i) => new ClassificationRule
        {
            Id = Guid.CreateVersion7(now),
            DomainCode = row["domain"],
            Reach = row["applies_to"] == "all" ? ClassificationReach.NamesAndElements : ClassificationReach.Names,
            Words = row["words"],
            Aspects = row["aspects"].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Aggregate(DisclosureAspects.None, (all, a) => all | Enum.Parse<DisclosureAspects>(a)),
            MandatoryClass = row["class"].Length == 0 ? null : Enum.Parse<MandatoryClass>(row["class"]),
            SortOrder = (i + 1) * 10,
        })];

    /// <summary>The proposed body rules, in order.</summary>
    /// <param name="now">Time for the ids.</param>
    /// <param name="organisationsByShortName">The directory.</param>
    public static IReadOnlyList<BodyRule> Bodies(DateTime now, IReadOnlyDictionary<string, Guid> organisationsByShortName) =>
        [.. SeedTable.Read("rules/bodies.csv").Select((row, i) => new BodyRule
        {
            Id = Guid.CreateVersion7(now),
            DomainCode = row["domain"],
            Phrase = row["phrase"],
            Level = Enum.Parse<GovernmentLevels>(row["level"]),
            Target = Enum.Parse<BodyRuleTarget>(row["target"]),
            OrganisationId = row["organisation"].Length == 0 ? null : organisationsByShortName[row["organisation"]],
            Reason = row["reason"],
            SortOrder = (i + 1) * 10,
        })];
}
