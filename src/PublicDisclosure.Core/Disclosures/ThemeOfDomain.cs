namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Proposes the theme class (国务院公文主题分类) for a domain of the standard catalogue, by the domain's code in the order of
/// the national list. House table: no regulation ties the two lists together, so the clerk may choose another.
/// </summary>
public static class ThemeOfDomain
{
    private static readonly Dictionary<string, ThemeClass> Table = new()
    {
        ["01"] = ThemeClass.NationalEconomy,
        ["02"] = ThemeClass.NationalEconomy,
        ["03"] = ThemeClass.ScienceAndEducation,
        ["04"] = ThemeClass.PublicSecurityAndJustice,
        ["05"] = ThemeClass.CivilAffairsAndRelief,
        ["06"] = ThemeClass.CivilAffairsAndRelief,
        ["07"] = ThemeClass.PublicSecurityAndJustice,
        ["08"] = ThemeClass.FinanceAndAudit,
        ["09"] = ThemeClass.LabourAndPersonnel,
        ["10"] = ThemeClass.LabourAndPersonnel,
        ["11"] = ThemeClass.ConstructionAndEnvironment,
        ["12"] = ThemeClass.LandAndEnergy,
        ["13"] = ThemeClass.ConstructionAndEnvironment,
        ["14"] = ThemeClass.ConstructionAndEnvironment,
        ["15"] = ThemeClass.ConstructionAndEnvironment,
        ["16"] = ThemeClass.ConstructionAndEnvironment,
        ["17"] = ThemeClass.ConstructionAndEnvironment,
        ["18"] = ThemeClass.ConstructionAndEnvironment,
        ["19"] = ThemeClass.AgricultureForestryWater,
        ["20"] = ThemeClass.CultureAndMedia,
        ["21"] = ThemeClass.HealthAndSport,
        ["22"] = ThemeClass.MarketAndSafety,
        ["23"] = ThemeClass.CivilAffairsAndRelief,
        ["24"] = ThemeClass.MarketAndSafety,
        ["25"] = ThemeClass.FinanceAndAudit,
        ["26"] = ThemeClass.CivilAffairsAndRelief,
        ["27"] = ThemeClass.TradeCustomsTourism,
        ["28"] = ThemeClass.NationalEconomy,
        ["29"] = ThemeClass.IndustryAndTransport,
    };

    /// <summary>The proposal; 综合政务 for domains the table does not know.</summary>
    public static ThemeClass Propose(string domainCode) => Table.GetValueOrDefault(domainCode, ThemeClass.GeneralAffairs);
}
