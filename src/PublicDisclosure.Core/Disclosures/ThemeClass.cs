namespace PublicDisclosure.Core.Disclosures;

/// <summary>The State Council's theme classes of official documents (国务院公文主题分类, 22 classes).</summary>
public enum ThemeClass
{
    /// <summary>国务院组织机构</summary>
    StateCouncilOrganisation,

    /// <summary>综合政务</summary>
    GeneralAffairs,

    /// <summary>国民经济管理、国有资产监管</summary>
    NationalEconomy,

    /// <summary>财政、金融、审计</summary>
    FinanceAndAudit,

    /// <summary>国土资源、能源</summary>
    LandAndEnergy,

    /// <summary>农业、林业、水利</summary>
    AgricultureForestryWater,

    /// <summary>工业、交通</summary>
    IndustryAndTransport,

    /// <summary>商贸、海关、旅游</summary>
    TradeCustomsTourism,

    /// <summary>市场监管、安全生产监管</summary>
    MarketAndSafety,

    /// <summary>城乡建设、环境保护</summary>
    ConstructionAndEnvironment,

    /// <summary>科技、教育</summary>
    ScienceAndEducation,

    /// <summary>文化、广电、新闻出版</summary>
    CultureAndMedia,

    /// <summary>卫生、体育</summary>
    HealthAndSport,

    /// <summary>人口与计划生育、妇女儿童工作</summary>
    PopulationWomenChildren,

    /// <summary>劳动、人事、监察</summary>
    LabourAndPersonnel,

    /// <summary>公安、安全、司法</summary>
    PublicSecurityAndJustice,

    /// <summary>民政、扶贫、救灾</summary>
    CivilAffairsAndRelief,

    /// <summary>民族、宗教</summary>
    EthnicAndReligious,

    /// <summary>对外事务</summary>
    ForeignAffairs,

    /// <summary>港澳台侨工作</summary>
    HongKongMacaoTaiwan,

    /// <summary>国防</summary>
    Defence,

    /// <summary>其他</summary>
    Other,
}
