namespace PublicDisclosure.Core.Catalogue;

/// <summary>
/// The classes of information that must be disclosed actively: Articles 20 (fifteen classes for every organ) and 21 (city,
/// county and township matters) of the Regulation on Government Information Disclosure (State Council Order 711).
/// </summary>
public enum MandatoryClass
{
    /// <summary>第二十条第（一）项：行政法规、规章和规范性文件</summary>
    NormativeDocuments,

    /// <summary>（二）机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名</summary>
    Organisation,

    /// <summary>（三）国民经济和社会发展规划、专项规划、区域规划及相关政策</summary>
    Plans,

    /// <summary>（四）国民经济和社会发展统计信息</summary>
    Statistics,

    /// <summary>（五）办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果</summary>
    PermitsAndServices,

    /// <summary>（六）实施行政处罚、行政强制的依据、条件、程序以及具有一定社会影响的行政处罚决定</summary>
    PenaltiesAndCoercion,

    /// <summary>（七）财政预算、决算信息</summary>
    Budgets,

    /// <summary>（八）行政事业性收费项目及其依据、标准</summary>
    Fees,

    /// <summary>（九）政府集中采购项目的目录、标准及实施情况</summary>
    Procurement,

    /// <summary>（十）重大建设项目的批准和实施情况</summary>
    MajorProjects,

    /// <summary>（十一）扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况</summary>
    Livelihood,

    /// <summary>（十二）突发公共事件的应急预案、预警信息及应对情况</summary>
    Emergencies,

    /// <summary>（十三）环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况</summary>
    Inspections,

    /// <summary>（十四）公务员招考的职位、名额、报考条件等事项以及录用结果</summary>
    CivilServiceRecruitment,

    /// <summary>（十五）法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息</summary>
    OtherMandatory,

    /// <summary>第二十一条（设区的市级、县级）：市政建设、公共服务、公益事业、土地征收、房屋征收、治安管理、社会救助等</summary>
    CountyMatters,

    /// <summary>第二十一条（乡镇）：贯彻落实农业农村政策、农田水利工程建设运营、土地承包经营权流转、宅基地使用情况审核、土地征收、房屋征收、筹资筹劳、社会救助等</summary>
    TownshipMatters,
}
