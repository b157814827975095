using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>
/// The address slugs of the seeded organisations. They are part of public addresses that never break: a line may be added,
/// none may be changed. Townships use their division code.
/// </summary>
public static class OrganisationSlugs
{
    private static readonly Dictionary<string, string> Departments = new()
    {
        ["市政府"] = "szf",
        ["市政府办"] = "szfb",
        ["市发改局"] = "fgj",
        ["市教育局"] = "jyj",
        ["市工信局"] = "gxj",
        ["市公安局"] = "gaj",
        ["市民政局"] = "mzj",
        ["市司法局"] = "sfj",
        ["市财政局"] = "czj",
        ["市人社局"] = "rsj",
        ["市自然资源局"] = "zrzyj",
        ["市住建局"] = "zjj",
        ["市交通运输局"] = "jtysj",
        ["市水利局"] = "slj",
        ["市农业农村局"] = "nyncj",
        ["市商务局"] = "swj",
        ["市文广体旅局"] = "wgtlj",
        ["市卫健局"] = "wjj",
        ["市退役军人局"] = "tyjrj",
        ["市应急局"] = "yjj",
        ["市审计局"] = "sjj",
        ["市市场监管局"] = "scjgj",
        ["市统计局"] = "tjj",
        ["市林业局"] = "lyj",
        ["市医保局"] = "ybj",
        ["市乡村振兴局"] = "xczxj",
        ["市大数据政务局"] = "dsjzwj",
        ["市信访局"] = "xfj",
        ["市城管监督局"] = "cgjdj",
        ["市税务局"] = "shuiwj",
        ["桂平生态环境局"] = "sthjj",
    };

    /// <summary>The slug of a seed row.</summary>
    /// <exception cref="InvalidOperationException">A department without a line in the table.</exception>
    public static string Of(OrganisationRow row) =>
        row.Kind == OrganisationKind.Township ? row.DivisionCode
        : Departments.TryGetValue(row.ShortName, out var slug) ? slug
        : throw new InvalidOperationException($"No address slug is fixed for {row.ShortName}.");
}
